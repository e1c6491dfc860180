/// A text without the differences that copying makes. Each run of white space and line ends becomes one space.
/// Canonically equivalent grapheme clusters (Unicode Standard Annex 15) of up to 128 bytes get one spelling. All other
/// bytes are those of the file.
///
/// Offsets into `bytes` are folded offsets; `source` converts them to offsets in the file.
struct FoldedText: Sendable {
  let file: SourceFile
  let bytes: [UInt8]
  /// Whether a cluster starts at a folded byte.
  private let starts: BitList
  /// The same for the bytes of the file, without the clusters that folding drops.
  private let sourceStarts: BitList
  private let spellings: Spellings

  /// Folds the text of a file, after its byte order mark.
  init(_ file: SourceFile) {
    var folded: [UInt8] = []
    var starts = BitList()
    var sourceStarts = BitList()
    var spellings = Spellings()
    folded.reserveCapacity(file.bytes.count)
    starts.reserveCapacity(file.bytes.count)
    sourceStarts.reserveCapacity(file.bytes.count)
    sourceStarts.append(false, count: file.textStart)
    var wasSpace = false
    forEachCluster(in: file.bytes, from: file.textStart) { cluster, kind in
      let before = folded.count
      switch kind {
      case .letters:
        folded.append(contentsOf: file.bytes[cluster])
        starts.append(true, count: cluster.count)
        sourceStarts.append(true, count: cluster.count)
        wasSpace = false
        return
      case .space: if !wasSpace { folded.append(0x20) }
      case .plain: folded.append(contentsOf: file.bytes[cluster])
      case .other(let character): spellings.append(character, to: &folded)
      }
      if folded.count > before {
        starts.append(startOf: folded.count - before)
        sourceStarts.append(startOf: cluster.count)
      } else {
        sourceStarts.append(false, count: cluster.count)
      }
      wasSpace = kind.isSpace
    }
    self.file = file
    self.bytes = folded
    self.starts = starts
    self.sourceStarts = sourceStarts
    self.spellings = spellings
  }

  /// Folds other words with the spellings of this text, and trims white space at both ends.
  func folding(_ words: String) -> [UInt8] {
    let source = Array(words.utf8)
    var folded: [UInt8] = []
    folded.reserveCapacity(source.count)
    var wasSpace = true
    forEachCluster(in: source, from: 0) { cluster, kind in
      switch kind {
      case .space: if !wasSpace { folded.append(0x20) }
      case .letters, .plain: folded.append(contentsOf: source[cluster])
      case .other(let character): spellings.appendKnown(character, to: &folded)
      }
      wasSpace = kind.isSpace
    }
    // Why test `wasSpace`: a space at the end may belong to the grapheme cluster of a prepended character, and is then
    // not white space.
    if wasSpace, folded.last == 0x20 { folded.removeLast() }
    return folded
  }

  /// The bytes of the file from which a folded span was made. The span is clamped to the text.
  func source(_ span: Range<Int>) -> Range<Int> {
    source(span.lowerBound)..<source(span.upperBound)
  }

  private func source(_ offset: Int) -> Int {
    guard offset < bytes.count else { return file.bytes.count }
    return sourceStarts.index(ofSetBit: starts.count(before: max(offset, 0) + 1) - 1)
  }

  /// The folded offset of the cluster that contains a byte of the file; the end for a byte after the text.
  func folded(_ source: Int) -> Int {
    guard source < file.bytes.count else { return bytes.count }
    return starts.index(ofSetBit: max(0, sourceStarts.count(before: source + 1) - 1))
  }

  /// Whether a folded offset is between two grapheme clusters.
  func isClusterBoundary(_ offset: Int) -> Bool {
    offset <= 0 || offset >= bytes.count || starts[offset]
  }

  /// Visits the places at which folded words appear as whole words, in order and with overlaps, until `visit` returns
  /// false. Only places in `range` are visited, by default those in the whole text.
  func forEachPlace(of words: [UInt8], in range: Range<Int>? = nil, _ visit: (Range<Int>) -> Bool) {
    forEachMatch(of: words, in: range) { match in
      guard !cutsWord(at: match.lowerBound), !cutsWord(at: match.upperBound) else { return true }
      return visit(match)
    }
  }

  /// Like `forEachPlace`, but a match may start or end inside a word. It never cuts a grapheme cluster.
  func forEachMatch(of words: [UInt8], in range: Range<Int>? = nil, _ visit: (Range<Int>) -> Bool) {
    forEachOccurrence(of: words, in: bytes, range?.clamped(to: bytes.indices) ?? bytes.indices) { start in
      let match = start..<start + words.count
      guard isClusterBoundary(match.lowerBound), isClusterBoundary(match.upperBound) else { return true }
      return visit(match)
    }
  }

  /// Visits what `forEachMatch` visits for each of several words, in one pass: the position of the words in the list of
  /// the search, and the match. Returns false, without visiting all matches, if one search for each is as good.
  func forEachMatch(ofAll search: PatternSearch, _ visit: (_ pattern: Int, Range<Int>) -> Void) -> Bool {
    search.forEachOccurrence(in: bytes) { pattern, match in
      guard isClusterBoundary(match.lowerBound), isClusterBoundary(match.upperBound) else { return }
      visit(pattern, match)
    }
  }

  /// Whether a folded offset is inside a word. A word consists of letters, digits and marks, and of hyphens and
  /// apostrophes between two of them. In scripts without spaces between words, no offset is inside a word.
  func cutsWord(at offset: Int) -> Bool {
    guard offset > 0, offset < bytes.count else { return false }
    let (before, beforeStart) = scalar(endingAt: offset)
    let (after, afterEnd) = scalar(startingAt: offset)
    switch (WordPart(before), WordPart(after)) {
    case (.letter, .letter): return true
    case (.joiner, .letter):
      return beforeStart > 0 && WordPart(scalar(endingAt: beforeStart).0) == .letter
    case (.letter, .joiner):
      return afterEnd < bytes.count && WordPart(scalar(startingAt: afterEnd).0) == .letter
    default: return false
    }
  }

  /// The word around a folded offset.
  func word(around offset: Int) -> Range<Int> {
    var start = min(max(offset, 0), bytes.count)
    var end = start
    while start > 0, cutsWord(at: start) { start = scalar(endingAt: start).1 }
    while end < bytes.count, cutsWord(at: end) { end = scalar(startingAt: end).1 }
    return start..<end
  }

  private func scalar(startingAt offset: Int) -> (UInt32, Int) {
    var value = UInt32(bytes[offset])
    var end = offset + 1
    if value >= 0xC0 { value &= value >= 0xF0 ? 0x07 : value >= 0xE0 ? 0x0F : 0x1F }
    while end < bytes.count, bytes[end] & 0xC0 == 0x80, end - offset < 4 {
      value = value << 6 | UInt32(bytes[end] & 0x3F)
      end += 1
    }
    return (value, end)
  }

  private func scalar(endingAt offset: Int) -> (UInt32, Int) {
    var start = offset - 1
    while start > 0, bytes[start] & 0xC0 == 0x80, offset - start < 4 { start -= 1 }
    return (scalar(startingAt: start).0, start)
  }
}

/// The role of a code point in a word.
private enum WordPart {
  case letter, joiner, other

  init(_ value: UInt32) {
    switch value {
    case 0x27, 0x2D, 0xAD, 0x2010, 0x2011, 0x2019: self = .joiner
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: self = .letter
    case 0..<0x80: self = .other
    // Thai, Lao, Myanmar, Khmer and their extensions, kana, Han.
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x19E0...0x19FF, 0x3005...0x3007, 0x3021...0x3029,
      0x3031...0x3035, 0x3041...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA9E0...0xA9FF,
      0xAA60...0xAA7F, 0xF900...0xFAFF, 0xFF66...0xFF9F, 0x1AFF0...0x1B16F, 0x20000...0x3FFFF:
      self = .other
    default:
      switch Unicode.Scalar(value)?.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
        .letterNumber, .nonspacingMark, .spacingMark, .enclosingMark:
        self = .letter
      default: self = .other
      }
    }
  }
}

/// One spelling for each class of canonically equivalent clusters: the first that the text contains.
private struct Spellings: Sendable {
  // Why: these are the only characters that are equivalent to ASCII characters, and ASCII characters are never added to
  // the table.
  private var first: [Character: [UInt8]] = [";": [0x3B], "`": [0x60], "K": [0x4B]]
  /// The same spellings for clusters of up to eight bytes. Why: a look-up by packed bytes, the first byte lowest, needs
  /// no normalisation.
  private var short: [UInt64: UInt64] = [:]

  mutating func append(_ character: Character, to folded: inout [UInt8]) {
    let key = Spellings.packed(character)
    if let key, let known = short[key] { return Spellings.unpack(known, to: &folded) }
    let spelling: [UInt8]
    if let known = first[character] {
      spelling = known
    } else {
      spelling = Array(character.utf8)
      first[character] = spelling
    }
    if let key, let value = Spellings.packed(spelling) { short[key] = value }
    folded.append(contentsOf: spelling)
  }

  func appendKnown(_ character: Character, to folded: inout [UInt8]) {
    folded.append(contentsOf: first[character] ?? Array(character.utf8))
  }

  private static func packed(_ character: Character) -> UInt64? { packed(character.utf8) }

  private static func packed(_ bytes: some Collection<UInt8>) -> UInt64? {
    var key: UInt64 = 0
    var shift: UInt64 = 0
    for byte in bytes {
      guard shift < 64, byte != 0 else { return nil }
      key |= UInt64(byte) << shift
      shift += 8
    }
    return key
  }

  private static func unpack(_ key: UInt64, to folded: inout [UInt8]) {
    var rest = key
    while rest != 0 {
      folded.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }
}

private enum ClusterKind {
  /// Several clusters of one byte each, copied unchanged: ASCII characters, with single spaces between others.
  case letters
  case space
  /// Copied unchanged.
  case plain
  case other(Character)

  var isSpace: Bool { if case .space = self { true } else { false } }
}

/// The maximum length of a folded cluster in bytes. Longer clusters are equal only if their bytes are equal.
private let longestFoldedCluster = 128

/// Visits the grapheme clusters of UTF-8 text; invalid UTF-8 is visited byte by byte.
private func forEachCluster(in bytes: [UInt8], from start: Int, _ visit: (Range<Int>, ClusterKind) -> Void) {
  bytes.withUnsafeBufferPointer { forEachCluster(in: $0, from: start, visit) }
}

private func forEachCluster(
  in bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ visit: (Range<Int>, ClusterKind) -> Void
) {
  let end = bytes.count
  /// The end of the ASCII or common punctuation character at an index; nil for any other character. Two such characters
  /// are separate clusters, except CR LF, which is white space anyway.
  func plainEnd(_ index: Int) -> Int? {
    if bytes[index] < 0x80 { return index + 1 }
    // U+2010 to U+2027: dashes, quotation marks, bullets, ellipsis.
    guard bytes[index] == 0xE2, index + 2 < end, bytes[index + 1] == 0x80, (0x90...0xA7).contains(bytes[index + 2])
    else { return nil }
    return index + 3
  }
  func isSafeStart(_ index: Int) -> Bool { index >= end || plainEnd(index) != nil }

  var index = start
  while index < end {
    let letters = lettersEnd(bytes, index)
    if letters > index {
      visit(index..<letters, .letters)
      index = letters
      continue
    }
    if let next = plainEnd(index), isSafeStart(next) {
      let byte = bytes[index]
      visit(index..<next, byte.isWhitespace ? .space : .plain)
      index = next
      continue
    }
    var stop = index
    while stop < end {
      guard let next = plainEnd(stop) else {
        stop += 1
        continue
      }
      stop = next
      if isSafeStart(next) { break }
    }
    let run = bytes[index..<stop]
    let text = String(decoding: run, as: UTF8.self)
    guard text.utf8.elementsEqual(run) else {
      for byte in index..<stop { visit(byte..<byte + 1, .plain) }
      index = stop
      continue
    }
    for character in text {
      let next = index + character.utf8.count
      let isSpace = character.unicodeScalars.allSatisfy(\.properties.isWhitespace)
      // Why: sorting marks takes quadratic time, and no language puts dozens of them on one letter (UAX 15, 12).
      let isPlain = next == index + 1 || next - index > longestFoldedCluster
      visit(index..<next, isSpace ? .space : isPlain ? .plain : .other(character))
      index = next
    }
  }
}

/// The end of a run of ASCII characters that folding copies and that are not combined with what follows.
private func lettersEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
  let end = bytes.count
  var index = start
  while index + 1 < end {
    let (byte, next) = (bytes[index], bytes[index + 1])
    guard byte < 0x80, next < 0x80, byte > 0x20 || byte == 0x20 && index > start && next > 0x20 else { break }
    index += 1
  }
  return index
}

/// Visits each offset at which `words` occur in a range of `bytes`, in order, until `visit` returns false. Uses
/// Horspool's search, and the search of Knuth, Morris and Pratt if the text makes Horspool's slow, so the time is linear.
func forEachOccurrence(
  of words: [UInt8], in bytes: [UInt8], _ range: Range<Int>, _ visit: (Int) -> Bool
) {
  let length = words.count
  guard length > 0, length <= range.count else { return }
  var skips = [Int](repeating: length, count: 256)
  for (index, byte) in words.dropLast().enumerated() { skips[Int(byte)] = length - 1 - index }
  let last = words[length - 1]
  var start = range.lowerBound
  var work = 0
  while start + length <= range.upperBound {
    let final = bytes[start + length - 1]
    if final == last {
      var index = 0
      while index < length - 1, bytes[start + index] == words[index] { index += 1 }
      work += index
      if index == length - 1, !visit(start) { return }
    }
    // Why: on a text with many near matches, Horspool's search would take quadratic time.
    if work > 4 * range.count {
      return forEachOccurrenceLinearly(
        of: words, in: bytes, min(start + 1, range.upperBound)..<range.upperBound, visit)
    }
    start += skips[Int(final)]
  }
}

private func forEachOccurrenceLinearly(
  of words: [UInt8], in bytes: [UInt8], _ range: Range<Int>, _ visit: (Int) -> Bool
) {
  var borders = [Int](repeating: 0, count: words.count)
  var border = 0
  for index in words.indices.dropFirst() {
    while border > 0, words[index] != words[border] { border = borders[border - 1] }
    if words[index] == words[border] { border += 1 }
    borders[index] = border
  }
  var matched = 0
  for index in range {
    while matched > 0, matched == words.count || bytes[index] != words[matched] { matched = borders[matched - 1] }
    if bytes[index] == words[matched] { matched += 1 }
    if matched == words.count, !visit(index + 1 - words.count) { return }
  }
}
