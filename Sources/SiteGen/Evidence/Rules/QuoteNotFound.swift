extension Rule {
  static let quoteNotFound = Rule(
    "quote-not-found", .error, about: .quotations, "the quotation is not in its seed",
    reason: """
      A quotation is the seed's own words, complete and in order. Only white space, line ends and Unicode \
      normalisation may differ. A changed letter, a missing word, half a word or another kind of quotation mark makes \
      it a different quotation. The diagnostic shows the nearest passage.
      """,
    example: .card(
      failing: #"quote: "More than 3,800 people fled their homes""#,
      corrected: #"quote: "More than 3,800 people left their homes""#))
}

/// **quote-not-found**: a quotation is the seed's own words, whole and in their order; only white space, line ends and
/// Unicode normalisation may differ.
func quoteNotFound(_ quoted: QuotedWords, _ search: SeedText.Search, in text: SourceText) -> [Diagnostic] {
  switch search {
  case .found, .ambiguous: return []
  case .elsewhere(let places):
    return [.wordsElsewhere(quoted, places, text)]
  case .insideWord(let place):
    return [.cutWord(quoted, place, text)]
  case .notFound:
    if quoted.words.utf8.allSatisfy(\.isWhitespace) { return [.noWords(quoted, text)] }
    if let inner = withoutMarks(quoted.words), isThere(inner, text) { return [.inMarks(quoted, inner, text)] }
    guard let nearest = text.nearest.value.nearest(to: quoted.words) else {
      return [
        Diagnostic(
          .quoteNotFound, "these words are not in \(text.name)", at: quoted.place,
          remedy: "copy the words from \(text.seed.file.path) as they stand there")
      ]
    }
    return [.likeWords(quoted, nearest, text)]
  }
}

/// What stands between the curly or straight quotation marks with which words start and end; nil where they do not.
private func withoutMarks(_ words: String) -> String? {
  guard let first = words.first, let last = words.last, words.count > 2 else { return nil }
  let pairs: [(Character, Character)] = [
    ("“", "”"), ("„", "“"), ("„", "”"), ("”", "”"), ("‘", "’"), ("‚", "‘"), ("«", "»"), ("»", "«"), ("\"", "\""),
  ]
  return pairs.contains { $0 == (first, last) } ? String(words.dropFirst().dropLast()) : nil
}

private func isThere(_ words: String, _ text: SourceText) -> Bool {
  switch text.seed.search(words) {
  case .found, .ambiguous, .elsewhere: true
  case .insideWord, .notFound: false
  }
}

extension Diagnostic {
  /// Words that are in the seed, but without the quotation marks around them.
  fileprivate static func inMarks(_ quoted: QuotedWords, _ words: String, _ text: SourceText) -> Diagnostic {
    let before = quoted.place.span.lowerBound - 1
    let bytes = quoted.place.file.bytes
    let isQuoted =
      bytes.indices.contains(before) && [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(bytes[before])
    guard quoted.isValue, !isQuoted, words.unicodeScalars.allSatisfy({ $0 != "\"" && $0 != "\\" }) else {
      return Diagnostic(
        .quoteNotFound, "these words are in \(text.name), but not in these quotation marks", at: quoted.place,
        remedy: "leave out the marks at both ends, or move them to where the seed has them")
    }
    return Diagnostic(
      .quoteNotFound, "quotation marks around a YAML value must be straight: these are read as its words",
      at: quoted.place, remedy: "write \"\(words)\"", fix: quoted.fix(words))
  }

  fileprivate static func noWords(_ quoted: QuotedWords, _ text: SourceText) -> Diagnostic {
    Diagnostic(
      .quoteNotFound, "no words of \(text.name) are quoted", at: quoted.place,
      remedy: "quote the words of the seed that prove it")
  }

  fileprivate static func wordsElsewhere(
    _ quoted: QuotedWords, _ places: [Range<Int>], _ text: SourceText
  ) -> Diagnostic {
    Diagnostic(
      .quoteNotFound, "these words are in \(text.name), but not between this prefix and suffix", at: quoted.place,
      notes: places.prefix(3).map { Note("they stand here", at: text.seed.contextPlace($0)) },
      remedy: "give as prefix or suffix what stands directly before or after those that are meant")
  }

  fileprivate static func cutWord(_ quoted: QuotedWords, _ place: Range<Int>, _ text: SourceText) -> Diagnostic {
    let folded = text.seed.folded
    let starts = folded.cutsWord(at: place.lowerBound)
    let start = starts ? folded.word(around: place.lowerBound) : place.lowerBound..<place.lowerBound
    let end =
      folded.cutsWord(at: place.upperBound)
      ? folded.word(around: place.upperBound) : place.upperBound..<place.upperBound
    let whole = min(start.lowerBound, place.lowerBound)..<max(end.upperBound, place.upperBound)
    let word = text.seed.text(starts ? start : end)
    return Diagnostic(
      .quoteNotFound, "the quotation \(starts ? "starts" : "ends") inside the word '\(word)' of \(text.name)",
      at: quoted.place, notes: [Note("it stands here", at: text.seed.place(whole))],
      remedy: "write '\(text.seed.text(whole))'", fix: quoted.fix(text.seed.text(whole)))
  }

  fileprivate static func likeWords(
    _ quoted: QuotedWords, _ nearest: NearestPassages.Match, _ text: SourceText
  ) -> Diagnostic {
    let passage = text.seed.text(nearest.place)
    let difference: String? =
      switch nearest.difference {
      case .marks: "only quotation marks or dashes differ"
      case .letterCase: "only capital and small letters differ"
      case .punctuation: "only punctuation differs"
      case .missing(let words): "'\(text.seed.text(words))' is missing"
      case .words: nil
      }
    let isSameWords =
      switch nearest.difference {
      case .marks, .letterCase, .punctuation: true
      case .missing, .words: false
      }
    return Diagnostic(
      .quoteNotFound, "these words are not in \(text.name)" + (difference.map { ": " + $0 } ?? ""), at: quoted.place,
      notes: [Note("nearest passage", at: text.seed.place(nearest.place))],
      remedy: isSameWords ? "write '\(passage)'" : nil, fix: isSameWords ? quoted.fix(passage) : nil)
  }
}

extension QuotedWords {
  /// Other words in the place of these: as a YAML value, or where Markdown writes them as they stand.
  fileprivate func fix(_ words: String) -> Fix? {
    if isValue { return Fix(scalarAt: place, words) }
    let mayEnd: Set<UInt8> = [UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "\\")]
    guard place.file.text(place.span) == self.words, !words.utf8.contains(where: mayEnd.contains) else { return nil }
    return Fix(place, words)
  }
}
