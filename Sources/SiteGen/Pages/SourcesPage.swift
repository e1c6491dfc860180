/// The list of all sources.
struct SourcesPage: PageContent {
  let site: Site
  let frame: PageFrame
  private let note: Note?

  static let template = "sources.mustache"

  static func all(of site: Site) -> [PageSubject<Note?>] { site.single("sources", updated: site.newestRecord) }

  init(_ subject: PageSubject<Note?>, _ site: Site) {
    self.site = site
    note = subject.subject
    frame = PageFrame(
      site: site, address: subject.address, heading: site.title(ofPage: "sources"),
      description: site.description(of: note, or: site.strings[.sourcesIntro]), updated: subject.updated,
      breadcrumbs: [site.home(from: subject.address)])
  }

  static let fields = Fields<SourcesPage>([
    .all(PageFrame.fields) { $0.frame },
    .markup("opening") { $0.site.body(of: $0.note, on: $0.frame.address) },
    .list("sources", SourceEntry.fields) { page in
      page.site.sourcesInOrder.compactMap(page.site.source).map { SourceEntry(site: page.site, source: $0) }
    },
  ])
}

/// A source as the list shows it.
struct SourceEntry: Sendable {
  let site: Site
  let source: Source

  static let fields = Fields<SourceEntry>([
    .text("title") { $0.source.title.value },
    .address("href") { Address.source($0.source.id) },
    .text("published") { entry in
      let strings = entry.site.strings
      return strings.fill(
        .sourceLine, ("day", strings.day(entry.source.published.value)),
        ("basis", strings[entry.source.publishedIsInferred ? .inferred : .stated]))
    },
    .text("fidelity") { $0.site.words(of: $0.source.fidelity) },
    .text("claims") { $0.site.strings.count(.claimsCount, $0.source.claims.count { $0.withdrawn == nil }) },
    .text("quoted") { entry in
      entry.site.strings[.shareQuoted] + ": " + entry.site.shareQuoted(of: entry.source.id)
    },
  ])
}

extension Site {
  func words(of fidelity: Source.Fidelity) -> String {
    switch fidelity {
    case .original: strings[.fidelityOriginal]
    case .syndicated: strings[.fidelitySyndicated]
    case .translated: strings[.fidelityTranslated]
    case .reworded: strings[.fidelityReworded]
    }
  }

  func meaning(of fidelity: Source.Fidelity) -> String {
    switch fidelity {
    case .original: strings[.fidelityOriginalMeaning]
    case .syndicated: strings[.fidelitySyndicatedMeaning]
    case .translated: strings[.fidelityTranslatedMeaning]
    case .reworded: strings[.fidelityRewordedMeaning]
    }
  }

  /// "2 reworded copies".
  func words(for count: Int, of fidelity: Source.Fidelity) -> String {
    switch fidelity {
    case .original: strings.count(.restsOnOriginal, count)
    case .syndicated: strings.count(.restsOnSyndicated, count)
    case .translated: strings.count(.restsOnTranslated, count)
    case .reworded: strings.count(.restsOnReworded, count)
    }
  }

  /// How much of a source's text the site shows: "38 % of 5,393 characters".
  func shareQuoted(of source: String) -> String {
    let quoted = quoted(source)
    return strings.fill(
      .shareOfText, ("share", strings.number(percent(quoted?.shown ?? 0, of: quoted?.total ?? 0))),
      ("total", strings.number(quoted?.total ?? 0)))
  }

  /// Rounded to a whole per cent; 0 of nothing.
  func percent(_ part: Int, of whole: Int) -> Int {
    whole > 0 ? (part * 200 + whole) / (whole * 2) : 0
  }
}
