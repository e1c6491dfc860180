/// The quantities and dates of a text.
struct QuantityReading: Sendable {
  /// In order, without overlap.
  var quantities: [QuantityMatch] = []
  /// In order, without overlap, and never part of a quantity.
  var dates: [DateMention] = []
}

/// Finds the quantities and dates of running text in one language; making one builds its tables, so make it once.
///
/// Reading is linear in the text and takes any bytes; spans are UTF-8 bytes of the array that was given.
struct QuantityGrammar: Sendable {
  private let lexicon: QuantityLexicon

  /// The language as in `sitegen.yaml`; only the first part of "en-GB" counts.
  init(language: String) {
    // Why: the tests find every fault of a table.
    lexicon = quantityTable(of: language).map { readQuantityTable($0).lexicon } ?? .digitsAlone
  }

  /// Whether there is a table for a language; the table is not read.
  static func hasWords(of language: String) -> Bool { quantityTable(of: language) != nil }

  /// Whether there is a table for the language: without one only digits are read.
  var hasWords: Bool { lexicon.hasWords }

  /// The quantities and dates of a part of the text, by default of all of it; nothing outside the part has an influence.
  func read(_ bytes: [UInt8], in range: Range<Int>? = nil, readsAges: Bool = false) -> QuantityReading {
    read(bytes, in: range, isAnswer: false, readsAges: readsAges)
  }

  /// The quantities alone; `readsAges` where a question asks for ages.
  func quantities(in bytes: [UInt8], range: Range<Int>? = nil, readsAges: Bool = false) -> [QuantityMatch] {
    read(bytes, in: range, readsAges: readsAges).quantities
  }

  /// The days and years alone.
  func dates(in bytes: [UInt8], range: Range<Int>? = nil) -> [DateMention] { read(bytes, in: range).dates }

  /// The years that are named, alone or with a day, for questions whose unit is `year`.
  func years(in bytes: [UInt8], range: Range<Int>? = nil) -> [Located<Int>] {
    dates(in: bytes, range: range).compactMap { date in
      switch date.kind {
      case .year(let year), .dayMonth(_, _, let year?): Located(year, date.span)
      default: nil
      }
    }
  }

  /// An answer as a person writes it; nil unless the whole text is one quantity.
  func parseAnswer(_ text: String) -> Quantity? {
    let bytes = Array(text.utf8)
    guard let first = bytes.firstIndex(where: { !$0.isWhitespace }),
      let last = bytes.lastIndex(where: { !$0.isWhitespace })
    else { return nil }
    let reading = read(bytes, in: first..<last + 1, isAnswer: true, readsAges: true)
    guard reading.quantities.count == 1, reading.dates.isEmpty, let match = reading.quantities.first,
      match.span == first..<last + 1
    else { return nil }
    return match.quantity
  }

  private func read(_ bytes: [UInt8], in range: Range<Int>?, isAnswer: Bool, readsAges: Bool) -> QuantityReading {
    var (tokens, triggers): ([QuantityToken], [Int]) = ([], [])
    bytes.withUnsafeBufferPointer { buffer in
      var lexer = QuantityLexer(buffer, range ?? 0..<buffer.count, lexicon, isAnswer: isAnswer)
      lexer.run()
      (tokens, triggers) = (lexer.tokens, lexer.triggers)
    }
    guard !triggers.isEmpty else { return QuantityReading() }
    var reader = QuantityReader(tokens, lexicon, isAnswer: isAnswer, readsAges: readsAges)
    reader.run(triggers)
    return reader.reading
  }
}
