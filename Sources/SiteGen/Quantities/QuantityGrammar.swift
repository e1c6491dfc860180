/// The quantities and dates of a text.
struct QuantityReading: Sendable {
  /// In order, without overlap.
  var quantities: [QuantityMatch] = []
  /// In order, without overlap, and never part of a quantity.
  var dates: [DateMention] = []
  /// Words that may be a quantity but are not understood as a whole, in order; no quantity overlaps them.
  var notUnderstood: [Range<Int>] = []
  /// Whether there is a day of a calendar other than the Gregorian one, such as "12 Rajab".
  var hasOtherCalendar = false

  /// Empties the lists without giving up their memory.
  mutating func removeAll() {
    quantities.removeAll(keepingCapacity: true)
    dates.removeAll(keepingCapacity: true)
    notUnderstood.removeAll(keepingCapacity: true)
    hasOtherCalendar = false
  }
}

/// Finds the quantities and dates of running text in one language; the table of a language is read once.
///
/// Reading is linear in the text and takes any bytes; spans are UTF-8 bytes of the array that was given.
struct QuantityGrammar: Sendable {
  private let lexicon: QuantityLexicon

  /// The language as in `sitegen.yaml`; only the first part of "en-GB" counts.
  init(language: String) {
    self.init(quantityTable(of: language).flatMap { QuantityGrammar.lexicons[$0.path]?.value } ?? .digitsAlone)
  }

  /// The lexicons of the embedded tables, by path, each read once.
  private static let lexicons: [String: Lazy<QuantityLexicon>] = {
    // Why: the tests find every fault of a table.
    let tables = embeddedFiles(at: "SiteGen/Quantities/Languages/")
    return Dictionary(
      uniqueKeysWithValues: tables.map { table in (table.path, Lazy { readQuantityTable(table).lexicon }) })
  }()

  init(_ lexicon: QuantityLexicon) { self.lexicon = lexicon }

  /// Whether there is a table for a language; the table is not read.
  static func hasWords(of language: String) -> Bool { quantityTable(of: language) != nil }

  /// Whether there is a table for the language: without one only digits are read.
  var hasWords: Bool { lexicon.hasWords }

  /// The words that deny statements or bound clauses; empty without a table.
  var clauses: ClauseWords { lexicon.clauses }

  /// The kinds of things that a noun names, as the table lists them; empty for a noun that it does not know.
  func kinds(ofNoun noun: String) -> Set<String> { index(of: noun).flatMap { lexicon.kinds[$0] } ?? [] }

  /// Whether the table lists two words as forms of one noun.
  func areForms(_ one: String, _ other: String) -> Bool {
    guard let one = index(of: one), let other = index(of: other) else { return false }
    return (lexicon.singulars[one] ?? one) == (lexicon.singulars[other] ?? other)
  }

  private func index(of word: String) -> Int? {
    var key: [UInt8] = []
    for scalar in word.unicodeScalars {
      if let folded = scalar.isASCII ? scalar : WordFolding.folded(scalar) {
        key.append(contentsOf: String(folded).lowercased().utf8)
      }
    }
    return lexicon.index(of: key[...])
  }

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

  /// The one thing that a part of a text names with an article, such as "a man"; nil if that is not certain.
  ///
  /// `relation` compares a noun in lower case with what is asked for. Up to 200 bytes around the part are looked at.
  func singular(
    in bytes: [UInt8], range: Range<Int>, relation: (String) -> NounRelation
  ) -> QuantityMatch? {
    guard lexicon.words.contains(where: { $0.roles.contains(.notAlone) }) else { return nil }
    var (start, end) = (max(range.lowerBound - 200, 0), min(range.upperBound + 200, bytes.count))
    while start > 0, start < range.lowerBound, !bytes[start - 1].isWhitespace { start += 1 }
    while end < bytes.count, end > range.upperBound, !bytes[end].isWhitespace { end -= 1 }
    let tokens = bytes.withUnsafeBufferPointer { buffer in
      var lexer = QuantityLexer(buffer, start..<end, lexicon, isAnswer: false)
      lexer.run()
      return lexer.tokens
    }
    let reader = QuantityReader(lexicon, isAnswer: false, readsAges: false, tokens: tokens)
    return reader.singular(in: range) { token in
      relation(String(decoding: bytes[token.start..<token.end], as: UTF8.self).lowercased())
    }
  }

  private func read(_ bytes: [UInt8], in range: Range<Int>?, isAnswer: Bool, readsAges: Bool) -> QuantityReading {
    var reader = QuantityReader(lexicon, isAnswer: isAnswer, readsAges: readsAges)
    forEachPart(of: bytes, in: (range ?? 0..<bytes.count).clamped(to: 0..<bytes.count)) { part in
      reader.read(bytes, part)
    }
    return reader.reading
  }

  /// Reads a long text part by part, on all cores, and gives what is made of each part, in order; `read` would give the
  /// readings of all parts together. With `touching`, only the parts that overlap that span or are next to it.
  func readParts<Result: Sendable>(
    of bytes: [UInt8], in range: Range<Int>, touching span: Range<Int>? = nil, readsAges: Bool = false,
    _ transform: @Sendable (QuantityReading) -> Result
  ) -> [Result] {
    var parts: [Range<Int>] = []
    forEachPart(of: bytes, in: range) { part in
      if let span, part.upperBound < span.lowerBound || span.upperBound < part.lowerBound { return }
      parts.append(part)
    }
    return parallelMap(chunksOf: parts) { parts in
      var reader = QuantityReader(lexicon, isAnswer: false, readsAges: readsAges)
      return parts.map { part in
        reader.reading.removeAll()
        reader.read(bytes, part)
        return transform(reader.reading)
      }
    }
  }

  private func forEachPart(of bytes: [UInt8], in range: Range<Int>, _ visit: (Range<Int>) -> Void) {
    var start = range.lowerBound
    while start < range.upperBound {
      let end = partEnd(bytes, start..<range.upperBound)
      visit(start..<end)
      start = end
    }
  }

  /// The end of a part of the text that is read at once, so that the memory in use does not grow with the text: after a
  /// paragraph, or else, in a longer paragraph, after a line or a space.
  private func partEnd(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    let (goal, most) = (16_384, 65_536)
    guard range.count > most else { return range.upperBound }
    var (line, space) = (0, 0)
    for index in range.lowerBound + goal..<range.lowerBound + most {
      switch bytes[index] {
      case 0x0A where bytes[index - 1] == 0x0A: return index + 1
      case 0x0A: line = index + 1
      case 0x20: space = index + 1
      default: break
      }
    }
    if line > 0 { return line }
    if space > 0 { return space }
    var end = range.lowerBound + most
    while end < range.upperBound, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }
}
