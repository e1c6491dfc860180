/// The chart of a question's answers: the numbers that decide the question, by place, day and speaker.
extension Site {
  /// Nil for fewer than two numbers, because one number needs no chart. Vague answers, such as "dozens", do not count.
  func chart(of answered: FactSheet.AnsweredQuestion) -> AnswerChart? {
    let shown = answered.evidence.filter(answered.question.charts)
    let statements = shown.byPlace.flatMap { self.statements(in: $0.evidence) }
    guard statements.count(where: { $0.quantity.vague == nil }) > 1 else { return nil }
    let namesPlaces = Set(statements.map(\.place)).count > 1
    var days: [AnswerChart.Day] = []
    var last: Statement?
    var speakers: [String] = []
    for statement in statements {
      if statement.day != last?.day || statement.place != last?.place {
        let before = last.flatMap { $0.place == statement.place ? $0.day : nil }
        let day = strings.day(statement.day)
        let place = statement.place ?? strings[.placeNotSaid]
        days.append(
          AnswerChart.Day(
            label: namesPlaces ? strings.fill(.briefPlace, ("place", place), ("value", day)) : day,
            gap: before.flatMap { gap($0, statement.day) }, marks: []))
      }
      last = statement
      if !speakers.contains(statement.attributedTo) { speakers.append(statement.attributedTo) }
      days[days.count - 1].marks.append(
        AnswerChart.Mark(
          answer: words(of: statement.evidence[0]), label: label(of: statement), quantity: statement.quantity,
          speaker: speakers.firstIndex(of: statement.attributedTo) ?? 0))
    }
    let question = answered.question
    let title =
      question.unit.map { strings.fill(.chartTitle, ("label", question.label), ("unit", $0)) } ?? question.label
    return AnswerChart(
      title: title, description: description(of: statements), days: days,
      axis: ValueAxis(for: statements.map(\.quantity)) { strings.quantity(Quantity($0)) },
      isMirrored: strings[.direction] == "rtl")
  }

  /// Whether the question has a chart that is also published as a file. The chart of a sensitive question never is.
  func hasChartFile(_ answered: FactSheet.AnsweredQuestion) -> Bool {
    !answered.question.isSensitive && chart(of: answered) != nil
  }

  /// One answer of one voice for one day, time and place; without a voice, of one source.
  private struct Statement {
    /// In the order of evidence; never empty.
    var evidence: [Evidence]
    var quantity: Quantity
    var attributedTo: String
    var day: Day { evidence[0].asOf }
    var place: String? { evidence[0].claim.place }
  }

  private func statements(in shown: [Evidence]) -> [Statement] {
    var statements: [Statement] = []
    for evidence in shown {
      guard case .quantity(let quantity) = evidence.answer else { continue }
      let speaker = evidence.claim.saidBy.value
      // Why the source is added: if a speaker does not count as a voice, the same answer in two reports is two
      // statements.
      let attributedTo = voice(of: speaker) ?? evidence.sourceID + " " + speaker
      let copied = statements.firstIndex { statement in
        statement.attributedTo == attributedTo && statement.evidence[0].moment == evidence.moment
          && statement.quantity == quantity
          && statement.evidence[0].claim.place == evidence.claim.place
      }
      if let copied {
        statements[copied].evidence.append(evidence)
      } else {
        statements.append(Statement(evidence: [evidence], quantity: quantity, attributedTo: attributedTo))
      }
    }
    return statements
  }

  /// The speakers, the time, the place and the number of documents.
  private func label(of statement: Statement) -> String {
    var parts = [names(of: speakers(of: statement.evidence))]
    if let time = statement.evidence[0].asOfTime { parts.append(time.description) }
    if let place = statement.evidence[0].claim.place { parts.append(place) }
    let sources = Set(statement.evidence.map(\.sourceID)).count
    if sources > 1 { parts.append(strings.count(.chartSources, sources)) }
    return parts.joined(separator: " · ")
  }

  /// A remark on the days between two days with answers; nil if no day is between them.
  private func gap(_ before: Day, _ after: Day) -> String? {
    let days = after.dayNumber - before.dayNumber - 1
    return days > 0 ? strings.count(.chartGap, days) : nil
  }

  /// The answers in words, in the chart's order: the first ones, and the number of the others.
  private func description(of statements: [Statement]) -> String {
    let shown = statements.prefix(12).map { statement in
      strings.fill(
        .reasonClaim, ("answer", words(of: statement.evidence[0])), ("day", strings.day(statement.day)),
        ("speaker", label(of: statement)))
    }
    let list = shown.joined(separator: "; ")
    let rest = statements.count - shown.count
    return strings.fill(
      .sentence,
      ("text", rest > 0 ? strings.fill(.briefMore, ("list", list), ("count", strings.number(rest))) : list))
  }
}

extension Question {
  /// Whether the chart shows an answer: it shows the numbers that decide the question.
  fileprivate func charts(_ evidence: Evidence) -> Bool {
    if case .quantity = evidence.answer { evidence.decides } else { false }
  }
}
