/// One source: what the document is, how far its wording can be trusted, and each quoted passage with what it proves.
struct SourcePage: PageContent {
  let site: Site
  let frame: PageFrame
  private let source: Source
  private let quoted: FactSheet.QuotedSource?

  static let template = "source.mustache"

  static func all(of site: Site) -> [PageSubject<Source>] {
    site.sheet.dossier.sources.map {
      PageSubject(address: Address.source($0.id), updated: $0.recorded.value, subject: $0)
    }
  }

  init(_ subject: PageSubject<Source>, _ site: Site) {
    self.site = site
    source = subject.subject
    quoted = site.quoted(source.id)
    let beside = site.neighbours(
      of: site.rank(ofSource: source.id), in: site.sourcesInOrder, from: subject.address, title: site.title(ofSource:),
      address: Address.source)
    frame = PageFrame(
      site: site, address: subject.address, heading: source.title.value,
      description: site.strings.fill(.sourceDescription, ("title", source.title.value)), updated: subject.updated,
      breadcrumbs: [
        site.home(from: subject.address),
        NamedLink(
          title: site.title(ofPage: "sources"), href: Address.link(Address.note("sources"), from: subject.address)),
      ], previous: beside.previous, next: beside.next)
  }

  static let fields = Fields<SourcePage>([
    .all(PageFrame.fields) { $0.frame },
    .text("outlet") { $0.source.outlet },
    .text("author") { $0.source.author },
    .text("published") { $0.site.strings.day($0.source.published.value) },
    .text("published_iso") { $0.source.published.value.description },
    .text("published_basis") { $0.site.strings[$0.source.publishedIsInferred ? .inferred : .stated] },
    .text("published_note") { $0.source.publishedNote },
    .text("recorded") { $0.site.strings.day($0.source.recorded.value) },
    .text("recorded_iso") { $0.source.recorded.value.description },
    .address("url") { $0.source.url },
    .address("archive_url") { $0.source.archiveURL },
    .text("fidelity") { $0.site.words(of: $0.source.fidelity) },
    .text("fidelity_meaning") { $0.site.meaning(of: $0.source.fidelity) },
    .text("seed") { $0.source.seed.file.name },
    .text("sha256") { $0.source.seed.sha256 },
    .text("share") { $0.site.shareQuoted(of: $0.source.id) },
    .markup("share_bar") { page in
      page.quoted.map { HTML(shareBar(Double($0.shown) / Double(max($0.total, 1)))) }
    },
    .text("share_reason") { $0.source.quotedShareReason },
    .markup("body") { $0.site.body(of: $0.source, on: $0.frame.address) },
    .text("quote_language") { $0.site.language(ofSource: $0.source.id) },
    .flag("has_passages") { $0.quoted?.passages.isEmpty == false },
    .list("passages", PassageView.fields) { page in
      var end: Int?
      return (page.quoted?.passages ?? []).map { passage in
        let span = passage.quotation.span
        defer { end = max(end ?? 0, span.upperBound) }
        return PassageView(
          site: page.site, passage: passage, sourceID: page.source.id, page: page.frame.address,
          isAfterGap: end.map { page.hasWords(from: $0, to: span.lowerBound) } ?? false)
      }
    },
    .flag("has_damaged") { $0.quoted?.damaged.isEmpty == false },
    .list("damaged_passages", DamagedView.fields) { page in
      (page.quoted?.damaged ?? []).map { DamagedView(site: page.site, damaged: $0) }
    },
    .flag("has_not_evidence") { $0.quoted?.notEvidence.isEmpty == false },
    .list("not_evidence", NotEvidenceView.fields) { page in
      (page.quoted?.notEvidence ?? []).map(NotEvidenceView.init)
    },
  ])
}

extension SourcePage {
  /// Whether anything but white space stands between two places of the seed.
  fileprivate func hasWords(from start: Int, to end: Int) -> Bool {
    start < end && !source.seed.file.text(start..<end).allSatisfy(\.isWhitespace)
  }
}

/// A quoted passage with the claims that it proves.
struct PassageView: Sendable {
  let site: Site
  let passage: FactSheet.QuotedPassage
  let sourceID: String
  let page: String
  /// Whether words of the document are left out between this passage and those before it.
  let isAfterGap: Bool

  static let fields = Fields<PassageView>([
    .text("anchor") { Address.anchor($0.passage.quotation) },
    .text("quotation") { $0.passage.quotation.exact },
    .flag("after_gap") { $0.isAfterGap },
    .text("link_label") { $0.site.strings[.linkToHeading] + ": " + firstWords(of: $0.passage.quotation.exact) },
    .text("damaged") { $0.site.damage(in: $0.passage.quotation, of: $0.sourceID) },
    .flag("sensitive") { view in
      view.passage.claims.contains { view.site.evidence($0)?.question.isSensitive == true }
    },
    .flag("has_claims") { !$0.passage.claims.isEmpty },
    .list("claims", AnswerView.fields) { view in
      view.passage.claims.compactMap(view.site.evidence).map {
        AnswerView(site: view.site, evidence: $0, page: view.page, isAnchored: true)
      }
    },
  ])
}

/// The first six words of a quotation, or as many as 60 characters hold.
private func firstWords(of quotation: String) -> String {
  let first = quotation.split(whereSeparator: \.isWhitespace).prefix(6).joined(separator: " ").prefix(60)
  return first.count < quotation.count ? first + "…" : String(first)
}

/// A damaged passage with the editor's reading.
struct DamagedView: Sendable {
  let site: Site
  let damaged: FactSheet.NamedPassage

  static let fields = Fields<DamagedView>([
    .text("quotation") { $0.damaged.quotation.exact },
    .text("reading") { view in
      view.damaged.passage.probably.map { view.site.strings.fill(.probably, ("reading", $0)) }
    },
    .text("why") { $0.damaged.passage.why },
  ])
}

/// A passage that proves nothing: its first and last four words, and why.
struct NotEvidenceView: Sendable {
  let passage: FactSheet.NamedPassage

  static let fields = Fields<NotEvidenceView>([
    .text("quotation") { view in
      let words = view.passage.quotation.exact.split(whereSeparator: \.isWhitespace)
      return words.count <= 8
        ? words.joined(separator: " ")
        : words.prefix(4).joined(separator: " ") + " […] " + words.suffix(4).joined(separator: " ")
    },
    .text("why") { $0.passage.passage.why },
  ])
}
