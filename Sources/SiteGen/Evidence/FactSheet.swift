/// Everything that has been proven, and therefore everything that pages may show.
struct FactSheet: Sendable {
  var dossier: Dossier
  /// All evidence, sorted by claim identifier.
  var evidence: [Evidence]
  /// Sorted by claim identifier.
  var withdrawn: [WithdrawnClaim]
  var voices: Voices
  /// One for each question, in the order of topics, then in the order of each topic's questions.
  var answeredQuestions: [AnsweredQuestion]
  /// The sources replayed in the order of `recorded`, then `published`, then identifier.
  var history: [HistoryStep]
  /// The quotations in notes and cards, by file path, then by node of the Markdown tree.
  var citations: [String: [Int: Citation]] = [:]
  /// The quotations in the front matter of notes, by file path, then by the start of the paragraph, then by its node.
  var paragraphCitations: [String: [Int: [Int: Citation]]] = [:]
  /// The quoted parts of each source, in the order of the dossier's sources.
  var quoted: [QuotedSource] = []
  var check = CheckFigures()

  /// A question with its answers.
  struct AnsweredQuestion: Sendable {
    var question: Question
    /// Sorted by day and time, then asserted answers first, then by identifier. Includes replaced claims.
    var evidence: [Evidence]
    /// The evidence without replaced claims.
    var unreplaced: [Evidence] { evidence.filter { $0.replacedBy == nil } }
    var agreement: Agreement { all.first?.agreement ?? .unanswered }
    /// The agreements that a reader sees as the status and as further remarks: those of a list with one entry without
    /// the remark that it is a list.
    var shownReasons: ArraySlice<AgreementReason> {
      agreement == .list && brief.all.count == 1 ? all.dropFirst() : all[...]
    }
    var status: AnswerStatus { shownReasons.first.map(AnswerStatus.init) ?? .unanswered }
    /// All agreements that hold, the headline first.
    var all: [AgreementReason]
    var brief: BriefAnswer
    /// Identifiers of the claims whose answers are current: those that a number in a link to the question may give.
    var current: Set<String>
    /// Identifiers of the claims that state an answer which the brief answer shows, sorted by day; other than those of
    /// the brief answer, they may be of earlier days.
    var stated: [String]
    /// Identifiers of the voices that state it, sorted.
    var voices: [String]
  }

  /// A claim that the editors took back. It no longer counts.
  struct WithdrawnClaim: Sendable {
    var claim: Claim
    var sourceID: String
    /// Nil if the words are not in the seed exactly once; they are then not shown.
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
    /// The questions whose brief answer changed, in the order of topics.
    var changes: [Change]

    struct Change: Sendable {
      var question: Question
      var before: BriefAnswer
      var after: BriefAnswer
      /// The agreement after the change.
      var why: AgreementReason
    }
  }

  struct QuotedSource: Sendable {
    var sourceID: String
    /// The distinct quoted passages, in the seed's order.
    var passages: [QuotedPassage]
    var notEvidence: [NamedPassage]
    var damaged: [NamedPassage]
    /// The places of the title in the seed, in bytes.
    var headlines: [Range<Int>]
    /// The number of the seed's code points that the site shows, each counted once; then the number in the whole seed.
    var shown: Int
    var total: Int
    /// The number of quantities in the seed, except those in `not_evidence`; then the number of these that are quoted
    /// or listed under `left`.
    var quantities: Int
    var covered: Int
    /// The quantities that are neither quoted nor listed under `left`, in order; the first 100,000.
    var uncovered: [Quotation]
  }

  struct QuotedPassage: Sendable {
    var quotation: Quotation
    /// Sorted identifiers of the claims that it proves; empty if only the prose of notes and cards quotes it.
    var claims: [String]
  }

  struct NamedPassage: Sendable {
    var passage: Passage
    var quotation: Quotation
  }

  /// Counts of everything that was checked.
  struct CheckFigures: Sendable {
    var quotations = 0
    /// The numbers that sitegen read and compared.
    var numbers = 0
    /// The answers whose number an editor read: in place of sitegen, or in a translation.
    var readings = 0
    var translations = 0
    var quantities = 0
    var covered = 0
  }
}
