/// The answers to one question, day by day, as its chart shows them: words and numbers ready to be drawn.
///
/// Days run down the chart and values across it, so that every mark has a line of its own for its words.
struct AnswerChart: Sendable {
  /// What the chart shows, in a few words.
  var title: String
  /// What can be seen on it, in sentences, for those who do not see it.
  var description: String
  /// In the order of time.
  var days: [Day]
  /// Zero to the greatest value, or only a part of that where all are below zero.
  var axis: ValueAxis
  /// Whether the words run from right to left, and the chart with them.
  var isMirrored = false

  /// The answers of one day.
  struct Day: Sendable {
    /// The day in words, and a description of the days before it without an answer.
    var label: String
    var gap: String?
    var marks: [Mark]
  }

  /// One answer: copies of a statement are one mark.
  struct Mark: Sendable {
    /// As its author wrote it.
    var answer: String
    /// Who gave it, and whatever else belongs to it ("in 3 documents").
    var label: String
    /// What is drawn on the axis; a vague word has no place there and is only named.
    var quantity: Quantity
    /// Which of the chart's speakers gave it: it decides the shape.
    var speaker: Int
  }
}
