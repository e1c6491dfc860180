/// An entry of both feeds: a source that entered the collection, and the brief answers that changed with it.
///
/// Sensitive questions are left out: a feed has no content note.
struct FeedEntry {
  /// The absolute address of the entry's section on updates.html.
  let address: String
  let title: String
  let updated: String
  let content: String

  /// Newest first.
  static func all(of site: Site, at base: String) -> [FeedEntry] {
    site.sheet.history.reversed().map { step in
      FeedEntry(
        address: base + "updates.html#" + Address.anchor(ofUpdate: step.sourceID),
        title: site.title(ofSource: step.sourceID), updated: moment(step.recorded), content: content(of: step, site))
    }
  }

  /// A day as a timestamp (RFC 3339). The inputs give no time of day.
  static func moment(_ day: Day) -> String { day.description + "T00:00:00Z" }

  private static func content(of step: FactSheet.HistoryStep, _ site: Site) -> String {
    let lines = step.shownChanges.map { change in
      var line = change.question.label
      if site.isAddition(change) { line += ", " + site.strings[.added] }
      line += ": "
      if let before = site.before(change) { line += before + " → " }
      return line + site.after(change) + (site.why(change).map { " (" + $0 + ")" } ?? "")
    }
    return ([site.strings.count(.updatesChanges, step.shownChanges.count)] + lines).joined(separator: "\n")
  }
}
