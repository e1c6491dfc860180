/// How the answers to one question relate. The headline is the first case, in this order, that holds.
enum Agreement: String, Sendable, CaseIterable {
  case unanswered, list, disagree, fell, changed, agree
  case singleVoice = "single voice"
  case reported
}

/// An agreement that holds, and the deciding claims.
struct AgreementReason: Sendable {
  var agreement: Agreement
  /// Identifiers of claims, by day: two for `disagree`, `fell` and `changed`; none for `unanswered`; all for a list.
  /// For the others, the claims that give the brief answer; for `agree` and `single voice`, only those by voices.
  var claims: [String]
}

/// The current answer to a question (docs/agreement.md). Nothing is averaged, and nothing is chosen silently.
struct BriefAnswer: Sendable {
  var value: Value
  /// Identifiers of the claims from which it was derived, sorted by day, then identifier.
  var claims: [String]
  /// From the first to the last day of these claims; nil without claims.
  var days: ClosedRange<Day>?
  /// Sorted identifiers of the speakers who gave it: voices, unattributed speakers and `report`.
  var speakers: [String]

  indirect enum Value: Equatable, Sendable {
    /// No claim decides the question (`GivenAnswer.decides`).
    case none
    /// What the newest answers have in common.
    case quantity(Quantity)
    /// The lowest and the highest of the newest answers, if they have nothing in common.
    case between(Quantity, Quantity)
    /// The vague words given, sorted, if nobody gave a number.
    case vague([Quantity])
    case year(Int)
    case years(ClosedRange<Int>)
    case day(Day)
    case dayRange(ClosedRange<Day>)
    case choice(String)
    /// Identifiers of all choices given, in the order of the question.
    case disputed([String])
    /// Sorted by place.
    case byPlace([InPlace])
    case list([String])
  }

  /// A value that holds in one place. If the place is nil, it holds everywhere, or the place is not stated.
  struct InPlace: Equatable, Sendable {
    var place: String?
    var value: Value
  }
}
