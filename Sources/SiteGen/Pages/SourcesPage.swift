/// The list of all sources.
struct SourcesPage: BuiltInPageContent, LongPageContent {
  let page: PageContext
  private let sources: ArraySlice<Source>

  static let builtIn = BuiltInPage.sources

  static func listed(on site: Site) -> Int { site.sourcesInOrder.count }
  static func entries(of subject: Void, on site: Site) -> [Source] { site.sourcesInOrder.compactMap(site.source) }

  init(page: PageContext, subject: Void, entries: ArraySlice<Source>) {
    self.page = page
    sources = entries
  }

  static let fields = Fields<SourcesPage>([
    .markup("opening") { $0.opening },
    .address("speakers_href") { $0.link(Address.page(.speakers)) },
    .flaggedList("sources", SourceEntry.fields) { sources in
      sources.sources.map { SourceEntry(page: sources.page, source: $0) }
    },
  ])

  var intro: String { site.strings[.sourcesIntro] }
}

extension Source: PageEntry {
  var section: String { published.value.yearAndMonth }
  var label: String? { published.value.yearAndMonth }
}

/// A source in the list.
struct SourceEntry: PageView {
  let page: PageContext
  let source: Source

  static let fields = Fields<SourceEntry>([
    .text("title") { $0.source.title.value },
    .text("short_title") { $0.source.shortTitle?.value },
    .address("href") { $0.link(Address.source($0.source.id)) },
    .text("published") { $0.site.published($0.source) },
    .text("day") { $0.site.strings.day($0.source.published.value) },
    .text("day_iso") { $0.source.published.value.description },
    .text("outlet") { $0.source.outlet },
    .text("fidelity") { $0.site.words(of: $0.source.fidelity) },
    .text("claims") { $0.site.claimsCount(of: $0.source) },
    .text("answers") { $0.site.strings.number($0.source.standingClaims) },
    .markup("quoted_strip") { $0.site.quotedStrip(of: $0.source) },
    .text("share") { $0.site.percentageQuoted(of: $0.source.id) },
    .text("quoted") { $0.site.strings[.shareQuoted] + ": " + $0.site.shareQuoted(of: $0.source.id) },
  ])
}
