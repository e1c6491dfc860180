extension Rule {
  static let fileUnreadable = Rule(
    "file-unreadable", .error, about: .files, "a file cannot be read, or is not text",
    reason: """
      A file other than a seed cannot be read, or is not text. For example, sitegen has no permission to read it, or \
      it is a folder, a symbolic link that leads out of the project, empty, or not UTF-8.
      """,
    example: .console(
      failing: "$ iconv -f UTF-8 -t UTF-16 bridges.md > Content/bridges.md",
      corrected: "$ cp bridges.md Content/bridges.md"))
}

/// Checks that a file is text: not empty, UTF-8, without a NUL. A file that fails must not be read further.
func checkText(_ file: SourceFile, _ rule: Rule = .fileUnreadable) -> [Diagnostic] {
  if file.bytes.count == file.textStart {
    return [Diagnostic(rule, "the file is empty", at: Place(file, 0..<0), remedy: "write it, or delete it")]
  }
  let zero = firstNUL(file.bytes)
  guard let at = [firstInvalidByte(file.bytes), zero].compactMap({ $0 }).min() else { return [] }
  let place = Place(file, at..<at + 1)
  if at == zero {
    return [Diagnostic(rule, "the file contains a NUL, so it is not text", at: place, remedy: "remove the NUL")]
  }
  let digits = String(decoding: file.bytes[at].hexadecimalDigits(inCapitals: true), as: UTF8.self)
  return [Diagnostic(rule, "the byte 0x\(digits) is not UTF-8", at: place, remedy: "save the file as UTF-8")]
}
