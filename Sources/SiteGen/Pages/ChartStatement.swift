/// One answer of one voice for one day, time and place; without a voice, of one source. It has one mark in a chart.
struct ChartStatement: Sendable {
  /// In the order of evidence; never empty.
  var evidence: [Evidence]
  var quantity: Quantity
  /// Nil if the speaker does not count as a voice.
  var voice: String?
  var day: Day { evidence[0].asOf }
  var place: String? { evidence[0].claim.place }
}

extension Site {
  /// The statements that a question's chart shows: the numbers and vague words that decide the question, by place.
  func chartStatements(of answered: FactSheet.AnsweredQuestion) -> [ChartStatement] {
    let shown = answered.evidence.filter { evidence in
      if case .quantity = evidence.answer { evidence.decides } else { false }
    }
    return shown.byPlace.flatMap { statements(in: $0.evidence) }
  }

  private func statements(in shown: [Evidence]) -> [ChartStatement] {
    var statements: [ChartStatement] = []
    for evidence in shown {
      guard case .quantity(let quantity) = evidence.answer else { continue }
      let voice = voice(of: evidence.claim.saidBy.value)
      // Why the source: if a speaker does not count as a voice, the same answer in two reports is two statements.
      let copied = statements.firstIndex { statement in
        let other = statement.evidence[0]
        let isSameSpeaker =
          voice == nil
          ? other.claim.saidBy.value == evidence.claim.saidBy.value && other.sourceID == evidence.sourceID
          : voice == statement.voice
        return isSameSpeaker && other.moment == evidence.moment && statement.quantity == quantity
      }
      if let copied {
        statements[copied].evidence.append(evidence)
      } else {
        statements.append(ChartStatement(evidence: [evidence], quantity: quantity, voice: voice))
      }
    }
    return statements
  }
}

/// The symbols of the voices that give numbers, the same in every chart of the site and beside every answer. They follow
/// the order of speakers.yaml.
struct ChartSymbols: Sendable {
  private let symbols: [String: ChartSymbol]

  init(for sheet: FactSheet) {
    let counted = sheet.evidence.lazy.filter { if case .quantity = $0.answer { true } else { false } }
    let voices = Set(counted.compactMap { sheet.voices.voice(of: $0.claim.saidBy.value) })
    let speakers = sheet.dossier.speakers.filter { voices.contains($0.id) }
      .sorted { $0.span.lowerBound < $1.span.lowerBound }
    symbols = Dictionary(
      zip(speakers.map(\.id), speakers.indices.map { ChartSymbol(named: $0) }), uniquingKeysWith: { first, _ in first })
  }

  func symbol(of statement: ChartStatement) -> ChartSymbol {
    if let voice = statement.voice { return symbols[voice] ?? .unnamed }
    return statement.evidence[0].claim.saidBy.value == Speaker.report ? .report : .unnamed
  }
}

extension Site {
  /// The key of some statements: the voices, those with the most statements first; then the speakers who do not count as
  /// voices, and the reports' own words.
  func key(of statements: [ChartStatement]) -> [AnswerChart.KeyItem] {
    let voices = voicesByCount(in: statements)
    let named = voices.compactMap { voice in statements.first { $0.voice == voice }.map(chartSymbols.symbol) }
    var items: [AnswerChart.KeyItem] = []
    for symbol in named + [.unnamed, .report]
    where !items.contains(where: { $0.sign == .symbol(symbol, isHollow: false) }) {
      let evidence = statements.filter { chartSymbols.symbol(of: $0) == symbol }.flatMap(\.evidence)
      guard !evidence.isEmpty else { continue }
      items.append(
        AnswerChart.KeyItem(sign: .symbol(symbol, isHollow: false), words: names(of: speakers(of: evidence))))
    }
    return items
  }

  /// The voices, those with the most statements first.
  func voicesByCount(in statements: [ChartStatement]) -> [String] {
    var counts: [(voice: String, count: Int)] = []
    for voice in statements.compactMap(\.voice) {
      if let index = counts.firstIndex(where: { $0.voice == voice }) {
        counts[index].count += 1
      } else {
        counts.append((voice, 1))
      }
    }
    return counts.enumerated().sorted { ($0.element.count, -$0.offset) > ($1.element.count, -$1.offset) }
      .map(\.element.voice)
  }
}
