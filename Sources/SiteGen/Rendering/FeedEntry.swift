/// An entry of both feeds: a source that entered the collection, and the brief answers that changed with it.
///
/// Sensitive questions are left out: a feed has no content note.
struct FeedEntry {
  /// The absolute address of the entry's section on updates.html.
  let address: String
  let title: String
  let updated: String
  let content: String

  /// The maximum number of entries in a feed.
  private static let newest = 50

  /// A feed with the newest entries. If it would be too long, each entry lists only its first changes.
  static func feed(of site: Site, at base: String, _ make: ([FeedEntry]) -> [UInt8]) -> [UInt8] {
    let feed = make(entries(of: site, at: base, longest: nil))
    return feed.count <= site.limit.bytes
      ? feed : make(entries(of: site, at: base, longest: site.limit.bytes / newest / 2))
  }

  /// Newest first. `longest`: the maximum size of an entry's content, except its first line.
  private static func entries(of site: Site, at base: String, longest: Int?) -> [FeedEntry] {
    site.sheet.history.suffix(newest).reversed().map { step in
      FeedEntry(
        address: base + site.address(ofUpdate: step.sourceID),
        title: site.title(ofSource: step.sourceID), updated: moment(step.recorded),
        content: content(of: step, site, longest))
    }
  }

  /// A day as a timestamp (RFC 3339). The inputs give no time of day.
  static func moment(_ day: Day) -> String { day.description + "T00:00:00Z" }

  private static func content(of step: FactSheet.HistoryStep, _ site: Site, _ longest: Int?) -> String {
    let lines = step.shownChanges.map { change in
      var line = change.question.label
      if site.isAddition(change) { line += ", " + site.strings[.added] }
      line += ": "
      if let before = site.before(change) { line += before + " → " }
      return line + site.after(change) + (site.why(change).map { " (" + $0 + ")" } ?? "")
    }
    var length = 0
    let shown = lines.prefix { line in
      length += line.utf8.count
      return length <= longest ?? .max
    }
    let more = lines.count - shown.count
    return
      ([site.strings.count(.updatesChanges, lines.count)] + shown
      + (more > 0 ? [site.strings.count(.moreChanges, more)] : [])).joined(separator: "\n")
  }
}
