/// Answers and agreements in the words of the interface.
extension Site {
  /// An answer for readers: a number as the claim writes it, a choice in the question's words for it.
  func words(of evidence: Evidence) -> String {
    switch evidence.answer {
    case .choice(let id): evidence.question.words(ofChoice: id) ?? id
    case .day(let day): strings.day(day)
    case .words(let words): words == "unknown" ? strings[.unknown] : words
    case .quantity, .year: evidence.claim.answer.value
    }
  }

  /// The brief answer: the headline of a list that has one, otherwise what the claims give.
  func brief(of answered: FactSheet.AnsweredQuestion) -> String {
    headline(of: answered).map { plainText(of: $0.tree) } ?? ownBrief(of: answered)
  }

  /// The headline that the editor gave a list; nil for other questions and for a list without answers.
  func headline(of answered: FactSheet.AnsweredQuestion) -> Paragraph? {
    answered.agreement == .unanswered ? nil : answered.question.inBrief
  }

  /// The brief answer as the claims give it.
  func ownBrief(of answered: FactSheet.AnsweredQuestion) -> String { words(of: answered.brief, to: answered.question) }

  /// The brief answer. A number is written as the first claim with exactly this number writes it, if there is one.
  func words(of brief: BriefAnswer, to question: Question) -> String {
    if case .quantity(let quantity) = brief.value {
      for case let evidence? in brief.claims.map(evidence) {
        if case .quantity(quantity) = evidence.answer { return words(of: evidence) }
      }
    }
    return words(of: brief.value, to: question)
  }

  private func words(of value: BriefAnswer.Value, to question: Question) -> String {
    switch value {
    case .none: strings[.briefNone]
    case .quantity(let quantity): strings.quantity(quantity)
    case .between(let low, let high):
      strings.fill(.briefBetween, ("low", strings.quantity(low)), ("high", strings.quantity(high)))
    case .vague(let quantities): either(quantities.map(strings.quantity))
    case .year(let year): String(year)
    case .years(let years):
      strings.fill(.briefBetween, ("low", String(years.lowerBound)), ("high", String(years.upperBound)))
    case .day(let day): strings.day(day)
    case .dayRange(let days):
      strings.fill(
        .briefBetween, ("low", strings.day(days.lowerBound)), ("high", strings.day(days.upperBound)))
    case .choice(let id): question.words(ofChoice: id) ?? id
    case .disputed(let ids):
      strings.fill(
        .briefDisputed, ("answers", ids.map { question.words(ofChoice: $0) ?? $0 }.joined(separator: " / ")))
    case .byPlace(let places):
      places.map { part in
        let value = words(of: part.value, to: question)
        return part.place.map { strings.fill(.briefPlace, ("place", $0), ("value", value)) }
          ?? strings.fill(.briefEverywhere, ("value", value))
      }.joined(separator: "; ")
    case .list(let items): shortened(items)
    }
  }

  /// The first entries of a list, and the number of the others if there are more than four.
  private func shortened(_ items: [String]) -> String {
    let shown = items.prefix(items.count > 4 ? 3 : 4).joined(separator: "; ")
    guard items.count > 4 else { return shown }
    return strings.fill(.briefMore, ("list", shown), ("count", strings.number(items.count - 3)))
  }

  private func either(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return strings.fill(
      .briefOr, ("first", items.dropLast().joined(separator: strings[.listSeparator])), ("last", last))
  }

  /// The unit, days and speakers of a brief answer: "as of 7 January 2022, according to …"; nil without an answer.
  func details(of brief: BriefAnswer, to question: Question) -> String? {
    details(of: brief, unit: unit(of: brief, to: question))
  }

  /// The same, with the given unit, if any.
  func details(of brief: BriefAnswer, unit: String? = nil) -> String? {
    guard let days = brief.days else { return nil }
    return strings.fill(
      unit == nil ? .briefDetails : .briefDetailsUnit, ("unit", unit ?? ""),
      ("days", strings.fill(.asOfDay, ("day", strings.days(days)))),
      ("speakers", strings.fill(.accordingTo, ("names", names(of: speakers(of: brief.claims.compactMap(evidence)))))))
  }

  /// The number of speakers who gave a brief answer, and how many of them count as voices; nil without an answer.
  func countedSpeakers(of brief: BriefAnswer) -> String? {
    let speakers = speakers(of: brief.claims.compactMap(evidence))
    guard !speakers.isEmpty else { return nil }
    let count = strings.count(.speakersCount, speakers.count)
    let named = speakers.count { voice(of: $0) != nil }
    if named == 0 { return strings[.speakersNobody] }
    return named == speakers.count
      ? count : strings.fill(.speakersNamed, ("speakers", count), ("count", strings.number(named)))
  }

  /// The speakers who gave these answers, each once, in the order of the answers. A spokesperson is listed, not the
  /// speaker for whom they speak.
  func speakers(of evidence: [Evidence]) -> [String] {
    var speakers: [String] = []
    for speaker in evidence.map(\.claim.saidBy.value) where !speakers.contains(speaker) { speakers.append(speaker) }
    return speakers
  }

  func names(of speakers: [String]) -> String {
    strings.joined(speakers.map(name(ofSpeaker:)))
  }

  /// The number of voices, then the names of the counted speakers, each once. A spokesperson is named, not the speaker
  /// for whom they speak.
  func voicesInWords(of answered: FactSheet.AnsweredQuestion) -> String {
    let counted = answered.evidence.filter {
      $0.decides && voice(of: $0.claim.saidBy.value).map(answered.voices.contains) ?? false
    }
    return strings.count(.voicesCount, answered.voices.count, ("names", names(of: speakers(of: counted))))
  }

  /// The sources and voices of the answers that decide a question: the number of documents of each fidelity, and the
  /// voices; nil if no answer decides it.
  func restsOn(_ answered: FactSheet.AnsweredQuestion) -> String? {
    let documents = Set(answered.evidence.filter(\.decides).map(\.sourceID)).compactMap(source)
    guard !documents.isEmpty else { return nil }
    let kinds = Source.Fidelity.allCases.compactMap { fidelity -> String? in
      let count = documents.count { $0.fidelity == fidelity }
      return count > 0 ? words(for: count, of: fidelity) : nil
    }
    return strings.count(
      .restsOn, documents.count, ("kinds", kinds.joined(separator: strings[.listSeparator])),
      ("voices", answered.voices.isEmpty ? strings[.restsOnNobody] : voicesInWords(of: answered)))
  }

  func words(of agreement: Agreement) -> String {
    switch agreement {
    case .unanswered: strings[.agreementUnanswered]
    case .list: strings[.agreementList]
    case .disagree: strings[.agreementDisagree]
    case .fell: strings[.agreementFell]
    case .changed: strings[.agreementChanged]
    case .agree: strings[.agreementAgree]
    case .singleVoice: strings[.agreementSingleVoice]
    case .reported: strings[.agreementReported]
    }
  }

  /// The word for the modality of an answer; nil if it is not marked: `asserted`, and "not known", which says it itself.
  func modality(of evidence: Evidence) -> String? {
    evidence.answer == .words(Answer.unknown) && evidence.claim.modality == .absence
      ? nil : words(of: evidence.claim.modality)
  }

  /// The word for a modality; nil for `asserted`, which is not marked.
  func words(of modality: Claim.Modality) -> String? {
    switch modality {
    case .asserted: nil
    case .denied: strings[.modalityDenied]
    case .rumoured: strings[.modalityRumoured]
    case .projected: strings[.modalityProjected]
    case .absence: strings[.modalityAbsence]
    case .doubt: strings[.modalityDoubt]
    }
  }
}

extension Agreement {
  /// Whether the brief answer must not be shown without the agreement.
  var isContradiction: Bool { self == .disagree || self == .fell }

  /// The class of the agreement in the style sheet.
  var styleClass: String { self == .singleVoice ? "single-voice" : rawValue }

  /// The symbol of the agreement, so that agreements can be told apart without colour.
  var mark: String {
    switch self {
    case .unanswered: "?"
    case .list: "≡"
    case .disagree: "≠"
    case .fell: "↓"
    case .changed: "→"
    case .agree: "●●"
    case .singleVoice: "●"
    case .reported: "○"
    }
  }
}
