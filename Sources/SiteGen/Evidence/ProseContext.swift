/// What the checks of notes and cards look up, built once: sources, questions and answers by name, addresses by file.
struct ProseContext: Sendable {
  let settings: Settings
  let sourceIDs: [String]
  let questionIDs: [String]
  let unread: UnreadFiles
  /// False where a card, or its seed, is missing or cannot be read, or a claim names no question: what is claimed is
  /// then not known.
  private let knowsAllAnswers: Bool
  /// The questions that claims answer which could not be proven.
  private let unprovenQuestions: Set<String>
  private let proven: ProvenClaims
  private let texts: [String: Int]
  private let answers: [String: [StatedAnswer]]
  /// The questions to which proven claims give a number, in the order of claims.
  private let questionsByAnswer: [Quantity: [String]]
  /// The proven claims whose quotations hold a number, in their order.
  private let claimsByNumber: [Quantity: [Int]]
  private let questions: [String: Question]
  private let dossier: Dossier
  private let pages: [String: Page]
  private let images: Set<String>
  /// The paths of all notes and cards.
  let pagePaths: [String]

  /// An answer that a number in a question's link may be.
  struct StatedAnswer: Sendable {
    var quantity: Quantity
    /// The identifiers of those who give it; empty for the brief answer.
    var speaker: String
    /// Whether it is one in hundredths.
    var isPercent: Bool
  }

  /// Where a note or card stands in the dossier.
  private enum Page: Sendable {
    case note(Int)
    case card(Int)
  }

  init(_ dossier: Dossier, _ proven: ProvenClaims) {
    self.dossier = dossier
    settings = dossier.settings
    self.proven = proven
    unread = dossier.unread
    let claims = dossier.sources.flatMap(\.claims).filter { $0.withdrawn == nil }
    let questions = dossier.notes.flatMap(\.questions)
    let asked = Set(questions.map(\.id))
    // Why the last: a claim whose question is misspelt may answer any of them.
    knowsAllAnswers =
      !unread.mayHoldCards && dossier.sources.allSatisfy { $0.claimsAreRead && !$0.seed.file.bytes.isEmpty }
      && claims.allSatisfy { asked.contains($0.question.value) }
    let provenIDs = Set(proven.evidence.map(\.id))
    unprovenQuestions = Set(claims.filter { !provenIDs.contains($0.id) }.map(\.question.value))
    texts = Dictionary(
      proven.texts.enumerated().map { ($1.source.id, $0) }, uniquingKeysWith: { first, _ in first })
    sourceIDs = dossier.sources.map(\.id)
    questionIDs = questions.map(\.id)
    self.questions = Dictionary(questions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var answers: [String: [StatedAnswer]] = [:]
    let grammar = proven.grammar(nil)
    var shares = Set(questions.filter { $0.unit.map { saysPercent($0, grammar) } ?? false }.map(\.id))
    for claim in claims where asked.contains(claim.question.value) {
      guard let quantity = grammar.parseAnswer(claim.answer.value) else { continue }
      let isPercent = saysPercent(claim.answer.value, grammar)
      if isPercent { shares.insert(claim.question.value) }
      answers[claim.question.value, default: []].append(
        StatedAnswer(
          quantity: quantity, speaker: claim.saidBy.value, isPercent: isPercent || shares.contains(claim.question.value)
        ))
    }
    let given = Dictionary(grouping: proven.evidence, by: \.question.id)
    for question in questions {
      let brief = briefAnswer(
        to: question, from: (given[question.id] ?? []).map { GivenAnswer($0, proven.voices) })
      for quantity in brief.value.quantities {
        answers[question.id, default: []].append(
          StatedAnswer(quantity: quantity, speaker: "", isPercent: shares.contains(question.id)))
      }
      answers[question.id] = answers[question.id] ?? []
    }
    var questionsByAnswer: [Quantity: [String]] = [:]
    var claimsByNumber: [Quantity: [Int]] = [:]
    for (index, evidence) in proven.evidence.enumerated() {
      if case .quantity(let quantity) = evidence.answer,
        !(questionsByAnswer[quantity] ?? []).contains(evidence.question.id)
      {
        questionsByAnswer[quantity, default: []].append(evidence.question.id)
      }
      guard let text = texts[evidence.sourceID].map({ proven.texts[$0] }) else { continue }
      for match in text.quantities(in: evidence.quotation.span) where !match.countsOnlyInAnswers {
        claimsByNumber[match.quantity, default: []].append(index)
      }
    }
    self.answers = answers
    self.questionsByAnswer = questionsByAnswer
    self.claimsByNumber = claimsByNumber
    var pages: [String: Page] = [:]
    for index in dossier.notes.indices { pages[dossier.notes[index].file.path] = .note(index) }
    for index in dossier.sources.indices { pages[dossier.sources[index].file.path] = .card(index) }
    self.pages = pages
    pagePaths = dossier.notes.map { $0.file.path } + dossier.sources.map { $0.file.path }
    images = Set(dossier.images.map(\.path))
  }

  func text(ofSource id: String) -> SourceText? { texts[id].map { proven.texts[$0] } }

  /// The numbers that a link to a question may hold; nil when no topic asks it.
  func answers(to question: String) -> [StatedAnswer]? { answers[question] }

  /// Whether all that is claimed about a question is proven, so that a number which is no answer is a mistake.
  func knowsAllAnswers(to question: String) -> Bool { knowsAllAnswers && !unprovenQuestions.contains(question) }

  /// The questions to which proven claims give this number, those first whose words or unit name what it counts.
  func questions(answeredBy quantity: Quantity, counting noun: String) -> [Question] {
    let answered = (questionsByAnswer[quantity] ?? []).compactMap { questions[$0] }
    return answered.filter { $0.names(noun) } + answered.filter { !$0.names(noun) }
  }

  /// The proven claims whose quotations hold this number, those first that also hold some words.
  func claims(holding quantity: Quantity, with words: String) -> [Evidence] {
    let claims = (claimsByNumber[quantity] ?? []).map { proven.evidence[$0] }
    return claims.filter { $0.quotation.exact.contains(words) } + claims.filter { !$0.quotation.exact.contains(words) }
  }

  /// Whether a number stands in the quotation of a claim that chooses this answer to a question.
  func isNumber(_ quantity: Quantity, ofChoice choice: String, of question: String) -> Bool {
    (claimsByNumber[quantity] ?? []).contains { index in
      let evidence = proven.evidence[index]
      return evidence.question.id == question && evidence.answer == .choice(choice)
    }
  }

  func question(_ id: String) -> Question? { questions[id] }

  func grammar(_ language: String?) -> QuantityGrammar { proven.grammar(language) }

  func hasImage(_ path: String) -> Bool { images.contains(path) }

  /// Whether a note or card is there, by its path in the project.
  func hasPage(_ path: String) -> Bool { pages[path] != nil }

  /// Whether all anchors of a note's or card's page are known; not so where its seed, or part of it, was not read.
  func knowsAnchors(of path: String) -> Bool {
    if case .card(let index)? = pages[path] {
      return dossier.sources[index].claimsAreRead && !dossier.sources[index].seed.file.bytes.isEmpty
    }
    return !unread.covers(path)
  }

  /// Whether a note's or card's page has an anchor: that of a heading, a question or a claim.
  func page(_ path: String, hasAnchor anchor: String) -> Bool { anchors(of: path).contains(anchor) }

  /// The anchors of a note's or card's page.
  func anchors(of path: String) -> [String] {
    switch pages[path] {
    case .note(let index): dossier.notes[index].body.headings.map(\.anchor) + dossier.notes[index].questions.map(\.id)
    case .card(let index): dossier.sources[index].body.headings.map(\.anchor) + dossier.sources[index].claims.map(\.id)
    case nil: []
    }
  }
}

extension BriefAnswer.Value {
  /// The numbers that may stand for it in a sentence.
  var quantities: [Quantity] {
    switch self {
    case .quantity(let quantity): [quantity]
    case .between(let low, let high): [low, high] + (Quantity.hull(of: [low, high]).map { [$0] } ?? [])
    case .vague(let words): words
    case .byPlace(let places): places.flatMap(\.value.quantities)
    default: []
    }
  }
}
