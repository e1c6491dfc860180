/// The answers to a question for one day, or days without an answer between two days with answers.
struct AnswerDay: PageView {
  let page: PageContext
  let days: ClosedRange<Day>
  /// Empty for days without an answer.
  let evidence: [Evidence]
  /// The symbols of answers in the question's chart, by claim.
  var marks: [String: HTML] = [:]

  static let fields = Fields<AnswerDay>([
    .text("title") { $0.site.strings.days($0.days, knownYear: $0.site.commonYear) },
    .text("iso") { $0.days.lowerBound == $0.days.upperBound ? $0.days.lowerBound.description : nil },
    .flaggedList("answers", AnswerView.fields) { day in
      day.page.answers(day.evidence, areAnchored: true, showWords: true).map { answer in
        var answer = answer
        answer.mark = day.marks[answer.evidence.id]
        return answer
      }
    },
    .text("without_answer") { day in
      let count = day.days.upperBound.dayNumber - day.days.lowerBound.dayNumber + 1
      return day.evidence.isEmpty ? day.site.strings.count(.noAnswerDays, count) : nil
    },
  ])
}

extension FactSheet.AnsweredQuestion {
  /// The answers by day, as indices of the evidence. Days without an answer are named where the answer can differ from
  /// day to day: for running totals and for situations.
  var answersByDay: [(days: ClosedRange<Day>, answers: [Int])] {
    let isDaily = [.cumulative, .stock].contains(question.counts)
    var days: [(days: ClosedRange<Day>, answers: [Int])] = []
    let byDay = Dictionary(grouping: evidence.indices) { evidence[$0].asOf }
    for (day, answers) in byDay.sorted(by: { $0.key < $1.key }) {
      if isDaily, let first = days.last?.days.upperBound.next, let last = day.previous, first <= last {
        days.append((first...last, []))
      }
      days.append((day...day, answers))
    }
    return days
  }
}
