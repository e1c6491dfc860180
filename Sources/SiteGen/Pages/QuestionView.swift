/// A question with its brief answer and all its answers, for lists, figures and sections.
struct QuestionView: PageView {
  let page: PageContext
  let answered: FactSheet.AnsweredQuestion
  var caption: String?
  var isAnchored = false
  /// Whether this is the question's own page, where the answers have their permanent anchors.
  var isWhole = false
  var leavesOutChart = false
  /// Whether the answer to a sensitive question is left out, as in a list of questions.
  var hidesSensitive = false
  /// A small chart that is already made; nil for the question's chart where it belongs.
  var compactChart: AnswerChart?
  /// The claims that a part of a divided page shows in the table of answers; nil for all.
  var shown: Set<String>?
  /// Whether the page is shown in a frame, where a link in a sentence would open inside the frame.
  var isInFrame = false

  private var question: Question { answered.question }
  private var isHidden: Bool { hidesSensitive && question.isSensitive }

  /// The question's chart. It is shown only where the question has its anchor, or on the question's own page, so that
  /// no page shows it twice.
  private var chart: AnswerChart? {
    (isAnchored || isWhole) && !leavesOutChart ? site.chart(of: answered) : nil
  }

  /// The year that days need not repeat: a frame is shown in another page, where nothing names it.
  private var knownYear: Int? { isInFrame ? nil : site.commonYear }

  /// Nil below a headline, which the editor wrote. The question's own page gives its year.
  private var details: String? {
    guard site.headline(of: answered) == nil else { return nil }
    return site.details(of: answered.brief, to: question, knownYear: isWhole ? nil : knownYear)
  }

  /// The answers to a question for a list, with their speakers; none if there is only one.
  private var entries: [AnswerSide] {
    guard case .list = question.kind else { return [] }
    let entries = AnswerSide.all(of: answered, on: site)
    return entries.count > 1 ? entries : []
  }

  /// The answers with an editor's remark, if the answers contradict each other.
  private var remarks: [AnswerView] {
    guard let reason = answered.all.first, [.disagree, .fell].contains(reason.agreement) else { return [] }
    return page.answers(reason.claims.compactMap(site.evidence).filter { $0.claim.note != nil })
  }

  static let fields = Fields<QuestionView>([
    .text("id") { $0.question.id },
    .text("anchor") { $0.isAnchored ? $0.question.id : nil },
    .text("heading_id") { "asks_" + $0.question.id },
    .text("asks") { $0.question.asks },
    .text("label") { $0.question.label },
    .text("caption") { $0.caption ?? $0.question.asks },
    .address("href") { $0.link(Address.question($0.question.id)) },
    .flag("sensitive") { $0.question.isSensitive },
    .text("brief") { $0.isHidden ? nil : $0.site.brief(of: $0.answered) },
    .text("brief_size") { $0.site.briefSize(of: $0.answered).rawValue },
    .markup("in_brief") { $0.isInFrame || $0.isHidden ? nil : $0.page.headline(of: $0.answered) },
    .flaggedList("brief_lines", BriefLine.fields) { view in
      view.isHidden ? [] : view.site.briefLines(of: view.answered)
    },
    .text("brief_unit") { view in
      view.isHidden || view.site.headline(of: view.answered) != nil
        ? nil : view.site.unit(of: view.answered.brief, to: view.question)
    },
    .text("brief_details") { $0.isHidden ? nil : $0.details },
    .flaggedList("entries", AnswerSide.fields) { $0.entries },
    .list("doubts", Doubt.fields) { view in
      view.site.doubts(about: view.answered, knownYear: view.knownYear).map(Doubt.init)
    },
    .list("remarks", AnswerView.fields) { $0.remarks },
    .flaggedList("related", RelatedView.fields) { view in
      view.site.relations(of: view.question.id).map {
        RelatedView(page: view.page, relation: $0, isInFrame: view.isInFrame)
      }
    },
    .text("link_label") { $0.site.strings.fill(.linkToSection, ("title", $0.question.asks)) },
    .all(AgreementView.fields) { AgreementView(site: $0.site, answered: $0.answered) },
    .markup("chart") { view in
      let prefix = "chart_" + view.question.id
      if let chart = view.compactChart { return HTML(ChartFigure.compact(of: chart, prefix: prefix)) }
      return view.chart.map { HTML(ChartFigure.bytes(of: $0, prefix: prefix)) }
    },
    .flaggedList("answers", AnswerView.fields) { view in
      let answers = view.page.answersByPlace(view.answered.evidence, areAnchored: view.isWhole)
      return view.shown.map { shown in answers.filter { shown.contains($0.evidence.id) } } ?? answers
    },
    .text("table_caption") { $0.site.strings.fill(.tableCaption, ("label", $0.question.label)) },
    .text("table_label") { $0.site.strings.fill(.tableCaption, ("label", $0.question.label)) },
    .text("answers_summary") { $0.site.strings.count(.answersSummary, $0.answered.evidence.count) },
  ])
}

extension PageContext {
  func questions(_ answered: [FactSheet.AnsweredQuestion]) -> [QuestionView] {
    answered.map { QuestionView(page: self, answered: $0) }
  }
}

/// A question's figure in a note. It has its own template, because it is inserted in Markdown.
struct FigureView: Sendable {
  let question: QuestionView

  static let template = "figure.mustache"

  static let fields = Fields<FigureView>([
    .all(QuestionView.fields) { $0.question },
    .made("strings", Strings.fields.schema) { $0.question.site.stringsRecord },
  ])
}

/// How the answers to a question relate, and the reason.
struct AgreementView: Sendable {
  let site: Site
  let answered: FactSheet.AnsweredQuestion

  static let fields = Fields<AgreementView>([
    .text("agreement") { $0.site.words(of: $0.answered.status) },
    .text("agreement_class") { $0.answered.status.rawValue },
    .flag("is_contested") { [.disagree, .fell, .changed].contains($0.answered.status) },
    .markup("agreement_icon") { $0.answered.status.icon },
    .text("basis") { $0.site.basis(of: $0.answered) },
    .text("reason") { $0.site.reason(of: $0.answered) },
  ])
}

/// How large a brief answer can be set: a figure, a few words, or a sentence.
enum BriefSize: String, Sendable {
  case short, medium, long
}

extension Site {
  func briefSize(of answered: FactSheet.AnsweredQuestion) -> BriefSize {
    switch brief(of: answered).count {
    case _ where answered.brief.parts.count > 1: .long
    case ...20: .short
    case ...60: .medium
    default: .long
    }
  }
}

/// A doubt or denial that belongs to a brief answer.
struct Doubt: Sendable {
  let words: String

  static let fields = Fields<Doubt>([
    .text("doubt") { $0.words }
  ])
}

/// A question without an answer.
struct OpenQuestion: PageView {
  let page: PageContext
  let answered: FactSheet.AnsweredQuestion
  var isAnchored = false

  static let fields = Fields<OpenQuestion>([
    .text("id") { $0.answered.question.id },
    .text("anchor") { $0.isAnchored ? $0.answered.question.id : nil },
    .text("asks") { $0.answered.question.asks },
    .address("href") { $0.link(Address.question($0.answered.question.id)) },
    .text("text") { $0.site.strings[.unansweredText] },
    .flaggedList("said", AnswerView.fields) { open in
      open.answered.question.isSensitive ? [] : open.page.answers(open.answered.unreplaced)
    },
    .flaggedList("near", QuestionView.fields) { $0.page.questions($0.near) },
  ])

  /// The answered questions that come near: the whole of which this is a part, its parts, and related questions.
  private var near: [FactSheet.AnsweredQuestion] {
    let question = answered.question
    let whole = [question.partOf?.value].compactMap { $0 }
    let related = site.relations(of: question.id).map(\.other.id)
    let near = whole.compactMap(site.answered) + site.parts(of: question.id) + related.compactMap(site.answered)
    var seen: Set<String> = []
    return near.filter {
      $0.agreement != .unanswered && !$0.question.isSensitive && seen.insert($0.question.id).inserted
    }
  }
}

/// A brief answer that changed when a source entered the collection.
struct ChangeView: PageView {
  let page: PageContext
  let change: FactSheet.HistoryStep.Change
  let sourceID: String
  /// Whether the reason is left out.
  var isBrief = false

  /// Whether nothing that was shown before is gone.
  var isOnlyAdded: Bool { site.before(change) == nil }

  static let fields = Fields<ChangeView>([
    .text("label") { $0.change.question.label },
    .address("href") { $0.link(Address.question($0.change.question.id)) },
    .text("before") { $0.site.before($0.change) },
    .text("after") { $0.site.after($0.change) },
    .flag("is_addition") { $0.site.isAddition($0.change) },
    .text("why") { $0.isBrief ? nil : $0.site.why($0.change) },
    .text("source") { $0.site.shortTitle(ofSource: $0.sourceID) },
    .text("quoted_source") { $0.site.mention(ofSource: $0.sourceID) },
    .address("source_href") { $0.link(Address.source($0.sourceID)) },
  ])
}
