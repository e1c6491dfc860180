/// The lookup tables for the checks of notes and cards, built once.
struct ProseContext: Sendable {
  let dossier: Dossier
  private let proven: ProvenClaims
  private let answers: [String: [StatedAnswer]]
  /// The questions that a number answers, in the order of evidence.
  private let questionsByAnswer: [Quantity: [String]]
  /// The evidence whose quotations contain a number, as positions in the list of evidence.
  private let evidenceByNumber: [Quantity: [Int]]

  /// An answer that a number in a link to the question may give.
  struct StatedAnswer: Sendable {
    var quantity: Quantity
    /// Nil for the brief answer.
    var speaker: String?
    var isPercent: Bool
  }

  init(_ dossier: Dossier, _ proven: ProvenClaims) {
    self.dossier = dossier
    self.proven = proven
    answers = statedAnswers(dossier, proven)
    let cards = Dictionary(
      proven.cards.map { ($0.text.source.id, $0.text) }, uniquingKeysWith: { first, _ in first })
    var questionsByAnswer: [Quantity: [String]] = [:]
    var evidenceByNumber: [Quantity: [Int]] = [:]
    for (index, evidence) in proven.evidence.enumerated() {
      if case .quantity(let quantity) = evidence.answer,
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

  /// The source with an identifier, and everything that its card proves.
  func card(ofSource id: String) -> Lookup<ProvenCard> {
    switch dossier.index.files["Content/sources/\(id).md"] {
    case .found(.source(let index)): .found(proven.cards[index])
    case .found, .missing: .missing
    case .unknown: .unknown
    }
  }

  /// The numbers that a link to a question may contain; nil if no topic asks it or some of its answers are unknown.
  func answers(to question: String) -> [StatedAnswer]? { answers[question] }

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

/// The numbers in claims and brief answers, by question. Questions that may have an unknown answer are left out.
private func statedAnswers(_ dossier: Dossier, _ proven: ProvenClaims) -> [String: [ProseContext.StatedAnswer]] {
  let claims = dossier.sources.flatMap(\.claims).filter { $0.withdrawn == nil }
  let questions = dossier.notes.flatMap(\.questions)
  // Why the last condition: a claim with a misspelt question may answer any of them.
  guard !dossier.unread.coversMarkdown(in: "Content/sources"),
    claims.allSatisfy({ dossier.index.questions[$0.question.value].value != nil })
  else { return [:] }
  let (grammar, language) = (proven.grammars.site, proven.grammars.answers)
  var shares = Set(questions.filter { $0.unit.map { saysPercent($0, grammar) } ?? false }.map(\.id))
  var answers: [String: [ProseContext.StatedAnswer]] = [:]
  for question in questions { answers[question.id] = [] }
  for claim in claims {
    guard let quantity = language.read(claim.answer.value) else { continue }
    if saysPercent(claim.answer.value, grammar) { shares.insert(claim.question.value) }
    answers[claim.question.value]?.append(
      .init(quantity: quantity, speaker: claim.saidBy.value, isPercent: shares.contains(claim.question.value)))
  }
  for answered in proven.answeredQuestions {
    let id = answered.question.id
    answers[id]? += answered.brief.value.quantities.map {
      .init(quantity: $0, speaker: nil, isPercent: shares.contains(id))
    }
  }
  for claim in proven.cards.flatMap(\.unproven) { answers[claim.question.value] = nil }
  return answers
}

extension BriefAnswer.Value {
  /// The numbers that may stand for the brief answer in a sentence.
  fileprivate var quantities: [Quantity] {
    switch self {
    case .quantity(let quantity): [quantity]
    case .between(let low, let high): [low, high] + (Quantity.hull(of: [low, high]).map { [$0] } ?? [])
    case .vague(let words): words
    case .byPlace(let places): places.flatMap(\.value.quantities)
    default: []
    }
  }
}
