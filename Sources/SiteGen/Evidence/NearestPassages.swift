/// Finds the passage of a seed that is most similar to a text that is not in the seed.
struct NearestPassages: Sendable {
  private let seed: SeedText
  /// The words of the texts that are known to be missing.
  private let missing: WordOccurrences

  struct Match: Sendable {
    /// In bytes of the folded text.
    var place: Range<Int>
    var difference: Difference
  }

  /// The difference between a text and the passage.
  enum Difference: Equatable, Sendable {
    /// Only the shape of quotation marks and dashes differs.
    case marks
    /// Only the case of letters differs.
    case letterCase
    case punctuation
    /// Only words of the seed are missing, at this range of the folded text's bytes.
    case missing(Range<Int>)
    case words
  }

  /// Prepares, in one pass over the seed, for texts that are not in it. Each other text takes a pass of its own.
  init(_ seed: SeedText, to texts: [String]) {
    self.seed = seed
    missing = WordOccurrences(of: texts.map { NearestPassages.words($0, seed).compared }, in: seed.folded.bytes)
  }

  /// The passage most similar to a text; nil if more than three fifths of the words differ.
  func nearest(to text: String) -> Match? {
    let (bytes, words, quoted) = NearestPassages.words(text, seed)
    let known = missing.covers(quoted) ? missing : WordOccurrences(of: [quoted], in: seed.folded.bytes)
    var best: (alignment: PassageAlignment, words: [PassageWord])?
    for start in candidates(for: quoted, known) {
      let words = known.words(in: window(of: quoted, at: start, known))
      let alignment = PassageAlignment(quoted, with: words)
      if best.map({ alignment.cost < $0.alignment.cost }) ?? true { best = (alignment, words) }
    }
    guard let best, !best.alignment.words.isEmpty, best.alignment.cost <= max(1, quoted.count * 3 / 5),
      best.alignment.cost < quoted.count
    else { return nil }
    let place = withMarks(
      withWholeNumbers(span(of: best.words[best.alignment.words])), like: bytes, from: quoted)
    // The rest of a longer text was not compared.
    let difference =
      words.count > quoted.count ? .words : difference(of: bytes, from: place, best.alignment, best.words)
    return Match(place: place, difference: difference)
  }

  /// The words of a text, and those of them that are compared.
  private static func words(
    _ text: String, _ seed: SeedText
  ) -> (bytes: [UInt8], all: [PassageWord], compared: [PassageWord]) {
    let bytes = seed.folded.folding(text)
    let words = PassageWord.words(of: bytes)
    // Why a limit: the time of an alignment grows with the square of the length.
    return (bytes, words, Array(words.prefix(120)))
  }

  /// At most four positions in the seed at which the quoted words may start, the most likely one first.
  private func candidates(for quoted: [PassageWord], _ known: WordOccurrences) -> [Int] {
    var found: [(position: Int, places: WordOccurrences.Places)] = []
    for (position, word) in quoted.enumerated() {
      found.append((position, known[word.hash]))
      if position + 1 < quoted.count { found.append((position, known[word.hash(with: quoted[position + 1])])) }
    }
    found.removeAll { $0.places.count == 0 }
    found.sort { ($0.places.count, $0.position) < ($1.places.count, $1.position) }
    var starts: [(start: Int, weight: Double)] = []
    for (position, places) in found.prefix(24) {
      for place in places.first { starts.append((Int(place) - position, 1 / Double(places.count))) }
    }
    starts.sort { $0.start < $1.start }
    // For each group of starts that are at most `slack` positions apart: its first start and its total weight.
    let slack = 2 + quoted.count / 4
    var scored: [(start: Int, weight: Double)] = []
    var low = 0
    var weight = 0.0
    for last in starts {
      weight += last.weight
      while last.start - starts[low].start > slack {
        weight -= starts[low].weight
        low += 1
      }
      scored.append((starts[low].start, weight))
    }
    scored.sort { ($1.weight, $0.start) < ($0.weight, $1.start) }
    var chosen: [Int] = []
    for candidate in scored where chosen.count < 4 {
      if !chosen.contains(where: { abs($0 - candidate.start) <= slack }) { chosen.append(candidate.start) }
    }
    return chosen
  }

  /// The numbers of the seed's words that are compared with a text that may start at one of them.
  private func window(of quoted: [PassageWord], at start: Int, _ known: WordOccurrences) -> Range<Int> {
    let slack = 3 + quoted.count / 4
    let low = min(max(0, start - slack), known.count)
    return low..<max(low, min(known.count, start + quoted.count + 2 * slack))
  }

  private func span(of words: ArraySlice<PassageWord>) -> Range<Int> {
    words[words.startIndex].span.lowerBound..<words[words.endIndex - 1].span.upperBound
  }

  /// A place, extended to whole numbers if it cuts one at a separator between two digits.
  private func withWholeNumbers(_ place: Range<Int>) -> Range<Int> {
    let bytes = seed.folded.bytes
    func isDigit(_ index: Int) -> Bool { bytes.indices.contains(index) && bytes[index].isDigit }
    func isSeparator(_ index: Int) -> Bool {
      bytes.indices.contains(index) && [UInt8(ascii: ","), UInt8(ascii: ".")].contains(bytes[index])
    }
    var (start, end) = (place.lowerBound, place.upperBound)
    while isDigit(start), isSeparator(start - 1), isDigit(start - 2) {
      start -= 2
      while isDigit(start - 1) { start -= 1 }
    }
    while isDigit(end - 1), isSeparator(end), isDigit(end + 1) {
      end += 2
      while isDigit(end) { end += 1 }
    }
    return start..<end
  }

  /// A place, extended by as many marks around it as the quoted words have. A quotation mark corresponds only to a
  /// quotation mark.
  private func withMarks(_ place: Range<Int>, like text: [UInt8], from quoted: [PassageWord]) -> Range<Int> {
    guard let first = quoted.first, let last = quoted.last else { return place }
    let bytes = seed.folded.bytes
    func isContinuation(_ index: Int) -> Bool { bytes.indices.contains(index) && bytes[index] & 0xC0 == 0x80 }
    func areQuotationMarks(_ range: Range<Int>) -> [Bool] {
      range.filter { text[$0] & 0xC0 != 0x80 && text[$0] != 0x20 }.map { isQuotationMark(text, $0) }
    }
    /// Whether the seed's mark at an index is a quotation mark; nil if there is no mark.
    func isQuotationMarkOfSeed(_ index: Int) -> Bool? {
      guard bytes.indices.contains(index), bytes[index] > 0x20,
        bytes[index] == 0xE2 || !PassageWord.isInWord(bytes[index])
      else { return nil }
      return isQuotationMark(bytes, index)
    }
    var (start, end) = (place.lowerBound, place.upperBound)
    for isQuotationMark in areQuotationMarks(0..<first.span.lowerBound).reversed() {
      var before = start - 1
      while before > 0, isContinuation(before) { before -= 1 }
      guard isQuotationMarkOfSeed(before) == isQuotationMark else { break }
      start = before
    }
    for isQuotationMark in areQuotationMarks(last.span.upperBound..<text.count) {
      guard isQuotationMarkOfSeed(end) == isQuotationMark else { break }
      end += 1
      while isContinuation(end) { end += 1 }
    }
    return start..<end
  }

  private func difference(
    of text: [UInt8], from place: Range<Int>, _ alignment: PassageAlignment, _ words: [PassageWord]
  ) -> Difference {
    if let missing = alignment.onlyMissing { return .missing(span(of: words[missing])) }
    guard alignment.cost == 0, areSameWords(text, Array(seed.folded.bytes[place])) else { return .words }
    let (own, theirs) = (withoutShapes(text[...]), withoutShapes(seed.folded.bytes[place]))
    if own == theirs { return .marks }
    return own.map(\.lowercased) == theirs.map(\.lowercased) ? .letterCase : .punctuation
  }
}

private func areSameWords(_ one: [UInt8], _ other: [UInt8]) -> Bool {
  PassageWord.words(of: one).map(\.hash) == PassageWord.words(of: other).map(\.hash)
}

/// Whether a straight or curly quotation mark or apostrophe starts at an index.
private func isQuotationMark(_ bytes: [UInt8], _ index: Int) -> Bool {
  switch bytes[index] {
  case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): true
  case 0xE2:
    index + 2 < bytes.count && bytes[index + 1] == 0x80
      && ((0x98...0x9F).contains(bytes[index + 2]) || (0xB9...0xBA).contains(bytes[index + 2]))
  default: false
  }
}

/// The bytes with one form for all quotation marks and apostrophes, one for all dashes and runs of dashes, and three
/// full stops for an ellipsis.
private func withoutShapes(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
  var shaped: [UInt8] = []
  for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
    switch scalar.value {
    case 0x22, 0x27, 0x60, 0xAB, 0xB4, 0xBB, 0x2018...0x201F, 0x2032...0x2036, 0x2039, 0x203A, 0x300C...0x300F:
      shaped.append(0x27)
    case 0x2D, 0x2010...0x2015, 0x2212:
      if shaped.last != 0x2D { shaped.append(0x2D) }
    case 0x2026: shaped.append(contentsOf: [0x2E, 0x2E, 0x2E])
    default: shaped.append(contentsOf: String(Character(scalar)).utf8)
    }
  }
  return shaped
}
