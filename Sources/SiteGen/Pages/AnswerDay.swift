/// The answers to a question for one day, or days without an answer between two days with answers.
struct AnswerDay: PageView {
  let page: PageContext
  let days: ClosedRange<Day>
  /// Empty for days without an answer.
  let evidence: [Evidence]

  static let fields = Fields<AnswerDay>([
    .text("title") { $0.site.strings.days($0.days) },
    .text("iso") { $0.days.lowerBound == $0.days.upperBound ? $0.days.lowerBound.description : nil },
    .flaggedList("answers", AnswerView.fields) { $0.page.answers($0.evidence, areAnchored: true, showWords: true) },
    .text("without_answer") { day in
      let count = day.days.upperBound.dayNumber - day.days.lowerBound.dayNumber + 1
      return day.evidence.isEmpty ? day.site.strings.count(.noAnswerDays, count) : nil
    },
  ])
}

extension PageContext {
  /// The answers by day. Days without an answer are named where the answer can differ from day to day: for running
  /// totals and for situations.
  func answerDays(of answered: FactSheet.AnsweredQuestion) -> [AnswerDay] {
    let isDaily = [.cumulative, .stock].contains(answered.question.counts)
    var days: [AnswerDay] = []
    for (day, evidence) in Dictionary(grouping: answered.evidence, by: \.asOf).sorted(by: { $0.key < $1.key }) {
      if isDaily, let first = days.last?.days.upperBound.next, let last = day.previous, first <= last {
        days.append(AnswerDay(page: self, days: first...last, evidence: []))
      }
      days.append(AnswerDay(page: self, days: day...day, evidence: evidence))
    }
    return days
  }
}

extension Site {
  /// Where in its report an answer's quotation stands, among all words of the report that the site quotes.
  func position(of evidence: Evidence) -> HTML? {
    guard let source = source(evidence.sourceID), let quoted = quoted(evidence.sourceID) else { return nil }
    let length = max(source.seed.file.bytes.count, 1)
    func perMille(_ span: Range<Int>) -> Range<Int> {
      let start = span.lowerBound * 1000 / length
      return start..<max(start + 4, span.upperBound * 1000 / length)
    }
    let place = evidence.quotation.span
    let share = percentage(place.lowerBound, of: length)
    return HTML(
      positionStrip(
        quoted: quoted.passages.map { perMille($0.quotation.span) }, marked: perMille(place),
        label: strings.fill(.wordsAt, ("share", share)), isMirrored: strings[.direction] == "rtl"))
  }
}
