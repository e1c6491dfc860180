/// The front matter of a Markdown file: a line `---`, YAML, and a line `---`. The body follows.
struct FrontMatter: Sendable {
  /// The YAML between the two lines.
  var yaml: Range<Int>
  /// Where the body starts.
  var body: Int

  /// Finds the front matter. A byte order mark, any line ends, and spaces and tabs after the hyphens are accepted. Nil with an error if the first line is not `---` or there is no second such line.
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
    let yaml = nextLine(bytes, after: firstEnd)
    var line = yaml
    while line < bytes.count {
      let end = lineEnd(bytes, from: line)
      if isFence(bytes, line..<end) {
        return Checked(FrontMatter(yaml: yaml..<line, body: nextLine(bytes, after: end)))
      }
      line = nextLine(bytes, after: end)
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
      while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
      return index
    }
  }

  /// The start of the line after a line end: LF, CR or both.
  private static func nextLine(_ bytes: [UInt8], after end: Int) -> Int {
    let isCRLF = end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A
    return min(end + (isCRLF ? 2 : 1), bytes.count)
  }

  private static func isFence(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    guard line.count >= 3, bytes[line.lowerBound..<line.lowerBound + 3].allSatisfy({ $0 == UInt8(ascii: "-") })
    else { return false }
    return bytes[line.lowerBound + 3..<line.upperBound].allSatisfy(\.isSpaceOrTab)
  }
}
