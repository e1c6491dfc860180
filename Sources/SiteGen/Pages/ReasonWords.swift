/// The reasons for agreements, in sentences of the interface that name the deciding claims.
extension Site {
  /// The sentence that gives the reason for an agreement, with the answer, day, speaker and place of each claim.
  func sentence(for reason: AgreementReason, in answered: FactSheet.AnsweredQuestion) -> String {
    let deciding = reason.claims.compactMap(evidence)
    func pair(_ key: StringKey) -> String {
      strings.fill(key, ("first", mention(of: deciding.prefix(1))), ("last", mention(of: deciding.suffix(1))))
    }
    func all(_ key: StringKey) -> String { strings.fill(key, ("claims", mention(of: deciding))) }
    switch reason.agreement {
    case .unanswered:
      let unconfirmed = answered.unreplaced
      guard !unconfirmed.isEmpty else { return strings[.reasonUnanswered] }
      return strings.fill(.reasonUnansweredBeside, ("claims", mention(of: unconfirmed)))
    case .list: return all(.reasonList)
    case .disagree: return denial(among: deciding) ?? all(.reasonDisagree)
    case .fell: return pair(.reasonFell)
    case .changed: return pair(.reasonChanged)
    case .agree: return all(Set(deciding.map(\.answer)).count > 1 ? .reasonAgreeOverlap : .reasonAgree)
    case .singleVoice:
      if Set(deciding.map(\.claim.place)).count > 1 { return all(.reasonSingleVoicePlaces) }
      let sources = Set(deciding.map(\.sourceID)).count
      guard sources > 1 else { return all(.reasonSingleVoice) }
      return strings.count(.reasonSingleVoiceCopies, sources, ("claims", mention(of: deciding)))
    case .reported: return all(.reasonReported)
    }
  }

  /// The reason for a change: the agreement after the change, then the sentence that explains it; nil for a list.
  func why(_ change: FactSheet.HistoryStep.Change) -> String? {
    // Why nil: the sentence would only repeat the entries of the list.
    if change.why.agreement == .list { return nil }
    return strings.fill(
      .changeWhy, ("agreement", words(of: change.why.agreement)),
      ("reason", answered(change.question.id).map { sentence(for: change.why, in: $0) } ?? ""))
  }

  /// The sentence for an assertion and its denial; nil for two different answers.
  private func denial(among deciding: [Evidence]) -> String? {
    guard let denial = deciding.first(where: { $0.claim.modality == .denied }),
      let assertion = deciding.first(where: { $0.claim.modality != .denied })
    else { return nil }
    return strings.fill(
      denial.moment == assertion.moment ? .reasonDeniedSameDay : .reasonDenied, ("claim", mention(of: [assertion])),
      ("day", strings.moment(denial.moment)), ("speaker", speakers(Group(denial))))
  }

  /// Claims that give the same answer, with the same modality, for one day, time and place.
  private struct Group {
    var first: Evidence
    /// Each speaker once, in the order of the claims.
    var speakers: [String]

    init(_ evidence: Evidence) {
      first = evidence
      speakers = [evidence.claim.saidBy.value]
    }
  }

  /// "18 on 7 January 2022 (the police)": the first groups of claims, and the number of the others if there are more
  /// than four. A day that all groups share is named once, at the end.
  private func mention(of evidence: some Sequence<Evidence>) -> String {
    var groups: [Group] = []
    for evidence in evidence {
      let same = groups.firstIndex { group in
        group.first.moment == evidence.moment && group.first.claim.place == evidence.claim.place
          && group.first.answer == evidence.answer && group.first.claim.modality == evidence.claim.modality
      }
      guard let same else {
        groups.append(Group(evidence))
        continue
      }
      let speaker = evidence.claim.saidBy.value
      if !groups[same].speakers.contains(speaker) { groups[same].speakers.append(speaker) }
    }
    guard let first = groups.first else { return "" }
    let isOfOneDay = groups.count > 1 && groups.allSatisfy { $0.first.moment == first.first.moment }
    let shown = groups.prefix(groups.count > 4 ? 3 : 4).map { group in
      strings.fill(
        isOfOneDay ? .reasonClaimOfThatDay : group.first.answer.isQuantity ? .reasonClaim : .reasonClaimInWords,
        ("answer", answer(of: group.first)),
        ("day", strings.moment(group.first.moment)), ("speaker", speakers(group)))
    }
    let more = groups.count - shown.count
    let listed =
      more == 0
      ? strings.joined(shown)
      : strings.fill(
        .briefMore, ("list", shown.joined(separator: strings[.listSeparator])), ("count", strings.number(more)))
    guard isOfOneDay else { return listed }
    return strings.fill(.reasonClaimsOfDay, ("claims", listed), ("day", strings.moment(first.first.moment)))
  }

  /// The answer. An answer that does not decide the question is given with its modality, except "not known".
  private func answer(of evidence: Evidence) -> String {
    let answer = words(of: evidence)
    guard let modality = words(of: evidence.claim.modality), evidence.answer != .words(Answer.unknown),
      !evidence.decides
    else { return answer }
    return strings.fill(.reasonBeside, ("answer", answer), ("modality", modality))
  }

  private func speakers(_ group: Group) -> String {
    let names = self.names(of: group.speakers)
    guard let place = group.first.claim.place else { return names }
    return strings.fill(.reasonPlace, ("speaker", names), ("place", place))
  }
}

extension Answer {
  /// Whether "on" and a day may directly follow the answer. They read badly after an answer in words or one that is
  /// itself a day.
  fileprivate var isQuantity: Bool {
    if case .quantity = self { true } else { false }
  }
}
