/// How firmly the questions of a site are answered.
extension Site {
  /// The number of questions of each status, in the order of the bar: from the firmest answer to none. That no question
  /// has a status is also part of the state of knowledge.
  var statusCounts: [StatusCount] {
    let counts = Dictionary(grouping: sheet.answeredQuestions, by: \.status)
    return AnswerStatus.byFirmness.map { StatusCount(site: self, status: $0, count: counts[$0]?.count ?? 0) }
  }

  /// One bar for all questions, divided by status.
  func stateBar(of questions: [FactSheet.AnsweredQuestion], showsNumbers: Bool = false) -> HTML {
    let counts = Dictionary(grouping: questions, by: \.status)
    let parts = AnswerStatus.byFirmness.map {
      BarPart(style: $0.rawValue, count: counts[$0]?.count ?? 0, standsOut: $0.standsOut)
    }
    let digits: ((Int) -> String)? = showsNumbers ? { self.strings.number($0) } : nil
    return HTML(statusBar(parts, isMirrored: strings[.direction] == "rtl", digits: digits))
  }

  /// The number of reports and the days on which they were published; nil without sources.
  var collectionInWords: String? {
    let published = sheet.dossier.sources.map(\.published.value)
    guard let first = published.min(), let last = published.max() else { return nil }
    return strings.fill(
      .collectionLine, ("reports", strings.count(.reportsCount, published.count)), ("days", strings.days(first...last)))
  }
}

/// A status with the number of questions that have it: an entry of the legend.
struct StatusCount: Sendable {
  let site: Site
  let status: AnswerStatus
  let count: Int

  static let fields = Fields<StatusCount>([
    .text("status") { $0.site.words(of: $0.status) },
    .text("status_class") { $0.status.rawValue },
    .markup("status_swatch") { HTML(statusSwatch($0.status.rawValue, $0.status.shape)) },
    .markup("status_icon") { $0.status.icon },
    .text("count") { $0.site.strings.number($0.count) },
  ])
}

extension AnswerStatus {
  /// All statuses, from the firmest answer to none; then those of answers that changed or differ.
  static let byFirmness: [AnswerStatus] = [
    .agree, .reportsAgree, .singleVoice, .reported, .list, .unanswered, .changed, .fell, .disagree,
  ]

  /// Whether answers changed or differ. Such questions may be few, but they are what a reader looks for.
  var standsOut: Bool { [.changed, .fell, .disagree].contains(self) }
}
