/// One question: the brief answer, every answer with its quotation, the agreement and its reason.
struct QuestionPage: LongPageContent {
  let page: PageContext
  private let answered: FactSheet.AnsweredQuestion
  private let entries: ArraySlice<QuestionEntry>

  static let template = "question.mustache"

  static func all(of site: Site) -> [PageSubject<FactSheet.AnsweredQuestion>] {
    site.sheet.answeredQuestions.map { answered in
      let days = [
        site.newestRecord(of: answered.evidence.map(\.sourceID)), site.note(answered.question.topic)?.updated?.value,
      ]
      return PageSubject(
        address: Address.question(answered.question.id), updated: days.compactMap { $0 }.max(), subject: answered,
        listed: answered.evidence.count + (site.changesOfQuestion[answered.question.id]?.count ?? 0))
    }
  }

  static func entries(of subject: FactSheet.AnsweredQuestion, on site: Site) -> [QuestionEntry] {
    let answers = subject.answersByDay.flatMap { days, answers -> [QuestionEntry] in
      guard !answers.isEmpty else { return [.withoutAnswer(days: days)] }
      return answers.map { .answer(days: days, index: $0, id: subject.evidence[$0].id) }
    }
    return answers + (site.changesOfQuestion[subject.question.id] ?? []).indices.map { .change(index: $0) }
  }

  init(page: PageContext, subject: FactSheet.AnsweredQuestion, entries: ArraySlice<QuestionEntry>) {
    self.page = page
    answered = subject
    self.entries = entries
  }

  var head: PageHead {
    let ids = site.note(question.topic)?.questions.map(\.id) ?? []
    return PageHead(
      heading: question.asks, description: site.description(of: answered),
      breadcrumbs: [page.labelledLink(toPage: question.topic)],
      neighbours: page.neighbours(of: ids.firstIndex(of: question.id), in: ids) { id in
        NamedLink(title: site.answered(id)?.question.label ?? id, href: page.link(Address.question(id)))
      },
      linkedData: LinkedData.question(
        answered, answered.unreplaced.filter { shown?.contains($0.id) ?? true }, at: page.address, of: site))
  }

  static let fields = Fields<QuestionPage>([
    .all(QuestionView.fields) {
      QuestionView(
        page: $0.page, answered: $0.answered, isWhole: true, leavesOutChart: !$0.page.isFirstPart, shown: $0.shown)
    },
    // Why again: the last part of a divided page may show only changes.
    .flag("has_answers") { !$0.answered.evidence.isEmpty },
    .address("chart_href") { $0.site.hasChartFile($0.answered) ? $0.question.id + ".svg" : nil },
    .address("csv_href") { $0.question.id + ".csv" },
    .address("json_href") { $0.question.id + ".json" },
    .text("embed_code") { $0.embedCode },
    .address("embed_href") { $0.link(Address.embed($0.question.id)) },
    .flag("has_groups") { $0.page.groups(of: $0.answered, shown: $0.shown).count > 1 },
    .list("groups", AnswerGroupView.fields) { $0.page.groups(of: $0.answered, shown: $0.shown) },
    .list("answer_days", AnswerDay.fields) { $0.days },
    .text("topic") { $0.topic.title },
    .address("topic_href") { $0.topic.href },
    .text("unit") { $0.question.unit },
    .text("counts") { $0.counts },
    .text("part_of") { $0.whole?.title },
    .address("part_of_href") { $0.whole?.href },
    .flaggedList("parts", NamedLink.fields) { $0.site.parts(of: $0.question.id).map($0.page.link(to:)) },
    .text("rests_on") { $0.site.restsOn($0.answered) },
    .text("all_rest_on") { $0.site.allRestOn($0.answered) },
    .address("explained_href") { content in
      content.link(content.site.address(Address.note(content.question.topic), anchor: content.question.id))
    },
    .flaggedList("changes", ChangeView.fields) { content in
      let changes = content.site.changesOfQuestion[content.question.id] ?? []
      return content.entries.compactMap { entry in
        guard case .change(let index) = entry else { return nil }
        return ChangeView(page: content.page, change: changes[index].change, sourceID: changes[index].sourceID)
      }
    },
    .text("cite") { $0.cite },
  ])

  private var question: Question { answered.question }

  /// See `QuestionView.shown`.
  private var shown: Set<String>? { page.part == nil ? nil : Set(entries.flatMap(\.anchors)) }

  private var days: [AnswerDay] {
    let marks = site.chartMarks(of: answered)
    return entries.runs(by: \.days).compactMap { run in
      guard let days = run[0].days else { return nil }
      let evidence = run.compactMap { if case .answer(_, let index, _) = $0 { answered.evidence[index] } else { nil } }
      return AnswerDay(page: page, days: days, evidence: evidence, marks: marks)
    }
  }

  private var topic: NamedLink { page.link(toPage: question.topic) }
  /// The question of which this one is a part.
  private var whole: NamedLink? { question.partOf.flatMap { site.answered($0.value) }.map(page.link(to:)) }

  private var counts: String? {
    switch question.counts {
    case .cumulative: site.strings[.countsCumulative]
    case .event: site.strings[.countsEvent]
    case .stock: site.strings[.countsStock]
    case .projected: site.strings[.countsProjected]
    case nil: nil
    }
  }

  /// The HTML with which another page shows the question in a frame; nil for a site without a base address.
  private var embedCode: String? {
    guard let base = site.settings.baseURL else { return nil }
    var title: [UInt8] = []
    appendEscapedAttribute(question.asks.utf8, to: &title)
    let height = site.embedHeight(of: answered)
    return "<iframe src=\"\(base + Address.embed(question.id))\" title=\"\(String(decoding: title, as: UTF8.self))\""
      + " width=\"100%\" height=\"\(height.attribute)\" style=\"\(height.style)\" loading=\"lazy\"></iframe>"
  }

  private var cite: String {
    site.strings.fill(
      .cite, ("asks", question.asks), ("brief", withoutFullStop(site.citedBrief(of: answered))),
      ("documents", site.citedDocuments(of: answered)),
      ("site", site.settings.title), ("publisher", site.settings.publisher.map { $0 + ", " } ?? ""),
      ("day", page.updated.map { site.strings.day($0) } ?? ""),
      ("address", site.settings.baseURL.map { $0 + page.wholeAddress } ?? ""))
  }
}

/// A headline is a sentence; in a citation, other parts follow it.
private func withoutFullStop(_ words: String) -> String { words.last == "." ? String(words.dropLast()) : words }

/// An answer, days without one, or a change of the brief answer.
enum QuestionEntry: PageEntry {
  /// The index of the answer in the question's evidence, and the identifier of its claim.
  case answer(days: ClosedRange<Day>, index: Int, id: String)
  case withoutAnswer(days: ClosedRange<Day>)
  /// An index among the changes of the question.
  case change(index: Int)

  /// Nil for a change.
  var days: ClosedRange<Day>? {
    switch self {
    case .answer(let days, _, _), .withoutAnswer(let days): days
    case .change: nil
    }
  }

  var anchors: [String] { if case .answer(_, _, let id) = self { [id] } else { [] } }
  var section: String { days?.lowerBound.description ?? "" }
  var label: String? { days?.lowerBound.yearAndMonth }
}

extension PageContext {
  fileprivate func link(to answered: FactSheet.AnsweredQuestion) -> NamedLink {
    NamedLink(title: answered.question.label, href: link(Address.question(answered.question.id)))
  }

  /// The links to the items before and after the item at an index.
  func neighbours(
    of index: Int?, in ids: [String], link: (String) -> NamedLink
  ) -> (previous: NamedLink?, next: NamedLink?) {
    guard let index else { return (nil, nil) }
    func neighbour(_ index: Int) -> NamedLink? { ids.indices.contains(index) ? link(ids[index]) : nil }
    return (neighbour(index - 1), neighbour(index + 1))
  }
}

extension Site {
  /// A description of a question's page in one sentence; for a sensitive question, it names only the subject.
  func description(of answered: FactSheet.AnsweredQuestion) -> String {
    let question = answered.question
    guard !question.isSensitive else { return strings.fill(.questionDescriptionSensitive, ("label", question.label)) }
    guard headline(of: answered) == nil else { return question.asks + " " + brief(of: answered) }
    guard answered.agreement != .unanswered else { return question.asks + " " + strings[.unansweredText] }
    return strings.fill(.questionDescription, ("asks", question.asks), ("brief", citedBrief(of: answered)))
  }

  /// The brief answer for a citation or description: with its unit, days and speakers, and with the agreement if it is a
  /// contradiction.
  fileprivate func citedBrief(of answered: FactSheet.AnsweredQuestion) -> String {
    var words = brief(of: answered)
    if let unit = unit(of: answered.brief, to: answered.question) {
      words = strings.fill(.citeUnit, ("brief", words), ("unit", unit))
    }
    if headline(of: answered) == nil,
      let details = details(of: answered.brief, to: answered.question, unit: nil)
    {
      words += strings[.listSeparator] + details
    }
    guard answered.agreement.isContradiction else { return words }
    return words + strings.fill(.citeAgreement, ("agreement", self.words(of: answered.status)))
  }

  /// The documents that give the brief answer, with their fidelity; empty if there are none.
  fileprivate func citedDocuments(of answered: FactSheet.AnsweredQuestion) -> String {
    var seen: Set<String> = []
    let documents = answered.brief.claims.compactMap { evidence($0)?.sourceID }
      .filter { seen.insert($0).inserted }.compactMap(source)
    guard !documents.isEmpty else { return "" }
    let titles = documents.map {
      strings.fill(.citeDocument, ("title", $0.title.value), ("fidelity", words(of: $0.fidelity)))
    }
    return strings.fill(.citeDocuments, ("documents", strings.joined(titles)))
  }
}
