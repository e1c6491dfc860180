/// A seed prepared for finding quotations: its text is folded once, and its code points are counted once.
struct SeedText: Sendable {
  let file: SourceFile
  let folded: FoldedText
  /// The number of code points before each 4,096th byte.
  private let codePointMarks: [Int]

  /// The result of a search for words.
  enum Search: Sendable {
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

  init(_ file: SourceFile) {
    self.file = file
    folded = FoldedText(file)
    var marks: [Int] = []
    var count = 0
    for (index, byte) in file.bytes.enumerated() {
      if index % SeedText.stride == 0 { marks.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    codePointMarks = marks
  }

  private static let stride = 4096

  /// Finds words, ignoring differences in white space, line ends and Unicode normalisation. Prefix and suffix are
  /// compared with the text directly before and after the words, apart from one space.
  func search(_ words: String, prefix: String? = nil, suffix: String? = nil) -> Search {
    let pattern = folded.folding(words)
    guard !pattern.isEmpty else { return .notFound }
    let before = folded.folding(prefix ?? "")
    let after = folded.folding(suffix ?? "")
    var all: [Range<Int>] = []
    var fitting: [Range<Int>] = []
    var cut: Range<Int>?
    folded.forEachMatch(of: pattern) { place in
      guard !folded.cutsWord(at: place.lowerBound), !folded.cutsWord(at: place.upperBound) else {
        cut = cut ?? place
        return true
      }
      if all.count < 100 { all.append(place) }
      if ends(at: place.lowerBound, with: before), starts(at: place.upperBound, with: after) { fitting.append(place) }
      return fitting.count < 100
    }
    if fitting.count == 1 { return .found(fitting[0]) }
    if fitting.count > 1 { return .ambiguous(fitting) }
    if !all.isEmpty { return .elsewhere(all) }
    return cut.map(Search.insideWord) ?? .notFound
  }

  /// The only place of words; nil if there is none or more than one.
  func place(of words: String, prefix: String? = nil, suffix: String? = nil) -> Range<Int>? {
    if case .found(let place) = search(words, prefix: prefix, suffix: suffix) { place } else { nil }
  }

  /// The places of words in a span of the file's bytes, in bytes of the folded text.
  func places(of words: String, in span: Range<Int>) -> [Range<Int>] {
    var places: [Range<Int>] = []
    folded.forEachPlace(of: folded.folding(words)) { place in
      let source = folded.source(place)
      if span.encloses(source) { places.append(place) }
      return source.lowerBound < span.upperBound
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

  private func ends(at offset: Int, with words: [UInt8]) -> Bool {
    guard !words.isEmpty else { return true }
    let end = offset > 0 && folded.bytes[offset - 1] == 0x20 ? offset - 1 : offset
    let start = end - words.count
    return start >= 0 && folded.bytes[start..<end].elementsEqual(words) && folded.isClusterBoundary(start)
  }

  private func starts(at offset: Int, with words: [UInt8]) -> Bool {
    guard !words.isEmpty else { return true }
    let start = offset < folded.bytes.count && folded.bytes[offset] == 0x20 ? offset + 1 : offset
    let end = start + words.count
    return end <= folded.bytes.count && folded.bytes[start..<end].elementsEqual(words)
      && folded.isClusterBoundary(end)
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
