/// How the answers to one question relate. The headline is the first case, in this order, that holds.
enum Agreement: String, Sendable, CaseIterable {
  case unanswered, list, disagree, fell, changed, agree
  case singleVoice = "single voice"
  case reported
}

/// An agreement that holds, and the deciding claims.
struct AgreementReason: Sendable {
  var agreement: Agreement
  /// Identifiers of claims, by day. For `disagree`, `fell` and `changed`: two, or all that give the brief answer, if
  /// these disagree. None for `unanswered`; all for a list. For the others, the claims that give the brief answer; for
  /// `agree` and `single voice`, only those by voices.
  var claims: [String]
  /// For `single voice` and `reported`, the number of sources that state the answer; of several places, the lowest.
  var reports = 0
}

/// What a reader sees of how the answers relate: an agreement, or that several reports agree although fewer than two
/// speakers are named.
enum AnswerStatus: String, Sendable, CaseIterable {
  case unanswered, list, disagree, fell, changed, agree
  case reportsAgree = "reports-agree"
  case singleVoice = "single-voice"
  case reported

  init(_ reason: AgreementReason) {
    self =
      switch reason.agreement {
      case .unanswered: .unanswered
      case .list: .list
      case .disagree: .disagree
      case .fell: .fell
      case .changed: .changed
      case .agree: .agree
      case .singleVoice: reason.reports > 1 ? .reportsAgree : .singleVoice
      case .reported: reason.reports > 1 ? .reportsAgree : .reported
      }
  }
}

/// The current answers to a question as the speakers gave them (docs/agreement.md). Nothing is computed from them, and
/// none of them is chosen silently.
struct BriefAnswer: Sendable {
  /// Places in the order of names, the part without a place last; those of a state by day. Empty if no claim decides the
  /// question.
  var parts: [Part]

  /// The answers for one place, or for several with the same answer.
  struct Part: Sendable {
    /// Empty if the answers hold everywhere, or their place is not stated.
    var places: [String]
    /// Answers of different days, in chronological order; never empty. The answers of one step are sorted: numbers by
    /// size, choices in the order of the question, entries of a list by day.
    var steps: [[Given]]

    var all: [Given] { steps.flatMap(\.self) }

    /// Whether two of the answers contradict each other.
    var hasContradictions: Bool {
      let all = all
      return all.indices.contains { last in
        all[..<last].contains { $0.answer.contradicts(all[last].answer, asWords: true) }
      }
    }
  }

  /// One answer and the claims that give it.
  struct Given: Sendable {
    var answer: Answer
    /// Identifiers, the claim whose wording is shown first; never empty.
    var claims: [String]
  }

  /// Identifiers of the claims that gave what is shown, sorted by day, then identifier.
  var claims: [String]

  static let none = BriefAnswer(parts: [], claims: [])

  /// All answers that are shown.
  var all: [Given] { parts.flatMap(\.all) }

  /// More numbers than these are shown as the lowest and the highest.
  static let mostNumbers = 3

  /// Whether a reader sees the same answers, whoever gave them.
  func shows(sameAs other: BriefAnswer) -> Bool {
    parts.count == other.parts.count
      && zip(parts, other.parts).allSatisfy { $0.places == $1.places && $0.shown == $1.shown }
  }
}

extension BriefAnswer.Part {
  fileprivate var shown: [[Answer]] { steps.map { $0.map(\.answer) } }
}
