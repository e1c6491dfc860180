/// One source: its description, its fidelity, and each quoted passage with the claims that it proves.
struct SourcePage: LongPageContent {
  let page: PageContext
  private let source: Source
  private let quoted: FactSheet.QuotedSource?
  private let entries: ArraySlice<SourcePageEntry>
  private let words: ShownWords

  static let template = "source.mustache"

  static func all(of site: Site) -> [PageSubject<Source>] {
    site.sheet.dossier.sources.map {
      let quoted = site.quoted($0.id)
      return PageSubject(
        address: Address.source($0.id), updated: $0.recorded.value, subject: $0,
        listed: $0.claims.count + (quoted?.passages.count ?? 0) + (quoted?.notEvidence.count ?? 0))
    }
  }

  static func entries(of subject: Source, on site: Site) -> [SourcePageEntry] {
    let page = PageContext(site, address: Address.source(subject.id))
    let words = ShownWords(of: subject, on: page)
    let parts = words.runs.isEmpty ? [] : Facsimile(words.file, words.runs).parts
    let passages = parts.map { part in
      SourcePageEntry.part(part, anchors: FacsimilePartView(page: page, part: part, words: words).anchors)
    }
    return passages + (site.quoted(subject.id)?.notEvidence ?? []).map(SourcePageEntry.notEvidence)
  }

  init(page: PageContext, subject: Source, entries: ArraySlice<SourcePageEntry>) {
    self.page = page
    source = subject
    quoted = page.site.quoted(subject.id)
    self.entries = entries
    words = ShownWords(of: subject, on: page)
  }

  var head: PageHead {
    PageHead(
      heading: source.title.value,
      description: site.strings.fill(.sourceDescription, ("title", source.title.value)),
      breadcrumbs: [page.labelledLink(toPage: BuiltInPage.sources.rawValue)],
      neighbours: page.neighbours(of: site.rank(ofSource: source.id), in: site.sourcesInOrder) { id in
        NamedLink(title: site.title(ofSource: id), href: page.link(Address.source(id)))
      })
  }

  static let fields = Fields<SourcePage>([
    .text("quoted_heading") { $0.site.quotedTitle(of: $0.source) },
    .flag("title_by_editor") { $0.source.titleIsEditors },
    .text("outlet") { $0.source.outlet },
    .text("author") { $0.source.author },
    .text("published") { $0.site.strings.day($0.source.published.value) },
    .text("published_iso") { $0.source.published.value.description },
    .text("published_basis") { $0.site.basis(of: $0.source) },
    .text("published_note") { $0.source.publishedNote },
    .text("recorded") { $0.site.strings.day($0.source.recorded.value) },
    .text("recorded_iso") { $0.source.recorded.value.description },
    .address("url") { $0.source.url },
    .address("archive_url") { $0.source.archiveURL },
    .text("fidelity") { $0.site.words(of: $0.source.fidelity) },
    .text("fidelity_meaning") { $0.site.meaning(of: $0.source.fidelity) },
    .text("seed") { $0.source.seed.name },
    .text("sha256") { $0.source.seed.receivedSHA256 },
    .text("text_by") { $0.source.seed.document?.textBy },
    .text("share") { $0.site.shareQuoted(of: $0.source.id) },
    .markup("share_bar") { content in
      content.quoted.map { HTML(shareBar(Double($0.shown) / Double(max($0.total, 1)))) }
    },
    .text("share_reason") { $0.source.quotedShareReason },
    .markup("body") { $0.page.isFirstPart ? $0.page.body(of: $0.source) : nil },
    .text("quote_language") { $0.site.language(ofSource: $0.source.id) },
    .flaggedList("passages", PassageView.fields) { $0.passages },
    .flaggedList("parts", FacsimilePartView.fields) { $0.parts },
    .flag("has_damaged") { !$0.damaged.isEmpty },
    .list("damaged_passages", DamagedView.fields) { $0.damaged },
    .flaggedList("not_evidence", NotEvidenceView.fields) { content in
      content.entries.compactMap {
        if case .notEvidence(let passage) = $0 { NotEvidenceView(passage: passage) } else { nil }
      }
    },
  ])

  private var parts: [FacsimilePartView] {
    entries.compactMap { entry in
      guard case .part(let part, _) = entry else { return nil }
      return FacsimilePartView(page: page, part: part, words: words)
    }
  }

  private var passages: [PassageView] {
    page.part == nil ? words.passages : parts.flatMap(\.passages)
  }

  private var damaged: [DamagedView] {
    page.part == nil ? words.damaged : parts.flatMap(\.damaged)
  }
}

/// A part of the document, or a passage that proves nothing.
enum SourcePageEntry: PageEntry {
  case part(Facsimile.Part, anchors: [String])
  case notEvidence(FactSheet.NamedPassage)

  var anchors: [String] { if case .part(_, let anchors) = self { anchors } else { [] } }
}

/// A quoted passage with the claims that it proves.
struct PassageView: PageView {
  let page: PageContext
  let passage: FactSheet.QuotedPassage
  /// Its number among the passages of the document, from 1.
  let number: Int
  let sourceID: String

  var isSensitive: Bool { claims.contains(where: \.question.isSensitive) }

  private var claims: [Evidence] { passage.claims.compactMap(site.evidence) }

  static let fields = Fields<PassageView>([
    .text("anchor") { Address.anchor($0.passage.quotation) },
    .text("number") { $0.site.strings.number($0.number) },
    .text("quotation") { $0.passage.quotation.exact },
    .text("link_label") { view in
      view.site.strings.fill(.linkToSection, ("title", firstWords(of: view.passage.quotation.exact)))
    },
    .text("damaged") { $0.site.damage(in: $0.passage.quotation, of: $0.sourceID) },
    .flag("sensitive") { $0.isSensitive },
    .flaggedList("claims", AnswerView.fields) { $0.page.answers($0.claims, areAnchored: true) },
  ])
}

/// The first six words of a quotation, cut at 60 characters, with "…" if anything but white space is left out.
func firstWords(of quotation: String) -> String {
  let words = quotation.split(whereSeparator: \.isWhitespace)
  let shown = words.prefix(6).joined(separator: " ")
  let first = shown.prefix(60)
  return words.count > 6 || first.count < shown.count ? first + "…" : shown
}

/// A damaged passage with the editor's reading.
struct DamagedView: PageView {
  let page: PageContext
  let damaged: FactSheet.NamedPassage

  static let fields = Fields<DamagedView>([
    .text("quotation") { $0.damaged.quotation.exact },
    .text("reading") { view in
      view.damaged.passage.probably.map { view.site.strings.fill(.probably, ("reading", $0)) }
    },
    .text("why") { $0.damaged.passage.why },
  ])
}

/// A passage that proves nothing, with the reason. A passage of more than eight words is shortened to its first and
/// last four.
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
