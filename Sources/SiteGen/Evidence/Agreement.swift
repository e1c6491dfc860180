/// How the answers to one question stand to each other, in the order in which the first that holds is the headline.
enum Agreement: String, Sendable, CaseIterable {
  case unanswered, list, disagree, fell, changed, agree
  case singleVoice = "single voice"
  case reported
}

/// An agreement that holds and the claims that decided it.
struct AgreementReason: Sendable {
  var agreement: Agreement
  /// Identifiers of claims, by day: two for `disagree`, `fell`, `changed`; none for `unanswered`; all of a list; of
  /// `agree` and `single voice` those with which voices give the brief answer; of `reported` those that give it.
  var claims: [String]
}

/// The answer to a question as it stands now, by the rules of design.md: nothing averaged, nothing picked in silence.
struct BriefAnswer: Sendable {
  var value: Value
  /// Identifiers of the claims from which it was made, sorted by day, then identifier.
  var claims: [String]
  /// The days of those claims; nil where there are none.
  var days: ClosedRange<Day>?
  /// Identifiers of those who gave it, sorted: voices, unattributed speakers and `report`.
  var speakers: [String]

  indirect enum Value: Sendable {
    /// No asserted claim answers the question.
    case none
    /// The answers of the newest day overlap: what they have in common.
    case quantity(Quantity)
    /// They do not: the lowest and the highest.
    case between(Quantity, Quantity)
    /// There is no number: the vague words given, sorted.
    case vague([Quantity])
    case year(Int)
    case years(ClosedRange<Int>)
    case day(Day)
    case dayRange(ClosedRange<Day>)
    case choice(String)
    /// Identifiers of all choices given, in the question's order.
    case disputed([String])
    /// Of a state: its value in each place, nil for everywhere, sorted by place.
    case byPlace([(place: String?, value: Value)])
    case list([String])
  }
}
