/// The order of letters in one language.
struct Alphabet: Sendable {
  private var ranks: [Unicode.Scalar: Int] = [:]

  /// `letters` are the upper-case letters of the language in order, from its strings file; spaces are ignored.
  init(_ letters: String) {
    for scalar in letters.lowercased().unicodeScalars where scalar != " " && ranks[scalar] == nil {
      ranks[scalar] = ranks.count
    }
  }

  /// A key that sorts texts alphabetically. ASCII digits and letters that the alphabet lacks come first, then the
  /// letters of the alphabet in its order, then other letters and digits by code point. An accented letter that the
  /// alphabet lacks sorts as its base letter. Everything else counts as a space between words.
  func key(of text: String) -> [Int] {
    var key: [Int] = []
    for scalar in text.lowercased().unicodeScalars {
      if let rank = rank(of: scalar) {
        key.append(rank + 1000)
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        key.append(scalar.isASCII ? 100 + Int(scalar.value) : 10_000 + Int(scalar.value))
      } else if let last = key.last, last != 0 {
        key.append(0)
      }
    }
    return key
  }

  /// The upper-case letter under which a text is listed; `#` if its first letter or digit is not in the alphabet.
  func letter(of text: String) -> String {
    for scalar in text.lowercased().unicodeScalars {
      if ranks[scalar] != nil { return scalar.properties.uppercaseMapping }
      let base = LetterBase.base(of: scalar)
      if ranks[base] != nil { return base.properties.uppercaseMapping }
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil { return "#" }
    }
    return "#"
  }

  private func rank(of scalar: Unicode.Scalar) -> Int? { ranks[scalar] ?? ranks[LetterBase.base(of: scalar)] }
}
