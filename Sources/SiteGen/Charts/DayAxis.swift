/// The days across a chart, each as a band. Long runs of days without a report share one band.
struct DayAxis: Sendable {
  struct Band: Sendable {
    /// Nil for a run of several days.
    var day: Day?
    /// The number of the day in its month; empty for a run of days.
    var number = ""
    /// The month and the year, at the first band of each month.
    var month: String?
    /// A remark on a day, or a run of days, without a report; nil for a day with one.
    var remark: String?
  }

  private(set) var bands: [Band] = []
  private let reported: Set<Day>
  private let words: Words

  /// Up to this number of days, each day has a band.
  static let mostDays = 14

  struct Words: Sendable {
    var month: @Sendable (Day) -> String
    var noReport: String
    /// For several days that share one band.
    var noReports: @Sendable (Int) -> String
  }

  /// The days from the first to the last of `reported`, which must not be empty.
  init(_ reported: Set<Day>, _ words: Words) {
    (self.reported, self.words) = (reported, words)
    let days = reported.sorted()
    guard let first = days.first, let last = days.last else { return }
    let keepsAll = last.dayNumber - first.dayNumber < DayAxis.mostDays
    var previous: Day?
    for day in days {
      if let previous { addGap(after: previous, before: day, keepsAll, words) }
      add(Band(day: day), words)
      previous = day
    }
  }

  /// The same days with a band for each day of a range; nil if these are too many.
  func covering(_ range: ClosedRange<Day>) -> DayAxis? {
    guard range.upperBound.dayNumber - range.lowerBound.dayNumber < DayAxis.mostDays else { return nil }
    var axis = self
    axis.bands = []
    var next: Day? = range.lowerBound
    while let day = next, day <= range.upperBound {
      axis.add(Band(day: day, remark: reported.contains(day) ? nil : words.noReport), words)
      next = day.next
    }
    return axis
  }

  /// From the first to the last day with a report; nil without any.
  var reportedRange: ClosedRange<Day>? {
    guard let first = reported.min(), let last = reported.max() else { return nil }
    return first...last
  }

  private mutating func addGap(after previous: Day, before next: Day, _ keepsAll: Bool, _ words: Words) {
    let count = next.dayNumber - previous.dayNumber - 1
    guard keepsAll || count <= 2 else {
      bands.append(Band(remark: words.noReports(count)))
      return
    }
    var day = previous
    while let following = day.next, following < next {
      day = following
      add(Band(day: day, remark: words.noReport), words)
    }
  }

  private mutating func add(_ band: Band, _ words: Words) {
    guard let day = band.day else { return }
    var band = band
    band.number = String(day.day)
    let last = bands.last { $0.day != nil }?.day
    if last?.month != day.month || last?.year != day.year { band.month = words.month(day) }
    bands.append(band)
  }

  /// The index of the band of a day; nil if the day has none.
  func index(of day: Day) -> Int? { bands.firstIndex { $0.day == day } }

  /// The runs of bands without a report.
  var emptyRuns: [Range<Int>] {
    var runs: [Range<Int>] = []
    for index in bands.indices where bands[index].remark != nil {
      if let last = runs.last, last.upperBound == index, bands[index].day != nil, bands[index - 1].day != nil {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    return runs
  }
}
