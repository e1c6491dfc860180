/// How numbers are printed in one language.
struct NumberStyle: Sendable {
  /// Between groups of three digits.
  var separator = ","
  var phrases = QuantityPhrases.english

  static let english = NumberStyle()

  func words(_ quantity: Quantity) -> String { quantity.words(separator: separator, phrases: phrases) }
  func digits(_ number: Double) -> String { Quantity.digits(number, separator: separator, phrases: phrases) }
}

/// The language in which an author writes numbers: that of the site for answers, that of a note for its text.
struct WritingLanguage: Sendable {
  let grammar: QuantityGrammar
  /// English, in which answers are written if the site's language has no table of words.
  let english: Lazy<QuantityGrammar>
  /// The style of the site's language.
  let style: NumberStyle
  private let isProse: Bool

  /// The language of answers. If it has no table of words, qualifiers are written in English.
  static func ofAnswers(_ grammar: QuantityGrammar, _ style: NumberStyle) -> WritingLanguage {
    WritingLanguage(grammar, style, isProse: false)
  }

  /// The language of a note. `style` is that of the site's language.
  static func ofProse(_ grammar: QuantityGrammar, _ style: NumberStyle) -> WritingLanguage {
    WritingLanguage(grammar, style, isProse: true)
  }

  private init(_ grammar: QuantityGrammar, _ style: NumberStyle, isProse: Bool) {
    self.grammar = grammar
    english = Lazy { QuantityGrammar(language: "en") }
    self.style = style
    self.isProse = isProse
  }

  /// The quantity that the words are as a whole; nil if they are none.
  func read(_ words: String) -> Quantity? {
    if isProse { return readProse(words)?.quantity }
    return grammar.parseAnswer(words) ?? (grammar.hasWords ? nil : english.value.parseAnswer(words))
  }

  /// The words with which an author gives a quantity of a seed: the seed's own if they mean the same in this language,
  /// or else those of the site's style or of English.
  ///
  /// Nil unless the quantity has only one reading, and the words are read as this quantity.
  func proposal(for match: QuantityMatch, in text: SourceText) -> String? {
    guard match.alternatives.isEmpty else { return nil }
    var own = text.words(match.span)
    let start = Array(own.utf8.prefix(2))
    if let first = start.first, first.isCapital, start.last?.isCapital == false {
      own = own.prefix(1).lowercased() + own.dropFirst()
    }
    let isPercent = match.unit == .percent
    return means(own, match.quantity, isPercent: isPercent) ? own : proposal(for: match.quantity, isPercent: isPercent)
  }

  /// The words with which an author gives a quantity; nil unless they are read as this quantity.
  func proposal(for quantity: Quantity, isPercent: Bool = false) -> String? {
    [style, .english].map { $0.words(quantity) + (isPercent ? " %" : "") }
      .first { means($0, quantity, isPercent: isPercent) }
  }

  private func means(_ words: String, _ quantity: Quantity, isPercent: Bool) -> Bool {
    guard isProse else { return read(words) == quantity }
    guard let match = readProse(words) else { return false }
    return match.quantity == quantity && (match.unit == .percent) == isPercent
  }

  private func readProse(_ words: String) -> QuantityMatch? {
    let bytes = Array(words.utf8)
    let reading = grammar.read(bytes)
    guard reading.quantities.count == 1, reading.dates.isEmpty, reading.notUnderstood.isEmpty,
      let match = reading.quantities.first, match.span == 0..<bytes.count, match.alternatives.isEmpty,
      !match.countsOnlyInAnswers
    else { return nil }
    return match
  }
}
