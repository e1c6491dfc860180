import Testing

@testable import SiteGen

@Suite("A singular with an article")
struct SingularTests {
  static let silent: [(language: String, sentence: String, unit: String)] = [
    // Another noun is meant.
    ("en", "A police station burned.", "people"), ("en", "A police station was hit.", "buildings"),
    ("en", "A bus driver was hurt.", "vehicles"), ("en", "A man's car was hit.", "people"),
    ("en", "A man-made fire was seen.", "people"), ("en", "A school was hit.", "school buses"),
    ("en", "Block A building was hit.", "buildings"), ("en", "A body of water was found.", "people"),
    ("es", "Un autobús escolar fue atacado.", "children"), ("es", "Un uniforme militar fue hallado.", "people"),
    ("it", "Un'operazione militare è finita.", "people"), ("fr", "Un poste de police a brûlé.", "people"),
    ("de", "Ein Mann-Bau wurde gebaut.", "people"),
    // There are others.
    ("en", "A man and a woman died.", "people"), ("en", "A man was killed in a crowd of people.", "people"),
    ("en", "A man and Ana Ruiz were killed.", "people"), ("en", "A man died, and so did others.", "people"),
    ("en", "A man died, and dockers too.", "people"), ("en", "A man was among the victims.", "people"),
    ("en", "A family was missing.", "people"), ("de", "Ein Mann und eine Frau starben.", "people"),
    ("de", "Darunter war ein Mann.", "people"), ("fr", "Un homme et Ana Ruiz sont morts.", "people"),
    ("es", "Murió un hombre y otros huyeron.", "people"),
    // It is nobody in particular, or denied.
    ("en", "He was a soldier.", "people"), ("en", "Not a man was killed.", "people"),
    ("en", "Every day a man was killed.", "people"), ("en", "A man was never found.", "people"),
    ("en", "If a man was killed, it was said.", "people"), ("es", "Ni un hombre murió.", "people"),
    ("fr", "Il est un soldat.", "people"), ("de", "Kein Mann, ein Mann wurde nicht verletzt.", "people"),
    // It is a measure, another kind, or unknown.
    ("en", "It lasted an hour.", "hours"), ("en", "It opened twice a year.", "years"),
    ("en", "A house was lost.", "people"), ("en", "A man was killed.", "houses"), ("en", "A car was hit.", "carts"),
    ("en", "A widget was lost.", "people"), ("en", "A man was killed.", "widgets"),
    // Definite, without an article, or in a language in which it is not read.
    ("en", "The man was killed.", "people"), ("en", "Man was killed.", "people"),
    ("es", "La mujer fue hallada.", "people"),
    ("tr", "Bir adam, öldü.", "people"), ("nl", "Een man was weg.", "people"),
  ]

  static let counted: [(language: String, sentence: String, unit: String)] = [
    ("en", "A man was killed.", "people"), ("en", "He said that a man was killed.", "people"),
    ("en", "The blast killed a woman in the market.", "people"), ("en", "A young police officer was killed.", "people"),
    ("en", "A child was hurt.", "people"), ("en", "A house was lost.", "houses"),
    ("en", "An old bridge was lost.", "bridges"),
    ("de", "Dort wurde eine junge Frau verletzt.", "people"),
    ("es", "Murió un hombre en la plaza.", "people"), ("es", "Una mujer fue hallada.", "people"),
    ("fr", "Un homme est absent.", "people"), ("fr", "On dit qu'une femme a fui.", "people"),
    ("it", "Un soldato è fuggito.", "people"), ("it", "Una donna, che fuggiva.", "people"),
    ("pt", "Um homem morreu.", "people"), ("pt", "Uma mulher foi encontrada.", "people"),
  ]

  /// What `SourceText.singular` finds in a whole text, with a site in English.
  static func singular(_ text: String, of unit: String, in language: String) -> QuantityMatch? {
    let grammar = QuantityGrammar(language: language)
    let units = CountedUnits(nouns: grammar, units: QuantityGrammar(language: "en"))
    let bytes = Array(text.utf8)
    return grammar.singular(in: bytes, range: 0..<bytes.count) { units.relation(of: $0, to: unit) }
  }

  @Test("counts nothing if another noun, more than one, or no certain one is meant", arguments: silent)
  func countsNothing(_ test: (language: String, sentence: String, unit: String)) {
    #expect(Self.singular(test.sentence, of: test.unit, in: test.language) == nil)
  }

  @Test("is 1", arguments: counted)
  func isOne(_ test: (language: String, sentence: String, unit: String)) throws {
    let match = try #require(Self.singular(test.sentence, of: test.unit, in: test.language))
    #expect(match.quantity == Quantity(1) && match.countsOnlyInAnswers)
    let bytes = Array(test.sentence.utf8)
    let grammar = QuantityGrammar(language: test.language)
    #expect(grammar.quantities(in: bytes).isEmpty, "prose and coverage do not count it")
  }

  private static let seed = "A man was killed at noon. Then a man was hurt, and 14 boats burned. No one was missing.\n"

  private static func check(_ claim: String) -> [Diagnostic] {
    let card = HarbourFire.card("  - {said_by: service, question: dead, " + claim + "}", seed: seed)
      .replacing("not_evidence: [{quote: \"Leave a reply: 15 comments\", why: form}]", with: "")
    return HarbourFire.check(card: SourceFile(path: HarbourFire.cardPath, text: card), seed: seed).diagnostics
      .filter { $0.rule.subject == .answers }
  }

  @Test(
    "proves or refuses an answer",
    arguments: [
      ("answer: 2, quote: A man was killed at noon", .answerNotInQuote, "write '1', or quote the words that say '2'"),
      ("answer: at least 1, quote: A man was killed at noon", .answerNotInQuote, "write '1'"),
      (
        "answer: 1, reads: 1, why: so, quote: A man was killed at noon", .needlessReading, "leave 'reads' and 'why' out"
      ),
      // The quotation has a quantity.
      (
        "answer: 1, quote: 'Then a man was hurt, and 14 boats burned'", .answerNotInQuote,
        "write '14', or quote the words that say '1'"
      ),
      ("answer: 1, quote: 'Then a man was hurt, and 14 boats burned', figure: a man", .answerNotInQuote, nil),
      ("answer: 1, quote: A man was killed at noon", nil, nil),
      ("answer: 0, quote: No one was missing", nil, nil),
      ("answer: unknown, modality: absence, quote: A man was killed at noon", nil, nil),
      ("answer: unknown, modality: absence, quote: No one was missing", nil, nil),
    ] as [(String, Rule?, String?)])
  func proves(_ claim: String, _ rule: Rule?, _ remedy: String?) {
    let found = Self.check(claim)
    #expect(found.map(\.rule) == (rule.map { [$0] } ?? []), "\(found.flatMap(\.allWords))")
    if let remedy { #expect(found.first?.remedy == remedy) }
  }
}
