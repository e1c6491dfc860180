/// The parts of one source that are shown, and the use of its quantities. `cited` are the quotations from it in notes
/// and cards. Of the quantities that are not used, only the first `most` are listed: a seed of 16 MB may hold eight
/// million.
func quotedSource(_ card: ProvenCard, cited: [Quotation], listing most: Int = 100_000) -> FactSheet.QuotedSource {
  let text = card.text
  var quoted: [Range<Int>: (quotation: Quotation, claims: [String])] = [:]
  for quotation in cited { quoted[quotation.span] = (quotation, []) }
  for evidence in card.evidence {
    quoted[evidence.quotation.span, default: (evidence.quotation, [])].claims.append(evidence.id)
  }
  let inOrder = quoted.values.sorted { bySpan($0.quotation.span, $1.quotation.span) }
  let used = inOrder.map(\.quotation.span)
  let notEvidence = card.notEvidence.map(\.quotation.span)
  let shown = SpanSet(
    used + notEvidence.flatMap { endsShown(of: $0, text) } + card.damaged.map(\.quotation.span)
      + card.withdrawn.compactMap { $0.quotation?.span })
  let covering = SpanSet(used + card.left.map(\.span))
  let excluded = SpanSet(notEvidence)
  let folded = text.seed.folded
  var (quantities, covered, uncovered): (Int, Int, [Quotation]) = (0, 0, [])
  for span in text.counted where !excluded.contains(span) {
    quantities += 1
    if covering.contains(span) {
      covered += 1
    } else if uncovered.count < most {
      uncovered.append(
        text.seed.quotation(at: folded.folded(span.lowerBound)..<folded.folded(span.upperBound)))
    }
  }
  func codePoints(_ span: Range<Int>) -> Int {
    text.seed.codePoints(before: span.upperBound) - text.seed.codePoints(before: span.lowerBound)
  }
  return FactSheet.QuotedSource(
    sourceID: text.source.id,
    passages: inOrder.map { .init(quotation: $0.quotation, claims: $0.claims.sorted()) },
    notEvidence: card.notEvidence, damaged: card.damaged, headlines: card.titles,
    shown: shown.spans.reduce(0) { $0 + codePoints($1) },
    total: codePoints(0..<text.seed.file.bytes.count), quantities: quantities,
    covered: covered, uncovered: uncovered)
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
