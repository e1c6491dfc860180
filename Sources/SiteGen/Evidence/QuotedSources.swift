/// The parts of one source that are shown, and the use of its quantities. `cited` are the quotations from it in notes
/// and cards.
func quotedSource(_ card: ProvenCard, cited: [Quotation]) -> FactSheet.QuotedSource {
  let text = card.text
  var quoted: [Range<Int>: (quotation: Quotation, claims: [String])] = [:]
  for quotation in cited { quoted[quotation.span] = (quotation, []) }
  for evidence in card.evidence {
    quoted[evidence.quotation.span, default: (evidence.quotation, [])].claims.append(evidence.id)
  }
  let inOrder = quoted.values.sorted { bySpan($0.quotation.span, $1.quotation.span) }
  let used = inOrder.map(\.quotation.span)
  let notEvidence = card.notEvidence.map(\.quotation.span)
  let shown = union(
    used + notEvidence.flatMap { endsShown(of: $0, text) } + card.damaged.map(\.quotation.span)
      + card.withdrawn.compactMap { $0.quotation?.span })
  let covering = union(used + card.left.map(\.span))
  let excluded = union(notEvidence)
  let counted = text.quantities.filter { !$0.countsOnlyInAnswers && !contains(excluded, $0.span) }
  let folded = text.seed.folded
  let uncovered = counted.filter { !contains(covering, $0.span) }.map {
    text.seed.quotation(at: folded.folded($0.span.lowerBound)..<folded.folded($0.span.upperBound))
  }
  func codePoints(_ span: Range<Int>) -> Int {
    text.seed.codePoints(before: span.upperBound) - text.seed.codePoints(before: span.lowerBound)
  }
  return FactSheet.QuotedSource(
    sourceID: text.source.id,
    passages: inOrder.map { .init(quotation: $0.quotation, claims: $0.claims.sorted()) },
    notEvidence: card.notEvidence, damaged: card.damaged, shown: shown.reduce(0) { $0 + codePoints($1) },
    total: codePoints(0..<text.seed.file.bytes.count), quantities: counted.count,
    covered: counted.count - uncovered.count, uncovered: uncovered)
}

/// The spans of the first and last four words of a passage, in bytes of the seed. The whole passage if it has at most
/// eight words. Of a passage in `not_evidence`, pages show only these words.
func endsShown(of span: Range<Int>, _ text: SourceText) -> [Range<Int>] {
  let folded = text.seed.folded
  let place = folded.folded(span.lowerBound)..<folded.folded(span.upperBound)
  let spaces = place.filter { folded.bytes[$0] == 0x20 }
  guard spaces.count > 7 else { return [span] }
  return [
    folded.source(place.lowerBound..<spaces[3]), folded.source(spaces[spaces.count - 4] + 1..<place.upperBound),
  ]
}

private func bySpan(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
  (left.lowerBound, left.upperBound) < (right.lowerBound, right.upperBound)
}

/// The union of ranges, as sorted ranges that do not touch.
private func union(_ ranges: [Range<Int>]) -> [Range<Int>] {
  var merged: [Range<Int>] = []
  for range in ranges.sorted(by: bySpan) {
    if let last = merged.last, range.lowerBound <= last.upperBound {
      merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
    } else {
      merged.append(range)
    }
  }
  return merged
}

/// Whether one of the sorted ranges encloses a span.
private func contains(_ ranges: [Range<Int>], _ span: Range<Int>) -> Bool {
  let index = ranges.partitioningIndex { $0.upperBound >= span.upperBound }
  return index < ranges.count && ranges[index].encloses(span)
}
