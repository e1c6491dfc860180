/// How the picture changed: the sources as they came, and the brief answers that moved with each.
struct UpdatesPage: PageContent {
  let site: Site
  let frame: PageFrame
  private let note: Note?

  static let template = "updates.mustache"

  static func all(of site: Site) -> [PageSubject<Note?>] { site.single("updates", updated: site.newestRecord) }

  init(_ subject: PageSubject<Note?>, _ site: Site) {
    self.site = site
    note = subject.subject
    frame = PageFrame(
      site: site, address: subject.address, heading: site.title(ofPage: "updates"),
      description: site.description(of: note, or: site.strings[.updatesIntro]), updated: subject.updated,
      breadcrumbs: [site.home(from: subject.address)])
  }

  static let fields = Fields<UpdatesPage>([
    .all(PageFrame.fields) { $0.frame },
    .text("intro") { $0.site.strings[.updatesIntro] },
    .markup("opening") { $0.site.body(of: $0.note, on: $0.frame.address) },
    .list("steps", StepView.fields) { page in
      page.site.sheet.history.reversed().map { StepView(site: page.site, step: $0, page: page.frame.address) }
    },
  ])
}

/// One source's arrival, and what moved with it.
struct StepView: Sendable {
  let site: Site
  let step: FactSheet.HistoryStep
  let page: String

  static let fields = Fields<StepView>([
    .text("anchor") { Address.anchor(ofUpdate: $0.step.sourceID) },
    .text("title") { $0.site.title(ofSource: $0.step.sourceID) },
    .text("recorded") { $0.site.strings.day($0.step.recorded) },
    .text("recorded_iso") { $0.step.recorded.description },
    .address("source_href") { Address.link(Address.source($0.step.sourceID), from: $0.page) },
    .text("summary") { $0.site.strings.count(.updatesChanges, $0.step.shownChanges.count) },
    .list("changes", ChangeView.fields) { view in
      view.step.shownChanges.map {
        ChangeView(site: view.site, change: $0, sourceID: view.step.sourceID, page: view.page)
      }
    },
  ])
}

extension FactSheet.HistoryStep {
  /// The changes that lists and feeds show: what is sensitive stands on its question's page alone.
  var shownChanges: [Change] { changes.filter { !$0.question.isSensitive } }
}
