/// Characters that nobody sees, or that look like a space and are none.
extension Unicode.Scalar {
  /// Whether a character is shown as nothing: a soft hyphen, a zero-width or bidirectional control, a variation selector
  /// and the like (Default_Ignorable_Code_Point).
  var isInvisible: Bool { value >= 0xAD && properties.isDefaultIgnorableCodePoint }

  /// Whether a character looks like a space, or like nothing, and is no white space of YAML: a no-break space, an
  /// ideographic space, an invisible character.
  var passesForSpace: Bool {
    // Why not U+0085, U+2028 and U+2029: YAML 1.1 reads them as line ends.
    value >= 0xA0 && (isInvisible || properties.generalCategory == .spaceSeparator)
  }

  /// The code point and its name: "U+00AD (soft hyphen)".
  var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    let number = "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    guard let name = properties.nameAlias ?? properties.name else { return number }
    return "\(number) (\(name.lowercased()))"
  }
}

extension StringProtocol {
  /// With plain spaces in place of characters that look like one, and without invisible characters.
  var withPlainSpaces: String {
    var plain = String.UnicodeScalarView()
    for scalar in unicodeScalars where !scalar.isInvisible { plain.append(scalar.passesForSpace ? " " : scalar) }
    return String(plain)
  }

  /// The text before its first character that passes for a space, with that character and its bytes; nil if there is
  /// none.
  func firstSpaceLookalike() -> (scalar: Unicode.Scalar, offset: Int)? {
    var offset = 0
    for scalar in unicodeScalars {
      if scalar.passesForSpace { return (scalar, offset) }
      offset += UTF8.width(scalar)
    }
    return nil
  }
}
