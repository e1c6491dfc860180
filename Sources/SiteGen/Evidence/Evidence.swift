/// A claim that has been proven: its quotation found, its number read. Only this file can make one.
struct Evidence: Sendable {
  let claim: Claim
  let question: Question
  let sourceID: String
  /// Nil: the document's own words (`said_by: report`).
  let speaker: Speaker?
  let quotation: Quotation
  let answer: Answer
  /// The day for which the answer holds: `as_of`, else the day on which the source was published.
  let asOf: Day

  var id: String { claim.id }
}
