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
    if quoted.words.utf8.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) { return [.noWords(quoted, text)] }
    guard let nearest = text.nearest.nearest(to: quoted.words) else {
      return [Diagnostic(.quoteNotFound, "these words are not in \(text.name)", at: quoted.place)]
    }
    return [.likeWords(quoted, nearest, text)]
  }
}

extension Diagnostic {
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
      notes: places.prefix(3).map { Note("they stand in \"\(text.seed.context($0))\"", at: text.seed.place($0)) })
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
      at: quoted.place, notes: [Note("the seed has \"\(text.seed.text(whole))\"", at: text.seed.place(whole))],
      remedy: "write '\(text.seed.text(whole))'")
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
      notes: [Note("nearest passage: \"\(passage)\"", at: text.seed.place(nearest.place))],
      remedy: isSameWords ? "write '\(passage)'" : nil)
  }
}
