/// The order of letters in one language.
struct Alphabet: Sendable {
  private var ranks: [Unicode.Scalar: Int] = [:]
  private let articles: [String]

  /// `letters` are the upper-case letters of the language in order, from its strings file; spaces are ignored.
  /// A text that starts with one of the `articles` is sorted by its next word.
  init(_ letters: String, articles: [String] = []) {
    self.articles = articles
    for scalar in letters.lowercased().unicodeScalars where scalar != " " && ranks[scalar] == nil {
      ranks[scalar] = ranks.count
    }
  }

  /// A key that sorts texts alphabetically. ASCII digits and letters that the alphabet lacks come first, then the
  /// letters of the alphabet in its order, then other letters and digits by code point. An accented letter that the
  /// alphabet lacks sorts as its base letter. Everything else counts as a space between words.
  func key(of text: String) -> [Int] {
    var key: [Int] = []
    for scalar in sorted(text).unicodeScalars {
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
    for scalar in sorted(text).unicodeScalars {
      if ranks[scalar] != nil { return scalar.properties.uppercaseMapping }
      let base = LetterBase.base(of: scalar)
      if ranks[base] != nil { return base.properties.uppercaseMapping }
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil { return "#" }
    }
    return "#"
  }

  /// The text in lower case, without an article at its start.
  private func sorted(_ text: String) -> Substring {
    let text = text.lowercased()
    guard let space = text.firstIndex(of: " "), articles.contains(String(text[..<space])) else { return text[...] }
    return text[text.index(after: space)...]
  }

  private func rank(of scalar: Unicode.Scalar) -> Int? { ranks[scalar] ?? ranks[LetterBase.base(of: scalar)] }
}
