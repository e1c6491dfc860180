/// The sources, the last recorded first, and the brief answers that changed with each.
struct UpdatesPage: BuiltInPageContent {
  let page: PageContext

  static let builtIn = BuiltInPage.updates

  static let fields = Fields<UpdatesPage>([
    .text("intro") { $0.intro },
    .markup("opening") { $0.opening },
    .list("steps", StepView.fields) { updates in
      updates.site.sheet.history.reversed().map { StepView(page: updates.page, step: $0) }
    },
  ])

  var intro: String { site.strings[.updatesIntro] }
}

/// One source that entered the collection, and the brief answers that changed with it.
struct StepView: PageView {
  let page: PageContext
  let step: FactSheet.HistoryStep

  static let fields = Fields<StepView>([
    .text("anchor") { Address.anchor(ofUpdate: $0.step.sourceID) },
    .text("title") { $0.site.title(ofSource: $0.step.sourceID) },
    .text("quoted_title") { step in step.site.source(step.step.sourceID).map(step.site.quotedTitle) },
    .text("recorded") { $0.site.strings.day($0.step.recorded) },
    .text("recorded_iso") { $0.step.recorded.description },
    .address("source_href") { $0.link(Address.source($0.step.sourceID)) },
    .text("summary") { $0.site.strings.count(.updatesChanges, $0.step.shownChanges.count) },
    .list("changes", ChangeView.fields) { $0.changes },
    .flaggedList("added", ChangeView.fields) { $0.changes.filter(\.isOnlyAdded) },
    .flaggedList("changed", ChangeView.fields) { $0.changes.filter { !$0.isOnlyAdded } },
  ])

  private var changes: [ChangeView] {
    step.shownChanges.map { ChangeView(page: page, change: $0, sourceID: step.sourceID) }
  }
}

extension FactSheet.HistoryStep {
  /// The changes that lists and feeds show. Changes of sensitive questions appear only on the pages of these questions.
  var shownChanges: [Change] { changes.filter { !$0.question.isSensitive } }
}
