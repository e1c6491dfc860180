/// The front matter of a Markdown file: a line `---`, YAML, and a line `---`. The body follows.
struct FrontMatter: Sendable {
  /// The YAML between the two lines.
  var yaml: Range<Int>
  /// Where the body starts.
  var body: Int

  /// Finds the front matter. A byte order mark, carriage returns, and spaces and tabs after the hyphens are accepted.
  /// Nil with an error if the first line is not `---` or there is no second such line.
  static func find(in file: SourceFile) -> Checked<FrontMatter?> {
    let bytes = file.bytes
    let start = file.textStart
    let firstEnd = lineEnd(bytes, from: start)
    guard isFence(bytes, start..<firstEnd) else {
      return Checked(
        nil,
        [
          Diagnostic(
            .wrongValue, "the file must start with its front matter", at: Place(file, start..<firstEnd),
            remedy: "start it with a line '---', the keys such as 'title: …', and a second line '---'")
        ])
    }
    let yaml = min(firstEnd + 1, bytes.count)
    var line = yaml
    while line < bytes.count {
      let end = lineEnd(bytes, from: line)
      if isFence(bytes, line..<end) {
        return Checked(FrontMatter(yaml: yaml..<line, body: min(end + 1, bytes.count)))
      }
      line = end + 1
    }
    return Checked(
      nil,
      [
        Diagnostic(
          .wrongValue, "the front matter that starts here is not closed", at: Place(file, start..<firstEnd),
          remedy: "write a line '---' below the last key")
      ])
  }

  private static func lineEnd(_ bytes: [UInt8], from start: Int) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var index = start
      while index < bytes.count, bytes[index] != 0x0A { index += 1 }
      return index
    }
  }

  private static func isFence(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    guard line.count >= 3, bytes[line.lowerBound..<line.lowerBound + 3].allSatisfy({ $0 == UInt8(ascii: "-") })
    else { return false }
    return bytes[line.lowerBound + 3..<line.upperBound].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
  }
}
