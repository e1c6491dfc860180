/// A topic: its note with the figures in place, its other questions, and what is not known.
struct TopicPage: PageContent {
  let site: Site
  let frame: PageFrame
  private let text: NoteText
  private let note: Note
  private let answeredQuestions: [FactSheet.AnsweredQuestion]
  /// The questions that have a figure in the note.
  private let shown: Set<String>

  static let template = "topic.mustache"

  static func all(of site: Site) -> [PageSubject<Note>] {
    site.sheet.dossier.topics.map { topic in
      let sources = topic.questions.flatMap { site.answered($0.id)?.evidence.map(\.sourceID) ?? [] }
      return PageSubject(
        address: Address.note(topic.id),
        updated: [topic.updated, site.newestRecord(of: sources)].compactMap { $0 }.max(), subject: topic)
    }
  }

  init(_ subject: PageSubject<Note>, _ site: Site) {
    self.site = site
    note = subject.subject
    text = NoteText(note, site, on: subject.address)
    answeredQuestions = note.questions.compactMap { site.answered($0.id) }
    shown = Set(NoteMarkup.figures(in: note.body))
    let title = note.title.value
    let beside = site.neighbours(
      of: site.topicsInOrder.firstIndex(of: note.id), in: site.topicsInOrder, from: subject.address,
      title: site.title(ofPage:), address: Address.note)
    frame = PageFrame(
      site: site, address: subject.address, heading: title, description: site.description(of: note, or: title),
      updated: subject.updated, breadcrumbs: [site.home(from: subject.address)],
      previous: beside.previous, next: beside.next)
  }

  static let fields = Fields<TopicPage>([
    .all(PageFrame.fields) { $0.frame },
    .all(NoteText.fields) { $0.text },
    .list("sections", SectionLink.fields) { $0.sections },
    .flag("has_questions") { page in page.answeredQuestions.contains { $0.agreement != .unanswered } },
    .list("contents", QuestionEntry.fields) { page in
      page.answeredQuestions.filter { $0.agreement != .unanswered }.map { QuestionEntry(site: page.site, answered: $0) }
    },
    .flag("has_more") { !$0.more.isEmpty },
    .text("more_anchor") { _ in TopicPage.moreAnchor },
    .text("more_heading") {
      $0.site.strings[$0.more.count < $0.answeredQuestions.count ? .moreQuestions : .theQuestions]
    },
    .list("more", QuestionView.fields) { page in
      page.more.map {
        QuestionView(
          site: page.site, answered: $0, page: page.frame.address, isAnchored: true, leavesOutChart: true)
      }
    },
    .text("unknowns_anchor") { _ in TopicPage.unknownsAnchor },
    .flag("has_unknowns") { !$0.unknowns.isEmpty },
    .list("unknowns", OpenQuestion.fields) { page in
      page.unknowns.map {
        OpenQuestion(
          site: page.site, answered: $0, page: page.frame.address, isAnchored: !page.shown.contains($0.question.id))
      }
    },
  ])

  private static let moreAnchor = "more_questions"
  private static let unknownsAnchor = "not_known"

  /// The headings of the page that are worth a line in its table of contents.
  private var sections: [SectionLink] {
    let top = note.body.headings.map(\.level).min()
    var sections = note.body.headings.filter { $0.level == top }.map { SectionLink(title: $0.text, anchor: $0.anchor) }
    if !more.isEmpty {
      let title = site.strings[more.count < answeredQuestions.count ? .moreQuestions : .theQuestions]
      sections.append(SectionLink(title: title, anchor: TopicPage.moreAnchor))
    }
    if !unknowns.isEmpty {
      sections.append(SectionLink(title: site.strings[.whatIsNotKnown], anchor: TopicPage.unknownsAnchor))
    }
    if !text.cited.isEmpty {
      sections.append(SectionLink(title: site.strings[.evidence], anchor: NoteText.citedAnchor))
    }
    return sections
  }

  /// The answered questions that have no figure in the note.
  private var more: [FactSheet.AnsweredQuestion] {
    answeredQuestions.filter { !shown.contains($0.question.id) && $0.agreement != .unanswered }
  }

  private var unknowns: [FactSheet.AnsweredQuestion] { answeredQuestions.filter { $0.agreement == .unanswered } }
}

/// A part of a page in its table of contents.
struct SectionLink: Sendable {
  let title: String
  let anchor: String

  static let fields = Fields<SectionLink>([
    .text("title") { $0.title },
    .text("anchor") { $0.anchor },
  ])
}

/// A question in a topic's table of contents, with its brief answer where that needs no content note.
struct QuestionEntry: Sendable {
  let site: Site
  let answered: FactSheet.AnsweredQuestion

  static let fields = Fields<QuestionEntry>([
    .text("id") { $0.answered.question.id },
    .text("label") { $0.answered.question.label },
    .text("brief") { entry in
      entry.answered.question.isSensitive
        ? nil : entry.site.words(of: entry.answered.brief, to: entry.answered.question)
    },
  ])
}
