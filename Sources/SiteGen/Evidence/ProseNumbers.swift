/// The numbers and years in a note's running text.
struct ProseNumbers: Sendable {
  let quantities: [QuantityMatch]
  let years: [Located<Int>]
  /// Words that may be a quantity and are not understood.
  let notUnderstood: [Range<Int>]

  /// Reads only the given ranges of the text, which must be in order and must not overlap.
  init(_ prose: ProseText, _ grammar: QuantityGrammar, in ranges: [Range<Int>]) {
    let readings = ranges.map { grammar.read(prose.bytes, in: $0) }
    self.init(
      prose, grammar,
      QuantityReading(
        quantities: readings.flatMap(\.quantities), dates: readings.flatMap(\.dates),
        notUnderstood: readings.flatMap(\.notUnderstood)))
  }

  /// Leaves out numbers that count only in answers. Numbers on the two sides of a link's edge are separate. `reading` is
  /// that of the whole text.
  init(_ prose: ProseText, _ grammar: QuantityGrammar, _ reading: QuantityReading) {
    quantities = reading.quantities.flatMap { match in
      prose.bound.isEmpty ? [match] : split(match, prose, grammar)
    }.filter { !$0.countsOnlyInAnswers }
    notUnderstood = reading.notUnderstood
    years = reading.dates.compactMap { date in date.year.map { Located($0, date.span) } }
  }

  /// The quantities that start in a range.
  func quantities(in range: Range<Int>) -> some Sequence<QuantityMatch> {
    quantities[quantities.partitioningIndex { $0.span.lowerBound >= range.lowerBound }...]
      .prefix { $0.span.lowerBound < range.upperBound }
  }
}

/// Splits a quantity that crosses a link's edge, with numbers on both sides, into one quantity for each side: "[16](…)
/// or [18](…)" is not a range. Words before the first number, such as a qualifier, belong to that number.
private func split(_ match: QuantityMatch, _ prose: ProseText, _ grammar: QuantityGrammar) -> [QuantityMatch] {
  var edges = prose.edges(in: match.span)
  guard !edges.isEmpty else { return [match] }
  edges.append(match.span.upperBound)
  var parts: [Range<Int>] = []
  var (start, edge) = (match.span.lowerBound, match.span.lowerBound)
  for next in edges {
    if grammar.quantities(in: prose.bytes, range: edge..<next).contains(where: { !$0.countsOnlyInAnswers }) {
      parts.append(start..<next)
      start = next
    }
    edge = next
  }
  guard parts.count > 1 else { return [match] }
  parts[parts.count - 1] = parts[parts.count - 1].lowerBound..<match.span.upperBound
  let read = parts.flatMap { grammar.quantities(in: prose.bytes, range: $0) }
  // Why: "[2.5](…) million" is one number with its scale after the link.
  let product = read.reduce(1) { $0 * ($1.quantity.lower ?? $1.quantity.upper ?? 0) }
  return product == match.quantity.lower ?? match.quantity.upper ? [match] : read
}
