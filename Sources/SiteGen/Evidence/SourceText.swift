/// One source prepared for the rules: its searchable seed, and the quantities and dates in it.
///
/// Quantities and dates are read from the seed's own bytes, so that a quotation cannot cut off a qualifier. Their spans
/// are bytes of the seed's file.
struct SourceText: Sendable {
  let source: Source
  let seed: SeedText
  /// Built for the first quotation that is not found.
  let nearest: Lazy<NearestPassages>
  let quantities: [QuantityMatch]
  /// Whether there is a table of words for the seed's language: without one only digits are read.
  let readsWords: Bool
  private let notUnderstood: [Range<Int>]
  private let quantitiesAndAges: Lazy<[QuantityMatch]>
  private let dates: [DateMention]

  init(_ source: Source, grammar: QuantityGrammar) {
    let file = source.seed.file
    self.init(source, grammar, grammar.read(file.bytes, in: file.textStart..<file.bytes.count))
  }

  /// With a reading of the whole seed, which `grammar` would otherwise make.
  init(_ source: Source, _ grammar: QuantityGrammar, _ reading: QuantityReading) {
    self.source = source
    let seed = SeedText(source.seed.file)
    self.seed = seed
    nearest = Lazy { NearestPassages(seed) }
    readsWords = grammar.hasWords
    quantities = reading.quantities
    dates = reading.dates
    notUnderstood = reading.notUnderstood
    let bytes = seed.file.bytes
    let text = seed.file.textStart..<bytes.count
    quantitiesAndAges = Lazy { grammar.quantities(in: bytes, range: text, readsAges: true) }
  }

  /// The seed's file name, for diagnostics.
  var name: String { seed.file.name }

  /// The quantities entirely inside a span of the seed's bytes; ages are included only if `readsAges`.
  func quantities(in span: Range<Int>, readsAges: Bool = false) -> [QuantityMatch] {
    (readsAges ? quantitiesAndAges.value : quantities).filter { span.encloses($0.span) }
  }

  /// The words that may be a quantity and are not understood, and that share a byte with a span of the seed's bytes.
  func notUnderstood(in span: Range<Int>) -> [Range<Int>] { notUnderstood.filter { $0.overlaps(span) } }

  /// The days and years entirely inside a span of the seed's bytes.
  func dates(in span: Range<Int>) -> [DateMention] {
    dates.filter { span.encloses($0.span) }
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
