/// The events that the sources report, by day.
struct TimelinePage: BuiltInPageContent, LongPageContent {
  let page: PageContext
  private let entries: ArraySlice<TimelineEntry>

  static let builtIn = BuiltInPage.timeline

  static func listed(on site: Site) -> Int { site.sheet.evidence.count }

  static func entries(of subject: Void, on site: Site) -> [TimelineEntry] {
    let dated = site.timelineDays.flatMap { day in
      day.merged.flatMap { event in
        event.indices.map { TimelineEntry(day: day, event: event, answer: $0) }
      }
    }
    return dated + undated(on: site).map { TimelineEntry(day: nil, event: [$0], answer: 0) }
  }

  init(page: PageContext, subject: Void, entries: ArraySlice<TimelineEntry>) {
    self.page = page
    self.entries = entries
  }

  static let fields = Fields<TimelinePage>([
    .text("intro") { $0.intro },
    .markup("opening") { $0.opening },
    .flaggedList("strip", StripPart.fields) { $0.page.isFirstPart ? $0.page.strip : [] },
    .text("strip_caption") { $0.page.isFirstPart ? $0.page.stripCaption : nil },
    .flaggedList("days", TimelineDayView.fields) { $0.days },
    .flaggedList("undated", AnswerView.fields) { timeline in
      timeline.page.answers(timeline.entries.filter { $0.day == nil }.map { $0.event[0] })
    },
  ])

  var intro: String { site.strings[.timelineIntro] }

  /// Deciding answers without a day of the event, to questions that have other answers with such a day. Sensitive
  /// questions and questions about a stock are left out.
  private static func undated(on site: Site) -> [Evidence] {
    site.sheet.answeredQuestions.filter { answered in
      !answered.question.isSensitive && answered.question.counts != .stock
        && answered.unreplaced.contains { $0.claim.happened != nil }
    }
    .flatMap(\.evidence).filter { $0.claim.happened == nil && $0.decides }
  }

  private var days: [TimelineDayView] {
    entries.filter { $0.day != nil }.runs(by: \.section).compactMap { entries in
      guard let day = entries[0].day else { return nil }
      var events: [TimelineEvent] = []
      for run in entries.runs(by: \.event[0].id) {
        let evidence = run[0].event
        events.append(
          TimelineEvent(
            page: page, evidence: evidence, shown: run.map { $0.event[$0.answer] },
            continues: events.last?.evidence[0].question.id == evidence[0].question.id))
      }
      return TimelineDayView(page: page, day: day, events: events)
    }
  }
}

/// An answer on the timeline.
struct TimelineEntry: PageEntry {
  /// Nil for an answer without a day.
  let day: TimelineDay?
  /// The answers that are one event.
  let event: [Evidence]
  /// The index of this answer among them.
  let answer: Int

  var anchors: [String] { day.map { [$0.anchor] } ?? ["without_day"] }
  var section: String { day?.anchor ?? "without_day" }
  var label: String? { day?.days.lowerBound.yearAndMonth }
}

extension Site {
  /// The dated answers that are shown, sorted by day or days, then part of the day, then question.
  var timelineDays: [TimelineDay] {
    let shown = sheet.answeredQuestions.filter { !$0.question.isSensitive }.flatMap(\.unreplaced)
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
        return TimelineDay(days: days, events: ordered.map(\.element))
      }
  }
}

/// The answers for one day of the timeline, or for a range of days.
struct TimelineDay: Sendable {
  let days: ClosedRange<Day>
  let events: [Evidence]

  /// Equal answers to a question, for the same place and part of the day, as one event.
  fileprivate var merged: [[Evidence]] {
    var merged: [[Evidence]] = []
    for evidence in events {
      if let known = merged.firstIndex(where: { $0[0].isSameEvent(as: evidence) }) {
        merged[known].append(evidence)
      } else {
        merged.append([evidence])
      }
    }
    return merged
  }

  var anchor: String {
    let (first, last) = (days.lowerBound.description, days.upperBound.description)
    return "day_" + (first == last ? first : first + "_" + last)
  }
}

/// A day of the timeline with the events that a part of the page shows.
struct TimelineDayView: PageView {
  let page: PageContext
  let day: TimelineDay
  let events: [TimelineEvent]

  static let fields = Fields<TimelineDayView>([
    .text("anchor") { $0.day.anchor },
    .text("title") { $0.site.strings.days($0.day.days, knownYear: $0.site.commonYear) },
    .list("events", TimelineEvent.fields) { $0.events },
  ])
}

/// An event with all reports of it.
struct TimelineEvent: PageView {
  let page: PageContext
  /// Never empty.
  let evidence: [Evidence]
  /// Those that this part of the page shows.
  let shown: [Evidence]
  /// Whether the event before it answers the same question.
  let continues: Bool

  static let fields = Fields<TimelineEvent>([
    .all(AnswerView.fields) { AnswerView(page: $0.page, evidence: $0.evidence[0]) },
    .flag("is_day") { if case .day = $0.evidence[0].answer { true } else { false } },
    .flag("continues") { $0.continues },
    .text("speakers") { $0.speakers },
    .text("reports") { $0.reports },
    .list("answers", AnswerView.fields) { $0.page.answers($0.shown) },
  ])

  /// Nil if only the reports themselves say so.
  private var speakers: String? {
    let speakers = site.speakers(of: evidence)
    return speakers == [Speaker.report] ? nil : site.names(of: speakers)
  }

  /// The titles of up to three reports; the number of more.
  private var reports: String {
    var titles: [String] = []
    for id in evidence.map(\.sourceID) where !titles.contains(site.shortTitle(ofSource: id)) {
      titles.append(site.shortTitle(ofSource: id))
    }
    return titles.count > 3 ? site.strings.count(.reportsCount, titles.count) : site.strings.joined(titles)
  }
}

extension Evidence {
  fileprivate func isSameEvent(as other: Evidence) -> Bool {
    question.id == other.question.id && answer == other.answer && claim.place == other.claim.place
      && claim.part == other.claim.part && claim.modality == other.claim.modality
  }
}
