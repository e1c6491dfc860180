/// One source prepared for the rules: its searchable seed, and the quantities and dates in it.
///
/// Quantities and dates are read from the seed's own bytes, so that a quotation cannot cut off a qualifier. Their spans
/// are bytes of the seed's file.
struct SourceText: Sendable {
  let source: Source
  let seed: SeedText
  /// Prepared for everything that the card quotes and the seed does not have, at the first of these.
  let nearest: Lazy<NearestPassages>
  /// Built for the first quotation that is not found.
  let visible: Lazy<VisibleText>
  let others: OtherSeeds
  /// Compares the nouns of the seed with the units of questions.
  let units: CountedUnits
  /// Whether there is a table of words for the seed's language: without one only digits are read.
  let readsWords: Bool
  /// The words of the seed's language that deny statements or bound clauses.
  let clauses: ClauseWords
  private let grammar: QuantityGrammar
  private let reading: SeedReading
  private let readingWithAges: Lazy<SeedReading>

  /// `cited` are the quotations from it outside its card, which are found together with those of the card.
  init(
    _ source: Source, grammar: QuantityGrammar, units: CountedUnits = CountedUnits(), cited: [QuotedWords] = [],
    others: OtherSeeds = OtherSeeds()
  ) {
    let quotedWords = source.isLong ? source.quotedWords + cited : []
    let seed = SeedText(source.seed.file, finding: quotedWords)
    let quoted = source.isLong ? quotedWords.flatMap(seed.spans) : nil
    self.init(
      source, grammar, seed, SeedReading(seed.file, grammar, quoted: quoted),
      withAges: Lazy { SeedReading(seed.file, grammar, quoted: quoted, readsAges: true) }, units, cited, others)
  }

  /// With a reading of the whole seed, which `grammar` would otherwise make.
  init(_ source: Source, _ grammar: QuantityGrammar, _ reading: QuantityReading) {
    let reading = SeedReading(reading)
    self.init(
      source, grammar, SeedText(source.seed.file), reading, withAges: Lazy { reading }, CountedUnits(), [],
      OtherSeeds())
  }

  private init(
    _ source: Source, _ grammar: QuantityGrammar, _ seed: SeedText, _ reading: SeedReading,
    withAges: Lazy<SeedReading>, _ units: CountedUnits, _ cited: [QuotedWords], _ others: OtherSeeds
  ) {
    self.source = source
    self.seed = seed
    self.units = units
    self.others = others
    visible = Lazy { VisibleText(seed.folded.bytes) }
    self.reading = reading
    readingWithAges = withAges
    self.grammar = grammar
    readsWords = grammar.hasWords
    clauses = grammar.clauses
    nearest = Lazy {
      let missing = (source.quotedWords + cited).filter { seed.search($0) == .notFound }
      return NearestPassages(seed, to: missing.map(\.words))
    }
  }

  /// The seed's file name, for diagnostics.
  var name: String { seed.file.name }

  /// The spans of the quantities that count for coverage, in order.
  var counted: some Sequence<Range<Int>> { reading.counted }

  /// Whether the seed has a day of a calendar other than the Gregorian one.
  var hasOtherCalendar: Bool { reading.hasOtherCalendar }

  /// Whether it names a day, with or without the year.
  func names(_ day: Day) -> Bool {
    reading.days.contains { named in
      if case .dayMonth = named { named.names(day) } else { false }
    }
  }

  /// The quantities entirely inside a span of the seed's bytes; ages are included only if `readsAges`.
  func quantities(in span: Range<Int>, readsAges: Bool = false) -> [QuantityMatch] {
    inside(span, of: (readsAges ? readingWithAges.value : reading).around(span).quantities, \.span)
  }

  /// Whether a quantity of the seed meets a condition; ages are not included.
  func hasQuantity(where isFitting: @escaping @Sendable (QuantityMatch) -> Bool) -> Bool {
    reading.contains(where: isFitting)
  }

  /// The one thing of a unit that a span of the seed's bytes names with an article, such as "a man" for "people"; nil if
  /// that is not certain.
  func singular(in span: Range<Int>, of unit: String) -> QuantityMatch? {
    grammar.singular(in: seed.file.bytes, range: span) { units.relation(of: $0, to: unit) }
  }

  /// The quantity that a span of the seed's bytes cuts; nil if there is none.
  func quantity(cutBy span: Range<Int>) -> QuantityMatch? {
    let quantities = reading.around(span).quantities
    let first = quantities.partitioningIndex { $0.span.upperBound > span.lowerBound }
    return cuts(span, in: Array(quantities[first...].prefix { $0.span.lowerBound < span.upperBound }))
  }

  /// The words that may be a quantity and are not understood, and that share a byte with a span of the seed's bytes.
  func notUnderstood(in span: Range<Int>) -> [Range<Int>] {
    let notUnderstood = reading.around(span).notUnderstood
    let first = notUnderstood.partitioningIndex { $0.upperBound > span.lowerBound }
    return notUnderstood[first...].prefix { $0.lowerBound < span.upperBound }.filter { $0.overlaps(span) }
  }

  /// The days and years entirely inside a span of the seed's bytes.
  func dates(in span: Range<Int>) -> [DateMention] {
    inside(span, of: reading.around(span).dates, \.span)
  }

  /// The years entirely inside a span of the seed's bytes, alone or with a day.
  func years(in span: Range<Int>) -> [Located<Int>] {
    dates(in: span).compactMap { date in date.year.map { Located($0, date.span) } }
  }

  /// The words of a span of the seed's bytes, separated by single spaces.
  func words(_ span: Range<Int>) -> String {
    String(decoding: seed.folded.folding(seed.file.text(span)), as: UTF8.self)
  }
}

/// The elements of a list, in order and without overlap, that are entirely inside a span.
private func inside<Element>(
  _ span: Range<Int>, of all: [Element], _ place: (Element) -> Range<Int>
) -> [Element] {
  let first = all.partitioningIndex { place($0).lowerBound >= span.lowerBound }
  return all[first...].prefix { place($0).lowerBound <= span.upperBound }.filter { span.encloses(place($0)) }
}

extension Source {
  /// Whether its seed is so long that it is faster to find all quotations in one pass.
  var isLong: Bool { seed.file.bytes.count >= 100_000 }

  /// Everything that the card takes from its seed, except in its body: names and quotations.
  fileprivate var quotedWords: [QuotedWords] {
    let names = [(title.value, title.span), (outlet, outletSpan), (author, authorSpan)].compactMap { name, span in
      name.map { QuotedWords(words: $0, place: Place(file, span ?? title.span)) }
    }
    return names + (notEvidence + damaged + left).map { QuotedWords($0, in: self) }
      + claims.map { QuotedWords($0, in: self) }
  }
}

extension DateMention {
  /// Nil for a weekday and for a day without a year.
  var year: Int? {
    switch kind {
    case .year(let year), .dayMonth(_, _, let year?): year
    default: nil
    }
  }
}

extension Range<Int> {
  /// Whether another range is entirely inside this one.
  func encloses(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
