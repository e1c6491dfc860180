/// A topic: its note with figures, its other questions, and its unanswered questions.
struct TopicPage: LongPageContent {
  let page: PageContext
  private let note: Note
  private let text: NoteText
  private let entries: ArraySlice<TopicEntry>

  static let template = "topic.mustache"

  static func all(of site: Site) -> [PageSubject<Note>] {
    site.sheet.dossier.topics.map { topic in
      let evidence = topic.questions.flatMap { site.answered($0.id)?.evidence ?? [] }
      return PageSubject(
        address: Address.note(topic.id),
        updated: [topic.updated?.value, site.newestRecord(of: evidence.map(\.sourceID))].compactMap { $0 }.max(),
        subject: topic, listed: topic.questions.count + evidence.count)
    }
  }

  static func entries(of subject: Note, on site: Site) -> [TopicEntry] {
    let questions = subject.questions.compactMap { site.index(ofQuestion: $0.id) }
    let all = site.sheet.answeredQuestions
    let answered = questions.filter { all[$0].agreement != .unanswered }
    let shown = Set(NoteMarkup.figures(in: subject.body))
    let more = answered.filter { !shown.contains(all[$0].question.id) }
    return answered.map { .card(question: $0) }
      + more.flatMap { QuestionRow.all(of: $0, on: site) { [$0] } }.map(TopicEntry.more)
      + questions.filter { all[$0].agreement == .unanswered }.map { question in
        let id = all[question].question.id
        return .unknown(question: question, anchor: shown.contains(id) ? nil : id)
      }
  }

  init(page: PageContext, subject: Note, entries: ArraySlice<TopicEntry>) {
    self.page = page
    note = subject
    text = NoteText(page.isFirstPart ? note : nil, on: page, showsNotice: page.isFirstPart)
    self.entries = entries
  }

  var head: PageHead {
    let topics = site.topicsInOrder
    return PageHead(
      heading: note.title.value, description: site.description(of: note, or: note.title.value),
      neighbours: page.neighbours(of: topics.firstIndex(of: note.id), in: topics, link: page.link(toPage:)))
  }

  static let fields = Fields<TopicPage>([
    .all(NoteText.fields) { $0.text },
    .list("sections", SectionLink.fields) { $0.sections },
    .flag("has_questions") { !$0.cards.isEmpty },
    .text("brief_anchor") { _ in TopicPage.briefAnchor },
    .list("contents", QuestionView.fields) { $0.cards },
    .text("more_anchor") { _ in TopicPage.moreAnchor },
    .text("more_heading") { $0.moreHeading },
    .flaggedList("more", QuestionView.fields) { $0.more },
    .text("unknowns_anchor") { _ in TopicPage.unknownsAnchor },
    .flaggedList("unknowns", OpenQuestion.fields) { $0.unknowns },
  ])

  private static let briefAnchor = "in_brief"
  private static let moreAnchor = "more_questions"
  private static let unknownsAnchor = "not_known"

  /// The headings of the table of contents of this part of the page.
  private var sections: [SectionLink] {
    var sections: [SectionLink] = []
    if page.isFirstPart {
      let top = note.body.headings.map(\.level).min()
      sections = note.body.headings.filter { $0.level == top }.map { SectionLink(title: $0.text, anchor: $0.anchor) }
    }
    if !cards.isEmpty { sections.append(SectionLink(title: site.strings[.inBrief], anchor: TopicPage.briefAnchor)) }
    if !more.isEmpty { sections.append(SectionLink(title: moreHeading, anchor: TopicPage.moreAnchor)) }
    if !unknowns.isEmpty {
      sections.append(SectionLink(title: site.strings[.whatIsNotKnown], anchor: TopicPage.unknownsAnchor))
    }
    if !text.cited.isEmpty {
      sections.append(SectionLink(title: site.strings[.evidence], anchor: NoteText.citedAnchor))
    }
    return sections
  }

  private var cards: [QuestionView] {
    entries.compactMap { entry in
      guard case .card(let question) = entry else { return nil }
      return QuestionView(page: page, answered: site.sheet.answeredQuestions[question], hidesSensitive: true)
    }
  }

  /// The answered questions that have no figure in the note.
  private var more: [QuestionView] {
    let rows = entries.compactMap { if case .more(let row) = $0 { row } else { nil } }
    return rows.runs(by: \.question).map {
      QuestionView(
        page: page, answered: site.sheet.answeredQuestions[$0[0].question], isAnchored: true, leavesOutChart: true,
        shown: Set($0.compactMap(\.claim)))
    }
  }

  private var unknowns: [OpenQuestion] {
    entries.compactMap { entry in
      guard case .unknown(let question, let anchor) = entry else { return nil }
      return OpenQuestion(
        page: page, answered: site.sheet.answeredQuestions[question], isAnchored: anchor != nil)
    }
  }

  private var moreHeading: String {
    let figures = NoteMarkup.figures(in: note.body)
    let others = note.questions.contains {
      figures.contains($0.id) || site.answered($0.id)?.agreement == .unanswered
    }
    return site.strings[others ? .moreQuestions : .theQuestions]
  }
}

/// A question of a topic: as a card, as a row of its table of answers, or without an answer. `question` is the index of
/// the question in the fact sheet.
enum TopicEntry: PageEntry {
  case card(question: Int)
  case more(QuestionRow)
  case unknown(question: Int, anchor: String?)

  var anchors: [String] {
    switch self {
    case .card: []
    case .more(let row): row.anchors
    case .unknown(_, let anchor): [anchor].compactMap { $0 }
    }
  }

  var section: String { if case .more(let row) = self { row.section } else { "" } }
}

/// An entry of a page's table of contents.
struct SectionLink: Sendable {
  let title: String
  let anchor: String

  static let fields = Fields<SectionLink>([
    .text("title") { $0.title },
    .text("anchor") { $0.anchor },
  ])
}
