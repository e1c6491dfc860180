/// What has been proven: everything that the pages may show.
struct FactSheet: Sendable {
  var dossier: Dossier
  /// All evidence, sorted by claim identifier.
  var evidence: [Evidence]
  /// Sorted by claim identifier.
  var withdrawn: [WithdrawnClaim]
  /// One for each question, in the order of topics, then as each topic asks.
  var answeredQuestions: [AnsweredQuestion]
  /// The sources replayed in the order of `recorded`, then `published`, then identifier.
  var history: [HistoryStep]
  /// The quotations of notes and cards, by file path, then by the tree's node.
  var citations: [String: [Int: Citation]]
  /// Those of notes' summaries, by file path, then by the summary's node.
  var summaryCitations: [String: [Int: Citation]] = [:]
  /// What is quoted of each source, in the order of the dossier's sources.
  var quoted: [QuotedSource]
  var check: CheckFigures
  /// Whether no error keeps a quotation or claim from being counted.
  var isWhole: Bool

  /// A question with its answers.
  struct AnsweredQuestion: Sendable {
    var question: Question
    /// Sorted by day, then what is asserted before all else, then identifier.
    var evidence: [Evidence]
    var agreement: Agreement { all.first?.agreement ?? .unanswered }
    /// All agreements that hold, the headline first.
    var all: [AgreementReason]
    var brief: BriefAnswer
    /// Identifiers of the voices that give an answer, sorted; one who speaks for another is that other.
    var voices: [String]
  }

  /// A claim that the editors took back: counts for nothing.
  struct WithdrawnClaim: Sendable {
    var claim: Claim
    var sourceID: String
    /// Nil when the words are not in the seed: then they are not shown.
    var quotation: Quotation?
  }

  /// A checked quotation in a note or card.
  struct Citation: Sendable {
    var sourceID: String
    var quotation: Quotation
  }

  struct HistoryStep: Sendable {
    var sourceID: String
    var recorded: Day
    /// The questions whose brief answer moved, in the order of findings.
    var changes: [Change]

    struct Change: Sendable {
      var question: Question
      var before: BriefAnswer
      var after: BriefAnswer
      /// How the answers stood to each other then.
      var why: AgreementReason
    }
  }

  struct QuotedSource: Sendable {
    var sourceID: String
    /// Each distinct quoted passage in the seed's order.
    var passages: [QuotedPassage]
    var notEvidence: [NamedPassage]
    var damaged: [NamedPassage]
    /// Characters of the seed that public/ shows, counted once, and of the whole seed.
    var shown: Int
    var total: Int
    /// Quantities of the seed outside `not_evidence`; those that are quoted or left.
    var quantities: Int
    var covered: Int
    /// The quantities that nobody used.
    var uncovered: [Quotation]
  }

  struct QuotedPassage: Sendable {
    var quotation: Quotation
    /// Identifiers of the claims that it proves, sorted; empty where only a note quotes it.
    var claims: [String]
  }

  struct NamedPassage: Sendable {
    var passage: Passage
    var quotation: Quotation
  }

  /// The last check's own figures.
  struct CheckFigures: Sendable {
    var quotations: Int
    var numbers: Int
    var quantities: Int
    var covered: Int
  }
}
