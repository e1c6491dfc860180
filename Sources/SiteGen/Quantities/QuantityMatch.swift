/// A quantity found in a text; spans are UTF-8 bytes of that text.
struct QuantityMatch: Hashable, Sendable {
  /// The unit that belongs to the number itself, as opposed to its noun.
  enum Unit: Hashable, Sendable {
    case plain
    case percent
    /// A part of a whole: "two-thirds" is 2/3, "half of them" 0.5.
    case fraction
    /// With the sign of the currency or, if it has none, its English name.
    case money(String)
  }

  var quantity: Quantity
  /// Qualifier, number, scale, range and unit.
  var span: Range<Int>
  /// The number or range alone, with its scale.
  var numberSpan: Range<Int>
  /// Other readings that pass: a qualifier before coordinated quantities may reach this one.
  var alternatives: [Quantity] = []
  /// Whether only the answer check counts it: "no", "many", "several", "one of", "one" alone.
  var countsOnlyInAnswers = false
  var unit = Unit.plain
  /// The noun that is counted, where it is certain.
  var noun: Range<Int>?

  /// Whether an answer is this quantity, in one of its readings.
  func equals(_ answer: Quantity) -> Bool {
    quantity.equals(answer) || alternatives.contains { $0.equals(answer) }
  }
}

/// The first match that a quotation's span would cut: one of its ends lies strictly inside the match's span.
///
/// The matches are those of the whole text, so that a quotation cannot cut off a qualifier.
func cuts(_ span: Range<Int>, in matches: [QuantityMatch]) -> QuantityMatch? {
  matches.first { match in
    (match.span.lowerBound < span.lowerBound && span.lowerBound < match.span.upperBound)
      || (match.span.lowerBound < span.upperBound && span.upperBound < match.span.upperBound)
  }
}

/// A day or year that a text names; the span is in UTF-8 bytes of that text.
struct DateMention: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// 1 for Monday to 7 for Sunday (ISO 8601).
    case weekday(Int)
    case dayMonth(day: Int, month: Int, year: Int?)
    case year(Int)
  }

  var span: Range<Int>
  var kind: Kind
}
