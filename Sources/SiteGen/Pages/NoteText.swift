/// The summary and text of a note on its own page and the site's notice, with one numbered list of the passages that
/// they cite.
struct NoteText: Sendable {
  /// Nil on pages that do not show the notice.
  let notice: HTML?
  let summary: HTML?
  let body: HTML?
  let cited: [CitedPassage]
  /// The number of cited passages, in words.
  private let citedCount: String

  /// Empty without a note.
  init(_ note: Note?, on page: PageContext, showsNotice: Bool = false) {
    var numbers = CitationNumbers()
    if showsNotice, let home = page.site.note(BuiltInPage.index.rawValue), let text = home.notice {
      notice = page.markup(of: text, in: home).inline(&numbers)
    } else {
      notice = nil
    }
    summary = note.flatMap { page.markup(ofSummary: $0)?.inline(&numbers) }
    body = note.flatMap { page.markup(of: $0).body(&numbers) }
    cited = numbers.cited.enumerated().map { CitedPassage(page: page, number: $0 + 1, citation: $1) }
    citedCount = page.site.strings.count(.citedCount, cited.count)
  }

  static let fields = Fields<NoteText>([
    .markup("notice") { $0.notice },
    .markup("summary") { $0.summary },
    .markup("body") { $0.body },
    .flaggedList("cited", CitedPassage.fields) { $0.cited },
    .text("cited_count") { $0.citedCount },
    .text("cited_anchor") { _ in NoteText.citedAnchor },
  ])

  /// The anchor of the list of cited passages.
  static let citedAnchor = "list_evidence"
}

/// The numbers of the passages that a page cites. A passage has the same number each time it is cited.
struct CitationNumbers: Sendable {
  private(set) var cited: [FactSheet.Citation] = []
  private var numbers: [String: Int] = [:]

  /// From 1, in the order in which passages are first cited.
  mutating func number(of citation: FactSheet.Citation) -> Int {
    let key = citation.sourceID + "#" + Address.anchor(citation.quotation)
    if let number = numbers[key] { return number }
    cited.append(citation)
    numbers[key] = cited.count
    return cited.count
  }

  /// The anchor of a passage in the list at the end of the page.
  static func anchor(_ number: Int) -> String { "evidence_" + String(number) }
  /// The anchor of the box that shows the passage in place.
  static func box(_ number: Int) -> String { "cited_" + String(number) }
}

/// A passage that a note cites: the report's words, the speakers according to the claims, and the source.
struct CitedPassage: PageView {
  let page: PageContext
  let number: Int
  let citation: FactSheet.Citation

  private var source: Source? { site.source(citation.sourceID) }

  static let fields = Fields<CitedPassage>([
    .text("number") { $0.site.strings.number($0.number) },
    .text("anchor") { CitationNumbers.anchor($0.number) },
    .text("box") { CitationNumbers.box($0.number) },
    .text("box_label") { $0.site.strings.fill(.evidenceNumber, ("number", $0.site.strings.number($0.number))) },
    .text("quotation") { $0.citation.quotation.exact },
    .text("quote_language") { $0.site.language(ofSource: $0.citation.sourceID) },
    .text("damaged") { $0.site.damage(in: $0.citation.quotation, of: $0.citation.sourceID) },
    .text("said_by") { passage in
      let speakers = passage.site.speakers(of: passage.citation)
      // Why not the report alone: its title follows.
      return speakers.isEmpty || speakers == [Speaker.report] ? nil : passage.site.names(of: speakers)
    },
    .text("source") { $0.site.shortTitle(ofSource: $0.citation.sourceID) },
    .address("source_href") { $0.link($0.site.address(of: $0.citation.quotation, in: $0.citation.sourceID)) },
    .text("fidelity") { passage in passage.source.map { passage.site.words(of: $0.fidelity) } },
    .address("source_url") { $0.source?.url },
    .text("published") { passage in
      passage.source.map { passage.site.strings.day($0.published.value, knownYear: passage.site.commonYear) }
    },
    .text("published_iso") { $0.source?.published.value.description },
  ])
}

extension Site {
  /// The speakers of a passage, according to the claims that quote part of it; each once.
  fileprivate func speakers(of citation: FactSheet.Citation) -> [String] {
    let passages = (quoted(citation.sourceID)?.passages ?? []).filter {
      $0.quotation.span.overlaps(citation.quotation.span)
    }
    return speakers(of: passages.flatMap(\.claims).compactMap(evidence))
  }
}
