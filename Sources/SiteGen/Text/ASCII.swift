/// ASCII character classes. Bytes from 0x80 upwards belong to none of them.
extension UInt8 {
  package var isDigit: Bool { self &- 0x30 < 10 }

  package var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }

  package var isLetterOrDigit: Bool { isLetter || isDigit }

  var isCapital: Bool { self &- 0x41 < 26 }

  /// Space, tab, line feed, vertical tab, form feed or carriage return.
  var isWhitespace: Bool { self == 0x20 || self &- 0x09 < 5 }

  package var isSpaceOrTab: Bool { self == 0x20 || self == 0x09 }

  /// The lower-case letter for a capital letter; any other byte unchanged.
  package var lowercased: UInt8 { isCapital ? self | 0x20 : self }

  /// The value of a hexadecimal digit in either case; nil for any other byte.
  package var hexadecimalValue: UInt8? {
    if isDigit { return self - 0x30 }
    let letter = (self | 0x20) &- 0x61
    return letter < 6 ? letter + 10 : nil
  }

  /// The byte as two hexadecimal digits.
  func hexadecimalDigits(inCapitals: Bool = false) -> [UInt8] {
    [self >> 4, self & 15].map { $0 < 10 ? 0x30 + $0 : (inCapitals ? 0x41 : 0x61) + $0 - 10 }
  }
}
