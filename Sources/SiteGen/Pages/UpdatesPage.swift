/// The sources, the last recorded first, and the brief answers that changed with each.
struct UpdatesPage: BuiltInPageContent, LongPageContent {
  let page: PageContext
  private let entries: ArraySlice<ChangeEntry>

  static let builtIn = BuiltInPage.updates

  static func listed(on site: Site) -> Int { site.sheet.history.reduce(0) { $0 + 1 + $1.changes.count } }

  static func entries(of subject: Void, on site: Site) -> [ChangeEntry] {
    site.sheet.history.indices.reversed().flatMap { index -> [ChangeEntry] in
      let step = site.sheet.history[index]
      let changes = step.shownChanges.indices.map {
        ChangeEntry(step: index, sourceID: step.sourceID, recorded: step.recorded, change: $0)
      }
      return changes.isEmpty
        ? [ChangeEntry(step: index, sourceID: step.sourceID, recorded: step.recorded, change: nil)] : changes
    }
  }

  init(page: PageContext, subject: Void, entries: ArraySlice<ChangeEntry>) {
    self.page = page
    self.entries = entries
  }

  static let fields = Fields<UpdatesPage>([
    .text("intro") { $0.intro },
    .markup("opening") { $0.opening },
    .list("steps", StepView.fields) { updates in
      updates.entries.runs(by: \.step).map { run in
        StepView(page: updates.page, step: updates.site.sheet.history[run[0].step], shown: run.compactMap(\.change))
      }
    },
  ])

  var intro: String { site.strings[.updatesIntro] }
}

/// A change that came with a source, or a source that changed nothing.
struct ChangeEntry: PageEntry {
  /// The index of the step in the history.
  let step: Int
  let sourceID: String
  let recorded: Day
  /// The index among the changes that are shown.
  let change: Int?

  var anchors: [String] { change ?? 0 == 0 ? [Address.anchor(ofUpdate: sourceID)] : [] }
  var section: String { sourceID }
  var label: String? { recorded.yearAndMonth }
}

/// One source that entered the collection, and the brief answers that changed with it.
struct StepView: PageView {
  let page: PageContext
  let step: FactSheet.HistoryStep
  /// The indices of the changes that this part of the page shows.
  let shown: [Int]

  static let fields = Fields<StepView>([
    .text("anchor") { Address.anchor(ofUpdate: $0.step.sourceID) },
    .text("title") { $0.site.title(ofSource: $0.step.sourceID) },
    .text("quoted_title") { step in step.site.source(step.step.sourceID).map(step.site.quotedTitle) },
    .text("published") { step in
      step.site.source(step.step.sourceID).map { step.site.strings.day($0.published.value) }
    },
    .text("published_iso") { step in step.site.source(step.step.sourceID)?.published.value.description },
    .text("recorded") { $0.site.strings.day($0.step.recorded) },
    .text("recorded_iso") { $0.step.recorded.description },
    .address("source_href") { $0.link(Address.source($0.step.sourceID)) },
    .text("summary") { $0.site.strings.count(.updatesChanges, $0.step.shownChanges.count) },
    .list("changes", ChangeView.fields) { $0.changes },
    .flaggedList("added", ChangeView.fields) { $0.changes.filter(\.isOnlyAdded) },
    .flaggedList("changed", ChangeView.fields) { $0.changes.filter { !$0.isOnlyAdded } },
  ])

  private var changes: [ChangeView] {
    let changes = step.shownChanges
    return shown.map { ChangeView(page: page, change: changes[$0], sourceID: step.sourceID) }
  }
}

extension FactSheet.HistoryStep {
  /// The changes that lists and feeds show. Changes of sensitive questions appear only on the pages of these questions.
  var shownChanges: [Change] { changes.filter { !$0.question.isSensitive } }
}
