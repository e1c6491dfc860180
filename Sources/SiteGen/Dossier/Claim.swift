/// One answer to one question, given by one speaker, reported by one source, with the words that are to prove it:
/// read from a card, not yet believed.
struct Claim: Sendable {
  var id: String
  /// Whether the card writes the identifier.
  var hasOwnID: Bool
  /// Where it does; else where it names its question, from which the identifier is made.
  var idSpan: Range<Int>
  var question: Located<String>
  var answer: Located<String>
  /// Nil: the day on which the source was published.
  var asOf: Located<Day>?
  var saidBy: Located<String>
  var via: [Located<String>]
  var quote: Located<String>
  var figure: Located<String>?
  var prefix: String?
  var suffix: String?
  var happened: Located<ClosedRange<Day>>?
  /// False where the card writes `as_of` or `happened` so that they cannot be read.
  var daysAreRead: Bool
  var part: PartOfDay?
  var place: String?
  var modality: Modality
  var note: Located<String>?
  var translation: String?
  var withdrawn: Withdrawal?
  /// The whole claim in its card.
  var span: Range<Int>

  enum PartOfDay: String, Sendable, CaseIterable {
    case night, morning, afternoon, evening
  }

  enum Modality: String, Sendable, CaseIterable {
    case asserted, denied, rumoured, projected, absence, doubt
  }

  struct Withdrawal: Sendable {
    var on: Day
    var why: String
  }
}
