/// Where in their report quoted words stand, as strips.
extension Site {
  /// Where an answer's quotation stands, among all words of the report that the site quotes.
  func position(of evidence: Evidence) -> HTML? {
    guard let source = source(evidence.sourceID) else { return nil }
    let place = evidence.quotation.span
    let share = percentage(place.lowerBound, of: source.seed.file.bytes.count)
    return HTML(
      positionStrip(
        quoted: quotedParts(of: source), marked: perMille(place, of: source),
        label: strings.fill(.wordsAt, ("share", share)), isMirrored: strings[.direction] == "rtl"))
  }

  /// All words of a report that the site quotes. Hidden from screen readers: say next to it how much is quoted.
  func quotedStrip(of source: Source) -> HTML {
    HTML(positionStrip(quoted: quotedParts(of: source), isMirrored: strings[.direction] == "rtl"))
  }

  private func quotedParts(of source: Source) -> [Range<Int>] {
    SpanSet((quoted(source.id)?.passages ?? []).map { perMille($0.quotation.span, of: source) }).spans
  }

  /// A span of a report's text per mille of the text; long enough to be seen.
  private func perMille(_ span: Range<Int>, of source: Source) -> Range<Int> {
    let length = max(source.seed.file.bytes.count, 1)
    let start = span.lowerBound * 1000 / length
    return start..<max(start + 4, span.upperBound * 1000 / length)
  }
}
