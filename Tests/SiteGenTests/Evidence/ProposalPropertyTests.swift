import Testing

@testable import SiteGen

/// A remedy "write '…'" is a promise: the words are accepted, and nothing is proposed where a reading is uncertain.
@Suite("Proposed numbers")
struct ProposalPropertyTests {
  static let sentences: [(language: String, text: String)] = [
    ("en", "More than 3,800 people fled."), ("en", "Some 3,800 people fled."), ("en", "1.5 million people fled."),
    ("en", "At least 26 dockers and 18 sailors were killed."), ("en", "Between 16 and 18 sailors died."),
    ("en", "Dozens of boats burned."), ("en", "About 40 percent of the boats burned."), ("en", "3.4 m of water fell."),
    ("en", "Two-thirds of the boats burned."), ("en", "He said 12 or 14 boats, and 12 engines."),
    ("en", "In all 18 were killed, 18 hurt and 3 saved."), ("en", "No more than 3,800 people fled in 2019."),
    ("en", "One of the boats burned."), ("en", "A boat burned."), ("en", "No one fled."),
    ("de", "Ein Boot, das brannte."), ("en", "Nearly 3,800.5 tonnes burned, not 12."),
    ("de", "Mehr als 3.800 Menschen flohen."), ("de", "Rund 3.800 Menschen flohen."),
    ("de", "Dutzende Boote brannten."),
    ("de", "1,5 Millionen Menschen flohen."), ("de", "Mindestens 26 Arbeiter und 18 Matrosen starben."),
    ("de", "Etwa 40 Prozent der Boote brannten."), ("xx", "3.800 tu 26."), ("xx", "3,8 tu."), ("xx", "40 tu."),
  ]

  static let answers = [
    "3,800", "3.800", "about 3,800", "mehr als 3800", "3.8", "26", "18", "at least 18", "12", "41", "Dutzende", "40",
    "40 percent", "2/3", "1.5", "1500000", "two dozen boats", "1", "12 or 14", "mindestens 26",
  ]

  fileprivate static let german: NumberStyle = {
    var style = NumberStyle(separator: ".")
    style.phrases.about = "etwa {}"
    style.phrases.moreThan = "mehr als {}"
    style.phrases.atLeast = "mindestens {}"
    style.phrases.nearly = "fast {}"
    style.phrases.atMost = "bis zu {}"
    style.phrases.between = "zwischen {} und {}"
    style.phrases.decimal = ","
    return style
  }()

  /// A site with one card, whose only claim quotes a sentence.
  private struct Quoting {
    let dossier: Dossier
    let text: SourceText
    let claim: Claim
    let quotation: Quotation
    let grammars: Grammars

    init(_ sentence: (language: String, text: String), site: String, answer: String = "1") throws {
      let seed = sentence.text + "\n"
      let claim = "  - {question: boats, said_by: service, answer: \"\(answer)\", quote: \"\(sentence.text)\"}"
      let card = HarbourFire.card(claim, more: "lang: \(sentence.language)", seed: seed)
        .replacing("not_evidence: [{quote: \"Leave a reply: 15 comments\", why: form}]", with: "")
      let settings = HarbourFire.settings.replacing("language: en", with: "language: \(site)")
      let files = [
        SourceFile(path: "sitegen.yaml", text: settings),
        SourceFile(path: "Content/fire.md", text: HarbourFire.topic),
        SourceFile(path: "Content/speakers.yaml", text: HarbourFire.speakers),
        SourceFile(path: "seeds/fire.txt", text: seed), SourceFile(path: HarbourFire.cardPath, text: card),
      ]
      dossier = try #require(readDossier(ProjectFiles(files)).value)
      grammars = Grammars(dossier, site == "de" ? ProposalPropertyTests.german : .english)
      let source = try #require(dossier.sources.first)
      text = SourceText(source, grammar: grammars[source.language])
      self.claim = try #require(source.claims.first)
      quotation = try #require(QuotedWords(self.claim, in: source).find(in: text).value)
    }

    func check(_ answer: String, figure: String? = nil) throws -> [Diagnostic] {
      var claim = claim
      claim.answer = Located(answer, claim.answer.span)
      claim.figure = figure.map { Located($0, claim.answer.span) }
      let question = try #require(dossier.index.questions["boats"].value)
      return checkAnswer(of: claim, to: question, in: quotation, text, grammars.answers).diagnostics
    }

    /// An answer to the claim that is accepted; nil if none can be proposed.
    func answer() throws -> String? {
      let quantities = text.quantities(in: 0..<text.seed.file.bytes.count)
      guard quantities.count == 1, let answer = grammars.answers.proposal(for: quantities[0], in: text),
        try check(answer).isEmpty
      else { return nil }
      return answer
    }

    /// The lookup tables for notes.
    var context: ProseContext {
      let cards = dossier.sources.map { proveCard($0, dossier, grammars).value }
      return ProseContext(dossier, ProvenClaims(cards, dossier, grammars))
    }
  }

  private static func errors(in note: String, _ context: ProseContext) throws -> [Diagnostic] {
    let read = readNote(SourceFile(path: "Content/page.md", text: note))
    return checkProse(try #require(read.value), context).diagnostics
  }

  private static func proposal(_ found: Diagnostic) -> String? {
    found.remedy?.firstMatch(of: /^write '(.+?)'(?:$|, or |, as )/).map { String($0.1) }
  }

  @Test("are accepted as answers, and mean the whole quantity", arguments: ["en", "de", "xx"])
  func areAcceptedAsAnswers(_ site: String) throws {
    var proposed = 0
    for sentence in Self.sentences {
      let quoting = try Quoting(sentence, site: site)
      for answer in Self.answers {
        guard let found = try quoting.check(answer).first, let words = Self.proposal(found) else { continue }
        proposed += 1
        let figure = found.notes.lazy.compactMap { $0.message.firstMatch(of: /add 'figure: "(.+)"'/) }.first
        let reasons = try quoting.check(words, figure: figure.map { String($0.1) }).flatMap(\.allWords)
        #expect(reasons.isEmpty, "\(site), \(sentence.text), '\(answer)': '\(words)' is refused")
      }
    }
    #expect(proposed > 50, "\(proposed) proposals in '\(site)'")
  }

  @Test("are accepted in notes", arguments: ["en", "de"])
  func areAcceptedInNotes(_ site: String) throws {
    var proposed = 0
    for sentence in Self.sentences where sentence.language != "xx" {
      guard let answer = try Quoting(sentence, site: site).answer() else { continue }
      let context = try Quoting(sentence, site: site, answer: answer).context
      for number in Self.answers {
        for link in ["(question:boats)", "(source:fire-first \"\(sentence.text)\")", ""] {
          func note(_ words: String) -> String { "---\ntitle: Page\n---\nSo \(words) it was.\n" }
          let text = note(link.isEmpty ? number : "[\(number)]\(link)")
          guard let found = try Self.errors(in: text, context).first, let words = Self.proposal(found) else { continue }
          proposed += 1
          var bytes = Array(text.utf8)
          bytes.replaceSubrange(found.place.span, with: Array(words.utf8))
          let reasons = try Self.errors(in: String(decoding: bytes, as: UTF8.self), context).flatMap(\.allWords)
          #expect(reasons.isEmpty, "\(site), \(sentence.text), \(text): '\(words)' is refused")
        }
      }
    }
    #expect(proposed > 50, "\(proposed) proposals in '\(site)'")
  }

  @Test("are printed in the language of the site")
  func arePrintedInTheLanguageOfTheSite() throws {
    let sentence = (language: "en", text: "More than 3,800 people fled.")
    let found = try #require(Quoting(sentence, site: "de").check("3,800").first)
    #expect(
      found.message == "'3,800' is read here as 3,8, but 'More than 3,800' in the quotation is read as mehr als 3.800")
    #expect(found.remedy == "write 'mehr als 3.800', as the site's language does")
    let bare = (language: "en", text: "A crowd of 3,800 people fled.")
    let other = try #require(Quoting(bare, site: "de").check("3,800").first)
    #expect(other.remedy == "write '3.800', as the site's language does")
  }

  @Test(
    "are not made if the quotation can be read in two ways, or the words cannot be written",
    arguments: [
      ("en", "At least 26 dockers and 18 sailors were killed.", "about 18", "18 sailors", "en"),
      ("de", "Dutzende Boote brannten.", "24", nil, "en"), ("en", "Dozens of boats burned.", "24", nil, "de"),
      ("en", "In all 18 were killed, 18 hurt and 3 saved.", "about 18", nil, "en"),
    ] as [(String, String, String, String?, String)])
  func areNotMade(_ language: String, _ text: String, _ answer: String, _ figure: String?, _ site: String) throws {
    let found = try #require(Quoting((language, text), site: site).check(answer, figure: figure).first, "\(text)")
    #expect(Self.proposal(found) == nil, "\(found.allWords)")
    #expect(found.fix == nil)
  }
}
