/// A seed prepared for finding quotations: its text is folded once, and its code points are counted once.
struct SeedText: Sendable {
  let file: SourceFile
  let folded: FoldedText
  /// The results of the searches that were made in advance.
  private var known: [FoldedWords: Search] = [:]
  /// The number of code points before each 128th byte.
  private let codePointMarks: [Int]

  /// The result of a search for words.
  enum Search: Equatable, Sendable {
    /// The only place, in folded bytes.
    case found(Range<Int>)
    /// The places of the words with this prefix and suffix, if there are several; the first 100.
    case ambiguous([Range<Int>])
    /// The places of the words, if none has this prefix and suffix; the first 100.
    case elsewhere([Range<Int>])
    /// The place of the words, if they start or end inside a word.
    case insideWord(Range<Int>)
    case notFound
  }

  /// Finds the given quotations in advance, all of them in one pass. The results of `search` are the same without.
  init(_ file: SourceFile, finding quotations: [QuotedWords] = []) {
    self.file = file
    folded = FoldedText(file)
    codePointMarks = SeedText.codePoints(in: file.bytes)
    findAll(Set(quotations.map { FoldedWords($0.words, prefix: $0.prefix, suffix: $0.suffix, as: folded) }))
  }

  private static let stride = 128

  /// The number of code points before each byte whose offset is a multiple of `stride`.
  private static func codePoints(in bytes: [UInt8]) -> [Int] {
    var marks: [Int] = []
    marks.reserveCapacity(bytes.count / stride + 1)
    var count = 0
    bytes.withUnsafeBufferPointer { bytes in
      for start in Swift.stride(from: 0, to: bytes.count, by: stride) {
        marks.append(count)
        for index in start..<min(start + stride, bytes.count) { count += bytes[index] & 0xC0 == 0x80 ? 0 : 1 }
      }
    }
    return marks
  }

  /// Finds words, ignoring differences in white space, line ends and Unicode normalisation. Prefix and suffix are
  /// compared with the text directly before and after the words, apart from one space.
  func search(_ words: String, prefix: String? = nil, suffix: String? = nil) -> Search {
    let sought = FoldedWords(words, prefix: prefix, suffix: suffix, as: folded)
    return known[sought] ?? search(sought)
  }

  /// Finds a quotation with its prefix and suffix.
  func search(_ quoted: QuotedWords) -> Search { search(quoted.words, prefix: quoted.prefix, suffix: quoted.suffix) }

  private func search(_ sought: FoldedWords) -> Search {
    var places = Places()
    folded.forEachMatch(of: sought.words) { place in
      places.add(place, of: sought, in: folded)
      return !places.areComplete
    }
    return places.search
  }

  /// Finds many words in one pass.
  private mutating func findAll(_ sought: Set<FoldedWords>) {
    var byWords: [[UInt8]: [FoldedWords]] = [:]
    for sought in sought where !sought.words.isEmpty { byWords[sought.words, default: []].append(sought) }
    let groups = Array(byWords.values)
    var places = groups.map { [Places](repeating: Places(), count: $0.count) }
    let folded = folded
    let isDone = folded.forEachMatch(ofAll: PatternSearch(groups.map { $0[0].words })) { group, place in
      for index in groups[group].indices where !places[group][index].areComplete {
        places[group][index].add(place, of: groups[group][index], in: folded)
      }
    }
    for (group, places) in zip(groups, places) {
      for (sought, places) in zip(group, places) { known[sought] = isDone ? places.search : search(sought) }
    }
  }

  /// The spans of the file in which a search finds words, whether or not it finds a single place.
  func spans(of quoted: QuotedWords) -> [Range<Int>] {
    switch search(quoted) {
    case .found(let place), .insideWord(let place): [folded.source(place)]
    case .ambiguous(let places), .elsewhere(let places): places.map(folded.source)
    case .notFound: []
    }
  }

  /// The only place of words; nil if there is none or more than one.
  func place(of words: String, prefix: String? = nil, suffix: String? = nil) -> Range<Int>? {
    if case .found(let place) = search(words, prefix: prefix, suffix: suffix) { place } else { nil }
  }

  /// The places of words in a span of the file's bytes, in bytes of the folded text.
  func places(of words: String, in span: Range<Int>) -> [Range<Int>] {
    var places: [Range<Int>] = []
    let part = folded.folded(span.lowerBound)..<folded.folded(span.upperBound)
    folded.forEachPlace(of: folded.folding(words), in: part) { place in
      if span.encloses(folded.source(place)) { places.append(place) }
      return true
    }
    return places
  }

  /// The quotation at a span of the folded text.
  func quotation(at place: Range<Int>, prefix: String? = nil, suffix: String? = nil) -> Quotation {
    let span = folded.source(place)
    return Quotation(
      exact: file.text(span), prefix: prefix ?? "", suffix: suffix ?? "", start: codePoints(before: span.lowerBound),
      end: codePoints(before: span.upperBound), span: span)
  }

  /// The text of a span of the folded text.
  func text(_ place: Range<Int>) -> String {
    String(decoding: folded.bytes[place.clamped(to: 0..<folded.bytes.count)], as: UTF8.self)
  }

  /// The place in the seed's file for a span of the folded text.
  func place(_ span: Range<Int>) -> Place { Place(file, folded.source(span)) }

  /// The number of code points in the file before a byte, including a byte order mark.
  func codePoints(before byte: Int) -> Int {
    let byte = min(max(byte, 0), file.bytes.count)
    guard
      let mark = codePointMarks.indices.contains(byte / SeedText.stride)
        ? byte / SeedText.stride : codePointMarks.indices.last
    else { return 0 }
    var count = codePointMarks[mark]
    for index in (mark * SeedText.stride)..<byte where file.bytes[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }

}

/// Words to find with their prefix and suffix, all folded with the spellings of one text.
private struct FoldedWords: Hashable {
  let words: [UInt8]
  let prefix: [UInt8]
  let suffix: [UInt8]

  init(_ words: String, prefix: String?, suffix: String?, as text: FoldedText) {
    self.words = text.folding(words)
    self.prefix = text.folding(prefix ?? "")
    self.suffix = text.folding(suffix ?? "")
  }

  /// Whether the text before an offset is the prefix, apart from one space.
  func isPrefix(endingAt offset: Int, in text: FoldedText) -> Bool {
    guard !prefix.isEmpty else { return true }
    let end = offset > 0 && text.bytes[offset - 1] == 0x20 ? offset - 1 : offset
    let start = end - prefix.count
    return start >= 0 && text.bytes[start..<end].elementsEqual(prefix) && text.isClusterBoundary(start)
  }

  /// Whether the text after an offset is the suffix, apart from one space.
  func isSuffix(startingAt offset: Int, in text: FoldedText) -> Bool {
    guard !suffix.isEmpty else { return true }
    let start = offset < text.bytes.count && text.bytes[offset] == 0x20 ? offset + 1 : offset
    let end = start + suffix.count
    return end <= text.bytes.count && text.bytes[start..<end].elementsEqual(suffix) && text.isClusterBoundary(end)
  }
}

/// The places of words that a search has met so far.
private struct Places {
  private var all: [Range<Int>] = []
  /// Those with the prefix and suffix.
  private var fitting: [Range<Int>] = []
  /// The first place at which the words start or end inside a word.
  private var cut: Range<Int>?

  /// Whether no further place changes the result.
  var areComplete: Bool { fitting.count == 100 }

  /// Adds the next match of the words.
  mutating func add(_ place: Range<Int>, of sought: FoldedWords, in text: FoldedText) {
    guard !text.cutsWord(at: place.lowerBound), !text.cutsWord(at: place.upperBound) else {
      cut = cut ?? place
      return
    }
    if all.count < 100 { all.append(place) }
    if sought.isPrefix(endingAt: place.lowerBound, in: text), sought.isSuffix(startingAt: place.upperBound, in: text) {
      fitting.append(place)
    }
  }

  var search: SeedText.Search {
    if fitting.count == 1 { return .found(fitting[0]) }
    if fitting.count > 1 { return .ambiguous(fitting) }
    if !all.isEmpty { return .elsewhere(all) }
    return cut.map(SeedText.Search.insideWord) ?? .notFound
  }
}

extension SeedText {
  /// The place of some words with up to 24 characters on each side, for diagnostics.
  func contextPlace(_ place: Range<Int>) -> Place {
    let before = wholeScalars(folded.bytes[..<place.lowerBound].suffix(120)).suffix(24)
    let after = wholeScalars(folded.bytes[place.upperBound...].prefix(120)).prefix(24)
    return self.place(place.lowerBound - before.utf8.count..<place.upperBound + after.utf8.count)
  }
}

/// Bytes as text, without incomplete code points at their ends.
private func wholeScalars(_ bytes: ArraySlice<UInt8>) -> String {
  let whole = bytes.drop { $0 & 0xC0 == 0x80 }
  let end = whole.lastIndex { $0 & 0xC0 != 0x80 } ?? whole.startIndex
  let isWhole = String(validating: whole[end...], as: UTF8.self) != nil
  return String(decoding: isWhole ? whole : whole[..<end], as: UTF8.self)
}
