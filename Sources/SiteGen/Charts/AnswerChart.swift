/// The content of a question's chart: its answers as words, numbers and symbols that are ready to be drawn.
struct AnswerChart: Sendable {
  var title: String
  var subtitle: String
  /// A description in sentences for readers who cannot see the chart.
  var description: String
  /// Answers in vague words, which have no position on an axis, in a sentence.
  var vague: String?
  /// The documents, the site and its licence.
  var source: String
  /// One for each place; never empty.
  var panels: [Panel]
  /// The days across the chart; nil if all numbers are of one day. The chart then has a row for each answer.
  var days: DayAxis?
  /// The symbols of the speakers.
  var key: [KeyItem] = []
  var words = Words()
  /// Writes a number in the style of the site.
  var digits: @Sendable (Double) -> String = { Quantity.digits($0) }
  /// A sentence that names the numbers without space for a label beside their marks.
  var others: @Sendable ([DayLabels]) -> String = { days in
    days.map { "\($0.day): " + $0.labels.joined(separator: ", ") }.joined(separator: "; ")
  }
  /// What the values count; nil if the question does not say.
  var unit: String?
  /// The sizes that this chart has in common with those beside it.
  var frame: Frame?
  /// Whether the words, and so the chart, run from right to left.
  var isMirrored = false

  struct Panel: Sendable {
    /// Nil if the chart has one panel.
    var place: String?
    /// In chronological order.
    var marks: [Mark]
  }

  /// One answer with a number. Copies of the same statement share one mark.
  struct Mark: Sendable {
    var quantity: Quantity
    /// The quantity in digits and signs: ">3,800".
    var label: String
    var day: Day
    /// Nil for the whole day.
    var time: TimeOfDay?
    var symbol: ChartSymbol
    /// The speakers, and other details where each answer has a row.
    var name: String
    /// The name of the speaker whose marks are joined; nil for others.
    var joined: String?
  }

  /// The labels of some marks of one day.
  struct DayLabels: Sendable {
    var day: Day
    var labels: [String]
  }

  /// The words of the chart that do not depend on its answers.
  struct Words: Sendable {
    var noReport = ""
    var about = ""
    var range = ""
  }

  var marks: [Mark] { panels.flatMap(\.marks) }
}

extension Quantity {
  /// In digits and signs, as short as a label must be: ">3,800", "≥26", "~5,800", "18–20". Vague words stay words.
  func label(_ digits: (Double) -> String) -> String {
    if let vague { return vague.words }
    let about = approximate ? "~" : ""
    switch (lower, upper) {
    case (nil, nil): return ""
    // Why without "~": two signs are not read as one.
    case (let lower?, nil): return (lowerOpen ? ">" : "≥") + digits(lower)
    case (nil, let upper?): return (upperOpen ? "<" : "≤") + digits(upper)
    case (let lower?, let upper?) where lower == upper: return about + digits(lower)
    case (let lower?, let upper?) where lowerOpen || upperOpen:
      return (lowerOpen ? ">" : "≥") + digits(lower) + " " + (upperOpen ? "<" : "≤") + digits(upper)
    case (let lower?, let upper?): return about + digits(lower) + "–" + digits(upper)
    }
  }

  /// The bounds that a chart draws: those that the words allow in comparisons if they are approximate. A side without a
  /// bound ends at the other one.
  var drawnBounds: ClosedRange<Double>? {
    guard vague == nil, let first = lower ?? upper, let last = upper ?? lower, first.isFinite, last.isFinite,
      first <= last
    else { return nil }
    guard approximate else { return first...last }
    let bounds = comparisonBounds
    return min(
      first, bounds.lower.isFinite ? bounds.lower : first)...max(last, bounds.upper.isFinite ? bounds.upper : last)
  }
}
