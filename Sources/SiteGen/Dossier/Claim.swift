/// One answer to one question, given by one speaker and reported by one source, with the quotation that must prove the
/// answer. A claim has been read from a card but not verified.
struct Claim: Sendable {
  var id: String
  /// Whether the card gives the identifier; if not, it is derived from the identifiers of the source and the question.
  var hasOwnID: Bool
  /// The span of the identifier, or of the question if the identifier is derived.
  var idSpan: Range<Int>
  var question: Located<String>
  var answer: Located<String>
  /// Nil means the day on which the source was published.
  var asOf: Located<Moment>?
  var saidBy: Located<String>
  var via: [Located<String>]
  var quote: Located<String>
  var figure: Located<String>?
  var prefix: String?
  var suffix: String?
  var happened: Located<ClosedRange<Day>>?
  var part: PartOfDay?
  var place: String?
  var modality: Modality
  var note: Located<String>?
  /// The quotation in English or in the language of the site, by the editor.
  var translation: Located<String>?
  /// The editor's reading of the quotation, which replaces sitegen's for this claim alone, and the reason for it.
  var reading: Reading?
  var withdrawn: Withdrawal?
  /// The identifier of the earlier claim that this one corrects.
  var replaces: Located<String>?
  /// The span of the whole claim in its card.
  var span: Range<Int>

  enum PartOfDay: String, Sendable, CaseIterable {
    case night, morning, afternoon, evening
  }

  enum Modality: String, Sendable, CaseIterable {
    case asserted, denied, rumoured, projected, absence, doubt
  }

  struct Reading: Sendable {
    var words: Located<String>
    var why: String
  }

  struct Withdrawal: Sendable {
    var on: Day
    var why: String
  }
}
