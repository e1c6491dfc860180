/// The hand-written method, and the last check's own figures.
struct MethodologyPage: PageContent {
  let site: Site
  let frame: PageFrame
  private let note: Note?

  static let template = "methodology.mustache"

  static func all(of site: Site) -> [PageSubject<Note?>] { site.single("methodology", updated: site.newestRecord) }

  init(_ subject: PageSubject<Note?>, _ site: Site) {
    self.site = site
    note = subject.subject
    frame = PageFrame(
      site: site, address: subject.address, heading: site.title(ofPage: "methodology"),
      description: site.description(of: note, or: site.strings[.methodology]), updated: subject.updated,
      breadcrumbs: [site.home(from: subject.address)])
  }

  static let fields = Fields<MethodologyPage>([
    .all(PageFrame.fields) { $0.frame },
    .markup("opening") { $0.site.body(of: $0.note, on: $0.frame.address) },
    .list("figures", LabelledValue.fields) { $0.figures },
    .flag("has_coverage") { !$0.site.sheet.quoted.isEmpty },
    .list("coverage", CoverageRow.fields) { page in
      page.site.sheet.quoted.map { CoverageRow(site: page.site, quoted: $0) }
    },
  ])

  private var figures: [LabelledValue] {
    let strings = site.strings
    let check = site.sheet.check
    return [
      (StringKey.figureSources, strings.number(site.sheet.dossier.sources.count)),
      (.figureAnswers, strings.number(site.sheet.evidence.count)),
      (.figureQuotations, strings.number(check.quotations)),
      (.figureNumbers, strings.number(check.numbers)),
      (
        .figureCoverage,
        strings.fill(
          .coverageFigure, ("covered", strings.number(check.covered)), ("total", strings.number(check.quantities)),
          ("share", strings.number(site.percent(check.covered, of: check.quantities))))
      ),
    ].map { LabelledValue(label: strings[$0], value: $1) }
  }
}

/// A figure with its name.
struct LabelledValue: Sendable {
  var label: String
  var value: String

  static let fields = Fields<LabelledValue>([
    .text("label") { $0.label },
    .text("value") { $0.value },
  ])
}

/// How much of one source's quantities and words is used.
struct CoverageRow: Sendable {
  let site: Site
  let quoted: FactSheet.QuotedSource

  static let fields = Fields<CoverageRow>([
    .text("title") { $0.site.title(ofSource: $0.quoted.sourceID) },
    .address("href") { Address.source($0.quoted.sourceID) },
    .text("found") { $0.site.strings.number($0.quoted.quantities) },
    .text("used") { $0.site.strings.number($0.quoted.covered) },
    .text("share") { $0.site.strings.number($0.site.percent($0.quoted.shown, of: $0.quoted.total)) + " %" },
  ])
}
