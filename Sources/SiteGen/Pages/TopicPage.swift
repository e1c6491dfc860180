/// A topic: its note with figures, its other questions, and its unanswered questions.
struct TopicPage: PageContent {
  let page: PageContext
  private let note: Note
  private let text: NoteText
  private let answered: [FactSheet.AnsweredQuestion]
  private let unanswered: [FactSheet.AnsweredQuestion]
  /// The questions that have a figure in the note.
  private let shown: Set<String>

  static let template = "topic.mustache"

  static func all(of site: Site) -> [PageSubject<Note>] {
    site.sheet.dossier.topics.map { topic in
      let sources = topic.questions.flatMap { site.answered($0.id)?.evidence.map(\.sourceID) ?? [] }
      return PageSubject(
        address: Address.note(topic.id),
        updated: [topic.updated?.value, site.newestRecord(of: sources)].compactMap { $0 }.max(), subject: topic)
    }
  }

  init(page: PageContext, subject: Note) {
    self.page = page
    note = subject
    text = NoteText(note, on: page, showsNotice: true)
    let questions = note.questions.compactMap { page.site.answered($0.id) }
    answered = questions.filter { $0.agreement != .unanswered }
    unanswered = questions.filter { $0.agreement == .unanswered }
    shown = Set(NoteMarkup.figures(in: note.body))
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
    .flag("has_questions") { !$0.answered.isEmpty },
    .text("brief_anchor") { _ in TopicPage.briefAnchor },
    .list("contents", QuestionView.fields) { topic in
      topic.answered.map { QuestionView(page: topic.page, answered: $0, hidesSensitive: true) }
    },
    .text("more_anchor") { _ in TopicPage.moreAnchor },
    .text("more_heading") { $0.moreHeading },
    .flaggedList("more", QuestionView.fields) { topic in
      topic.more.map { QuestionView(page: topic.page, answered: $0, isAnchored: true, leavesOutChart: true) }
    },
    .text("unknowns_anchor") { _ in TopicPage.unknownsAnchor },
    .flaggedList("unknowns", OpenQuestion.fields) { topic in
      topic.unanswered.map {
        OpenQuestion(page: topic.page, answered: $0, isAnchored: !topic.shown.contains($0.question.id))
      }
    },
  ])

  private static let briefAnchor = "in_brief"
  private static let moreAnchor = "more_questions"
  private static let unknownsAnchor = "not_known"

  /// The headings of the page's table of contents.
  private var sections: [SectionLink] {
    let top = note.body.headings.map(\.level).min()
    var sections = note.body.headings.filter { $0.level == top }.map { SectionLink(title: $0.text, anchor: $0.anchor) }
    if !answered.isEmpty {
      sections.append(SectionLink(title: site.strings[.inBrief], anchor: TopicPage.briefAnchor))
    }
    if !more.isEmpty { sections.append(SectionLink(title: moreHeading, anchor: TopicPage.moreAnchor)) }
    if !unanswered.isEmpty {
      sections.append(SectionLink(title: site.strings[.whatIsNotKnown], anchor: TopicPage.unknownsAnchor))
    }
    if !text.cited.isEmpty {
      sections.append(SectionLink(title: site.strings[.evidence], anchor: NoteText.citedAnchor))
    }
    return sections
  }

  /// The answered questions that have no figure in the note.
  private var more: [FactSheet.AnsweredQuestion] { answered.filter { !shown.contains($0.question.id) } }

  private var moreHeading: String {
    site.strings[more.count < answered.count + unanswered.count ? .moreQuestions : .theQuestions]
  }
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
