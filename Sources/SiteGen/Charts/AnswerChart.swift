/// The content of a question's chart: its answers, day by day, as words and numbers that are ready to be drawn.
///
/// Days run from top to bottom and values across, so every mark has its own line for its words.
struct AnswerChart: Sendable {
  var title: String
  /// A description in sentences for readers who cannot see the chart.
  var description: String
  /// In chronological order; of several places, one after the other.
  var days: [Day]
  /// The axis for the values of all marks. It always includes zero.
  var axis: ValueAxis
  /// Whether the words, and so the chart, run from right to left.
  var isMirrored = false

  /// The answers of one day.
  struct Day: Sendable {
    /// The day in words, after the place if there are several.
    var label: String
    /// A description of the days without an answer before this day, if the chart shows that gap.
    var gap: String?
    var marks: [Mark]
  }

  /// One answer. Copies of the same statement share one mark.
  struct Mark: Sendable {
    /// The answer as written.
    var answer: String
    /// The speaker and other details ("in 3 documents").
    var label: String
    /// The quantity to draw. A vague word has no position on the axis, so only the words are shown.
    var quantity: Quantity
    /// The index of the speaker among the chart's speakers, which decides the shape.
    var speaker: Int
  }
}
