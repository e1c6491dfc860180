import Testing

@testable import SiteGen

/// Properties of agreement for all answers, tested with random answers that are the same in every run.
@Suite(.long) struct AgreementPropertyTests {
  @Test func comparesTwoAnswersSymmetrically() {
    var random = SplitMix(seed: 31)
    for _ in 0..<5000 {
      let (a, b) = (Answer.quantity(random.quantity()), Answer.quantity(random.quantity()))
      for asWords in [false, true] {
        #expect(a.contradicts(b, asWords: asWords) == b.contradicts(a, asWords: asWords), "\(a) \(b)")
      }
      #expect(!(a.isBelow(b) && b.isBelow(a)) || !a.contradicts(b, asWords: false), "\(a) \(b)")
      #expect(!a.contradicts(a, asWords: false) && !a.contradicts(a, asWords: true), "\(a)")
    }
  }

  @Test func findsNoDisagreementAfterWideningBounds() {
    var random = SplitMix(seed: 17)
    var widened = 0
    while widened < 4000 {
      let question = random.question()
      let given = random.given(count: 2 + random.next(below: 4))
      let index = random.next(below: given.count)
      guard case .quantity(let quantity) = given[index].answer, quantity.vague == nil else { continue }
      let wider = random.widened(quantity)
      guard wider != quantity, wider.comparisonBounds.contains(quantity.comparisonBounds) else { continue }
      // Why: two wordings of one number never contradict each other, however narrow they are.
      let others = given.indices.filter { $0 != index }.map { given[$0].answer.number }
      guard !others.contains(Answer.quantity(quantity).number), !others.contains(Answer.quantity(wider).number)
      else { continue }
      widened += 1
      var after = given
      after[index].answer = .quantity(wider)
      let conflicts = Agreement.conflicts.intersection(all(question, given))
      let conflictsAfter = Agreement.conflicts.intersection(all(question, after))
      #expect(!conflictsAfter.contains(.disagree) || conflicts.contains(.disagree), "\(given) \(wider)")
      #expect(conflictsAfter.isEmpty || !conflicts.isEmpty, "\(given) \(wider)")
    }
  }

  @Test func findsTheSameNewestPairAsAnExhaustiveSearch() {
    var random = SplitMix(seed: 23)
    var seen: [Agreement: Int] = [:]
    for _ in 0..<1500 {
      let question = random.question()
      let given = random.given(count: 2 + random.next(below: 5))
      let deciding = given.filter { $0.decides(question) }
      var newest: [Agreement: Day] = [:]
      for before in deciding {
        for after in deciding where before.place == after.place && before.day <= after.day {
          let asWords = deciding.filter { $0.place == after.place }.areOnlyVague
          guard before.answer.contradicts(after.answer, asWords: asWords) else { continue }
          var found: [Agreement] = [question.counts == .event || before.day == after.day ? .disagree : .changed]
          if found == [.changed], question.counts == .cumulative, after.answer.isBelow(before.answer) {
            found.append(.fell)
          }
          for agreement in found { newest[agreement] = max(newest[agreement] ?? after.day, after.day) }
        }
      }
      if newest[.fell] != nil { newest[.changed] = nil }
      let brief = briefAnswer(to: question, from: given)
      let all = agreements(on: question, among: given, brief: brief)
      var named: [Agreement: Day] = [:]
      for reason in all where Agreement.conflicts.contains(reason.agreement) {
        let claims = given.filter { reason.claims.contains($0.id) }
        // Why: a disagreement names all answers that are shown, and not all of them contradict another one.
        named[reason.agreement] =
          claims.filter { one in
            reason.agreement != .disagree
              || claims.contains { other in
                (question.counts == .event || one.day == other.day)
                  && one.answer.contradicts(
                    other.answer, asWords: deciding.filter { $0.place == one.place }.areOnlyVague)
              }
          }.map(\.day).max()
        seen[reason.agreement, default: 0] += 1
      }
      #expect(named == newest, "\(given)")
    }
    #expect(Agreement.conflicts.allSatisfy { seen[$0, default: 0] > 50 }, "\(seen)")
  }

  @Test func doesNotDependOnTheOrderOfClaims() {
    var random = SplitMix(seed: 5)
    for _ in 0..<2000 {
      let question = random.question()
      let given = random.given(count: 1 + random.next(below: 6))
      var shuffled = given
      for index in shuffled.indices { shuffled.swapAt(index, index + random.next(below: shuffled.count - index)) }
      let (one, other) = (judged(question, given), judged(question, shuffled))
      #expect(one == other, "\(given)")
      #expect(one.hasPrefix("unanswered") == given.allSatisfy { !$0.decides(question) }, "\(given)")
    }
  }

  @Test(arguments: SiteInTests.all) func replaysToTheCurrentAnswers(_ site: SiteInTests) throws {
    let dossier = try #require(readDossier(ProjectFiles(site.read().value)).value)
    try holdsReplayed(verify(dossier).value)
  }

  @Test func replaysTheDocumentedCasesToTheCurrentAnswers() throws {
    try holdsReplayed(AgreementCase.site(of: AgreementCase.all()).sheet)
  }

  private func holdsReplayed(_ sheet: FactSheet) throws {
    var known: [String: BriefAnswer] = [:]
    for change in sheet.history.flatMap(\.changes) {
      #expect(change.before.shows(sameAs: known[change.question.id] ?? .none))
      // A correction may leave no answer: the claim that replaces another may be a rumour.
      let isAnswered = !change.after.parts.isEmpty
      #expect((change.why.agreement != .unanswered) == isAnswered, "\(change.question.id)")
      #expect(!isAnswered || !change.why.claims.isEmpty, "\(change.question.id)")
      known[change.question.id] = change.after
    }
    for answered in sheet.answeredQuestions {
      #expect(answered.brief.shows(sameAs: known[answered.question.id] ?? .none), "\(answered.question.id)")
    }
  }

  private func all(_ question: Question, _ given: [GivenAnswer]) -> Set<Agreement> {
    let brief = briefAnswer(to: question, from: given)
    return Set(agreements(on: question, among: given, brief: brief).map(\.agreement))
  }

  private func judged(_ question: Question, _ given: [GivenAnswer]) -> String {
    let brief = briefAnswer(to: question, from: given)
    let all = agreements(on: question, among: given, brief: brief).map { "\($0.agreement.rawValue) \($0.claims)" }
    return all.joined(separator: ", ") + ": \(brief)"
  }
}

extension Agreement {
  fileprivate static let conflicts: Set<Agreement> = [.disagree, .fell, .changed]
}

extension SplitMix {
  fileprivate mutating func question() -> Question {
    let counts = Question.Counts.allCases[next(below: 4)]
    return Question(
      id: "q", topic: "t", asks: "?", label: "q", kind: .numeric(unit: "people", counts: counts), partOf: nil,
      isSensitive: false, span: 0..<0)
  }

  fileprivate mutating func quantity() -> Quantity {
    let value = Double(10 + next(below: 40))
    switch next(below: 10) {
    case 0: return Quantity(value, approximate: true)
    case 1: return Quantity(lower: value, upper: nil, lowerOpen: true)
    case 2: return Quantity(lower: value, upper: nil)
    case 3: return Quantity(lower: nil, upper: value, upperOpen: true)
    case 4: return Quantity(lower: nil, upper: value)
    case 5: return Quantity(lower: nil, upper: value, upperOpen: true, approximate: true)
    case 6: return Quantity(lower: value, upper: nil, lowerOpen: true, approximate: true)
    case 7: return Quantity(lower: value, upper: value + Double(1 + next(below: 9)))
    case 8:
      return Quantity(VagueWord(words: ["dozens", "scores"][next(below: 2)], lowerBound: [24, 40][next(below: 2)]))
    default: return Quantity(value)
    }
  }

  /// Mostly a wider quantity; the caller checks that it is wider.
  fileprivate mutating func widened(_ quantity: Quantity) -> Quantity {
    var wider = quantity
    switch next(below: 5) {
    case 0: wider.lower = nil
    case 1: wider.upper = nil
    case 2: (wider.lowerOpen, wider.upperOpen) = (false, false)
    case 3: wider.approximate = true
    default:
      wider.lower = wider.lower.map { $0 - Double(next(below: 9)) }
      wider.upper = wider.upper.map { $0 + Double(next(below: 9)) }
    }
    return wider.lower == nil && wider.upper == nil ? quantity : wider
  }

  fileprivate mutating func given(count: Int) -> [GivenAnswer] {
    (0..<count).compactMap { index in
      guard let day = Day(year: 2033, month: 1, day: 6 + next(below: 3)) else { return nil }
      let speaker = ["police", "mayor", "army", "officials", "report"][next(below: 5)]
      let modality: Claim.Modality = next(below: 8) == 0 ? .rumoured : .asserted
      return GivenAnswer(
        id: "claim-\(index)", answer: .quantity(quantity()), modality: modality,
        day: day, place: next(below: 4) == 0 ? "Ellis" : nil,
        speaker: speaker, voice: ["officials", "report"].contains(speaker) ? nil : speaker)
    }
  }
}
