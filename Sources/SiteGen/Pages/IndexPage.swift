/// The home page: what is asked most, the topics, the newest changes, where the reports disagree.
struct IndexPage: PageContent {
  let site: Site
  let frame: PageFrame
  private let text: NoteText
  private let note: Note?

  static let template = "index.mustache"

  static func all(of site: Site) -> [PageSubject<Note?>] { site.single("index", updated: site.newestRecord) }

  init(_ subject: PageSubject<Note?>, _ site: Site) {
    self.site = site
    note = subject.subject
    text = NoteText(note, site, on: subject.address)
    frame = PageFrame(
      site: site, address: subject.address, heading: note?.title.value ?? site.settings.title,
      description: site.description(of: note, or: site.settings.tagline ?? site.strings[.indexDescription]),
      updated: subject.updated, linkedData: LinkedData.site(site))
  }

  static let fields = Fields<IndexPage>([
    .all(PageFrame.fields) { $0.frame },
    .all(NoteText.fields) { $0.text },
    .flag("has_asked_most") { !$0.askedMost.isEmpty },
    .list("asked_most", QuestionView.fields) { page in
      page.askedMost.map { QuestionView(site: page.site, answered: $0, page: page.frame.address) }
    },
    .flag("has_charts") { !$0.charts.isEmpty },
    .list("charts", ChartView.fields) { $0.charts },
    .flag("has_topics") { !$0.topics.isEmpty },
    .list("topics", TopicLink.fields) { $0.topics },
    .flag("has_disagreements") { !$0.disagreements.isEmpty },
    .list("disagreements", QuestionView.fields) { page in
      page.disagreements.map { QuestionView(site: page.site, answered: $0, page: page.frame.address) }
    },
    .address("disagreements_href") { _ in Address.note("disagreements") },
    .flag("has_changes") { !$0.changes.isEmpty },
    .text("changes_intro") { page in
      guard let step = page.newestStep else { return nil }
      return page.site.strings.fill(
        .newestChangesIntro, ("source", page.site.title(ofSource: step.sourceID)),
        ("day", page.site.strings.day(step.recorded)))
    },
    .list("changes", ChangeView.fields) { $0.changes },
    .text("more_changes") { page in
      let more = (page.newestStep?.shownChanges.count ?? 0) - page.changes.count
      return more > 0 ? page.site.strings.count(.moreChanges, more) : nil
    },
    .address("more_changes_href") { page in
      page.newestStep.map { Address.note("updates") + "#" + Address.anchor(ofUpdate: $0.sourceID) }
    },
    .address("updates_href") { _ in Address.note("updates") },
  ])

  /// What is sensitive is never on a card.
  private var askedMost: [FactSheet.AnsweredQuestion] {
    (note?.askedMost ?? []).compactMap { site.answered($0.value) }.filter { !$0.question.isSensitive }
  }

  private var charts: [ChartView] {
    askedMost.compactMap { answered in
      site.chart(of: answered).map { ChartView(answered: answered, chart: $0, page: frame.address) }
    }
  }

  /// In the order of the navigation, then those that it leaves out.
  private var topics: [TopicLink] {
    site.topicsInOrder.compactMap(site.note).map { TopicLink(site: site, topic: $0, page: frame.address) }
  }

  private var disagreements: [FactSheet.AnsweredQuestion] {
    site.sheet.answeredQuestions.filter {
      ($0.agreement == .disagree || $0.agreement == .fell) && !$0.question.isSensitive
    }
  }

  /// The last step that moved a brief answer.
  private var newestStep: FactSheet.HistoryStep? {
    site.sheet.history.last { !$0.shownChanges.isEmpty }
  }

  /// The page of changes has the others.
  private static let mostChanges = 6

  private var changes: [ChangeView] {
    guard let step = newestStep else { return [] }
    return step.shownChanges.prefix(IndexPage.mostChanges).map {
      ChangeView(site: site, change: $0, sourceID: step.sourceID, page: frame.address, isBrief: true)
    }
  }
}

extension Site {
  /// The topics as the navigation has them, then those that it leaves out.
  var topicsInOrder: [String] {
    let ordered = navigation.filter(isTopic)
    return ordered + sheet.dossier.topics.map(\.id).filter { !ordered.contains($0) }
  }
}

/// A question's chart beside others.
struct ChartView: Sendable {
  let answered: FactSheet.AnsweredQuestion
  let chart: AnswerChart
  let page: String

  static let fields = Fields<ChartView>([
    .text("label") { $0.answered.question.label },
    .address("href") { Address.link(Address.question($0.answered.question.id), from: $0.page) },
    .markup("chart") { HTML(ChartSVG.bytes(of: $0.chart, as: .inline(prefix: "chart_" + $0.answered.question.id))) },
  ])
}

/// A topic as the home page lists it.
struct TopicLink: Sendable {
  let site: Site
  let topic: Note
  let page: String

  static let fields = Fields<TopicLink>([
    .text("title") { $0.topic.title.value },
    .address("href") { Address.link(Address.note($0.topic.id), from: $0.page) },
    .markup("summary") { $0.site.summary(of: $0.topic, on: $0.page) },
    .text("count") { $0.site.strings.count(.questionsCount, $0.topic.questions.count) },
  ])
}
