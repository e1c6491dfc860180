/// The home page: the most asked questions, the topics, the newest changes and the disagreements.
struct IndexPage: BuiltInPageContent, LongPageContent {
  let page: PageContext
  private let entries: ArraySlice<DisagreementEntry>

  static let builtIn = BuiltInPage.index
  /// The page ends with a link to all disagreements.
  static let isExcerpt = true

  static func listed(on site: Site) -> Int { site.sheet.answeredQuestions.count }

  static func entries(of subject: Void, on site: Site) -> [DisagreementEntry] {
    site.sheet.answeredQuestions.filter { $0.agreement.isContradiction && !$0.question.isSensitive }
      .map(DisagreementEntry.init)
  }

  init(page: PageContext, subject: Void, entries: ArraySlice<DisagreementEntry>) {
    self.page = page
    self.entries = entries
  }

  static let fields = Fields<IndexPage>([
    .all(NoteText.fields) { NoteText($0.note, on: $0.page, showsNotice: true) },
    // Why nil: a text with headings needs none before it.
    .text("body_heading") { $0.note?.body.headings.isEmpty == true ? $0.site.strings[.inShort] : nil },
    .text("collection") { $0.site.collectionInWords },
    .text("state") { home in home.site.strings.count(.questionsByStatus, home.site.sheet.answeredQuestions.count) },
    .flag("has_state") { !$0.site.sheet.answeredQuestions.isEmpty },
    .markup("state_bar") { $0.site.stateBar(of: $0.site.sheet.answeredQuestions, showsNumbers: true) },
    .list("statuses", StatusCount.fields) { $0.site.statusCounts },
    .flaggedList("asked_most", QuestionView.fields) { $0.page.questions($0.askedWithoutChart) },
    .flaggedList("charts", ChartView.fields) { $0.charts },
    .flaggedList("strip", StripPart.fields) { $0.page.strip },
    .text("strip_caption") { $0.page.stripCaption },
    .address("timeline_href") { _ in Address.page(.timeline) },
    .flaggedList("topics", TopicLink.fields) { home in
      home.site.topicsInOrder.compactMap(home.site.note).map { TopicLink(page: home.page, topic: $0) }
    },
    .flaggedList("disagreements", VersusView.fields) { home in
      home.entries.map { VersusView(page: home.page, answered: $0.answered) }
    },
    .address("disagreements_href") { _ in Address.page(.disagreements) },
    .flag("has_changes") { $0.newestStep != nil },
    .text("changes_intro") { home in
      guard let step = home.newestStep else { return nil }
      return home.site.strings.fill(
        .newestChangesIntro,
        ("source", home.site.source(step.sourceID).map { home.site.strings.day($0.published.value) } ?? ""),
        ("day", home.site.strings.day(step.recorded)))
    },
    .list("changes", ChangeView.fields) { $0.changes },
    .text("more_changes") { home in
      let more = (home.newestStep?.shownChanges.count ?? 0) - home.changes.count
      return more > 0 ? home.site.strings.count(.moreChanges, more) : nil
    },
    .address("more_changes_href") { home in
      home.newestStep.map { home.site.address(ofUpdate: $0.sourceID) }
    },
    .address("updates_href") { _ in Address.page(.updates) },
  ])

  var intro: String { site.settings.tagline ?? site.strings[.indexDescription] }
  var linkedData: EmbeddedJSON? { LinkedData.site(site) }

  /// The questions in `asked_most` that are not sensitive. The home page does not list answers to sensitive questions.
  private var askedMost: [FactSheet.AnsweredQuestion] {
    (note?.askedMost ?? []).compactMap { site.answered($0.value) }.filter { !$0.question.isSensitive }
  }

  /// Why without charts: the home page shows no answer twice.
  private var askedWithoutChart: [FactSheet.AnsweredQuestion] {
    let shown = Set(chartQuestions.map(\.question.id))
    return askedMost.filter { !shown.contains($0.question.id) }
  }

  /// The maximum number of charts on the home page.
  private static let mostCharts = 3

  private var charts: [ChartView] {
    let questions = chartQuestions
    let charts = AnswerChart.sideBySide(questions.compactMap(site.chart(of:)))
    return zip(questions, charts).map { ChartView(page: page, answered: $0, chart: $1) }
  }

  /// The most asked questions that have a chart, then the other running totals with the most answers.
  private var chartQuestions: [FactSheet.AnsweredQuestion] {
    let asked = askedMost.map(\.question.id)
    let others = site.sheet.answeredQuestions.filter {
      $0.question.counts == .cumulative && !$0.question.isSensitive && !asked.contains($0.question.id)
    }
    let ordered = askedMost + others.sorted { $0.evidence.count > $1.evidence.count }
    return Array(ordered.lazy.filter(site.hasChartFile).prefix(IndexPage.mostCharts))
  }

  /// The last step that changed a brief answer of a question that is not sensitive.
  private var newestStep: FactSheet.HistoryStep? { site.sheet.history.last { !$0.shownChanges.isEmpty } }

  /// The maximum number of changes on the home page; the updates page shows all.
  private static let mostChanges = 3

  private var changes: [ChangeView] {
    guard let step = newestStep else { return [] }
    return step.shownChanges.prefix(IndexPage.mostChanges).map {
      ChangeView(page: page, change: $0, sourceID: step.sourceID, isBrief: true)
    }
  }
}

extension Site {
  /// The topics in the order of the navigation, then the topics that the navigation leaves out.
  var topicsInOrder: [String] {
    let ordered = navigation.filter(\.isTopic).map(\.id)
    return ordered + sheet.dossier.topics.map(\.id).filter { !ordered.contains($0) }
  }
}

/// A question whose answers contradict each other, on the home page.
struct DisagreementEntry: PageEntry {
  let answered: FactSheet.AnsweredQuestion
}

/// A question with its chart on the home page.
struct ChartView: PageView {
  let page: PageContext
  let answered: FactSheet.AnsweredQuestion
  let chart: AnswerChart

  static let fields = Fields<ChartView>([
    .all(QuestionView.fields) { QuestionView(page: $0.page, answered: $0.answered, compactChart: $0.chart) }
  ])
}

/// A topic in the home page's list.
struct TopicLink: PageView {
  let page: PageContext
  let topic: Note

  static let fields = Fields<TopicLink>([
    .text("title") { $0.topic.title.value },
    .address("href") { $0.link(Address.note($0.topic.id)) },
    .markup("summary") { $0.page.summary(of: $0.topic) },
    .text("short") { $0.site.label(ofPage: $0.topic.id) },
    .text("count") { $0.site.strings.count(.questionsCount, $0.topic.questions.count) },
    .markup("bar") { link in link.site.stateBar(of: link.topic.questions.compactMap { link.site.answered($0.id) }) },
  ])
}
