/// The result of a check or a build.
public struct BuildReport: Sendable {
  /// Sorted by file, line, column and rule; severities as the site and `--strict` set them.
  public var diagnostics: [Diagnostic]
  public var publishError: PublishError?
  /// "41 pages, 83 claims from 5 sources, all quotations found"; nil if there is an error.
  public var summary: String?
  /// The quantities of the seeds that nobody used, if asked for; nil if an error keeps evidence from being counted.
  public var coverage: String?

  /// 0 good, 1 errors in the inputs, 73 output refused, 74 writing failed.
  public var exitStatus: Int32 {
    publishError?.exitStatus ?? (diagnostics.contains { $0.severity == .error } ? 1 : 0)
  }

  /// The numbers of errors and warnings, without zeros: "2 errors", "1 warning".
  public var counts: [String] {
    let errors = diagnostics.count { $0.severity == .error }
    let counts = [(errors, "error"), (diagnostics.count - errors, "warning")]
    return counts.filter { $0.0 > 0 }.map { counted($0.0, $0.1) }
  }
}

/// "1 page", "2 pages".
public func counted(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}
