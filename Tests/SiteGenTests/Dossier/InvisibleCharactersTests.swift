import Testing

@testable import SiteGen

@Suite("Invisible characters") struct InvisibleCharactersTests {
  /// Texts with a mark around each character that must be reported.
  static let needless = [
    "The Stra«\u{AD}»ßensperrung.", "A«\u{200B}» b", "Über«\u{AD}»schwem«\u{AD}»mung", "Павод«\u{AD}»ок",
    "town«\u{200C}»hall",
    "a«\u{2060}»b", "x«\u{FEFF}»y", "12«\u{200E}» houses", "«\u{200F}»12 houses", "«\u{202E}»evil",
    "a «\u{202A}»b«\u{202C}» c",
    "«\u{2066}»a", "the«\u{FE0F}» town", "三«\u{200B}»座桥", "ﬁ«\u{200D}»re", "السيل«\u{AD}»", "a«\u{E0041}»b",
    "洪«\u{2060}»水", "x«\u{3164}»y",
    "«\u{61C}»flood", "1«\u{FE0F}» house", "«\u{202B}»جسر and no end", "мост«\u{200D}»",
  ]

  /// Texts of many languages in which every invisible character is right.
  static let needed = [
    "می\u{200C}خواهم خانه\u{200C}ها را ببینم", "SMS\u{200C}ها", "۱۰\u{200C}ساله", "کتابخانه\u{200C}های", "ہے\u{200C}",
    "ه\u{200D} ق",
    "क्\u{200D}ष", "क्\u{200C}ष", "হাফিজ্\u{200C} ", "ශ්\u{200D}රී ලංකා", "ന്\u{200D}", "ക്\u{200D}", "ரி\u{200C}க்ஷா", "ಕ್\u{200D}ರ",
    "น้ำ\u{200B}ท่วม", "ទឹក\u{200B}ជំនន់", "ရေ\u{200B}ကြီး", "ນ້ຳ\u{200B}ຖ້ວມ", "ཆུ་\u{200B}ལོག",
    "👩\u{200D}🚒 and 👨\u{200D}👩\u{200D}👧", "❤\u{FE0F} ☎\u{FE0E}", "1\u{FE0F}\u{20E3}", "🏳\u{FE0F}\u{200D}🌈",
    "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}", "👍🏽", "葛\u{E0100}城市", "逸\u{FE00}", "ᠮᠣᠩᠭᠣᠯ\u{180E}ᠠ",
    "ᠰ\u{180B}",
    "\u{200F}12 בתים נהרסו.", "The word שיטפון\u{200E} (flood).", "\u{2067}שיטפון\u{2069} 2031",
    "\u{202B}سیل در ۲۰۳۱\u{202C}",
    "السيل (2031)\u{200F}.", "לְ\u{34F}ם", "Plain – “text” … with dashes", "Größe\u{A0}12 %", "\u{FEFF}Text",
  ]

  @Test(arguments: needless) func reportsIt(_ marked: String) {
    let marked = MarkedFile("Content/a.md", marked)
    let found = invisibleCharacters(in: marked.file)
    #expect(found.map(\.place.span) == marked.spans, "\(found.map(\.message))")
    #expect(found.allSatisfy { $0.message.contains("U+") && $0.fix?.replacement == "" })
    #expect(invisibleCharacters(inSeed: marked.file).count == Set(marked.spans.map(marked.file.text)).count)
  }

  @Test(arguments: needed) func leavesWhatAScriptNeeds(_ text: String) {
    #expect(invisibleCharacters(in: SourceFile(path: "Content/a.md", text: text)).map(\.message) == [])
  }

  @Test("reports a character of a seed once, with the number of its places")
  func countsInSeeds() {
    let seed = SourceFile(path: "seeds/a.txt", text: "Stra\u{AD}ße\nHäu\u{AD}ser Bo\u{AD}te \u{200B}x")
    #expect(
      invisibleCharacters(inSeed: seed).map(\.message) == [
        "U+00AD (soft hyphen) after 'Stra' is invisible, and so are 2 more in this seed",
        "U+200B (zero width space) after a space is invisible",
      ])
  }

  @Test("reports a character that a card copies from its seed only in the seed")
  func reportsACopyOnce() {
    let seed = HarbourFire.seedText.replacing("dockers", with: "dock\u{AD}ers")
    let claim = "  - {question: dockers, answer: at least 26, said_by: service, quote: \"At least 26 dock\u{AD}ers\"}"
    let card = HarbourFire.card(claim, body: "«\u{200B}»Words.", seed: seed)
    let marked = MarkedFile(HarbourFire.cardPath, card)
    let found = HarbourFire.check(card: marked.file, seed: seed).diagnostics.filter { $0.rule == .invisibleCharacters }
    #expect(found.map(\.place.file.path).sorted() == [HarbourFire.cardPath, "seeds/fire.txt"])
    #expect(found.first { $0.place.file.path == HarbourFire.cardPath }?.place.span == marked.spans.first)
  }

  @Test("is silent where an error has this cause")
  func givesOneDiagnostic() throws {
    let site = try #require(
      ExampleSite.site([.replace(RuleExample.card, "quote: \"14 houses were", "quote: \"14 hou\u{200B}ses were")]))
    #expect(buildSite(site).diagnostics.map(\.rule) == [.quoteNotFound])
  }

  @Test(.long) func findsSeededViolations() throws {
    var trial = RuleTrial(.invisibleCharacters)
    let words = ["Marnow", "Überflutung", "Паводок", "су тасқыны", "inondation", "洪水", "السيل", "šírenie"]
    let kinds: [(String, Unicode.Scalar)] = [
      ("soft hyphen", "\u{AD}"), ("zero width", "\u{200B}"), ("zero width", "\u{2060}"), ("zero width", "\u{FEFF}"),
      ("bidirectional", "\u{202E}"), ("bidirectional", "\u{202D}"), ("variation selector", "\u{FE0F}"),
    ]
    for word in words {
      for (kind, scalar) in kinds {
        let middle = word.index(word.startIndex, offsetBy: word.count / 2)
        let bad = word[..<middle] + String(scalar) + word[middle...]
        let edits: [ExampleSite.Edit] = [
          .replace(RuleExample.note, "The **old**", "\(bad). The **old**"),
          .replace(RuleExample.note, "title: The river", "title: The river \(bad)"),
          .replace(RuleExample.card, "A short report.", "A short report on \(bad)."),
        ]
        for edit in edits {
          let site = try #require(ExampleSite.site([edit]))
          trial.violation(kind, String(bad), buildSite(site).diagnostics, at: String(scalar))
        }
        trial.violation(
          kind + " in a seed", String(bad),
          invisibleCharacters(inSeed: SourceFile(path: "seeds/a.txt", text: "One \(bad) more.")), at: String(scalar))
      }
    }
    for text in Self.needed {
      let files = ["Content/a.md", "seeds/a.txt"].map { SourceFile(path: $0, text: text) }
      trial.clean(
        "texts with needed characters", 2,
        files.flatMap { invisibleCharacters(in: $0) + invisibleCharacters(inSeed: $0) })
    }
    trial.cleanSites("lines of seeds, cards and notes") { site in
      site.inputs.filter { $0.path.hasSuffix(".md") || $0.path.hasSuffix(".txt") }.reduce(0) { sum, file in
        sum + file.bytes.split(separator: 0x0A).count
      }
    }
    trial.check()
  }
}
