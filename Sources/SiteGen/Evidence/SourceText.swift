/// One source as the rules read it: its seed, ready for finding quotations, and what numbers and days stand in it.
///
/// Quantities and dates are read from the seed's own bytes, so that a quotation cannot cut off a qualifier; their spans
/// are bytes of the seed's file.
struct SourceText: Sendable {
  let source: Source
  let seed: SeedText
  let nearest: NearestPassages
  let quantities: [QuantityMatch]
  let dates: [DateMention]
  let grammar: QuantityGrammar
  /// The passages that prove nothing, with their bytes of the seed; those that are not found are left out.
  let notEvidence: [(passage: Passage, span: Range<Int>)]

  init(_ source: Source, grammar: QuantityGrammar) {
    self.source = source
    self.grammar = grammar
    let seed = SeedText(source.seed.file)
    self.seed = seed
    nearest = NearestPassages(seed)
    let reading = grammar.read(seed.file.bytes, in: seed.file.textStart..<seed.file.bytes.count)
    quantities = reading.quantities
    dates = reading.dates
    notEvidence = source.notEvidence.compactMap { passage in
      seed.place(of: passage.quote.value, prefix: passage.prefix, suffix: passage.suffix)
        .map { (passage, seed.folded.source($0)) }
    }
  }

  /// The seed's file name, as diagnostics name it.
  var name: String { seed.file.name }

  /// The quantities that stand wholly in a span of the seed's bytes.
  func quantities(in span: Range<Int>) -> [QuantityMatch] {
    quantities.filter { $0.span.lowerBound >= span.lowerBound && $0.span.upperBound <= span.upperBound }
  }

  /// The same, ages included: for questions that ask for them.
  func quantitiesAndAges(in span: Range<Int>) -> [QuantityMatch] {
    grammar.quantities(in: seed.file.bytes, range: seed.file.textStart..<seed.file.bytes.count, readsAges: true)
      .filter { $0.span.lowerBound >= span.lowerBound && $0.span.upperBound <= span.upperBound }
  }

  /// The days and years that are named wholly in a span of the seed's bytes.
  func dates(in span: Range<Int>) -> [DateMention] {
    dates.filter { $0.span.lowerBound >= span.lowerBound && $0.span.upperBound <= span.upperBound }
  }

  /// The years that are named wholly in a span of the seed's bytes, alone or with a day.
  func years(in span: Range<Int>) -> [Located<Int>] {
    dates(in: span).compactMap { date in
      switch date.kind {
      case .year(let year), .dayMonth(_, _, let year?): Located(year, date.span)
      default: nil
      }
    }
  }

  /// The words of a span of the seed's bytes, with single blanks.
  func words(_ span: Range<Int>) -> String {
    String(decoding: seed.folded.folding(seed.file.text(span)), as: UTF8.self)
  }
}

/// Words that a card or note says stand in a seed, and where it says so.
struct QuotedWords: Sendable {
  var words: String
  var prefix: String?
  var suffix: String?
  var place: Place
  /// Whether they are the value of a key, so that straight quotation marks around them are YAML's.
  var isValue = false
}

/// Where quoted words stand, in folded bytes of the seed; nil with the findings that say why not.
func find(_ quoted: QuotedWords, in text: SourceText) -> Checked<Range<Int>?> {
  let search = text.seed.search(quoted.words, prefix: quoted.prefix, suffix: quoted.suffix)
  if case .found(let place) = search { return Checked(place) }
  // Why: that the seed is another one, or is not there, was found when the dossier was read.
  if text.source.seedHasChanged || text.seed.file.bytes.isEmpty { return Checked(nil) }
  return Checked(nil, quoteNotFound(quoted, search, in: text) + quoteAmbiguous(quoted, search, in: text))
}

/// A quotation that is to prove something, with what the rules of quotations find.
func checkQuotation(_ quoted: QuotedWords, in text: SourceText, _ settings: Settings) -> Checked<Quotation?> {
  let found = find(quoted, in: text)
  guard let place = found.value else { return Checked(nil, found.diagnostics) }
  let quotation = text.seed.quotation(at: place, prefix: quoted.prefix, suffix: quoted.suffix)
  return Checked(
    quotation,
    quoteCutsQuantity(quoted, quotation.span, in: text)
      + quoteTooLong(quoted, text.seed.folded.bytes[place], settings))
}
