/// Words that a card or note quotes from a seed, with their place in the card or note.
struct QuotedWords: Sendable {
  var words: String
  var prefix: String?
  var suffix: String?
  var place: Place
  /// Whether the words are the value of a key, so that straight quotation marks around them belong to YAML.
  var isValue = false

  init(words: String, place: Place) {
    self.words = words
    self.place = place
  }

  /// The quotation of a claim, at its place in the card.
  init(_ claim: Claim, in source: Source) {
    self.init(claim.quote, prefix: claim.prefix, suffix: claim.suffix, in: source)
  }

  /// A passage that a card lists, at its place in the card.
  init(_ passage: Passage, in source: Source) {
    self.init(passage.quote, prefix: passage.prefix, suffix: passage.suffix, in: source)
  }

  private init(_ words: Located<String>, prefix: String?, suffix: String?, in source: Source) {
    self.words = words.value
    self.prefix = prefix
    self.suffix = suffix
    place = Place(source.file, words.span)
    isValue = true
  }

  /// Finds the quotation in a source's seed; nil if the words are not found or are found more than once.
  func find(in text: SourceText) -> Checked<Quotation?> {
    let search = text.seed.search(self)
    if case .found(let place) = search {
      return Checked(text.seed.quotation(at: place, prefix: prefix, suffix: suffix))
    }
    return Checked(nil, quoteNotFound(self, search, in: text) + quoteAmbiguous(self, search, in: text))
  }

  /// Finds the quotation like `find`; also nil if the words cut a quantity.
  func findWhole(in text: SourceText) -> Checked<Quotation?> {
    let found = find(in: text)
    let cuts = found.value.map { quoteCutsQuantity(self, $0.span, in: text) } ?? []
    return cuts.isEmpty ? found : Checked(nil, cuts)
  }

  /// Finds the quotation as proof, like `findWhole`. Also reports a quotation that is too long or overlaps a passage
  /// that is no evidence.
  func prove(
    in text: SourceText, _ settings: Settings, avoiding notEvidence: [FactSheet.NamedPassage] = []
  ) -> Checked<Quotation?> {
    let found = find(in: text)
    guard let quotation = found.value else { return found }
    let cuts = quoteCutsQuantity(self, quotation.span, in: text)
    return Checked(
      cuts.isEmpty ? quotation : nil,
      cuts + quoteTooLong(self, quotation, in: text, settings) + quoteNotEvidence(self, quotation, notEvidence, text))
  }
}
