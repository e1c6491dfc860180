/// The words of a seed in an order in which a passage like some words that are not there is found fast: what a look-up
/// costs does not grow with the seed.
struct NearestPassages: Sendable {
  private let seed: SeedText
  private let tokens: [Token]
  /// Of each word, and of each two that follow each other: hash in the upper half, index of the first token in the
  /// lower, sorted.
  private let index: [UInt64]

  /// A passage like the words looked for.
  struct Match: Sendable {
    /// In folded bytes.
    var place: Range<Int>
    var difference: Difference
  }

  /// What keeps words from being those of the passage.
  enum Difference: Equatable, Sendable {
    /// Nothing but the shape of quotation marks and dashes.
    case marks
    /// Nothing but capital and small letters.
    case letterCase
    /// Nothing but punctuation.
    case punctuation
    /// Words of the seed, in folded bytes, are missing.
    case missing(Range<Int>)
    case words
  }

  init(_ seed: SeedText) {
    self.seed = seed
    tokens = NearestPassages.tokens(of: seed.folded.bytes)
    var entries: [UInt64] = []
    entries.reserveCapacity(tokens.count * 2)
    for position in tokens.indices {
      let low = UInt64(UInt32(truncatingIfNeeded: position))
      entries.append(UInt64(tokens[position].hash) << 32 | low)
      if position + 1 < tokens.count {
        entries.append(UInt64(tokens[position].hash(with: tokens[position + 1])) << 32 | low)
      }
    }
    entries.sort()
    index = entries
  }

  /// The passage most like some words; nil when less than about half of them stand near each other.
  func nearest(to words: String) -> Match? {
    let bytes = seed.folded.folding(words)
    let quoted = Array(NearestPassages.tokens(of: bytes).prefix(NearestPassages.longest))
    guard !quoted.isEmpty else { return nil }
    var best: Alignment?
    for start in candidates(for: quoted) {
      let alignment = align(quoted, near: start)
      if alignment.cost < best?.cost ?? .max { best = alignment }
    }
    guard let best, !best.tokens.isEmpty, best.cost <= max(1, quoted.count * 3 / 5), best.cost < quoted.count else {
      return nil
    }
    var place = tokens[best.tokens.lowerBound].span.lowerBound..<tokens[best.tokens.upperBound - 1].span.upperBound
    place = withWholeNumbers(place)
    place = withMarks(place, like: bytes, from: quoted)
    return Match(place: place, difference: difference(of: bytes, from: place, best))
  }

  private struct Token {
    var hash: UInt32
    var start: Int32
    var end: Int32
    var span: Range<Int> { Int(start)..<Int(end) }

    /// Of this word and the one that follows it.
    func hash(with next: Token) -> UInt32 { (hash &* 0x9E37_79B1) ^ (next.hash &+ 0x7F4A_7C15) }
  }

  private struct Alignment {
    var cost: Int
    var tokens: Range<Int>
    /// The tokens of the seed that the words lack; nil when there is another difference.
    var missing: Range<Int>?
  }

  private static let longest = 120

  /// Starts, as indices of tokens, at which many of the words would be where they stand; the best first, at most four.
  private func candidates(for quoted: [Token]) -> [Int] {
    var places: [(position: Int, entries: Range<Int>)] = []
    for position in quoted.indices {
      places.append((position, occurrences(of: quoted[position].hash)))
      if position + 1 < quoted.count {
        places.append((position, occurrences(of: quoted[position].hash(with: quoted[position + 1]))))
      }
    }
    places.removeAll(where: \.entries.isEmpty)
    places.sort { ($0.entries.count, $0.position) < ($1.entries.count, $1.position) }
    var starts: [(start: Int, weight: Double)] = []
    for (position, entries) in places.prefix(24) {
      for entry in entries.prefix(40) {
        let token = Int(index[entry] & 0xFFFF_FFFF)
        starts.append((token - position, 1 / Double(entries.count)))
      }
    }
    starts.sort { $0.start < $1.start }
    let slack = 2 + quoted.count / 4
    var scored: [(start: Int, weight: Double)] = []
    var low = 0
    var weight = 0.0
    for high in starts.indices {
      weight += starts[high].weight
      while starts[high].start - starts[low].start > slack {
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

  /// The entries of the index with a hash.
  private func occurrences(of hash: UInt32) -> Range<Int> {
    index.partitioningIndex { $0 >> 32 >= hash }..<index.partitioningIndex { $0 >> 32 > hash }
  }

  /// The stretch of the seed's tokens near a start that is fewest steps (a word changed, left out or put in) away.
  private func align(_ quoted: [Token], near start: Int) -> Alignment {
    let slack = 3 + quoted.count / 4
    let low = min(max(0, start - slack), tokens.count)
    let window = low..<max(low, min(tokens.count, start + quoted.count + 2 * slack))
    let width = window.count + 1
    var costs = [Int32](repeating: 0, count: (quoted.count + 1) * width)
    for row in 1...quoted.count {
      costs[row * width] = Int32(row)
      for column in 1..<max(width, 1) {
        let isSame = quoted[row - 1].hash == tokens[window.lowerBound + column - 1].hash
        let changed = costs[(row - 1) * width + column - 1] + (isSame ? 0 : 1)
        costs[row * width + column] = min(
          changed, costs[(row - 1) * width + column] + 1, costs[row * width + column - 1] + 1)
      }
    }
    let last = quoted.count * width
    var column = 0
    for other in 0..<width where costs[last + other] < costs[last + column] { column = other }
    let cost = Int(costs[last + column])
    let end = column
    var row = quoted.count
    var missing: [Int] = []
    while row > 0 {
      let here = costs[row * width + column]
      if column > 0 {
        let isSame = quoted[row - 1].hash == tokens[window.lowerBound + column - 1].hash
        if here == costs[(row - 1) * width + column - 1] + (isSame ? 0 : 1) {
          row -= 1
          column -= 1
          continue
        }
        if here == costs[row * width + column - 1] + 1 {
          column -= 1
          missing.append(window.lowerBound + column)
          continue
        }
      }
      row -= 1
    }
    var lacking: Range<Int>?
    if let first = missing.last, let last = missing.first, missing.count == cost, last - first == cost - 1 {
      lacking = first..<last + 1
    }
    return Alignment(cost: cost, tokens: window.lowerBound + column..<window.lowerBound + end, missing: lacking)
  }

  /// A place with the rest of a number that it cuts at a separator between two digits.
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

  /// A place with as much of the punctuation around it as the words looked for have.
  private func withMarks(_ place: Range<Int>, like words: [UInt8], from quoted: [Token]) -> Range<Int> {
    guard let first = quoted.first, let last = quoted.last else { return place }
    let bytes = seed.folded.bytes
    // Why: a comma of the seed is nothing like the quotation mark that ends the words.
    func marks(_ range: Range<Int>) -> [Bool] {
      range.filter { words[$0] & 0xC0 != 0x80 && words[$0] != 0x20 }.map { NearestPassages.isQuotationMark(words, $0) }
    }
    var start = place.lowerBound
    var end = place.upperBound
    for isQuotationMark in marks(0..<Int(first.start)).reversed() {
      var before = start - 1
      while before > 0, bytes[before] & 0xC0 == 0x80 { before -= 1 }
      guard before >= 0, NearestPassages.isMark(bytes[before]),
        NearestPassages.isQuotationMark(bytes, before) == isQuotationMark
      else { break }
      start = before
    }
    for isQuotationMark in marks(Int(last.end)..<words.count) {
      guard end < bytes.count, NearestPassages.isMark(bytes[end]),
        NearestPassages.isQuotationMark(bytes, end) == isQuotationMark
      else { break }
      end += 1
      while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    }
    return start..<end
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte > 0x20 && !isWord(byte) && byte & 0xC0 != 0x80 || byte == 0xE2
  }

  /// Whether a straight or curly quotation mark or apostrophe starts at an index.
  private static func isQuotationMark(_ bytes: [UInt8], _ index: Int) -> Bool {
    switch bytes[index] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): true
    case 0xE2:
      index + 2 < bytes.count && bytes[index + 1] == 0x80
        && ((0x98...0x9F).contains(bytes[index + 2]) || (0xB9...0xBA).contains(bytes[index + 2]))
    default: false
    }
  }

  private func difference(of words: [UInt8], from place: Range<Int>, _ alignment: Alignment) -> Difference {
    if let missing = alignment.missing, alignment.cost > 0 {
      return .missing(tokens[missing.lowerBound].span.lowerBound..<tokens[missing.upperBound - 1].span.upperBound)
    }
    guard alignment.cost == 0 else { return .words }
    let passage = seed.folded.bytes[place]
    let ours = NearestPassages.withoutShapes(words[...])
    let theirs = NearestPassages.withoutShapes(passage)
    if ours == theirs { return .marks }
    return ours.map(\.lowercased) == theirs.map(\.lowercased) ? .letterCase : .punctuation
  }

  /// The words of folded bytes: runs of letters and digits; of scripts beyond U+0800 each code point.
  private static func tokens(of bytes: [UInt8]) -> [Token] {
    var tokens: [Token] = []
    var position = 0
    while position < bytes.count {
      let start = position
      var hash: UInt32 = 2_166_136_261
      if bytes[position] >= 0xE0 {
        let isPunctuation = bytes[position] == 0xE2 && position + 1 < bytes.count && bytes[position + 1] <= 0x81
        repeat {
          hash = (hash ^ UInt32(bytes[position])) &* 16_777_619
          position += 1
        } while position < bytes.count && bytes[position] & 0xC0 == 0x80
        if isPunctuation { continue }
      } else {
        while position < bytes.count, isWord(bytes[position]), bytes[position] < 0xE0 {
          hash = (hash ^ UInt32(bytes[position].lowercased)) &* 16_777_619
          position += 1
        }
        if position == start {
          position += 1
          continue
        }
      }
      tokens.append(
        Token(hash: hash, start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: position)))
    }
    return tokens
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte.isLetterOrDigit
  }

  /// All quotation marks and apostrophes as one, all dashes and runs of them as one.
  private static func withoutShapes(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
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
}
