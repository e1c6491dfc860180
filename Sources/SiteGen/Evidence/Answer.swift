/// What a claim answers, once its words have been checked.
enum Answer: Hashable, Sendable {
  case quantity(Quantity)
  /// Of a question whose unit is `year`.
  case year(Int)
  /// Of a question whose unit is `date`.
  case day(Day)
  /// The identifier of one of the question's choices.
  case choice(String)
  /// The editor's short words: of a list, of doubts and absences; `unknown` too.
  case words(String)

  /// The answer of a claim of which the source does not know more.
  static let unknown = "unknown"
}
