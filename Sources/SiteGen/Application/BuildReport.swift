/// The result of a check or a build.
public struct BuildReport: Sendable {
  /// Sorted by file, line, column and rule; severities as the site and `--strict` set them.
  public var diagnostics: [Diagnostic]
  public var publishError: PublishError?
  /// "41 pages, 83 claims from 5 sources, all quotations found"; nil where an error kept the site from being made.
  public var summary: String?
  /// What is not used of the seeds, where it was asked for; nil if an error keeps evidence from being counted.
  public var coverage: String?

  /// 0 good, 1 errors in the inputs, 73 output refused, 74 writing failed.
  public var exitStatus: Int32 {
    publishError?.exitStatus ?? (diagnostics.contains { $0.severity == .error } ? 1 : 0)
  }
}
