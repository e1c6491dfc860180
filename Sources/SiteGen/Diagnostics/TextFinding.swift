/// What keeps a file from being text: the first byte that is not UTF-8, or the first NUL, at its place.
func textFinding(_ file: SourceFile, rule: Rule = .fileUnreadable) -> Diagnostic? {
  let invalid = firstInvalidByte(file.bytes)
  let zero = file.bytes.firstIndex(of: 0)
  guard let at = [invalid, zero].compactMap({ $0 }).min() else { return nil }
  let isZero = at == zero
  let hex = hexadecimal(file.bytes[at])
  return Diagnostic(
    rule, isZero ? "the file holds a NUL, so it is not text" : "the byte 0x\(hex) is not UTF-8",
    at: Place(file, at..<at + 1), remedy: isZero ? "remove it" : "save the file as UTF-8")
}

private func hexadecimal(_ byte: UInt8) -> String {
  let text = String(byte, radix: 16, uppercase: true)
  return text.utf8.count == 1 ? "0" + text : text
}
