/// Reads a mapping as libyaml does, if each line is a key and a value that need no knowledge of YAML; nil for anything else.
///
/// Why: the front matter of most notes is like this, and libyaml took a tenth of the time to read a note. Only characters
/// are accepted that have no meaning where they stand.
func plainMapping(in file: SourceFile, _ range: Range<Int>) -> YAMLValue? {
  var pairs: [YAMLValue.Pair] = []
  var line = range.lowerBound
  while line < range.upperBound {
    // Why a limit: each key is compared with those before it.
    guard pairs.count < 16, let (key, value) = plainLine(file.bytes, line..<range.upperBound) else { return nil }
    let (name, text) = (file.text(key), file.text(value))
    guard !pairs.contains(where: { $0.key.value == name }), !["null", "Null", "NULL"].contains(text) else { return nil }
    let scalar = YAMLScalar(text: text, textStart: value.lowerBound, style: .plain)
    pairs.append(YAMLValue.Pair(key: Located(name, key), value: YAMLValue(kind: .scalar(scalar), span: value)))
    line = value.upperBound + 1
  }
  guard let last = pairs.last else { return nil }
  return YAMLValue(kind: .mapping(pairs), span: range.lowerBound..<last.value.span.upperBound)
}

/// The key and the value of the first line of a range; nil if there is anything else on the line, or no line feed.
private func plainLine(_ bytes: [UInt8], _ range: Range<Int>) -> (key: Range<Int>, value: Range<Int>)? {
  bytes.withUnsafeBufferPointer { bytes in
    var colon = range.lowerBound
    while colon < range.upperBound, isInPlainKey(bytes[colon]) { colon += 1 }
    let start = colon + 2
    guard bytes[range.lowerBound].isLetter, colon - range.lowerBound < 100, start < range.upperBound,
      bytes[colon] == UInt8(ascii: ":"), bytes[colon + 1] == 0x20, bytes[start].isLetter
    else { return nil }
    var end = start
    while end < range.upperBound, bytes[end] != 0x0A {
      if isInPlainValue(bytes[end]) {
        end += 1
      } else if 0xC3...0xDF ~= bytes[end], end + 1 < range.upperBound, bytes[end + 1] & 0xC0 == 0x80 {
        // A letter or mark from U+00C0 to U+07FF.
        end += 2
      } else {
        return nil
      }
    }
    guard end < range.upperBound, bytes[end - 1] != 0x20 else { return nil }
    return (range.lowerBound..<colon, start..<end)
  }
}

private func isInPlainKey(_ byte: UInt8) -> Bool {
  byte.isLetter || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
}

/// Whether an ASCII character is part of an unquoted value that has begun: all but controls, `#`, `:` and brackets.
private func isInPlainValue(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"),
    UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "-"), UInt8(ascii: "/"),
    UInt8(ascii: "&"):
    true
  default: byte.isLetterOrDigit
  }
}
