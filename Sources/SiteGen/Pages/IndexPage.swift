/// The home page: the most asked questions, the topics, the newest changes and the disagreements.
struct IndexPage: BuiltInPageContent {
  let page: PageContext

  static let builtIn = BuiltInPage.index

  static let fields = Fields<IndexPage>([
    .all(NoteText.fields) { NoteText($0.note, on: $0.page, showsNotice: true) },
    .flaggedList("asked_most", QuestionView.fields) { $0.page.questions($0.askedMost) },
    .flaggedList("charts", ChartView.fields) { $0.charts },
    .flaggedList("topics", TopicLink.fields) { home in
      home.site.topicsInOrder.compactMap(home.site.note).map { TopicLink(page: home.page, topic: $0) }
    },
    .flaggedList("disagreements", QuestionView.fields) { home in
      home.page.questions(
        home.site.sheet.answeredQuestions.filter { $0.agreement.isContradiction && !$0.question.isSensitive })
    },
    .address("disagreements_href") { _ in Address.page(.disagreements) },
    .flag("has_changes") { $0.newestStep != nil },
    .text("changes_intro") { home in
      guard let step = home.newestStep else { return nil }
      return home.site.strings.fill(
        .newestChangesIntro, ("source", home.site.title(ofSource: step.sourceID)),
        ("day", home.site.strings.day(step.recorded)))
    },
    .list("changes", ChangeView.fields) { $0.changes },
    .text("more_changes") { home in
      let more = (home.newestStep?.shownChanges.count ?? 0) - home.changes.count
      return more > 0 ? home.site.strings.count(.moreChanges, more) : nil
    },
    .address("more_changes_href") { home in
      home.newestStep.map { Address.page(.updates) + "#" + Address.anchor(ofUpdate: $0.sourceID) }
    },
    .address("updates_href") { _ in Address.page(.updates) },
  ])

  var intro: String { site.settings.tagline ?? site.strings[.indexDescription] }
  var linkedData: EmbeddedJSON? { LinkedData.site(site) }

  /// The questions in `asked_most` that are not sensitive. The home page does not list answers to sensitive questions.
  private var askedMost: [FactSheet.AnsweredQuestion] {
    (note?.askedMost ?? []).compactMap { site.answered($0.value) }.filter { !$0.question.isSensitive }
  }

  private var charts: [ChartView] {
    askedMost.compactMap { answered in
      site.chart(of: answered).map { ChartView(page: page, question: answered.question, chart: $0) }
    }
  }

  /// The last step that changed a brief answer of a question that is not sensitive.
  private var newestStep: FactSheet.HistoryStep? { site.sheet.history.last { !$0.shownChanges.isEmpty } }

  /// The maximum number of changes on the home page; the updates page shows all.
  private static let mostChanges = 6

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
    let ordered = navigation.filter(topics.contains)
    return ordered + sheet.dossier.topics.map(\.id).filter { !ordered.contains($0) }
  }
}

/// A question's chart on the home page.
struct ChartView: PageView {
  let page: PageContext
  let question: Question
  let chart: AnswerChart

  static let fields = Fields<ChartView>([
    .text("label") { $0.question.label },
    .address("href") { $0.link(Address.question($0.question.id)) },
    .markup("chart") { HTML(ChartSVG.bytes(of: $0.chart, as: .inline(prefix: "chart_" + $0.question.id))) },
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
    .text("count") { $0.site.strings.count(.questionsCount, $0.topic.questions.count) },
  ])
}
