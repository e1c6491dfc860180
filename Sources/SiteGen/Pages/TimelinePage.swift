/// What the sources say happened on a day, in the order of days.
struct TimelinePage: PageContent {
  let site: Site
  let frame: PageFrame
  private let note: Note?

  static let template = "timeline.mustache"

  static func all(of site: Site) -> [PageSubject<Note?>] { site.single("timeline", updated: site.newestRecord) }

  init(_ subject: PageSubject<Note?>, _ site: Site) {
    self.site = site
    note = subject.subject
    frame = PageFrame(
      site: site, address: subject.address, heading: site.title(ofPage: "timeline"),
      description: site.description(of: note, or: site.strings[.timelineIntro]), updated: subject.updated,
      breadcrumbs: [site.home(from: subject.address)])
  }

  static let fields = Fields<TimelinePage>([
    .all(PageFrame.fields) { $0.frame },
    .text("intro") { $0.site.strings[.timelineIntro] },
    .markup("opening") { $0.site.body(of: $0.note, on: $0.frame.address) },
    .list("days", TimelineDay.fields) { $0.days },
    .flag("has_days") { !$0.days.isEmpty },
    .flag("has_undated") { !$0.undated.isEmpty },
    .list("undated", AnswerView.fields) { page in
      page.undated.map { AnswerView(site: page.site, evidence: $0, page: page.frame.address) }
    },
  ])

  /// What is said without a day of questions to which other answers have one.
  private var undated: [Evidence] {
    site.sheet.answeredQuestions.filter { answered in
      !answered.question.isSensitive && answered.question.counts != .stock
        && answered.evidence.contains { $0.claim.happened != nil }
    }
    .flatMap(\.evidence).filter { $0.claim.happened == nil && $0.decides }
  }

  /// By day or days, then part of the day, then place in the order of findings.
  private var days: [TimelineDay] {
    var events: [TimelineDay.Key: [Evidence]] = [:]
    for answered in site.sheet.answeredQuestions where !answered.question.isSensitive {
      for evidence in answered.evidence {
        guard let happened = evidence.claim.happened?.value else { continue }
        events[TimelineDay.Key(first: happened.lowerBound, last: happened.upperBound), default: []].append(evidence)
      }
    }
    return events.keys.sorted().map { key in
      let parts = Claim.PartOfDay.allCases
      func rank(_ evidence: Evidence) -> Int {
        evidence.claim.part.flatMap(parts.firstIndex).map { $0 + 1 } ?? 0
      }
      let ordered = (events[key] ?? []).enumerated().sorted {
        (rank($0.element), $0.offset) < (rank($1.element), $1.offset)
      }
      return TimelineDay(site: site, key: key, events: ordered.map(\.element), page: frame.address)
    }
  }
}

/// One day of the timeline, or several of which one thing is said.
struct TimelineDay: Sendable {
  let site: Site
  let key: Key
  let events: [Evidence]
  let page: String

  struct Key: Hashable, Comparable {
    let first: Day
    let last: Day

    static func < (left: Key, right: Key) -> Bool { (left.first, left.last) < (right.first, right.last) }
  }

  static let fields = Fields<TimelineDay>([
    .text("anchor") { day in
      day.key.first == day.key.last
        ? "day_" + day.key.first.description : "day_" + day.key.first.description + "_" + day.key.last.description
    },
    .text("title") { $0.site.strings.days($0.key.first...$0.key.last) },
    .list("events", AnswerView.fields) { day in
      day.events.map { AnswerView(site: day.site, evidence: $0, page: day.page) }
    },
  ])
}
