extension Rule {
  static let fileUnreadable = Rule(
    "file-unreadable", .error, about: .files, "a file cannot be read, or is not text",
    reason: """
      A file other than a seed cannot be read, or is not text: sitegen has no permission to read it, it is a folder, a \
      symbolic link that leads out of the project, or not UTF-8.
      """,
    example: .console(
      failing: "$ iconv -f UTF-8 -t UTF-16 bridges.md > Content/bridges.md",
      corrected: "$ cp bridges.md Content/bridges.md"))
}

/// What keeps a file from being read as text: it is empty, holds a NUL, or is not UTF-8; at the place of the first byte
/// that is neither. With a finding among these nothing else may read the file.
func checkText(_ file: SourceFile, _ rule: Rule = .fileUnreadable) -> [Diagnostic] {
  if file.bytes.count == file.textStart {
    return [Diagnostic(rule, "the file is empty", at: Place(file, 0..<0), remedy: "write it, or delete it")]
  }
  let zero = file.bytes.firstIndex(of: 0)
  guard let at = [firstInvalidByte(file.bytes), zero].compactMap({ $0 }).min() else { return [] }
  let isZero = at == zero
  return [
    Diagnostic(
      rule,
      isZero ? "the file holds a NUL, so it is not text" : "the byte 0x\(hexadecimal(file.bytes[at])) is not UTF-8",
      at: Place(file, at..<at + 1), remedy: isZero ? "remove it" : "save the file as UTF-8")
  ]
}

private func hexadecimal(_ byte: UInt8) -> String {
  let text = String(byte, radix: 16, uppercase: true)
  return text.utf8.count == 1 ? "0" + text : text
}
