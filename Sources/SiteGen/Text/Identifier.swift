/// The description of an identifier in diagnostics.
let identifierRule = "lower-case letters a to z, digits and single hyphens between them, at most 64 characters"

/// Whether the text is an identifier: `[a-z0-9]+(-[a-z0-9]+)*`, at most 64 characters.
func isIdentifier(_ text: String) -> Bool {
  var length = 0
  var previous = UInt8(ascii: "-")
  for byte in text.utf8 {
    length += 1
    guard length <= 64 else { return false }
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
    case UInt8(ascii: "-") where previous != byte: break
    default: return false
    }
    previous = byte
  }
  return previous != UInt8(ascii: "-")
}
