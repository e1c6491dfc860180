/// The lookup tables for the checks of notes and cards, built once.
struct ProseContext: Sendable {
  let dossier: Dossier
  private let proven: ProvenClaims
  private let answers: [String: [StatedAnswer]]
  /// The first number of each question's brief answer.
  private let briefs: [String: Quantity]
  private let evidenceByID: [String: Int]
  /// The questions to which a number is a current answer, in the order of evidence.
  private let questionsByAnswer: [Quantity: [String]]
  /// The evidence whose quotations contain a number, as positions in the list of evidence.
  private let evidenceByNumber: [Quantity: [Int]]

  init(_ dossier: Dossier, _ proven: ProvenClaims) {
    self.dossier = dossier
    self.proven = proven
    answers = statedAnswers(dossier, proven)
    briefs = Dictionary(
      proven.answeredQuestions.compactMap { answered in
        answered.brief.firstQuantity.map { (answered.question.id, $0) }
      }, uniquingKeysWith: { first, _ in first })
    evidenceByID = Dictionary(
      proven.evidence.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let current = proven.answeredQuestions.reduce(into: Set<String>()) { $0.formUnion($1.current) }
    let cards = Dictionary(
      proven.cards.map { ($0.text.source.id, $0.text) }, uniquingKeysWith: { first, _ in first })
    var questionsByAnswer: [Quantity: [String]] = [:]
    var evidenceByNumber: [Quantity: [Int]] = [:]
    // Why: only the check of numbers uses these tables.
    let checksNumbers = !dossier.settings.isOff(.unsourcedNumber)
    for (index, evidence) in (checksNumbers ? proven.evidence : []).enumerated() {
      if case .quantity(let quantity) = evidence.answer, current.contains(evidence.id),
        questionsByAnswer[quantity]?.contains(evidence.question.id) != true
      {
        questionsByAnswer[quantity, default: []].append(evidence.question.id)
      }
      for match in cards[evidence.sourceID]?.quantities(in: evidence.quotation.span) ?? []
      where !match.countsOnlyInAnswers {
        evidenceByNumber[match.quantity, default: []].append(index)
      }
    }
    self.questionsByAnswer = questionsByAnswer
    self.evidenceByNumber = evidenceByNumber
  }

  /// Whether numbers without a source in the text of a note are reported.
  func needsSources(_ note: Note) -> Bool {
    !note.isAboutThisSite && !dossier.settings.isOff(.unsourcedNumber)
  }

  /// The source with an identifier, and everything that its card proves.
  func card(ofSource id: String) -> Lookup<ProvenCard> {
    switch dossier.index.files["Content/sources/\(id).md"] {
    case .found(.source(let index)): .found(proven.cards[index])
    case .found, .missing: .missing
    case .unknown: .unknown
    }
  }

  /// The numbers that claims give to a question; nil if no topic asks it or some of its answers are unknown. Only
  /// current ones may be in a link to the question.
  func answers(to question: String) -> [StatedAnswer]? { answers[question] }

  /// The first number of the brief answer to a question; nil if some of its answers are unknown.
  func brief(of question: String) -> Quantity? { answers[question] == nil ? nil : briefs[question] }

  /// The answer of a claim; nil if the claim is unknown or could not be proven.
  func statedAnswer(ofClaim id: String) -> ClaimAnswer? {
    guard let index = evidenceByID[id] else { return nil }
    let evidence = proven.evidence[index]
    let question = evidence.question
    let grammar = proven.grammars.site
    let words: String
    switch evidence.answer {
    case .choice(let choice): words = question.words(ofChoice: choice) ?? choice
    default: words = evidence.claim.answer.value
    }
    let isPercent = [evidence.claim.answer.value, question.unit ?? ""].contains { saysPercent($0, grammar) }
    let stated = grammar.parseAnswer(evidence.claim.answer.value).map {
      StatedAnswer(evidence: evidence, quantity: $0, isPercent: isPercent, isCurrent: true)
    }
    return ClaimAnswer(evidence: evidence, words: words, stated: stated)
  }

  /// Checks the claim that a link names.
  func unknownClaim(_ id: String, at place: Place) -> [Diagnostic] {
    guard let position = dossier.index.claims[id].value else {
      return SiteGen.unknownClaim(id, at: place, dossier.index)
    }
    let (claim, source) = dossier.claim(at: position)
    guard claim.withdrawn != nil else { return [] }
    return [
      Diagnostic(
        .unknownClaim, "the claim '\(id)' has been withdrawn", at: place,
        notes: [.init("it is withdrawn here", at: Place(source.file, claim.idSpan))],
        remedy: "link to another claim, or remove the link")
    ]
  }

  /// The place of a claim in its card.
  func place(of evidence: Evidence) -> Place? {
    card(ofSource: evidence.sourceID).value.map { Place($0.text.source.file, evidence.claim.idSpan) }
  }

  func question(_ id: String) -> Lookup<Question> { dossier.index.questions[id] }

  /// The questions that this number answers. Questions whose words or unit contain the counted noun come first.
  func questions(answeredBy quantity: Quantity, counting noun: String) -> [Question] {
    let answered = (questionsByAnswer[quantity] ?? []).compactMap { question($0).value }
    return answered.filter { $0.names(noun) } + answered.filter { !$0.names(noun) }
  }

  /// The evidence whose quotations contain this number. Quotations that also contain `words` come first.
  func evidence(holding quantity: Quantity, with words: String) -> [Evidence] {
    let evidence = (evidenceByNumber[quantity] ?? []).map { proven.evidence[$0] }
    return evidence.filter { $0.quotation.exact.contains(words) }
      + evidence.filter { !$0.quotation.exact.contains(words) }
  }

  /// Whether a number is in the quotation of a claim that answers a question with this choice.
  func isNumber(_ quantity: Quantity, ofChoice choice: String, of question: String) -> Bool {
    (evidenceByNumber[quantity] ?? []).contains { index in
      let evidence = proven.evidence[index]
      return evidence.question.id == question && evidence.answer == .choice(choice)
    }
  }

  /// The paths of all notes and cards.
  var pagePaths: [String] { dossier.notes.map(\.file.path) + dossier.sources.map(\.file.path) }

  func language(of note: String?) -> WritingLanguage { proven.grammars.prose(in: note) }

  /// The anchors of the page of a note or card: headings, questions and claims.
  func anchors(of path: String) -> Lookup<[String]> {
    switch dossier.index.files[path] {
    case .found where dossier.unread.covers(path), .unknown: .unknown
    case .found(.note(let index)):
      .found(dossier.notes[index].body.headings.map(\.anchor) + dossier.notes[index].questions.map(\.id))
    case .found(.source(let index)):
      .found(dossier.sources[index].body.headings.map(\.anchor) + dossier.sources[index].claims.map(\.id))
    case .found(.image), .missing: .missing
    }
  }
}

/// A number that a claim gives to a question.
struct StatedAnswer: Sendable {
  var evidence: Evidence
  var quantity: Quantity
  var isPercent: Bool
  var isCurrent: Bool
}

/// The answer of a claim to which a note links.
struct ClaimAnswer: Sendable {
  var evidence: Evidence
  /// The answer as written, or the words of the choice.
  var words: String
  /// Nil if the answer is not a number.
  var stated: StatedAnswer?
}

/// The numbers in claims, by question. Questions that may have an unknown answer are left out.
private func statedAnswers(_ dossier: Dossier, _ proven: ProvenClaims) -> [String: [StatedAnswer]] {
  let claims = dossier.sources.flatMap(\.claims).filter { $0.withdrawn == nil }
  // Why the last condition: a claim with a misspelt question may answer any of them.
  guard !dossier.unread.coversMarkdown(in: "Content/sources"),
    claims.allSatisfy({ dossier.index.questions[$0.question.value].value != nil })
  else { return [:] }
  let (grammar, language) = (proven.grammars.site, proven.grammars.answers)
  var answers: [String: [StatedAnswer]] = [:]
  for answered in proven.answeredQuestions {
    var isPercent = answered.question.unit.map { saysPercent($0, grammar) } ?? false
    var stated: [StatedAnswer] = []
    for evidence in answered.evidence {
      guard let quantity = language.read(evidence.claim.answer.value) else { continue }
      if saysPercent(evidence.claim.answer.value, grammar) { isPercent = true }
      stated.append(
        StatedAnswer(
          evidence: evidence, quantity: quantity, isPercent: isPercent,
          isCurrent: answered.current.contains(evidence.id)))
    }
    answers[answered.question.id] = stated
  }
  for claim in proven.cards.flatMap(\.unproven) { answers[claim.question.value] = nil }
  return answers
}

extension BriefAnswer {
  /// The first number that it shows.
  fileprivate var firstQuantity: Quantity? {
    if case .quantity(let quantity) = all.first?.answer { quantity } else { nil }
  }
}
