/// A question with its answer in brief and all its answers, as cards, figures and sections show it.
struct QuestionView: Sendable {
  let site: Site
  let answered: FactSheet.AnsweredQuestion
  let page: String
  var caption: String?
  var isAnchored = false
  /// Whether the answers stand on their question's own page, with their quotations and permanent anchors.
  var isWhole = false

  var leavesOutChart = false

  /// Drawn where the answers have their place, so that a page has it once.
  var chart: AnswerChart? { (isAnchored || isWhole) && !leavesOutChart ? site.chart(of: answered) : nil }

  private var otherAgreements: [OtherAgreement] {
    answered.all.dropFirst().map { OtherAgreement(view: AgreementView(site: site, answered: answered, reason: $0)) }
  }

  /// What the editor says of the answers that do not agree, or that moved.
  private var remarks: [AnswerView] {
    guard let reason = answered.all.first, [.disagree, .fell, .changed].contains(reason.agreement) else { return [] }
    return reason.claims.compactMap(site.evidence).filter { $0.claim.note != nil }
      .map { AnswerView(site: site, evidence: $0, page: page) }
  }

  static let fields = Fields<QuestionView>([
    .text("id") { $0.answered.question.id },
    .text("anchor") { $0.isAnchored ? $0.answered.question.id : nil },
    .text("heading_id") { "asks_" + $0.answered.question.id },
    .text("asks") { $0.answered.question.asks },
    .text("label") { $0.answered.question.label },
    .text("caption") { $0.caption ?? $0.answered.question.asks },
    .address("href") { Address.link(Address.question($0.answered.question.id), from: $0.page) },
    .flag("sensitive") { $0.answered.question.isSensitive },
    .text("brief") { $0.site.words(of: $0.answered.brief, to: $0.answered.question) },
    .text("brief_details") { $0.site.details(of: $0.answered.brief, to: $0.answered.question) },
    .text("speakers_count") { view in
      view.site.countedSpeakers(of: view.answered.brief)
    },
    .flag("has_other_agreements") { !$0.otherAgreements.isEmpty },
    .list("other_agreements", OtherAgreement.fields) { $0.otherAgreements },
    .list("remarks", AnswerView.fields) { $0.remarks },
    .text("link_label") { $0.site.strings.fill(.linkToSection, ("title", $0.answered.question.asks)) },
    .all(AgreementView.fields) { view in
      AgreementView(
        site: view.site, answered: view.answered,
        reason: view.answered.all.first ?? AgreementReason(agreement: .unanswered, claims: []))
    },
    .markup("chart") { view in
      view.chart.map { HTML(ChartSVG.bytes(of: $0, as: .inline(prefix: "chart_" + view.answered.question.id))) }
    },
    .flag("has_answers") { !$0.answered.evidence.isEmpty },
    .list("answers", AnswerView.fields) { view in
      view.answered.evidence.map {
        AnswerView(
          site: view.site, evidence: $0, page: view.page, isAnchored: view.isWhole, showsWords: true)
      }
    },
    .text("table_caption") { $0.site.strings.fill(.tableCaption, ("label", $0.answered.question.label)) },
    .text("table_label") { $0.site.strings.fill(.tableCaption, ("label", $0.answered.question.label)) },
    .text("answers_summary") { $0.site.strings.count(.answersSummary, $0.answered.evidence.count) },
  ])
}

/// A question's figure in a note: a template of its own, as it stands in the midst of Markdown.
struct FigureView: Sendable {
  let question: QuestionView

  static let template = "figure.mustache"

  static let fields = Fields<FigureView>([
    .all(QuestionView.fields) { $0.question },
    .made("strings", Strings.fields.schema) { $0.question.site.stringsRecord },
  ])
}

/// How the answers to a question stand to each other, and why.
struct AgreementView: Sendable {
  let site: Site
  let answered: FactSheet.AnsweredQuestion
  let reason: AgreementReason

  static let fields = Fields<AgreementView>([
    .text("agreement") { $0.site.words(of: $0.reason.agreement) },
    .text("agreement_class") { $0.reason.agreement.styleClass },
    .text("agreement_mark") { $0.reason.agreement.mark },
    .text("reason") { $0.site.sentence(for: $0.reason, in: $0.answered) },
  ])
}

/// An agreement that holds beside the headline.
struct OtherAgreement: Sendable {
  let view: AgreementView

  static let fields = Fields<OtherAgreement>([
    .text("id") { $0.view.answered.question.id },
    .all(AgreementView.fields) { $0.view },
  ])
}

/// A question without an answer.
struct OpenQuestion: Sendable {
  let site: Site
  let answered: FactSheet.AnsweredQuestion
  let page: String
  var isAnchored = false

  static let fields = Fields<OpenQuestion>([
    .text("id") { $0.answered.question.id },
    .text("anchor") { $0.isAnchored ? $0.answered.question.id : nil },
    .text("asks") { $0.answered.question.asks },
    .address("href") { Address.link(Address.question($0.answered.question.id), from: $0.page) },
    .text("text") { $0.site.strings[.unansweredText] },
  ])
}

/// A brief answer that moved when a source entered the collection.
struct ChangeView: Sendable {
  let site: Site
  let change: FactSheet.HistoryStep.Change
  let sourceID: String
  let page: String
  /// Whether only what changed is said, not why.
  var isBrief = false

  static let fields = Fields<ChangeView>([
    .text("label") { $0.change.question.label },
    .address("href") { Address.link(Address.question($0.change.question.id), from: $0.page) },
    .text("before") { view in
      if case .none = view.change.before.value { return nil }
      return view.site.words(of: view.change.before, to: view.change.question)
    },
    .text("after") { $0.site.words(of: $0.change.after, to: $0.change.question) },
    .text("why") { $0.isBrief ? nil : $0.site.why($0.change) },
    .text("source") { $0.site.title(ofSource: $0.sourceID) },
    .address("source_href") { Address.link(Address.source($0.sourceID), from: $0.page) },
  ])
}
