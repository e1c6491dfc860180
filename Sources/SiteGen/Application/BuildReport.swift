/// The result of a check or a build.
public struct BuildReport: Sendable {
  /// Sorted by file, place, rule and message. The severities are those that the site and `--strict` set.
  public var diagnostics: [Diagnostic]
  public var publishError: PublishError?
  /// "41 pages, 83 claims from 5 sources, all quotations found", for a check without pages; nil if there is an error, unless the new site is in place.
  public var summary: String?
  /// The unused quantities of the seeds, if the caller asked for them; nil if an error prevents the evidence from being
  /// counted.
  public var coverage: String?

  /// 0: success; 1: input errors; 73: output refused; 74: writing failed; 128 plus the number of a signal.
  public var exitStatus: Int32 {
    publishError?.exitStatus ?? (diagnostics.contains { $0.severity == .error } ? 1 : 0)
  }

  /// The numbers of errors and warnings, without zeros: "2 errors", "1 warning".
  public var counts: [String] {
    var (errors, warnings) = (0, 0)
    for diagnostic in diagnostics {
      if diagnostic.severity == .error {
        errors += 1 + diagnostic.unlisted
      } else {
        warnings += 1 + diagnostic.unlisted
      }
    }
    let counts = [(errors, "error"), (warnings, "warning")]
    return counts.filter { $0.0 > 0 }.map { counted($0.0, $0.1) }
  }
}

/// "1 page", "2 pages".
public func counted(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}
