/// The chart of a question's answers: the numbers that decide the question, by place, day and speaker.
extension Site {
  /// Nil for fewer than two numbers, because one number needs no chart, and for more than anyone can tell apart. Vague
  /// answers, such as "dozens", do not count.
  func chart(of answered: FactSheet.AnsweredQuestion) -> AnswerChart? {
    let statements = chartStatements(of: answered)
    let numbers = statements.filter { $0.quantity.vague == nil }
    guard Site.chartedNumbers.contains(numbers.count) else { return nil }
    let days = Set(numbers.map(\.day))
    let question = answered.question
    let words = DayAxis.Words(
      month: { self.strings.fill(.chartMonth, ("month", self.strings.month(of: $0)), ("year", String($0.year))) },
      noReport: strings[.chartNoReport], noReports: { self.strings.count(.chartGap, $0) })
    let strings = self.strings
    return AnswerChart(
      title: question.unit.map { strings.fill(.chartTitle, ("label", question.label), ("unit", $0)) }
        ?? question.label,
      subtitle: subtitle(days), description: description(of: statements), vague: vague(statements),
      source: sourceLine(of: numbers), panels: panels(of: numbers),
      days: days.count > 1 ? DayAxis(Set(statements.map(\.day)), words) : nil, key: key(of: numbers),
      words: AnswerChart.Words(
        noReport: strings[.chartNoReport], about: strings[.chartKeyAbout], range: strings[.chartKeyRange]),
      digits: { strings.quantity(Quantity($0)) }, others: { strings.otherNumbers($0) }, unit: question.unit,
      isMirrored: strings[.direction] == "rtl")
  }

  /// Whether the question has a chart that is also published as a file. The chart of a sensitive question never is.
  func hasChartFile(_ answered: FactSheet.AnsweredQuestion) -> Bool {
    let numbers = chartStatements(of: answered).count { $0.quantity.vague == nil }
    return !answered.question.isSensitive && Site.chartedNumbers.contains(numbers)
  }

  private static let chartedNumbers = 2...250

  /// The symbols of a question's answers in its chart, by claim; empty without a chart.
  func chartMarks(of answered: FactSheet.AnsweredQuestion) -> [String: HTML] {
    let numbers = chartStatements(of: answered).filter { $0.quantity.vague == nil }
    guard Site.chartedNumbers.contains(numbers.count) else { return [:] }
    var marks: [String: HTML] = [:]
    for statement in numbers {
      let mark = HTML(
        ChartFigure.symbol(chartSymbols.symbol(of: statement), isHollow: statement.quantity.approximate))
      for evidence in statement.evidence { marks[evidence.id] = mark }
    }
    return marks
  }

  /// The most voices whose marks are joined. Why: more lines than these cannot be told apart.
  private static let mostJoined = 3

  private func panels(of numbers: [ChartStatement]) -> [AnswerChart.Panel] {
    let joined = voicesByCount(in: numbers).prefix(Site.mostJoined)
    var panels: [(place: String?, marks: [AnswerChart.Mark])] = []
    for statement in numbers {
      if panels.last?.place != statement.place || panels.isEmpty { panels.append((statement.place, [])) }
      panels[panels.count - 1].marks.append(
        AnswerChart.Mark(
          quantity: statement.quantity, label: statement.quantity.label { strings.quantity(Quantity($0)) },
          day: statement.day, time: statement.evidence[0].asOfTime, symbol: chartSymbols.symbol(of: statement),
          name: rowName(of: statement), joined: statement.voice.flatMap { joined.contains($0) ? $0 : nil }))
    }
    return panels.map { place, marks in
      AnswerChart.Panel(place: panels.count > 1 ? place ?? strings[.placeNotSaid] : nil, marks: marks)
    }
  }

  // MARK: - Words

  private func subtitle(_ days: Set<Day>) -> String {
    guard let first = days.min(), let last = days.max() else { return "" }
    return first == last
      ? strings.fill(.chartSubtitleDay, ("day", strings.day(first)))
      : strings.fill(.chartSubtitleDays, ("days", strings.days(first...last)))
  }

  /// The answers in vague words, by day; nil without any.
  private func vague(_ statements: [ChartStatement]) -> String? {
    let vague = Dictionary(grouping: statements.filter { $0.quantity.vague != nil }, by: \.day)
    guard !vague.isEmpty else { return nil }
    // Why: the subtitle gives the year if there is one.
    let years = Set(statements.map(\.day.year))
    let days = vague.keys.sorted().map { day -> String in
      var quoted: [String] = []
      for statement in vague[day] ?? [] {
        let words = strings.quoted(self.words(of: statement.evidence[0]))
        if !quoted.contains(words) { quoted.append(words) }
      }
      let list = quoted.joined(separator: strings[.listSeparator])
      return strings.fill(
        .briefAnswer, ("answer", list), ("speaker", strings.day(day, knownYear: years.count == 1 ? years.first : nil)))
    }
    return strings.fill(.chartWords, ("list", days.joined(separator: "; ")))
  }

  private func sourceLine(of statements: [ChartStatement]) -> String {
    let sources = Set(statements.flatMap(\.evidence).map(\.sourceID)).count
    let parts = [strings.count(.chartSource, sources), settings.title, settings.licence]
    return parts.compactMap { $0 }.joined(separator: " · ")
  }

  /// The speakers, or the report that says it in its own words; then the time and the number of documents.
  private func rowName(of statement: ChartStatement) -> String {
    let speakers = speakers(of: statement.evidence)
    let name =
      speakers == [Speaker.report]
      ? mention(ofSource: statement.evidence[0].sourceID)
      : names(of: speakers)
    return ([name] + details(of: statement)).joined(separator: " · ")
  }

  private func details(of statement: ChartStatement) -> [String] {
    let sources = Set(statement.evidence.map(\.sourceID)).count
    return [statement.evidence[0].asOfTime?.description, sources > 1 ? strings.count(.chartSources, sources) : nil]
      .compactMap { $0 }
  }

  /// The answers in words, in the chart's order: the first ones, and the number of the others.
  private func description(of statements: [ChartStatement]) -> String {
    let shown = statements.prefix(12).map { statement in
      let label =
        [names(of: speakers(of: statement.evidence)), statement.place].compactMap { $0 } + details(of: statement)
      return strings.fill(
        .reasonClaim, ("answer", words(of: statement.evidence[0])), ("day", strings.day(statement.day)),
        ("speaker", label.joined(separator: " · ")))
    }
    let list = shown.joined(separator: "; ")
    let rest = statements.count - shown.count
    return strings.fill(
      .sentence,
      ("text", rest > 0 ? strings.fill(.briefMore, ("list", list), ("count", strings.number(rest))) : list))
  }
}

extension Strings {
  /// The numbers that a chart has no space for, in a sentence.
  fileprivate func otherNumbers(_ days: [AnswerChart.DayLabels]) -> String {
    let isMirrored = self[.direction] == "rtl"
    let list = days.map { day in
      // Why isolated: "≥26" is written from left to right in every language.
      let labels = day.labels.map { isMirrored ? "\u{2066}\($0)\u{2069}" : $0 }.joined(separator: self[.listSeparator])
      return fill(.briefAnswer, ("answer", labels), ("speaker", self.day(day.day)))
    }
    return fill(.chartOthers, ("list", list.joined(separator: "; ")))
  }
}
