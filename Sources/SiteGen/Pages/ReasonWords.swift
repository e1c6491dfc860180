/// The reasons for agreements, in sentences of the interface that name the deciding claims.
extension Site {
  /// The sentences that explain a question's status: the reason for it, then the other agreements that hold.
  func reason(of answered: FactSheet.AnsweredQuestion) -> String {
    let reasons = answered.shownReasons
    guard let first = reasons.first else { return "" }
    let others = reasons.dropFirst().compactMap { remark(on: $0, after: first, answered) }
    return ([sentence(for: first, in: answered)] + others).joined(separator: " ")
  }

  /// The sentence that gives the reason for an agreement, with the answer, day, speaker and place of each claim.
  func sentence(for reason: AgreementReason, in answered: FactSheet.AnsweredQuestion) -> String {
    let deciding = reason.claims.compactMap(evidence)
    let namesPlaces = answered.brief.parts.count > 1 || Set(deciding.map(\.claim.place)).count > 1
    func all(_ key: StringKey, _ style: MentionStyle) -> String {
      strings.fill(key, ("claims", mention(of: deciding, style, namesPlaces: namesPlaces)))
    }
    switch AnswerStatus(reason) {
    case .unanswered:
      let unconfirmed = answered.unreplaced
      guard !unconfirmed.isEmpty else { return strings[.reasonUnanswered] }
      return strings.fill(.reasonUnansweredBeside, ("claims", mention(of: unconfirmed, .answers)))
    case .list:
      let reports = strings.count(.reportsCount, Set(deciding.map(\.sourceID)).count)
      return strings.count(.reasonList, Set(deciding.map(\.answer)).count, ("reports", reports))
    case .disagree:
      return denial(among: deciding, .reasonDenied)
        ?? strings.fill(.reasonClaims, ("claims", mention(of: inOrder(deciding, of: answered.brief), .answers)))
    case .fell:
      let fell = pair(.reasonFell, deciding, of: answered.brief)
      let isExplained = deciding.contains { $0.claim.note != nil }
      return isExplained ? fell : fell + " " + strings[.reasonFellUnexplained]
    case .changed: return pair(.reasonChanged, deciding, of: answered.brief)
    case .agree:
      return Set(deciding.map(\.answer)).count > 1 ? all(.reasonClaims, .answers) : all(.reasonClaims, .speakers)
    case .reportsAgree:
      let reports = strings.count(.reportsCount, reason.reports)
      guard reason.agreement == .singleVoice else { return strings.fill(.reasonReportsUnnamed, ("reports", reports)) }
      return strings.fill(
        .reasonReportsAgree, ("reports", reports), ("names", names(of: speakers(of: deciding))))
    case .singleVoice:
      let isOfPlaces = Set(deciding.map(\.claim.place)).count > 1
      return all(isOfPlaces ? .reasonSingleVoicePlaces : .reasonClaims, .speakers)
    case .reported: return all(.reasonClaims, .documents)
    }
  }

  /// The sentence for an agreement that holds in addition to the first; nil if the first already says it.
  private func remark(
    on reason: AgreementReason, after first: AgreementReason, _ answered: FactSheet.AnsweredQuestion
  ) -> String? {
    let deciding = reason.claims.compactMap(evidence)
    switch AnswerStatus(reason) {
    case .unanswered, .list: return nil
    case .disagree: return denial(among: deciding, .alsoDenied)
    case .fell: return pair(.alsoFell, deciding, of: answered.brief)
    case .changed: return pair(.alsoChanged, deciding, of: answered.brief)
    default: break
    }
    // Why: of several answers, the first sentence names the speakers.
    guard answered.brief.parts.count == 1, !answered.brief.parts[0].hasContradictions else { return nil }
    let isFigure = if case .numeric = answered.question.kind { true } else { false }
    switch reason.agreement {
    case .singleVoice: return strings[isFigure ? .latestFigureOneSpeaker : .latestAnswerOneSpeaker]
    case .reported: return strings[isFigure ? .latestFigureUnnamed : .latestAnswerUnnamed]
    default:
      let voices = Set(deciding.compactMap { voice(of: $0.claim.saidBy.value) }).count
      return strings.count(isFigure ? .latestFigureSpeakers : .latestAnswerSpeakers, voices)
    }
  }

  /// The claims in the order in which the brief answer shows their answers.
  private func inOrder(_ claims: [Evidence], of brief: BriefAnswer) -> [Evidence] {
    let order = Dictionary(
      brief.all.enumerated().flatMap { index, given in given.claims.map { ($0, index) } },
      uniquingKeysWith: { first, _ in first })
    return claims.enumerated().sorted { left, right in
      (order[left.element.id] ?? order.count, left.offset) < (order[right.element.id] ?? order.count, right.offset)
    }.map(\.element)
  }

  private func pair(_ key: StringKey, _ deciding: [Evidence], of brief: BriefAnswer) -> String {
    let worded = deciding.map { asShown($0, in: brief) }
    // Why: the second day gives the year of both.
    return strings.fill(
      key, ("first", mention(of: Array(worded.prefix(1)), .answers, knownYear: worded.last?.moment.day.year)),
      ("last", mention(of: Array(worded.suffix(1)), .answers)))
  }

  /// The claim of the same speaker and day with the wording that the brief answer shows: "at least 18" for "18".
  private func asShown(_ claim: Evidence, in brief: BriefAnswer) -> Evidence {
    let shown = brief.all.first { $0.claims.contains(claim.id) }
    let same = shown?.claims.first.flatMap(evidence)
    return same?.moment == claim.moment && same?.claim.saidBy.value == claim.claim.saidBy.value ? same ?? claim : claim
  }

  /// The reason for a change: the status after the change, then the sentence that explains it; nil for a list. Where no
  /// speaker is named, the status is enough: a change is listed under its report.
  func why(_ change: FactSheet.HistoryStep.Change) -> String? {
    // Why nil: the entries that were added are shown.
    if change.why.agreement == .list { return nil }
    let status = AnswerStatus(change.why)
    if status == .reported { return strings.fill(.sentence, ("text", words(of: status))) }
    return strings.fill(
      .changeWhy, ("agreement", words(of: status)),
      ("reason", answered(change.question.id).map { sentence(for: change.why, in: $0) } ?? ""))
  }

  /// The sentence for an assertion and its denial; nil for different answers.
  private func denial(among deciding: [Evidence], _ key: StringKey) -> String? {
    guard let denial = deciding.first(where: { $0.claim.modality == .denied }),
      let assertion = deciding.first(where: { $0.claim.modality != .denied })
    else { return nil }
    return strings.fill(
      key, ("claim", mention(of: [assertion], .answers, knownYear: denial.moment.day.year)),
      ("day", dayInBrackets(of: [denial])),
      ("speaker", who([denial])))
  }

  /// The parts of a claim that a sentence names.
  enum MentionStyle {
    /// "18 (the police, 7 January 2022)"
    case answers
    /// "the police, as of 7 January 2022"
    case speakers
    /// "unnamed officials in “A report” (7 January 2022)"
    case documents
  }

  /// Claims of one day, time and place, with one modality and, if the answers are named, one answer.
  private struct Group: Equatable {
    var answer: Answer?
    var modality: Claim.Modality
    var moment: Moment
    var hasOwnDay: Bool
    var place: String?

    init(_ evidence: Evidence, _ style: MentionStyle) {
      answer = style == .answers ? evidence.answer : nil
      modality = evidence.claim.modality
      moment = evidence.moment
      hasOwnDay = evidence.hasOwnDay
      place = evidence.claim.place
    }
  }

  /// The first groups of claims, and the number of the others if there are more than four. A day that all groups share
  /// is named once, at the end, and a year that all days share with the last of them. With `.answers`, places are always
  /// named. `knownYear`: see `Strings.day`.
  func mention(
    of evidence: [Evidence], _ style: MentionStyle, namesPlaces: Bool = false, knownYear: Int? = nil
  ) -> String {
    var groups: [(key: Group, evidence: [Evidence])] = []
    for evidence in evidence {
      let key = Group(evidence, style)
      if let same = groups.firstIndex(where: { $0.key == key }) {
        groups[same].evidence.append(evidence)
      } else {
        groups.append((key, [evidence]))
      }
    }
    guard let first = groups.first else { return "" }
    let isOfOneDay =
      (style != .answers || groups.count > 1)
      && groups.allSatisfy { $0.key.moment == first.key.moment && $0.key.hasOwnDay == first.key.hasOwnDay }
      && !groups.allSatisfy { namesItsReport($0.evidence, style) }
    let listedGroups = groups.prefix(groups.count > 4 ? 3 : 4)
    let years = Set(listedGroups.map(\.key.moment.day.year))
    let shown = listedGroups.enumerated().map { index, group in
      let speaker = who(group.evidence, style)
      let isYearToCome = years.count == 1 && index < listedGroups.count - 1
      let day =
        isOfOneDay
        ? nil : dayInBrackets(of: group.evidence, style, knownYear: isYearToCome ? years.first : knownYear)
      guard style == .answers else {
        let brackets = [namesPlaces ? group.key.place : nil, day].compactMap { $0 }
        return brackets.isEmpty
          ? speaker
          : strings.fill(
            .briefAnswer, ("answer", speaker), ("speaker", brackets.joined(separator: strings[.listSeparator])))
      }
      let placed = group.key.place.map { strings.fill(.reasonPlace, ("speaker", speaker), ("place", $0)) } ?? speaker
      let answer = answer(of: group.evidence[0])
      return day.map { strings.fill(.reasonClaim, ("answer", answer), ("speaker", placed), ("day", $0)) }
        ?? strings.fill(.briefAnswer, ("answer", answer), ("speaker", placed))
    }
    let more = groups.count - shown.count
    let listed =
      more == 0
      ? strings.joined(shown)
      : strings.fill(
        .briefMore, ("list", shown.joined(separator: strings[.listSeparator])), ("count", strings.number(more)))
    guard isOfOneDay, let day = days(of: evidence, knownYear: knownYear) else { return listed }
    return strings.fill(.reasonClaimsOfDay, ("claims", listed), ("day", day))
  }

  /// The answer. An answer that does not decide the question is given with its modality, except "not known".
  private func answer(of evidence: Evidence) -> String {
    let answer = words(of: evidence)
    guard let modality = modality(of: evidence), evidence.answer != .words(Answer.unknown), !evidence.decides,
      ![.denied, .doubt].contains(evidence.claim.modality) || !isAnswered(evidence.question.id)
    else { return answer }
    return strings.fill(.reasonBeside, ("answer", answer), ("modality", modality))
  }

  private func isAnswered(_ question: String) -> Bool { answered(question)?.brief.parts.isEmpty == false }

  /// The first speakers, each once, and the number of the others if there are more than four; a report in its own words
  /// by its title, and with `.documents` every speaker with the report.
  func who(_ evidence: [Evidence], _ style: MentionStyle = .answers) -> String {
    var names: [String] = []
    for evidence in evidence {
      let speaker = evidence.claim.saidBy.value
      let report = mention(ofSource: evidence.sourceID)
      let name =
        speaker == Speaker.report
        ? report
        : style == .documents
          ? strings.fill(.speakerInReport, ("speaker", name(ofSpeaker: speaker)), ("report", report))
          : name(ofSpeaker: speaker)
      if !names.contains(name) { names.append(name) }
    }
    guard names.count > 4 else { return strings.joined(names) }
    return strings.fill(
      .briefMore, ("list", names.prefix(3).joined(separator: strings[.listSeparator])),
      ("count", strings.number(names.count - 3)))
  }

  /// Whether the words for the speakers name the reports whose day the claims hold for.
  private func namesItsReport(_ evidence: [Evidence], _ style: MentionStyle) -> Bool {
    evidence.allSatisfy { !$0.hasOwnDay && (style == .documents || $0.claim.saidBy.value == Speaker.report) }
  }

  /// The day and time; "report of 7 January 2022" if the claims do not give the day for which they hold.
  private func dayInBrackets(
    of evidence: [Evidence], _ style: MentionStyle = .answers, knownYear: Int? = nil
  ) -> String {
    let day = strings.moment(evidence[0].moment, knownYear: knownYear)
    return evidence[0].hasOwnDay || namesItsReport(evidence, style) ? day : strings.fill(.reportOfDay, ("day", day))
  }
}
