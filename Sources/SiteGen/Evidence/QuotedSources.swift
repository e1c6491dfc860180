/// What is shown of one source and which of its numbers are used.
///
/// `claims` and `withdrawn` are those of this source, `cited` the spans that notes and cards quote.
func quotedSource(
  _ text: SourceText, _ passages: FoundPassages, claims: [Evidence], withdrawn: [FactSheet.WithdrawnClaim],
  cited: [Quotation]
) -> FactSheet.QuotedSource {
  var quoted: [Range<Int>: (quotation: Quotation, claims: [String])] = [:]
  for quotation in cited { quoted[quotation.span] = (quotation, []) }
  for evidence in claims {
    quoted[evidence.quotation.span, default: (evidence.quotation, [])].claims.append(evidence.id)
  }
  let inOrder = quoted.values.sorted {
    ($0.quotation.span.lowerBound, $0.quotation.span.upperBound)
      < ($1.quotation.span.lowerBound, $1.quotation.span.upperBound)
  }
  let used = inOrder.map(\.quotation.span)
  let ends = passages.notEvidence.flatMap { endsShown(of: $0.quotation.span, text) }
  let shown = union(
    used + ends + passages.damaged.map(\.quotation.span) + withdrawn.compactMap { $0.quotation?.span })
  let covering = union(used + passages.left)
  let excluded = union(passages.notEvidence.map(\.quotation.span))
  var uncovered: [Quotation] = []
  var quantities = 0
  for match in text.quantities where !match.countsOnlyInAnswers && !contains(excluded, match.span) {
    quantities += 1
    if !contains(covering, match.span) {
      let folded = text.seed.folded
      uncovered.append(
        text.seed.quotation(at: folded.folded(match.span.lowerBound)..<folded.folded(match.span.upperBound)))
    }
  }
  let characters = shown.reduce(0) {
    $0 + text.seed.codePoints(before: $1.upperBound) - text.seed.codePoints(before: $1.lowerBound)
  }
  return FactSheet.QuotedSource(
    sourceID: text.source.id,
    passages: inOrder.map { .init(quotation: $0.quotation, claims: $0.claims.sorted()) },
    notEvidence: passages.notEvidence, damaged: passages.damaged, shown: characters,
    total: text.seed.codePoints(before: text.seed.file.bytes.count), quantities: quantities,
    covered: quantities - uncovered.count, uncovered: uncovered)
}

/// The first and last four words of a passage, in bytes of the seed: what is shown of one that proves nothing.
func endsShown(of span: Range<Int>, _ text: SourceText) -> [Range<Int>] {
  let folded = text.seed.folded
  let place = folded.folded(span.lowerBound)..<folded.folded(span.upperBound)
  let blanks = place.filter { folded.bytes[$0] == 0x20 }
  guard blanks.count > 7 else { return [span] }
  return [
    folded.source(place.lowerBound..<blanks[3]), folded.source(blanks[blanks.count - 4] + 1..<place.upperBound),
  ]
}

/// The same bytes as sorted ranges that do not touch.
private func union(_ ranges: [Range<Int>]) -> [Range<Int>] {
  var merged: [Range<Int>] = []
  for range in ranges.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
    if let last = merged.last, range.lowerBound <= last.upperBound {
      merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
    } else {
      merged.append(range)
    }
  }
  return merged
}

/// Whether one of some sorted ranges holds a whole other one.
private func contains(_ ranges: [Range<Int>], _ span: Range<Int>) -> Bool {
  let index = ranges.partitioningIndex { $0.upperBound >= span.upperBound }
  return index < ranges.count && ranges[index].lowerBound <= span.lowerBound
}
