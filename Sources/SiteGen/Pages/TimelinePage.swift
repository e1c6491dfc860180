/// The events that the sources report, by day.
struct TimelinePage: BuiltInPageContent {
  let page: PageContext

  static let builtIn = BuiltInPage.timeline

  static let fields = Fields<TimelinePage>([
    .text("intro") { $0.intro },
    .markup("opening") { $0.opening },
    .flaggedList("strip", StripPart.fields) { $0.page.strip },
    .flaggedList("days", TimelineDay.fields) { $0.page.timelineDays },
    .flaggedList("undated", AnswerView.fields) { $0.page.answers($0.undated) },
  ])

  var intro: String { site.strings[.timelineIntro] }

  /// Deciding answers without a day of the event, to questions that have other answers with such a day. Sensitive
  /// questions and questions about a stock are left out.
  private var undated: [Evidence] {
    site.sheet.answeredQuestions.filter { answered in
      !answered.question.isSensitive && answered.question.counts != .stock
        && answered.unreplaced.contains { $0.claim.happened != nil }
    }
    .flatMap(\.evidence).filter { $0.claim.happened == nil && $0.decides }
  }
}

extension PageContext {
  /// The dated answers that are shown, sorted by day or days, then part of the day, then question.
  var timelineDays: [TimelineDay] {
    let shown = site.sheet.answeredQuestions.filter { !$0.question.isSensitive }.flatMap(\.unreplaced)
    var events: [ClosedRange<Day>: [Evidence]] = [:]
    for evidence in shown {
      if let days = evidence.claim.happened?.value { events[days, default: []].append(evidence) }
    }
    func rank(_ evidence: Evidence) -> Int {
      evidence.claim.part.flatMap(Claim.PartOfDay.allCases.firstIndex).map { $0 + 1 } ?? 0
    }
    return events.sorted { ($0.key.lowerBound, $0.key.upperBound) < ($1.key.lowerBound, $1.key.upperBound) }
      .map { days, events in
        let ordered = events.enumerated().sorted {
          (rank($0.element), $0.offset) < (rank($1.element), $1.offset)
        }
        return TimelineDay(page: self, days: days, events: ordered.map(\.element))
      }
  }
}

/// The answers for one day of the timeline, or for a range of days.
struct TimelineDay: PageView {
  let page: PageContext
  let days: ClosedRange<Day>
  let events: [Evidence]

  static let fields = Fields<TimelineDay>([
    .text("anchor") { $0.anchor },
    .text("title") { $0.site.strings.days($0.days) },
    .list("events", TimelineEvent.fields) { $0.merged },
  ])

  /// Equal answers to a question, for the same place and part of the day, as one event.
  private var merged: [TimelineEvent] {
    var merged: [TimelineEvent] = []
    for evidence in events {
      if let known = merged.firstIndex(where: { $0.isSame(as: evidence) }) {
        merged[known].evidence.append(evidence)
      } else {
        merged.append(TimelineEvent(page: page, evidence: [evidence]))
      }
    }
    return merged
  }

  var anchor: String {
    let (first, last) = (days.lowerBound.description, days.upperBound.description)
    return "day_" + (first == last ? first : first + "_" + last)
  }
}

/// An event with all reports of it.
struct TimelineEvent: PageView {
  let page: PageContext
  /// Never empty.
  var evidence: [Evidence]

  static let fields = Fields<TimelineEvent>([
    .all(AnswerView.fields) { AnswerView(page: $0.page, evidence: $0.evidence[0]) },
    .flag("is_day") { if case .day = $0.evidence[0].answer { true } else { false } },
    .text("speakers") { $0.site.names(of: $0.site.speakers(of: $0.evidence)) },
    .text("reports") { $0.reports },
    .list("answers", AnswerView.fields) { $0.page.answers($0.evidence) },
  ])

  /// The titles of up to three reports; the number of more.
  private var reports: String {
    var titles: [String] = []
    for id in evidence.map(\.sourceID) where !titles.contains(site.shortTitle(ofSource: id)) {
      titles.append(site.shortTitle(ofSource: id))
    }
    return titles.count > 3 ? site.strings.count(.reportsCount, titles.count) : site.strings.joined(titles)
  }

  func isSame(as other: Evidence) -> Bool {
    let first = evidence[0]
    return first.question.id == other.question.id && first.answer == other.answer
      && first.claim.place == other.claim.place && first.claim.part == other.claim.part
      && first.claim.modality == other.claim.modality
  }
}
