/// The spelling of a word in the tables: in lower case and composed, without what copying and typesetting add.
enum WordFolding {
  /// The folded form of a scalar above ASCII; nil for one that is dropped: soft hyphens, zero-width characters, directional
  /// marks, Arabic vowel signs and tatweel.
  static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    let value = scalar.value
    if value < 0x600 {
      if value < 0xC0 { return value == 0xAD ? nil : scalar }
      return lowerCase[Int(value) - 0xC0]
    }
    switch value {
    case 0x622, 0x623, 0x625, 0x671: return "\u{627}"
    case 0x629: return "\u{647}"
    case 0x649, 0x6CC: return "\u{64A}"
    case 0x6A9: return "\u{643}"
    case 0x640, 0x64B...0x652, 0x670: return nil
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFE00...0xFE0F, 0xFEFF: return nil
    case 0x1E00...0x1EFF, 0xFF21...0xFF3A: return lowered(scalar)
    default: return scalar
    }
  }

  /// The one letter that a letter and a combining mark make (Unicode Standard Annex 15); nil where there is none.
  static func composed(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    var character = String(letter)
    character.unicodeScalars.append(mark)
    return character.first.flatMap { compositions[$0] }
  }

  /// Combining Diacritical Marks; those that compose with no letter, such as stress marks, are dropped.
  static func isMark(_ scalar: Unicode.Scalar) -> Bool { (0x300...0x36F).contains(scalar.value) }

  static func isCapital(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? ("A"..."Z").contains(scalar) : scalar.properties.isUppercase
  }

  /// Lower case for U+00C0 to U+05FF. "ё" becomes "е" and "ı" becomes "i", because both are often written that way.
  private static let lowerCase: [Unicode.Scalar] = (0xC0..<0x600).map { value in
    let scalar = Unicode.Scalar(UInt16(value)) ?? "\u{FFFD}"
    switch value {
    case 0x130, 0x131: return "i"
    case 0x401, 0x451: return "\u{435}"
    default: return lowered(scalar)
    }
  }

  private static func lowered(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    return lower.count == 1 ? lower.first ?? scalar : scalar
  }

  // Characters are equal if they are canonically equivalent, so the composed letter is found by its parts.
  private static let compositions: [Character: Unicode.Scalar] = {
    var letters: [Character: Unicode.Scalar] = [:]
    for range in [0xC0...0x24F, 0x400...0x4FF, 0x1E00...0x1EFF] as [ClosedRange<UInt32>] {
      for scalar in range.compactMap(Unicode.Scalar.init) { letters[Character(scalar)] = scalar }
    }
    return letters
  }()
}
