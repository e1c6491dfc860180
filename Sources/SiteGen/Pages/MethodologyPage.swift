/// The hand-written method, and the figures of the last check.
struct MethodologyPage: BuiltInPageContent, LongPageContent {
  let page: PageContext
  private let sources: ArraySlice<FactSheet.QuotedSource>

  static let builtIn = BuiltInPage.methodology

  static func listed(on site: Site) -> Int { site.sheet.quoted.count }
  static func entries(of subject: Void, on site: Site) -> [FactSheet.QuotedSource] { site.sheet.quoted }

  init(page: PageContext, subject: Void, entries: ArraySlice<FactSheet.QuotedSource>) {
    self.page = page
    sources = entries
  }

  static let fields = Fields<MethodologyPage>([
    .markup("opening") { $0.opening },
    .list("figures", LabelledValue.fields) { $0.figures },
    .flaggedList("coverage", CoverageRow.fields) { methodology in
      methodology.sources.map { CoverageRow(page: methodology.page, quoted: $0) }
    },
  ])

  var intro: String { site.strings[.methodology] }

  private var figures: [LabelledValue] {
    let (strings, check) = (site.strings, site.sheet.check)
    let coverage = strings.fill(
      .coverageFigure, ("covered", strings.number(check.covered)), ("total", strings.number(check.quantities)),
      ("share", site.percentage(check.covered, of: check.quantities)))
    let figures: [(StringKey, String)] = [
      (.figureSources, strings.number(site.sheet.dossier.sources.count)),
      (.figureAnswers, strings.number(site.sheet.evidence.count)),
      (.figureQuotations, strings.number(check.quotations)), (.figureNumbers, strings.number(check.numbers)),
      (.figureReadings, strings.number(check.readings)),
      (.figureTranslations, strings.number(check.translations)), (.figureCoverage, coverage),
    ]
    return figures.map { LabelledValue(label: strings[$0], value: $1) }
  }
}

extension FactSheet.QuotedSource: PageEntry {}

/// A figure with its name.
struct LabelledValue: Sendable {
  var label: String
  var value: String

  static let fields = Fields<LabelledValue>([
    .text("label") { $0.label },
    .text("value") { $0.value },
  ])
}

/// How much of one source is used: the number of its quantities and the share of its text.
struct CoverageRow: PageView {
  let page: PageContext
  let quoted: FactSheet.QuotedSource

  static let fields = Fields<CoverageRow>([
    .text("title") { $0.site.shortTitle(ofSource: $0.quoted.sourceID) },
    .address("href") { $0.link(Address.source($0.quoted.sourceID)) },
    .text("found") { $0.site.strings.number($0.quoted.quantities) },
    .text("used") { $0.site.strings.number($0.quoted.covered) },
    .text("share") { $0.site.percentage($0.quoted.shown, of: $0.quoted.total) },
  ])
}
