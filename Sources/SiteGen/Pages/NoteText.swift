/// A note as its own page shows it: summary and text, the passages that both cite numbered as one row.
struct NoteText: Sendable {
  let site: Site
  let page: String
  let summary: HTML?
  let body: HTML?
  let cited: [CitedPassage]

  init(_ note: Note?, _ site: Site, on page: String) {
    self.site = site
    self.page = page
    guard let note else {
      (summary, body, cited) = (nil, nil, [])
      return
    }
    var numbers = CitationNumbers()
    if let tree = note.summary {
      let citations = site.sheet.summaryCitations[note.file.path] ?? [:]
      summary = NoteMarkup(site: site, tree: tree, citations: citations, page: page).inline(&numbers)
    } else {
      summary = nil
    }
    let citations = site.sheet.citations[note.file.path] ?? [:]
    body = NoteMarkup(site: site, tree: note.body, citations: citations, page: page).body(&numbers)
    cited = numbers.cited.enumerated().map { index, citation in
      CitedPassage(site: site, number: index + 1, citation: citation, page: page)
    }
  }

  static let fields = Fields<NoteText>([
    .markup("summary") { $0.summary },
    .markup("body") { $0.body },
    .flag("has_cited") { !$0.cited.isEmpty },
    .list("cited", CitedPassage.fields) { $0.cited },
    .text("cited_anchor") { _ in NoteText.citedAnchor },
  ])

  /// Of the list of cited passages.
  static let citedAnchor = "list_evidence"
}

/// The numbers of the passages that a page cites: each passage has one, however often it is cited.
struct CitationNumbers: Sendable {
  private(set) var cited: [FactSheet.Citation] = []
  private var numbers: [String: Int] = [:]

  /// From 1, in the order in which passages are first cited.
  mutating func number(of citation: FactSheet.Citation) -> Int {
    let key = Address.passage(citation.sourceID, citation.quotation)
    if let number = numbers[key] { return number }
    cited.append(citation)
    numbers[key] = cited.count
    return cited.count
  }

  /// The anchor of a passage in the list at the page's end, and of the box that shows it in place.
  static func anchor(_ number: Int) -> String { "evidence_" + String(number) }
  static func box(_ number: Int) -> String { "cited_" + String(number) }
}

/// A passage that a note cites: the report's words, who said them as far as claims tell, and where they stand.
struct CitedPassage: Sendable {
  let site: Site
  let number: Int
  let citation: FactSheet.Citation
  let page: String

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
      return speakers.isEmpty ? nil : passage.site.names(of: speakers)
    },
    .text("source") { $0.site.title(ofSource: $0.citation.sourceID) },
    .address("source_href") {
      Address.link(Address.passage($0.citation.sourceID, $0.citation.quotation), from: $0.page)
    },
    .text("fidelity") { passage in
      passage.site.source(passage.citation.sourceID).map { passage.site.words(of: $0.fidelity) }
    },
    .address("source_url") { $0.site.source($0.citation.sourceID)?.url },
    .text("published") { passage in
      passage.site.source(passage.citation.sourceID).map { passage.site.strings.day($0.published.value) }
    },
    .text("published_iso") { $0.site.source($0.citation.sourceID)?.published.value.description },
  ])
}

extension Site {
  /// Who says the words of a passage, as the claims that quote some of it have it; each once.
  fileprivate func speakers(of citation: FactSheet.Citation) -> [String] {
    let passages = (quoted(citation.sourceID)?.passages ?? []).filter {
      $0.quotation.span.overlaps(citation.quotation.span)
    }
    return speakers(of: passages.flatMap(\.claims).compactMap(evidence))
  }
}
