/// The days of the timeline as a strip: a bar for each day, month or year, as long as it has events. A long time
/// without events is one empty part.
extension PageContext {
  /// Empty without dated events.
  var strip: [StripPart] {
    let events = site.timelineDays
    for unit in StripPart.Unit.allCases {
      let starts = Dictionary(grouping: events) { unit.start(of: $0.days.lowerBound) }
      let days = starts.keys.sorted()
      let gaps = zip(days, days.dropFirst()).map { unit.starts(between: $0, and: $1) }
      let isLast = unit == StripPart.Unit.allCases.last
      guard isLast || days.count + gaps.reduce(0, { $0 + $1.count }) <= PageContext.mostStripParts else { continue }
      let highest = starts.values.map { $0.reduce(0) { $0 + $1.events.count } }.max() ?? 1
      var named: Set<String> = []
      return days.enumerated().flatMap { index, day in
        let events = starts[day] ?? []
        let label = label(of: events, except: named)
        if let label { named.insert(label) }
        let part = StripPart(
          page: self, unit: unit, days: day...day, events: events, label: label, highest: highest)
        guard index < gaps.count else { return [part] }
        return [part] + gaps[index].map { StripPart(page: self, unit: unit, days: $0, events: [], highest: highest) }
      }
    }
    return []
  }

  /// The unit of the strip's bars.
  var stripCaption: String? {
    strip.first.map { first in
      switch first.unit {
      case .day: site.strings[.answersPerDay]
      case .month: site.strings[.answersPerMonth]
      case .year: site.strings[.answersPerYear]
      }
    }
  }

  /// What happened in a part of the strip: the label of a question that asks for its day, or of the one to which most of
  /// these events are answers, unless an earlier part names it; else the first answer.
  private func label(of days: [TimelineDay], except named: Set<String>) -> String? {
    let events = days.flatMap(\.events)
    let unnamed = events.filter { !named.contains($0.question.label) }
    let dated = unnamed.first { if case .day = $0.answer { true } else { false } }
    if let dated { return dated.question.label }
    let labels = unnamed.map(\.question.label)
    let counts = Dictionary(labels.map { ($0, 1) }, uniquingKeysWith: +)
    // Why not `max`: of labels with the same count, the first is shown.
    let common = labels.reduce(nil) { most, label in
      most.flatMap { counts[$0] ?? 0 >= counts[label] ?? 0 ? $0 : nil } ?? label
    }
    return common ?? events.first.map { site.words(of: $0) }
  }

  /// The maximum number of parts. A longer time is divided into months, then into years.
  private static let mostStripParts = 16
}

/// A part of the strip.
struct StripPart: PageView {
  enum Unit: CaseIterable, Sendable {
    case day, month, year

    func start(of day: Day) -> Day {
      switch self {
      case .day: day
      case .month: Day(year: day.year, month: day.month, day: 1) ?? day
      case .year: Day(year: day.year, month: 1, day: 1) ?? day
      }
    }

    /// Nil after the calendar's last day.
    private func start(after start: Day) -> Day? {
      switch self {
      case .day: start.next
      case .month:
        Day(year: start.year, month: start.month + 1, day: 1) ?? Day(year: start.year + 1, month: 1, day: 1)
      case .year: Day(year: start.year + 1, month: 1, day: 1)
      }
    }

    /// The starts between two others: up to two alone, more as one range.
    func starts(between first: Day, and last: Day) -> [ClosedRange<Day>] {
      var starts: [Day] = []
      var next = start(after: first)
      while let day = next, day < last, starts.count < 3 {
        starts.append(day)
        next = start(after: day)
      }
      guard starts.count > 2, let end = last.previous.map(start(of:)) else { return starts.map { $0...$0 } }
      return [starts[0]...end]
    }
  }

  let page: PageContext
  let unit: Unit
  let days: ClosedRange<Day>
  /// The days of the timeline that begin here.
  let events: [TimelineDay]
  /// What happened; nil without events.
  var label: String?
  /// The number of events of the longest bar.
  let highest: Int

  private static let height = 48
  private var count: Int { events.reduce(0) { $0 + $1.events.count } }

  static let fields = Fields<StripPart>([
    .text("title") { $0.title },
    .text("full_title") { part in
      let title = part.unit == .day ? part.site.strings.days(part.days) : part.title
      return part.count == 0 ? title : title + ": " + part.site.strings.count(.claimsCount, part.count)
    },
    .address("href") { part in part.events.first.map { part.site.address(Address.page(.timeline), anchor: $0.anchor) }
    },
    .markup("bar") { part in
      let height = part.count == 0 ? 0 : max(3, part.count * StripPart.height / part.highest)
      return HTML(
        columnBar(
          height: height, of: StripPart.height, number: part.number,
          isMirrored: part.site.strings[.direction] == "rtl"))
    },
    .text("count") { $0.number },
    .text("labels") { $0.label },
  ])

  /// The number of events in digits; nil without any.
  private var number: String? { count == 0 ? nil : site.strings.number(count) }

  private var title: String {
    let (first, last) = (title(of: days.lowerBound), title(of: days.upperBound))
    return first == last ? first : first + "–" + last
  }

  private func title(of day: Day) -> String {
    switch unit {
    case .day: String(day.day)
    // In the format of ISO 8601: `2022-01`.
    case .month: String(day.description.prefix(7))
    case .year: String(day.year)
    }
  }
}
