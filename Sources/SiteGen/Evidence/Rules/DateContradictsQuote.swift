extension Rule {
  static let dateContradictsQuote = Rule(
    "date-contradicts-quote", .warning, about: .days, "the quotation names days, but none of the claim's days",
    reason: """
      The quotation names weekdays or dates, but none of them is one of the claim's days: `as_of`, `happened`, or an \
      answer that is a day.
      """,
    example: .card(
      failing: """
        # the card has: published: 2031-05-04
        quote: "The river rose on Saturday, 3 May."
        """,
      corrected: """
        # the card has: published: 2031-05-04
        happened: 2031-05-03
        quote: "The river rose on Saturday, 3 May."
        """))
}

/// Reports a quotation that names days, but none of the claim's days. These are `asOf`, the days of `happened`, and the
/// answer if it is a day.
func dateContradictsQuote(_ claim: Claim, asOf: Day, _ answer: Answer?, _ span: Range<Int>, in text: SourceText)
  -> [Diagnostic]
{
  let named = text.dates(in: span).filter { if case .year = $0.kind { false } else { true } }
  guard !named.isEmpty else { return [] }
  if named.contains(where: { $0.kind.names(asOf) }) { return [] }
  if case .day(let day)? = answer, named.contains(where: { $0.kind.names(day) }) { return [] }
  if let happened = claim.happened?.value, named.contains(where: { $0.kind.names(aDayIn: happened) }) { return [] }
  let words = named.map { "'\(text.words($0.span))'" }.joined(separator: ", ")
  return [
    Diagnostic(
      .dateContradictsQuote, "the quotation names \(words), but the claim's day is \(asOf)",
      at: Place(text.source.file, claim.quote.span), remedy: "set 'as_of' or 'happened' to the day that is named")
  ]
}

extension DateMention.Kind {
  /// Whether a weekday or a day of a month is this day. A year alone names no day.
  func names(_ day: Day) -> Bool {
    switch self {
    case .weekday(let weekday): day.weekday == weekday
    case .dayMonth(let number, let month, let year):
      day.day == number && day.month == month && (year ?? day.year) == day.year
    case .year: false
    }
  }

  fileprivate func names(aDayIn days: ClosedRange<Day>) -> Bool {
    if names(days.lowerBound) || names(days.upperBound) { return true }
    let (first, last) = (days.lowerBound.dayNumber, days.upperBound.dayNumber)
    switch self {
    case .weekday(let weekday):
      return (0..<7).contains { first + $0 <= last && (first + $0) % 7 + 1 == weekday }
    case .dayMonth(let day, let month, let year):
      return (days.lowerBound.year...days.upperBound.year).contains { candidate in
        guard year ?? candidate == candidate, let day = Day(year: candidate, month: month, day: day) else {
          return false
        }
        return days.contains(day)
      }
    case .year: return false
    }
  }
}
