/// Finds names in texts as whole words. Case, Unicode normalisation and invisible characters make no difference, nor
/// does the space, hyphen or other mark between two words of a name.
struct NameSearch: Sendable {
  private let patterns: PatternSearch
  /// The clusters of all names with one spelling for each.
  private let spellings: [String: [UInt8]]

  /// A place of a name in a text.
  struct Match {
    /// The position of the name in the list that was given.
    let name: Int
    /// In bytes of the folded words.
    let place: Range<Int>
  }

  /// A text as folded words with one separator between two of them: a space, or 0x1F for a mark that ends a phrase.
  struct Words {
    fileprivate(set) var bytes: [UInt8] = [hardSeparator]
    /// For each folded byte, the offset in the text.
    fileprivate(set) var sources: [Int32] = [0]
  }

  /// Each name must have words.
  init(_ names: [String]) {
    var spellings: [String: [UInt8]] = [:]
    var folded: [[UInt8]] = []
    for name in names {
      let reader = WordReader(spellings: [:])
      for cluster in name.map({ reader.folded($0) }) where spellings[cluster] == nil {
        spellings[cluster] = Array(cluster.utf8)
      }
    }
    for name in names {
      var reader = WordReader(spellings: spellings)
      let words = Array(reader.words(of: Array(name.utf8)).bytes.dropFirst().dropLast())
      if !folded.contains(words) { folded.append(words) } else { folded.append([]) }
    }
    self.spellings = spellings
    kept = folded.indices.filter { !folded[$0].isEmpty }
    patterns = PatternSearch(kept.map { folded[$0] })
    all = kept.map { folded[$0] }
  }

  /// The positions of the distinct names, and their folded words.
  private let kept: [Int]
  private let all: [[UInt8]]

  /// Reads the words of texts for this search. Not thread-safe, but fast for many texts.
  func reader() -> WordReader { WordReader(spellings: spellings) }

  /// The names in a text, in order.
  func matches(in words: Words) -> [Match] {
    var found: [Match] = []
    func add(_ pattern: Int, _ place: Range<Int>) {
      let isWhole =
        place.lowerBound > 0 && words.bytes[place.lowerBound - 1] <= 0x20 && place.upperBound < words.bytes.count
        && words.bytes[place.upperBound] <= 0x20
      if isWhole { found.append(Match(name: kept[pattern], place: place)) }
    }
    if patterns.forEachOccurrence(in: words.bytes, add) { return found }
    // Why: the text is too repetitive for one pass.
    found = []
    for (pattern, sought) in all.enumerated() {
      for start in words.bytes.indices.dropLast(max(0, sought.count - 1))
      where words.bytes[start] == sought[0] && words.bytes[start...].starts(with: sought) {
        add(pattern, start..<start + sought.count)
      }
    }
    return found
  }
}

/// Whether a text has a word, so that it can be found as a name.
func hasWords(_ text: String) -> Bool {
  var reader = WordReader(spellings: [:])
  return reader.words(of: Array(text.utf8)).bytes.count > 1
}

private let softSeparator: UInt8 = 0x20
private let hardSeparator: UInt8 = 0x1F

/// Reads texts as folded words. It remembers how it folded each character.
struct WordReader {
  private let spellings: [String: [UInt8]]
  private var known: [Character: Piece] = [:]

  private enum Piece {
    case nothing
    case separator(UInt8)
    case letters([UInt8])
    /// A letter of a script that is written without spaces: a word of its own.
    case word([UInt8])
  }

  fileprivate init(spellings: [String: [UInt8]]) {
    self.spellings = spellings
  }

  /// The words of a text, which ends with a separator. Bytes that are not UTF-8 are separators.
  mutating func words(of text: [UInt8]) -> NameSearch.Words {
    var builder = WordsBuilder(capacity: text.count)
    var index = 0
    while index < text.count {
      let byte = text[index]
      let next = index + 1
      if byte < 0x80, next >= text.count || text[next] < 0x80 {
        builder.append(byte, at: index, before: next < text.count ? text[next] : 0x20)
        index = next
        continue
      }
      // Up to two adjacent ASCII characters, so that no cluster is cut.
      var end = next
      while end < text.count, text[end] >= 0x80 || (end + 1 < text.count && text[end + 1] >= 0x80) { end += 1 }
      for character in String(decoding: text[index..<end], as: UTF8.self) {
        let width = character.utf8.count
        if width == 1, let ascii = character.utf8.first {
          builder.append(ascii, at: index, before: index + 1 < text.count ? text[index + 1] : 0x20)
        } else {
          switch piece(character) {
          case .nothing: break
          case .separator(let separator): builder.separate(by: separator)
          case .letters(let bytes): builder.append(letters: bytes, at: index)
          case .word(let bytes):
            builder.separate(by: softSeparator)
            builder.append(letters: bytes, at: index)
            builder.separate(by: softSeparator)
          }
        }
        index += width
      }
      index = end
    }
    return builder.finish(at: text.count)
  }

  private mutating func piece(_ character: Character) -> Piece {
    if let known = known[character] { return known }
    let piece = makePiece(character)
    known[character] = piece
    return piece
  }

  private func makePiece(_ character: Character) -> Piece {
    guard let first = character.unicodeScalars.first(where: { !$0.isInvisible }) else { return .nothing }
    if first.value < 0x80, !UInt8(truncatingIfNeeded: first.value).isLetterOrDigit { return .separator(softSeparator) }
    switch first.value {
    // Apostrophes and the like inside names, some of which Unicode calls letters.
    case 0xB7, 0x2B9...0x2BF, 0x2C8, 0x2018...0x201F, 0x2027, 0x30FB, 0xA78B, 0xA78C: return .separator(softSeparator)
    default: break
    }
    switch first.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .nonspacingMark, .spacingMark, .enclosingMark:
      let folded = folded(character)
      let bytes = spellings[folded] ?? Array(folded.utf8)
      return isWrittenWithoutSpaces(first) ? .word(bytes) : .letters(bytes)
    case .spaceSeparator, .dashPunctuation, .connectorPunctuation: return .separator(softSeparator)
    default: return .separator(hardSeparator)
    }
  }

  /// A character without case and invisible characters. Equal strings are canonically equivalent.
  fileprivate func folded(_ character: Character) -> String {
    var visible = String.UnicodeScalarView()
    for scalar in character.unicodeScalars where !scalar.isInvisible {
      // Full-width letters are letters.
      visible.append(
        (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
    }
    // Why both: together they are a case folding, for which ß and ss are equal, and all forms of sigma.
    let lower = String(visible).uppercased().lowercased()
    // Why: the capital İ becomes an i with a dot.
    return lower == "i\u{307}" ? "i" : lower
  }
}

private struct WordsBuilder {
  private var words = NameSearch.Words()
  private var separator: UInt8 = 0
  private var isSingle = false
  private var length = 0

  init(capacity: Int) {
    words.bytes.reserveCapacity(capacity + 2)
    words.sources.reserveCapacity(capacity + 2)
  }

  /// Appends an ASCII character; `next` is the byte after it.
  mutating func append(_ byte: UInt8, at source: Int, before next: UInt8) {
    if byte.isLetterOrDigit { return append(letters: CollectionOfOne(byte.lowercased), at: source) }
    switch byte {
    case 0x09, 0x0A, 0x0D, 0x20, 0x22, 0x27, 0x28, 0x29, 0x2A, 0x2B, 0x2D, 0x2F, 0x5B, 0x5C, 0x5D, 0x5F, 0x60:
      separate(by: softSeparator)
    case UInt8(ascii: "."), UInt8(ascii: "@"):
      // Why: the stop of an initial and a mark inside an address do not end a phrase.
      separate(by: length == 1 || next > 0x20 && next != UInt8(ascii: "<") ? softSeparator : hardSeparator)
    default: separate(by: hardSeparator)
    }
  }

  mutating func separate(by mark: UInt8) {
    if separator != hardSeparator { separator = mark }
  }

  mutating func append(letters: some Collection<UInt8>, at source: Int) {
    if separator != 0 {
      if words.bytes.count > 1 { add(separator, source) }
      separator = 0
      length = 0
    }
    for byte in letters { add(byte, source) }
    length += 1
  }

  private mutating func add(_ byte: UInt8, _ source: Int) {
    words.bytes.append(byte)
    words.sources.append(Int32(truncatingIfNeeded: source))
  }

  consuming func finish(at end: Int) -> NameSearch.Words {
    if words.bytes.count > 1 { add(hardSeparator, end) }
    return words
  }
}

/// Han, kana, Thai, Lao, Khmer, Myanmar.
private func isWrittenWithoutSpaces(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3005...0x3007, 0x3041...0x30FF, 0x3400...0x4DBF,
    0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFD:
    true
  default: false
  }
}
