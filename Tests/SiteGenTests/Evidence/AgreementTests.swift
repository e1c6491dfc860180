import Testing

@testable import SiteGen

/// Answers from rows of a table: `day speaker answer`. Before the answer may be `@place`, and `!` for denied, `?` for
/// rumoured or `>` for projected. A speaker with a capital letter is a voice.
private func given(_ rows: [String], _ question: Question) -> [GivenAnswer] {
  let grammar = QuantityGrammar(language: "en")
  return rows.enumerated().compactMap { index, row in
    var parts = row.split(separator: " ").map(String.init)
    guard parts.count >= 3, let number = Int(parts[0]), let day = Day(year: 2033, month: 1, day: number) else {
      return nil
    }
    let who = parts[1]
    parts.removeFirst(2)
    var place: String?
    if let first = parts.first, first.hasPrefix("@") {
      place = String(first.dropFirst())
      parts.removeFirst()
    }
    var words = parts.joined(separator: " ")
    var modality = Claim.Modality.asserted
    if let sign = words.first,
      let found = ["!": Claim.Modality.denied, "?": .rumoured, ">": .projected, "~": .absence][sign]
    {
      modality = found
      words.removeFirst()
    }
    let answer: Answer =
      switch question.kind {
      case .list: .words(words)
      case .worded: .choice(words)
      case .numeric("year", _): .year(Int(words) ?? 0)
      case .numeric("date", _): Day(words).map(Answer.day) ?? .words(words)
      case .numeric: grammar.parseAnswer(words).map(Answer.quantity) ?? .words(words)
      }
    let isVoice = who.first?.isUppercase == true
    let id = who.lowercased() + String(index)
    return GivenAnswer(
      id: id, answer: answer, modality: modality, day: day, place: place, speaker: who.lowercased(),
      voice: isVoice ? who.lowercased() : nil)
  }
}

private func question(_ kind: Question.Kind) -> Question {
  Question(
    id: "q", topic: "t", asks: "?", label: "q", kind: kind, partOf: nil, isSensitive: false, span: 0..<0)
}

private let choices = [
  Question.Choice(id: "up", words: "working"), .init(id: "partly", words: "partly"), .init(id: "down", words: "down"),
]

private func words(_ brief: BriefAnswer) -> String {
  guard !brief.parts.isEmpty else { return "nothing" }
  return brief.parts.map { part in
    let steps = part.steps.map { $0.map { words($0.answer) }.joined(separator: " or ") }.joined(separator: ", later ")
    return part.places.isEmpty ? steps : part.places.joined(separator: " and ") + ": " + steps
  }.joined(separator: "; ")
}

private func words(_ answer: Answer) -> String {
  switch answer {
  case .quantity(let quantity): quantity.words()
  case .year(let year): String(year)
  case .day(let day): day.description
  case .choice(let words), .words(let words): words
  }
}

@Suite("Agreement and the brief answer")
struct AgreementTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var kind: Question.Kind
    var rows: [String]
    /// All agreements with the claims that decide, the headline first.
    var all: String
    var brief: String

    init(_ kind: Question.Kind, _ rows: [String], _ all: String, _ brief: String) {
      (self.kind, self.rows, self.all, self.brief) = (kind, rows, all, brief)
    }

    var testDescription: String { rows.joined(separator: " | ") }
  }

  private static let cumulative = Question.Kind.numeric(unit: "people", counts: .cumulative)
  private static let event = Question.Kind.numeric(unit: "people", counts: .event)
  private static let stock = Question.Kind.numeric(unit: "people", counts: .stock)
  private static let projected = Question.Kind.numeric(unit: "people", counts: .projected)
  private static let worded = Question.Kind.worded(choices: choices, isState: false)
  private static let state = Question.Kind.worded(choices: choices, isState: true)

  static let cases: [Case] = [
    // No deciding answers.
    Case(cumulative, [], "unanswered", "nothing"),
    Case(cumulative, ["7 A ~unknown", "7 B ?26", "8 C !26", "8 D unknown"], "unanswered", "nothing"),
    Case(cumulative, ["7 A >100"], "unanswered", "nothing"),
    // Voices, not sources.
    Case(cumulative, ["7 A 26"], "single voice a0", "26"),
    Case(cumulative, ["7 A 26", "7 A 26", "8 A 26"], "single voice a2", "26"),
    Case(cumulative, ["7 A 26", "7 B 26"], "agree a0 b1", "26"),
    Case(cumulative, ["7 A 26", "8 B 26"], "agree a0 b1", "26"),
    Case(cumulative, ["7 report 26", "7 officials 26"], "reported officials1 report0", "26"),
    Case(cumulative, ["7 report 26", "7 A 26"], "single voice a1", "26"),
    // One day.
    Case(cumulative, ["7 A 26", "7 B 18"], "disagree a0 b1", "18 or 26"),
    Case(cumulative, ["7 A 26", "7 report 18"], "disagree a0 report1, single voice a0", "18 or 26"),
    // A speaker who gives a bound that allows the number has not given the number.
    Case(cumulative, ["7 A at least 17", "7 B 900"], "single voice b1", "900"),
    Case(cumulative, ["7 A about 400", "7 B 400"], "agree a0 b1", "about 400"),
    Case(cumulative, ["7 A more than 3,000", "7 B 3,800"], "single voice b1", "3,800"),
    Case(cumulative, ["7 A more than 3,000", "7 B 3,000"], "agree a0 b1", "more than 3,000"),
    Case(cumulative, ["7 A at least 3,000", "7 B 3,000"], "agree a0 b1", "at least 3,000"),
    Case(cumulative, ["7 A about 2,500", "7 B a few thousand"], "single voice a0", "about 2,500"),
    Case(cumulative, ["7 A about 400", "7 B 430"], "single voice b1", "430"),
    Case(cumulative, ["7 A about 400", "7 B 450"], "disagree a0 b1", "about 400 or 450"),
    Case(cumulative, ["7 A dozens", "7 B 12"], "disagree a0 b1, single voice b1", "12"),
    Case(cumulative, ["7 A dozens", "7 B dozens"], "agree a0 b1", "dozens"),
    Case(cumulative, ["7 A dozens", "7 B hundreds"], "disagree a0 b1", "dozens or hundreds"),
    Case(cumulative, ["7 A 18", "7 B 20", "7 C 26"], "disagree a0 b1 c2", "18 or 20 or 26"),
    Case(cumulative, ["7 A 16–18", "7 B 20"], "disagree a0 b1", "between 16 and 18 or 20"),
    Case(cumulative, ["7 A 10–30", "7 B 12", "7 C 25"], "disagree b1 c2", "12 or 25"),
    Case(cumulative, ["7 A 18–20", "7 B 19", "7 C at least 17"], "single voice b1", "19"),
    // Several days.
    Case(cumulative, ["7 A 18", "9 A 26"], "changed a0 a1, single voice a1", "26"),
    Case(
      cumulative, ["7 A 18", "9 officials 16"], "fell a0 officials1, single voice a0", "18, later 16"),
    Case(cumulative, ["7 A 18", "9 A 16"], "fell a0 a1, single voice a1", "16"),
    Case(cumulative, ["7 A 18", "9 A at least 16"], "single voice a1", "at least 16"),
    Case(cumulative, ["6 A 18", "7 A 26", "7 B 26", "8 report dozens"], "changed a0 report3, agree a1 b2", "26"),
    Case(event, ["7 A 18", "9 B 16"], "disagree a0 b1", "16 or 18"),
    Case(event, ["7 A 18", "9 B 18"], "agree a0 b1", "18"),
    Case(stock, ["7 A 18", "9 B 16"], "changed a0 b1, single voice b1", "16"),
    Case(stock, ["7 A 18", "9 B 18"], "single voice b1", "18"),
    Case(stock, ["7 A 18", "7 B 16"], "disagree a0 b1", "16 or 18"),
    Case(projected, ["7 A >100", "7 B 100"], "agree a0 b1", "100"),
    Case(projected, ["7 A >100", "8 A >200"], "changed a0 a1, single voice a1", "200"),
    // Asserted and denied.
    Case(cumulative, ["7 A 26", "9 B !26"], "disagree a0 b1, single voice a0", "26"),
    Case(cumulative, ["7 A 26", "9 B !27"], "single voice a0", "26"),
    Case(stock, ["7 A 26", "9 B !26"], "single voice a0", "26"),
    Case(worded, ["7 A up", "7 B !up"], "disagree a0 b1, single voice a0", "up"),
    Case(.list, ["7 A wine", "8 B !wine"], "list a0, disagree a0 b1, single voice a0", "wine"),
    // Places.
    Case(cumulative, ["7 A @Ellis 18", "7 B @Quay 26"], "single voice a0 b1", "Ellis: 18; Quay: 26"),
    Case(cumulative, ["7 A @Ellis 18", "7 B @Ellis 18"], "agree a0 b1", "Ellis: 18"),
    Case(cumulative, ["7 A @Ellis 18", "7 B 26"], "single voice b1", "26"),
    // Words.
    Case(worded, ["7 A up", "9 B down"], "disagree a0 b1", "up or down"),
    Case(worded, ["9 B down", "7 A down"], "agree a1 b0", "down"),
    Case(state, ["7 A up", "9 B down"], "changed a0 b1, single voice b1", "down"),
    Case(state, ["9 A up", "9 B down"], "disagree a0 b1", "up or down"),
    Case(
      state, ["9 A @Ellis up", "9 B @Quay down", "7 B @Quay up"], "changed b2 b1, single voice a0 b1",
      "Ellis: up; Quay: down"),
    Case(.list, ["7 A wine", "8 B bread", "9 C wine"], "list a0 b1 c2", "wine or bread"),
    // Years and days.
    Case(.numeric(unit: "year", counts: .event), ["7 A 2019", "8 B 2018"], "disagree a0 b1", "2018 or 2019"),
    Case(
      .numeric(unit: "date", counts: .event), ["7 A 2033-01-05", "7 B 2033-01-06"], "disagree a0 b1",
      "2033-01-05 or 2033-01-06"),
  ]

  @Test("finds the agreements of the answers", arguments: cases)
  func judges(example: Case) {
    let question = question(example.kind)
    let answers = given(example.rows, question)
    #expect(answers.count == example.rows.count)
    let (all, brief) = judged(question, answers)
    #expect(all == example.all)
    #expect(brief == example.brief)
  }

  @Test("does not depend on the order of claims", arguments: cases)
  func ignoresOrder(example: Case) {
    let question = question(example.kind)
    var random = SplitMix(seed: 7)
    let answers = given(example.rows, question)
    let expected = judged(question, answers)
    for _ in 0..<12 {
      var shuffled = answers
      for index in shuffled.indices { shuffled.swapAt(index, index + random.next(below: shuffled.count - index)) }
      #expect(judged(question, shuffled) == expected)
    }
  }

  @Test("gives the same result for random answers in every order, and always a headline")
  func holdsForRandomAnswers() {
    let pool = [
      "18", "26", "more than 18", "about 20", "nearly 30", "dozens", "hundreds", "18–20", "up to 25", "at least 26",
    ]
    let people = ["A", "B", "C", "report", "officials"]
    var random = SplitMix(seed: 99)
    for round in 0..<1500 {
      let kind = [Self.cumulative, Self.event, Self.stock][round % 3]
      let rows = (0..<(1 + random.next(below: 5))).map { _ in
        "\(6 + random.next(below: 3)) \(people[random.next(below: 5)]) \(pool[random.next(below: pool.count)])"
      }
      let question = question(kind)
      let answers = given(rows, question)
      let one = judged(question, answers)
      #expect(one == judged(question, answers.reversed()), "\(rows)")
      #expect(!one.0.isEmpty, "\(rows)")
      for a in answers {
        for b in answers {
          #expect(a.answer.contradicts(b.answer, asWords: false) == b.answer.contradicts(a.answer, asWords: false))
        }
      }
    }
  }

  @Test("joins an office that sources call by several names")
  func joinsNames() {
    func speaker(_ id: String, _ name: String, also: [String] = [], _ kind: Speaker.Kind = .government) -> Speaker {
      Speaker(id: id, name: name, kind: kind, also: also, voiceOf: nil, span: 0..<0)
    }
    let voices = Voices([
      speaker("home-office", "The Home Office"), speaker("interior", "Interior Ministry", also: ["the Home Office"]),
      speaker("ministry", "Ministry", also: ["Ministry", "officials"]),
      speaker("officials", "officials", .unattributed),
      speaker("one", "One", also: ["Two"]), speaker("two", "Two", also: ["One"]),
    ])
    #expect(voices.voice(of: "home-office") == "interior")
    #expect(voices.voice(of: "interior") == "interior")
    #expect(voices.voice(of: "ministry") == "ministry")
    #expect(voices.voice(of: "officials") == nil)
    #expect(voices.voice(of: "one") == voices.voice(of: "two"))
  }

  @Test("joins speakers who speak for another, and does not count unattributed ones")
  func joinsVoices() {
    func speaker(_ id: String, _ kind: Speaker.Kind, _ voiceOf: String? = nil) -> Speaker {
      Speaker(id: id, name: id, kind: kind, also: [], voiceOf: voiceOf.map { Located($0, 0..<0) }, span: 0..<0)
    }
    let voices = Voices([
      speaker("police", .police), speaker("spokesman", .person, "police"), speaker("his-deputy", .person, "spokesman"),
      speaker("officials", .unattributed), speaker("an-official", .person, "officials"),
      speaker("a", .person, "b"), speaker("b", .person, "a"),
    ])
    #expect(voices.voice(of: "his-deputy") == "police")
    #expect(voices.voice(of: "spokesman") == "police")
    #expect(voices.voice(of: "officials") == nil)
    #expect(voices.voice(of: "an-official") == nil)
    #expect(voices.voice(of: Speaker.report) == nil)
    #expect(voices.voice(of: "a") == voices.voice(of: "b"))
  }

  private func judged(_ question: Question, _ answers: [GivenAnswer]) -> (String, String) {
    let brief = briefAnswer(to: question, from: answers)
    let all = agreements(on: question, among: answers, brief: brief)
      .map { ([$0.agreement.rawValue] + $0.claims).joined(separator: " ") }.joined(separator: ", ")
    return (all, words(brief))
  }
}
