/// Explains a syntax error of libyaml by the character that causes it: one that passes for a space, or the start of a
/// value that needs quotation marks. The remedy is proposed only if YAML can then be read up to a later place.
///
/// The error is returned unchanged if it has another cause.
func causeOfSyntaxError(_ error: Diagnostic, _ file: SourceFile, _ range: Range<Int>) -> Diagnostic {
  let problem = error.place.span.lowerBound
  let lines = linesBefore(problem, file, range)
  let context = error.notes.first?.place?.span.lowerBound
  // Why a limit: each attempt reads the file again.
  for found in lines.lazy.compactMap({ spaceLookalike(in: $0, file) }).prefix(3)
  where solves(found.fix, problem, file, range) {
    return found
  }
  for line in lines.prefix(2) + lines.filter({ $0.contains(context ?? -1) }) {
    guard let value = unquotedValue(of: line, file) else { continue }
    let quoted = Fix(quoting: Place(file, value))
    guard solves(quoted, line.upperBound - 1, file, range) else { continue }
    let first = file.bytes[value.lowerBound]
    let isSpecial = "*&!|>%@`\"'[{".utf8.contains(first)
    return Diagnostic(
      .yamlError,
      isSpecial
        ? "a value that starts with '\(Character(Unicode.Scalar(first)))' needs quotation marks"
        : error.message, at: isSpecial ? Place(file, value.lowerBound..<value.lowerBound + 1) : error.place,
      remedy: "write \(quoted.replacement)", fix: quoted.safe)
  }
  return error
}

/// The last forty lines up to the one that contains an offset, without their line ends, the last one first.
private func linesBefore(_ offset: Int, _ file: SourceFile, _ range: Range<Int>) -> [Range<Int>] {
  func isLineEnd(_ index: Int) -> Bool { file.bytes[index] == 0x0A || file.bytes[index] == 0x0D }
  var end = min(max(offset, range.lowerBound), range.upperBound)
  while end < range.upperBound, !isLineEnd(end) { end += 1 }
  var lines: [Range<Int>] = []
  while lines.count < 40 {
    var start = end
    while start > range.lowerBound, !isLineEnd(start - 1) { start -= 1 }
    if start < end { lines.append(start..<end) }
    guard start > range.lowerBound else { break }
    end = start - 1
  }
  return lines
}

/// A character that passes for a space in the indentation, after a hyphen, in a key, or after its colon.
private func spaceLookalike(in line: Range<Int>, _ file: SourceFile) -> Diagnostic? {
  var offset = line.lowerBound
  var before: Unicode.Scalar = " "
  var hasKey = false
  for scalar in file.text(line).unicodeScalars {
    if scalar.passesForSpace { return .spaceLookalike(scalar, at: offset, file, after: line.lowerBound..<offset) }
    if scalar == "\"" || scalar == "'" || scalar == "#" { return nil }
    if before == ":", scalar == " ", hasKey { return nil }
    if scalar != " ", scalar != "-" { hasKey = true }
    before = scalar
    offset += UTF8.width(scalar)
  }
  return nil
}

extension Diagnostic {
  /// Reports a character in the structure of YAML that passes for a space.
  static func spaceLookalike(
    _ scalar: Unicode.Scalar, at offset: Int, _ file: SourceFile, after before: Range<Int>
  ) -> Diagnostic {
    let place = Place(file, offset..<offset + UTF8.width(scalar))
    let words = String(decoding: file.bytes[before].drop(while: \.isSpaceOrTab), as: UTF8.self)
    let at = words.isEmpty ? "at the start of the line" : "after '\(shortened(words))'"
    return Diagnostic(
      .yamlError, "\(scalar.codePoint) \(at) is no space in YAML", at: place,
      remedy: scalar.isInvisible ? "delete it" : "write a plain space",
      fix: Fix(place, scalar.isInvisible ? "" : " ").safe)
  }
}

/// The value on a line, after its key or hyphen, if it may need quotation marks; nil if it is in them, or if it is a
/// block, a list or a mapping.
private func unquotedValue(of line: Range<Int>, _ file: SourceFile) -> Range<Int>? {
  let bytes = file.bytes[line]
  var start = bytes.firstIndex { !$0.isSpaceOrTab } ?? line.upperBound
  while start + 1 < line.upperBound, bytes[start] == UInt8(ascii: "-"), bytes[start + 1] == 0x20 {
    start = bytes[(start + 1)...].firstIndex { $0 != 0x20 } ?? line.upperBound
  }
  if let first = bytes[start...].first, first != UInt8(ascii: "\""), first != UInt8(ascii: "'"),
    let colon = bytes[start...].indices.dropLast().first(where: {
      bytes[$0] == UInt8(ascii: ":") && bytes[$0 + 1].isSpaceOrTab
    })
  {
    start = bytes[colon...].dropFirst().firstIndex { !$0.isSpaceOrTab } ?? line.upperBound
  }
  let end = (bytes[start...].lastIndex { !$0.isSpaceOrTab } ?? start - 1) + 1
  guard start < end, let first = bytes[start..<end].first else { return nil }
  /// Whether the value goes on after the character that closes its start.
  func goesOn(after close: Character) -> Bool {
    guard let mark = close.asciiValue, let at = bytes[(start + 1)..<end].firstIndex(of: mark) else { return false }
    return at + 1 < end
  }
  switch Character(Unicode.Scalar(first)) {
  case "\"": return goesOn(after: "\"") ? start..<end : nil
  case "'": return goesOn(after: "'") ? start..<end : nil
  case "[": return goesOn(after: "]") ? start..<end : nil
  case "{": return goesOn(after: "}") ? start..<end : nil
  default: return start..<end
  }
}

/// Whether a file with a fix can be read beyond the place of an error, and beyond the start of the next line: there, the
/// rest of a value on several lines would be another error.
private func solves(_ fix: Fix?, _ problem: Int, _ file: SourceFile, _ range: Range<Int>) -> Bool {
  guard let fix else { return false }
  let (span, new) = (fix.place.span, Array(fix.replacement.utf8))
  let bytes = file.bytes[range.lowerBound..<span.lowerBound] + new + file.bytes[span.upperBound..<range.upperBound]
  let fixed = SourceFile(path: file.path, bytes: Array(bytes))
  var events = YAMLEvents(fixed, 0..<fixed.bytes.count)
  guard let error = events.firstError() else { return true }
  // A fix behind the problem, on the rest of its line, does not move it.
  let moved = problem < span.lowerBound ? problem : max(problem, span.upperBound - 1) + new.count - span.count
  let end = moved - range.lowerBound
  guard error > end else { return false }
  let isOnNextLine = fixed.bytes[min(end + 1, error)..<error].allSatisfy(\.isWhitespace)
  return !isOnNextLine
}
