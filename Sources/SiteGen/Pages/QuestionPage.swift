/// One question: the brief answer, every answer with its words, the agreement and why.
struct QuestionPage: PageContent {
  let site: Site
  let frame: PageFrame
  private let answered: FactSheet.AnsweredQuestion

  static let template = "question.mustache"

  static func all(of site: Site) -> [PageSubject<FactSheet.AnsweredQuestion>] {
    site.sheet.answeredQuestions.map { answered in
      PageSubject(
        address: Address.question(answered.question.id),
        updated: [
          site.newestRecord(of: answered.evidence.map(\.sourceID)), site.note(answered.question.topic)?.updated,
        ].compactMap { $0 }.max(),
        subject: answered)
    }
  }

  init(_ subject: PageSubject<FactSheet.AnsweredQuestion>, _ site: Site) {
    self.site = site
    answered = subject.subject
    let topic = answered.question.topic
    let ids = site.note(topic)?.questions.map(\.id) ?? []
    let beside = site.neighbours(
      of: ids.firstIndex(of: answered.question.id), in: ids, from: subject.address,
      title: { site.answered($0)?.question.label ?? $0 }, address: Address.question)
    frame = PageFrame(
      site: site, address: subject.address, heading: answered.question.asks,
      description: site.description(of: answered),
      updated: subject.updated,
      breadcrumbs: [
        site.home(from: subject.address),
        NamedLink(title: site.title(ofPage: topic), href: Address.link(Address.note(topic), from: subject.address)),
      ],
      previous: beside.previous, next: beside.next, linkedData: LinkedData.question(answered, of: site))
  }

  static let fields = Fields<QuestionPage>([
    .all(PageFrame.fields) { $0.frame },
    .all(QuestionView.fields) {
      QuestionView(site: $0.site, answered: $0.answered, page: $0.frame.address, isWhole: true)
    },
    .address("chart_href") { page in
      page.site.hasChartFile(page.answered) ? page.answered.question.id + ".svg" : nil
    },
    .address("csv_href") { $0.answered.question.id + ".csv" },
    .address("json_href") { $0.answered.question.id + ".json" },
    .text("embed_code") { $0.embedCode },
    .address("embed_href") { Address.link(Address.embed($0.answered.question.id), from: $0.frame.address) },
    .flag("has_groups") { $0.groups.count > 1 },
    .list("groups", AnswerGroupView.fields) { $0.groups },
    .text("topic") { $0.frame.breadcrumbs.last?.title },
    .address("topic_href") { $0.frame.breadcrumbs.last?.href },
    .text("unit") { $0.answered.question.unit },
    .text("counts") { $0.counts },
    .text("part_of") { $0.whole?.question.label },
    .address("part_of_href") { page in page.whole.map { page.link(to: $0) } },
    .flag("has_parts") { !$0.parts.isEmpty },
    .list("parts", NamedLink.fields) { page in
      page.parts.map { NamedLink(title: $0.question.label, href: page.link(to: $0)) }
    },
    .text("rests_on") { $0.site.restsOn($0.answered) },
    .text("voices") { $0.site.voicesInWords(of: $0.answered) },
    .text("explained_in") { page in
      page.site.strings.fill(.explainedIn, ("title", page.site.title(ofPage: page.answered.question.topic)))
    },
    .address("explained_href") { page in
      Address.link(Address.note(page.answered.question.topic), from: page.frame.address) + "#"
        + page.answered.question.id
    },
    .address("permalink") { Address.link($0.frame.address, from: $0.frame.address) },
    .flag("has_changes") { !$0.changes.isEmpty },
    .list("changes", ChangeView.fields) { $0.changes },
    .text("cite") { $0.cite },
  ])

  /// What another page needs to show the question; nil for a site that does not know its own address.
  private var embedCode: String? {
    guard let base = site.settings.baseURL else { return nil }
    var title: [UInt8] = []
    appendEscapedAttribute(answered.question.asks.utf8, to: &title)
    let address = base + Address.embed(answered.question.id)
    return "<iframe src=\"\(address)\" title=\"\(String(decoding: title, as: UTF8.self))\""
      + " width=\"100%\" height=\"480\" loading=\"lazy\"></iframe>"
  }

  private var groups: [AnswerGroupView] { site.groups(of: answered, on: frame.address) }

  private var counts: String? {
    switch answered.question.counts {
    case .cumulative: site.strings[.countsCumulative]
    case .event: site.strings[.countsEvent]
    case .stock: site.strings[.countsStock]
    case .projected: site.strings[.countsProjected]
    case nil: nil
    }
  }

  private var whole: FactSheet.AnsweredQuestion? { (answered.question.partOf?.value).flatMap(site.answered) }
  private var parts: [FactSheet.AnsweredQuestion] { site.parts(of: answered.question.id) }

  private func link(to answered: FactSheet.AnsweredQuestion) -> String {
    Address.link(Address.question(answered.question.id), from: frame.address)
  }

  private var changes: [ChangeView] {
    (site.changesOfQuestion[answered.question.id] ?? []).map {
      ChangeView(site: site, change: $0.change, sourceID: $0.sourceID, page: frame.address)
    }
  }

  private var cite: String {
    site.strings.fill(
      .cite, ("asks", answered.question.asks), ("brief", site.citedBrief(of: answered)),
      ("documents", site.citedDocuments(of: answered)),
      ("site", site.settings.title), ("publisher", site.settings.publisher.map { $0 + ", " } ?? ""),
      ("day", frame.updated.map(site.strings.day) ?? ""),
      ("address", site.settings.baseURL.map { $0 + frame.address } ?? ""))
  }
}

extension Site {
  /// The brief answer, with the agreement where it must not be read without: who cites one number of two has to know.
  fileprivate func markedBrief(of answered: FactSheet.AnsweredQuestion) -> String {
    let brief = words(of: answered.brief, to: answered.question)
    let isMarked = answered.agreement == .disagree || answered.agreement == .fell
    return isMarked ? "\(brief) (\(words(of: answered.agreement)))" : brief
  }

  /// The brief answer as it is to be cited: with its unit, its days, those who gave it, and an agreement that must not
  /// be left out.
  fileprivate func citedBrief(of answered: FactSheet.AnsweredQuestion) -> String {
    let (brief, question) = (answered.brief, answered.question)
    var words = self.words(of: brief, to: question)
    if let unit = unit(of: brief, to: question) {
      words = strings.fill(.citeUnit, ("brief", words), ("unit", unit))
    }
    if let details = details(of: brief) { words += strings[.listSeparator] + details }
    guard answered.agreement == .disagree || answered.agreement == .fell else { return words }
    return words + strings.fill(.citeAgreement, ("agreement", self.words(of: answered.agreement)))
  }

  /// The documents that give the brief answer, with how far their wording can be trusted; empty where none does.
  fileprivate func citedDocuments(of answered: FactSheet.AnsweredQuestion) -> String {
    var documents: [Source] = []
    for source in answered.brief.claims.compactMap(evidence).compactMap({ source($0.sourceID) })
    where !documents.contains(where: { $0.id == source.id }) {
      documents.append(source)
    }
    guard !documents.isEmpty else { return "" }
    let titles = documents.map {
      strings.fill(.citeDocument, ("title", $0.title.value), ("fidelity", words(of: $0.fidelity)))
    }
    return strings.fill(.citeDocuments, ("documents", strings.joined(titles)))
  }

  /// A question page in one sentence; of a sensitive one only what it is about.
  func description(of answered: FactSheet.AnsweredQuestion) -> String {
    guard !answered.question.isSensitive else {
      return strings.fill(.questionDescriptionSensitive, ("label", answered.question.label))
    }
    let brief = markedBrief(of: answered)
    guard let details = details(of: answered.brief, to: answered.question) else {
      return answered.question.asks + " " + strings[.unansweredText]
    }
    return strings.fill(.questionDescription, ("asks", answered.question.asks), ("brief", brief), ("details", details))
  }
}
