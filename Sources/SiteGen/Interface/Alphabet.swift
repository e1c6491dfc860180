/// The order of letters in one language.
struct Alphabet: Sendable {
  private var ranks: [Unicode.Scalar: Int] = [:]

  /// The letters of a language in their order, upper case, as its strings file gives them; spaces between them are ignored.
  init(_ letters: String) {
    for scalar in letters.lowercased().unicodeScalars where scalar != " " && ranks[scalar] == nil {
      ranks[scalar] = ranks.count
    }
  }

  /// Sorts texts as the alphabet does: letters by their place in it, those with accents that it lacks as the plain ones,
  /// others by their number, after it; what is no letter or digit counts as a space between words.
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

  /// The letter under which a text stands, upper case; `#` for what begins with no letter of the alphabet.
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
