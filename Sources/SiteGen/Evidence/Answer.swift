/// The answer of a claim whose words have been checked.
enum Answer: Hashable, Sendable {
  case quantity(Quantity)
  /// The answer to a question with the unit `year`.
  case year(Int)
  /// The answer to a question with the unit `date`.
  case day(Day)
  /// The identifier of one of the question's choices.
  case choice(String)
  /// The editor's short words: for a list, a doubt or an absence, and `unknown`.
  case words(String)

  /// The answer of a source that says it does not know.
  static let unknown = "unknown"
}
