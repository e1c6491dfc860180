/// Finds what would cost the parser more than the file is worth, before it is asked: nesting of hundreds of levels,
/// and aliases inside of keys, which it compares in full.
struct YAMLGuard {
  let bytes: [UInt8]
  let range: Range<Int>

  private static let deepest = 200

  /// The first danger and where it stands; nil when there is none.
  func finding() -> (message: String, span: Range<Int>, remedy: String?)? {
    var brackets = 0
    var leading = true
    var indentation = 0
    var hasAnchor = false
    var alias: Int?
    var hasComplexKey = false
    var previous = UInt8(ascii: "\n")
    return bytes.withUnsafeBufferPointer { bytes in
      for index in range {
        let byte = bytes[index]
        switch byte {
        case 0x0A:
          leading = true
          indentation = 0
        case UInt8(ascii: "["), UInt8(ascii: "{"): brackets += 1
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
          brackets = max(0, brackets - 1)
          if nextMark(bytes, after: index) == UInt8(ascii: ":") { hasComplexKey = true }
        case UInt8(ascii: "?") where startsValue(after: previous): hasComplexKey = true
        case UInt8(ascii: "&") where startsValue(after: previous): hasAnchor = true
        case UInt8(ascii: "*") where startsValue(after: previous):
          alias = alias ?? index
          if isKey(bytes, aliasAt: index) { hasComplexKey = true }
        default: break
        }
        leading = leading && (byte == 0x0A || byte == 0x20 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "?"))
        if leading { indentation += 1 }
        if byte != 0x20 { previous = byte }
        if brackets > Self.deepest || indentation > 2 * Self.deepest {
          return ("lists and mappings are nested too deep to be read", index..<index + 1, nil)
        }
      }
      guard let alias, hasAnchor, hasComplexKey else { return nil }
      return (
        "an alias and a key that is no plain word stand in one file", alias..<alias + 1,
        "write out what the alias stands for"
      )
    }
  }

  private func startsValue(after previous: UInt8) -> Bool {
    switch previous {
    case UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: "["), UInt8(ascii: "{"),
      UInt8(ascii: ","), 0x0A, 0x0D, 0x09:
      true
    default: false
    }
  }

  private func nextMark(_ bytes: UnsafeBufferPointer<UInt8>, after index: Int) -> UInt8? {
    var next = index + 1
    while next < range.upperBound, bytes[next] == 0x20 { next += 1 }
    return next < range.upperBound ? bytes[next] : nil
  }

  private func isKey(_ bytes: UnsafeBufferPointer<UInt8>, aliasAt index: Int) -> Bool {
    var next = index + 1
    while next < range.upperBound, bytes[next] > 0x20, bytes[next] != UInt8(ascii: ",") { next += 1 }
    return next - 1 > index
      && (bytes[next - 1] == UInt8(ascii: ":") || nextMark(bytes, after: next - 1) == UInt8(ascii: ":"))
  }
}
