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

  /// The brief answer, in the words of the claims that give it. A list with several entries is only counted.
  func words(of brief: BriefAnswer, to question: Question) -> String {
    if case .list = question.kind, brief.all.count > 1 { return strings.count(.briefList, brief.all.count) }
    guard let first = brief.parts.first else { return strings[.briefNone] }
    if brief.parts.count == 1, first.places.isEmpty { return value(of: first, separator: "; ") }
    return text(of: lines(of: brief, to: question))
  }

  func text(of lines: [BriefLine]) -> String { lines.map { $0.text + $0.separator }.joined() }

  /// The brief answers of several places, each on a line; empty for fewer, and below the headline of a list.
  func briefLines(of answered: FactSheet.AnsweredQuestion) -> [BriefLine] {
    guard answered.brief.parts.count > 1, headline(of: answered) == nil else { return [] }
    return lines(of: answered.brief, to: answered.question)
  }

  /// A line for each place; if the days of the places differ, a line for each day.
  private func lines(of brief: BriefAnswer, to question: Question) -> [BriefLine] {
    joined(unjoinedLines(of: brief, namesDays: namesDays(brief, to: question)))
  }

  /// The same lines, each complete in itself. `namesDays`: whether they begin with their days.
  func unjoinedLines(of brief: BriefAnswer, namesDays: Bool) -> [BriefLine] {
    var lines: [BriefLine] = []
    for part in brief.parts {
      let answer = BriefLine.PlacedAnswer(
        answer: value(of: part, separator: strings[.listSeparator]),
        place: part.places.isEmpty ? strings[.placeNotSaid] : strings.joined(part.places),
        isOfSpeakers: part.isOfChoices && part.all.count > 1)
      let day = namesDays ? dayInBrackets(of: part) : nil
      if let day, lines.last?.day == day {
        lines[lines.count - 1].answers.append(answer)
      } else {
        let year = namesDays ? newestMoment(of: part)?.day.year : nil
        lines.append(
          BriefLine(
            site: self, year: year, day: day, dayOfYear: namesDays ? dayInBrackets(of: part, knownYear: year) : nil,
            answers: [answer]))
      }
    }
    return lines
  }

  /// The lines as one text: with separators, and with the year where it is another than that of the line before.
  func joined(_ lines: [BriefLine]) -> [BriefLine] {
    lines.indices.map { index in
      var line = lines[index]
      if index > 0, line.year == lines[index - 1].year { line.day = line.dayOfYear }
      if index < lines.count - 1 { line.separator = "; " }
      return line
    }
  }

  /// Whether each place is given with its day: those of a situation that is reported of several places, for different
  /// days.
  func namesDays(_ brief: BriefAnswer, to question: Question) -> Bool {
    guard question.counts == .stock, brief.parts.count > 1 else { return false }
    let claims = brief.claims.compactMap(evidence)
    return Set(claims.map(\.moment)).count > 1
  }

  /// The answers for one place, without its name.
  private func value(of part: BriefAnswer.Part, separator: String) -> String {
    part.isOfChoices ? choices(part, separator: separator) : numbers(part)
  }

  /// The newest day of the answers; "report of 7 January 2022" if no claim of that day gives the day for which it holds.
  private func dayInBrackets(of part: BriefAnswer.Part, knownYear: Int? = nil) -> String? {
    guard let newest = newestMoment(of: part) else { return nil }
    let claims = part.all.flatMap(\.claims).compactMap(evidence)
    let day = strings.moment(newest, knownYear: knownYear)
    return claims.contains { $0.moment == newest && $0.hasOwnDay } ? day : strings.fill(.reportOfDay, ("day", day))
  }

  private func newestMoment(of part: BriefAnswer.Part) -> Moment? {
    part.all.flatMap(\.claims).compactMap(evidence).map(\.moment).max { $0.sortKey < $1.sortKey }
  }

  /// The answer in the words of its first claim.
  func words(of given: BriefAnswer.Given) -> String {
    given.claims.first.flatMap(evidence).map(words(of:)) ?? ""
  }

  /// Several choices are given with their speakers.
  private func choices(_ part: BriefAnswer.Part, separator: String) -> String {
    let all = part.all
    return all.count == 1 ? words(of: all[0]) : all.map(wordsWithSpeakers).joined(separator: separator)
  }

  private func wordsWithSpeakers(_ given: BriefAnswer.Given) -> String {
    strings.fill(.briefAnswer, ("answer", words(of: given)), ("speaker", who(given.claims.compactMap(evidence))))
  }

  /// "18 or 20, later 16"; of many numbers, the lowest and the highest with their speakers.
  private func numbers(_ part: BriefAnswer.Part) -> String {
    let all = part.all.sorted { $0.answer.isLess(than: $1.answer) }
    guard all.count > BriefAnswer.mostNumbers else {
      let steps = part.steps.map(alternatives)
      return steps[1...].reduce(steps[0]) { strings.fill(.briefLater, ("first", $0), ("last", $1)) }
    }
    let range = strings.fill(
      .briefFromTo, ("low", wordsWithSpeakers(all[0])), ("high", wordsWithSpeakers(all[all.count - 1])))
    let reports = Set(all.flatMap(\.claims).compactMap { evidence($0)?.sourceID }).count
    return part.hasContradictions && reports > 1 ? strings.count(.briefReportsDiffer, reports, ("range", range)) : range
  }

  /// The answers of one day. Of a lower and an upper bound that fit together, both hold.
  private func alternatives(_ step: [BriefAnswer.Given]) -> String {
    guard let last = step.last, step.count > 1 else { return words(of: step[0]) }
    if step.count == 2, let low = step.first(where: { $0.answer.openSide == .above }),
      let high = step.first(where: { $0.answer.openSide == .below }),
      !low.answer.contradicts(high.answer, asWords: false)
    {
      return strings.joined([words(of: low), words(of: high)])
    }
    // Why: "between 16 and 18 or 19" could be read in two ways.
    if step.contains(where: \.answer.isRange) { return step.map(words(of:)).joined(separator: "; ") }
    let first = step.dropLast().map(words(of:)).joined(separator: strings[.listSeparator])
    return strings.fill(.briefOr, ("first", first), ("last", words(of: last)))
  }

  /// The doubts and denials that belong to a brief answer, each in a sentence: those of an answer that is shown, and
  /// those that are not older than the answers. `knownYear`: see `Strings.day`.
  func doubts(about answered: FactSheet.AnsweredQuestion, knownYear: Int? = nil) -> [String] {
    let shown = answered.brief.claims.compactMap(evidence)
    guard let first = shown.first else { return [] }
    let isTimeless = answered.question.counts == nil || answered.question.counts == .event
    let others = answered.unreplaced.filter { isTimeless || !$0.moment.isBefore(first.moment) }
    let denied = answered.unreplaced.filter { denial in
      denial.claim.modality == .denied
        && shown.contains { $0.answer == denial.answer && $0.claim.place == denial.claim.place }
    }
    var sentences: [String] = []
    let isDenied = denied.contains { answered.question.counts != .stock || !$0.moment.isBefore(first.moment) }
    if isDenied {
      let isOnly = answered.brief.all.count == 1
      sentences.append(
        strings.fill(
          isOnly ? .deniedBy : .deniedAnswer,
          ("claims", mention(of: denied, isOnly ? .speakers : .answers, knownYear: knownYear)))
      )
    }
    for (modality, key) in [(Claim.Modality.denied, StringKey.deniedAnswer), (.doubt, .doubted)] {
      let more = others.filter { other in
        other.claim.modality == modality && !denied.contains { $0.id == other.id }
      }
      if !more.isEmpty {
        sentences.append(strings.fill(key, ("claims", mention(of: more, .answers, knownYear: knownYear))))
      }
    }
    return sentences
  }

  /// The unit, days and speakers of a brief answer: "people, as of 7 January 2022, according to …"; nil without an
  /// answer. `knownYear`: see `Strings.day`.
  func details(of brief: BriefAnswer, to question: Question, knownYear: Int? = nil) -> String? {
    details(of: brief, to: question, unit: unit(of: brief, to: question), knownYear: knownYear)
  }

  /// The same, with the given unit, if any. Several entries of a list have no speakers in common.
  func details(of brief: BriefAnswer, to question: Question, unit: String?, knownYear: Int? = nil) -> String? {
    // Why not `brief.claims`: the speakers are named in the order of their answers.
    let claims = brief.all.flatMap(\.claims).compactMap(evidence)
    guard let days = days(of: claims, knownYear: knownYear) else { return nil }
    let isList = if case .list = question.kind { brief.all.count > 1 } else { false }
    let speakers = isList ? nil : accordingTo(claims)
    let details =
      speakers.map { speakers in
        namesDays(brief, to: question) ? speakers : strings.fill(.briefDetails, ("days", days), ("speakers", speakers))
      } ?? days
    return unit.map { strings.fill(.briefDetailsUnit, ("unit", $0), ("details", details)) } ?? details
  }

  /// "as of 7 January 2022" if all claims give the day for which they hold; otherwise "in a report of 7 January 2022",
  /// with the days of their reports; nil without claims.
  func days(of claims: [Evidence], knownYear: Int? = nil) -> String? {
    if claims.allSatisfy(\.hasOwnDay) {
      return range(of: claims.map(\.moment), knownYear).map { strings.fill(.asOfDay, ("day", $0)) }
    }
    let sources = Set(claims.map(\.sourceID))
    let days = sources.compactMap { source($0)?.published.value }.map { Moment($0) }
    return range(of: days, knownYear).map { strings.count(.inReport, sources.count, ("day", $0)) }
  }

  func range(of moments: [Moment], _ knownYear: Int?) -> String? {
    let sorted = moments.sorted { $0.sortKey < $1.sortKey }
    guard let first = sorted.first, let last = sorted.last else { return nil }
    return first == last
      ? strings.moment(first, knownYear: knownYear) : strings.days(first.day...last.day, knownYear: knownYear)
  }

  /// The speakers, then how many reports say so themselves; nil if only reports do and their days are named.
  private func accordingTo(_ claims: [Evidence]) -> String? {
    let ownWords = claims.filter { $0.claim.saidBy.value == Speaker.report }
    let reports = Set(ownWords.map(\.sourceID)).count
    let speakers = speakers(of: claims).filter { $0 != Speaker.report }.map(name(ofSpeaker:))
    if speakers.isEmpty {
      return claims.contains(where: \.hasOwnDay) ? strings.count(.accordingToReports, reports) : nil
    }
    let names = reports == 0 ? speakers : speakers + [strings.count(.reportsCount, reports)]
    return strings.fill(.accordingTo, ("names", strings.joined(names)))
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
    let counted = answered.stated.compactMap(evidence).filter { voice(of: $0.claim.saidBy.value) != nil }
    return strings.count(.voicesCount, answered.voices.count, ("names", names(of: speakers(of: counted))))
  }

  /// The sources and voices of the answer that is shown: the number of documents of each fidelity, and the voices; nil
  /// without an answer.
  func restsOn(_ answered: FactSheet.AnsweredQuestion) -> String? {
    let documents = Set(answered.stated.compactMap { evidence($0)?.sourceID }).compactMap(source)
    guard !documents.isEmpty else { return nil }
    let kinds = Source.Fidelity.allCases.compactMap { fidelity -> String? in
      let count = documents.count { $0.fidelity == fidelity }
      return count > 0 ? words(for: count, of: fidelity) : nil
    }
    return strings.count(
      .restsOn, documents.count, ("kinds", kinds.joined(separator: strings[.listSeparator])),
      ("voices", answered.voices.isEmpty ? strings[.restsOnNobody] : voicesInWords(of: answered)))
  }

  /// The sources and voices of all answers to a question, if they are more than those of the answer that is shown.
  func allRestOn(_ answered: FactSheet.AnsweredQuestion) -> String? {
    let all = Set(answered.evidence.map(\.sourceID)).count
    let shown = Set(answered.stated.compactMap { evidence($0)?.sourceID }).count
    let voices = Set(answered.evidence.compactMap { voice(of: $0.claim.saidBy.value) }).count
    guard shown > 0, all > shown || voices > answered.voices.count else { return nil }
    return strings.count(.allRestOn, all, ("speakers", strings.count(.speakersCount, voices)))
  }

  /// How many reports repeat an answer that nobody contradicts, and whether it comes from a named speaker; nil for other
  /// statuses, which say it themselves. Why: repetition is no confirmation.
  func basis(of answered: FactSheet.AnsweredQuestion) -> String? {
    guard answered.status == .reportsAgree, let reason = answered.shownReasons.first else { return nil }
    return strings.count(reason.agreement == .singleVoice ? .basisOneSpeaker : .basisUnnamed, reason.reports)
  }

  func words(of status: AnswerStatus) -> String {
    switch status {
    case .unanswered: strings[.agreementUnanswered]
    case .list: strings[.agreementList]
    case .disagree: strings[.agreementDisagree]
    case .fell: strings[.agreementFell]
    case .changed: strings[.agreementChanged]
    case .agree: strings[.agreementAgree]
    case .reportsAgree: strings[.agreementReportsAgree]
    case .singleVoice: strings[.agreementSingleVoice]
    case .reported: strings[.agreementReported]
    }
  }

  /// The word for the modality of an answer; nil if it is not marked: `asserted`, and an absence in words, which say it
  /// themselves.
  func modality(of evidence: Evidence) -> String? {
    if case .words = evidence.answer, evidence.claim.modality == .absence { return nil }
    return words(of: evidence.claim.modality)
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

extension BriefAnswer.Part {
  fileprivate var isOfChoices: Bool { if case .choice = steps[0][0].answer { true } else { false } }
}

extension Agreement {
  /// Whether the brief answer must not be shown without the agreement.
  var isContradiction: Bool { self == .disagree || self == .fell }
}

extension Evidence {
  /// Whether the claim gives the day for which it holds; otherwise that is the day of the report.
  var hasOwnDay: Bool { claim.asOf != nil }
}
