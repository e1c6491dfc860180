/// One file of the site and how its bytes are made; making cannot fail.
struct OutputFile: Sendable {
  /// Relative to the output folder, with "/" between the parts.
  let path: String
  /// Appends the file's bytes to a buffer.
  let make: @Sendable (inout [UInt8]) -> Void
}

/// The whole site: every file that it has, sorted by path (UTF-8 order), the record aside.
struct OutputTree: Sendable {
  var files: [OutputFile]
}
