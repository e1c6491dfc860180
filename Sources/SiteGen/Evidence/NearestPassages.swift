/// An index of a seed's words. It finds the passage most similar to a text that is not in the seed, in time that does
/// not depend on the size of the seed.
struct NearestPassages: Sendable {
  private let seed: SeedText
  private let words: [PassageWord]
  /// Sorted entries for each word and each pair of words: the hash in the upper half, the position of the first word in
  /// the lower half.
  private let index: [UInt64]

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

  init(_ seed: SeedText) {
    self.seed = seed
    words = PassageWord.words(of: seed.folded.bytes)
    var entries: [UInt64] = []
    entries.reserveCapacity(words.count * 2)
    for (position, word) in words.enumerated() {
      let low = UInt64(UInt32(truncatingIfNeeded: position))
      entries.append(UInt64(word.hash) << 32 | low)
      if position + 1 < words.count { entries.append(UInt64(word.hash(with: words[position + 1])) << 32 | low) }
    }
    entries.sort()
    index = entries
  }

  /// The passage most similar to a text; nil if more than three fifths of the words differ.
  func nearest(to text: String) -> Match? {
    let bytes = seed.folded.folding(text)
    // Why a limit: the time of an alignment grows with the square of the length.
    let words = PassageWord.words(of: bytes)
    let quoted = Array(words.prefix(120))
    let alignments = candidates(for: quoted).map { align(quoted, near: $0) }
    guard let best = alignments.min(by: { $0.cost < $1.cost }), !best.words.isEmpty,
      best.cost <= max(1, quoted.count * 3 / 5), best.cost < quoted.count
    else { return nil }
    let place = withMarks(withWholeNumbers(span(of: best.words)), like: bytes, from: quoted)
    // The rest of a longer text was not compared.
    return Match(
      place: place, difference: words.count > quoted.count ? .words : difference(of: bytes, from: place, best))
  }

  /// At most four positions in the seed at which the quoted words may start, the most likely one first.
  private func candidates(for quoted: [PassageWord]) -> [Int] {
    var places: [(position: Int, entries: ArraySlice<UInt64>)] = []
    for (position, word) in quoted.enumerated() {
      places.append((position, entries(of: word.hash)))
      if position + 1 < quoted.count { places.append((position, entries(of: word.hash(with: quoted[position + 1])))) }
    }
    places.removeAll(where: \.entries.isEmpty)
    places.sort { ($0.entries.count, $0.position) < ($1.entries.count, $1.position) }
    var starts: [(start: Int, weight: Double)] = []
    for (position, entries) in places.prefix(24) {
      for entry in entries.prefix(40) {
        starts.append((Int(entry & 0xFFFF_FFFF) - position, 1 / Double(entries.count)))
      }
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

  private func entries(of hash: UInt32) -> ArraySlice<UInt64> {
    index[index.partitioningIndex { $0 >> 32 >= hash }..<index.partitioningIndex { $0 >> 32 > hash }]
  }

  private func align(_ quoted: [PassageWord], near start: Int) -> PassageAlignment {
    let slack = 3 + quoted.count / 4
    let low = min(max(0, start - slack), words.count)
    return PassageAlignment(
      quoted, with: words, in: low..<max(low, min(words.count, start + quoted.count + 2 * slack)))
  }

  private func span(of range: Range<Int>) -> Range<Int> {
    words[range.lowerBound].span.lowerBound..<words[range.upperBound - 1].span.upperBound
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

  private func difference(of text: [UInt8], from place: Range<Int>, _ alignment: PassageAlignment) -> Difference {
    if let missing = alignment.onlyMissing { return .missing(span(of: missing)) }
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
