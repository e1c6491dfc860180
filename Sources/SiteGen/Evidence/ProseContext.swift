/// What the checks of notes and cards look up, built once: sources, questions and answers by name, addresses by file.
struct ProseContext: Sendable {
  let settings: Settings
  let sourceIDs: [String]
  let questionIDs: [String]
  let unread: Set<String>
  private let proven: ProvenClaims
  private let texts: [String: Int]
  private let answers: [String: [StatedAnswer]]
  private let questionsByAnswer: [Quantity: String]
  private let anchors: [String: Page]
  private let images: Set<String>

  /// An answer that a number in a question's link may be.
  struct StatedAnswer: Sendable {
    var quantity: Quantity
    /// The identifiers of those who give it; empty for the brief answer.
    var speaker: String
  }

  private enum Page: Sendable {
    case note(Note)
    case card(Source)
  }

  /// `unread` are paths of notes and cards that are there but could not be read: links to them are not judged.
  init(_ dossier: Dossier, _ proven: ProvenClaims, unread: Set<String> = []) {
    settings = dossier.settings
    self.proven = proven
    self.unread = unread
    texts = Dictionary(
      proven.texts.enumerated().map { ($1.source.id, $0) }, uniquingKeysWith: { first, _ in first })
    sourceIDs = dossier.sources.map(\.id)
    let questions = dossier.notes.flatMap(\.questions)
    questionIDs = questions.map(\.id)
    var answers: [String: [StatedAnswer]] = [:]
    var questionsByAnswer: [Quantity: String] = [:]
    let grammar = proven.grammar(nil)
    for source in dossier.sources {
      for claim in source.claims where claim.withdrawn == nil {
        guard let quantity = grammar.parseAnswer(claim.answer.value) else { continue }
        answers[claim.question.value, default: []].append(
          StatedAnswer(quantity: quantity, speaker: claim.saidBy.value))
      }
    }
    let given = Dictionary(grouping: proven.evidence, by: \.question.id)
    for question in questions {
      let brief = briefAnswer(
        to: question, from: (given[question.id] ?? []).map { GivenAnswer($0, proven.voices) })
      for quantity in brief.value.quantities {
        answers[question.id, default: []].append(StatedAnswer(quantity: quantity, speaker: ""))
      }
      answers[question.id] = answers[question.id] ?? []
    }
    for evidence in proven.evidence {
      if case .quantity(let quantity) = evidence.answer, questionsByAnswer[quantity] == nil {
        questionsByAnswer[quantity] = evidence.question.id
      }
    }
    self.answers = answers
    self.questionsByAnswer = questionsByAnswer
    var anchors: [String: Page] = [:]
    for note in dossier.notes { anchors[note.file.path] = .note(note) }
    for source in dossier.sources { anchors[source.file.path] = .card(source) }
    self.anchors = anchors
    images = Set(dossier.images.map(\.path))
  }

  func text(ofSource id: String) -> SourceText? { texts[id].map { proven.texts[$0] } }

  /// The numbers that a link to a question may hold; nil when no topic asks it.
  func answers(to question: String) -> [StatedAnswer]? { answers[question] }

  /// The first question to which a proven claim gives this number.
  func question(answeredBy quantity: Quantity) -> String? { questionsByAnswer[quantity] }

  func grammar(_ language: String?) -> QuantityGrammar { proven.grammar(language) }

  func hasImage(_ path: String) -> Bool { images.contains(path) }

  /// Whether a note or card is there, by its path in the project.
  func hasPage(_ path: String) -> Bool { anchors[path] != nil }

  /// The paths of all notes and cards, sorted.
  var pagePaths: [String] { anchors.keys.sorted() }

  /// Whether a note's or card's page has an anchor: that of a heading, a question or a claim.
  func page(_ path: String, hasAnchor anchor: String) -> Bool {
    switch anchors[path] {
    case .note(let note):
      note.body.headings.contains { $0.anchor == anchor } || note.questions.contains { $0.id == anchor }
    case .card(let source):
      source.body.headings.contains { $0.anchor == anchor } || source.claims.contains { $0.id == anchor }
    case nil: false
    }
  }

  /// The anchors of a note's or card's page, for finding a near one.
  func anchors(of path: String) -> [String] {
    switch anchors[path] {
    case .note(let note): note.body.headings.map(\.anchor) + note.questions.map(\.id)
    case .card(let source): source.body.headings.map(\.anchor) + source.claims.map(\.id)
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
