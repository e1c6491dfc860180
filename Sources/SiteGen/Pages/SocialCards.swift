/// A social card or the icon, as the site publishes it.
struct PublishedPicture: Sendable {
  let bytes: [UInt8]
  /// From the root of the site. That of the icon has a version, because pages load it.
  let address: String
  /// The text alternative; nil for the icon.
  let alternative: String?
}

/// The social cards of a site's pages. They show nothing sensitive.
extension Site {
  /// The cards of the home page, topics, sources and questions without a content note, sorted by page.
  func socialCards() -> [SocialCard] {
    let cards =
      [homeCard] + sheet.dossier.topics.map(card(ofTopic:))
      + sheet.answeredQuestions.filter { !$0.question.isSensitive }.map(card(ofQuestion:))
      + sheet.dossier.sources.map(card(ofSource:))
    return cards.sorted { utf8Precedes($0.page, $1.page) }
  }

  private func card(_ page: String, _ title: String) -> SocialCard {
    SocialCard(page: page, site: settings.title, title: title, isMirrored: strings[.direction] == "rtl")
  }

  private var homeCard: SocialCard {
    let note = note("index")
    var card = card("index.html", note?.title.value ?? settings.title)
    let tagline = settings.tagline ?? strings[.indexDescription]
    if settings.title.hasPrefix(card.title) { card.site = tagline }
    card.lines = lines(of: (note?.askedMost ?? []).compactMap { answered($0.value) })
    if card.lines.isEmpty { card.answer = card.site == tagline ? strings[.indexDescription] : tagline }
    card.foot = cardHorizon
    return card
  }

  private func card(ofTopic topic: Note) -> SocialCard {
    var card = card(Address.note(topic.id), topic.title.value)
    let answeredQuestions = topic.questions.compactMap { answered($0.id) }
    card.lines = lines(of: answeredQuestions)
    if card.lines.isEmpty { card.answer = description(of: topic, or: "") }
    card.foot = cardHorizon
    return card
  }

  private func card(ofQuestion answered: FactSheet.AnsweredQuestion) -> SocialCard {
    var card = card(Address.question(answered.question.id), answered.question.asks)
    let details = details(of: answered.brief, to: answered.question)
    card.sides = sides(of: answered)
    if card.sides.isEmpty {
      card.chart = chart(of: answered).map { chart in
        SocialCard.Chart(
          drawing: chart.drawing(width: ChartSize.onCard, isCompact: true), description: chart.description)
      }
      card.answer = details == nil ? strings[.unansweredText] : SocialCard.capitalised(brief(of: answered))
      card.details = headline(of: answered) == nil ? details : nil
    }
    card.agreement = agreement(of: answered)
    card.foot = cardHorizon
    return card
  }

  /// The reports of the site and the day of the newest one; nil without reports.
  private var cardHorizon: String? {
    horizon.map { strings.count(.cardHorizon, sheet.dossier.sources.count, ("day", strings.day($0))) }
  }

  /// Two answers that contradict each other; empty for more, for fewer, and for answers about several places.
  private func sides(of answered: FactSheet.AnsweredQuestion) -> [SocialCard.Side] {
    let sides = AnswerSide.all(of: answered, on: self)
    guard answered.agreement.isContradiction, sides.count == 2, answered.brief.parts.count == 1 else { return [] }
    return sides.map { side in
      let details = [side.saidBy, side.days()].compactMap { $0 }
      return SocialCard.Side(
        answer: SocialCard.capitalised(words(of: side.evidence[0])),
        details: details.joined(separator: strings[.listSeparator]))
    }
  }

  private func card(ofSource source: Source) -> SocialCard {
    var card = card(Address.source(source.id), source.title.value)
    card.answer = words(of: source.fidelity)
    card.details = published(source)
    card.foot = claimsCount(of: source)
    return card
  }

  /// The lines for the first few questions that are answered and have no content note.
  private func lines(of answeredQuestions: [FactSheet.AnsweredQuestion]) -> [SocialCard.Line] {
    let shown = answeredQuestions.filter { !$0.question.isSensitive && $0.agreement != .unanswered }
      .prefix(SocialCard.mostLines)
    let charts = shown.map(chart(of:))
    var framed = AnswerChart.sideBySide(charts.compactMap(\.self))[...]
    return zip(shown, charts).map { answered, chart in
      let ofLine = chart == nil ? nil : framed.popFirst()
      return SocialCard.Line(
        label: answered.question.label, answer: SocialCard.capitalised(brief(of: answered)),
        agreement: agreement(of: answered),
        chart: ofLine.map {
          SocialCard.Chart(
            drawing: $0.drawing(width: ChartSize.inColumn, isCompact: true), description: $0.description)
        })
    }
  }

  private func agreement(of answered: FactSheet.AnsweredQuestion) -> SocialCard.Agreement {
    SocialCard.Agreement(words: words(of: answered.status), shape: answered.status.shape)
  }
}
