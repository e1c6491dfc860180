/// A file as it was read: its path in the project and its bytes.
///
/// The bytes are those on disk, with any byte order mark and carriage returns. `checkText` checks that a text file is
/// UTF-8 before anything else reads it.
public struct SourceFile: Sendable {
  /// Relative to the project, with "/" between the parts.
  public let path: String
  public let bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The last part of the path.
  var name: String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  /// The text of a span of UTF-8 bytes. The span is clamped to the file.
  func text(_ span: Range<Int>) -> String {
    String(decoding: bytes[span.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// Where the text starts: 3 after a byte order mark, else 0.
  var textStart: Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }
}

/// A span of UTF-8 bytes, half open, in a named file.
public struct Place: Sendable {
  public let file: SourceFile
  public let span: Range<Int>

  init(_ file: SourceFile, _ span: Range<Int>) {
    self.file = file
    self.span = span
  }

  /// The place of a diagnostic about a whole file, even one that could not be read.
  init(path: String) {
    self.init(SourceFile(path: path, bytes: []), 0..<0)
  }
}

/// A value and the span of UTF-8 bytes from which it was read.
struct Located<Value: Sendable>: Sendable {
  let value: Value
  let span: Range<Int>

  init(_ value: Value, _ span: Range<Int>) {
    self.value = value
    self.span = span
  }
}
