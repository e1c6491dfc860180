import Testing

@testable import SiteGen

@Suite struct QuantityTableTests {
  /// A table that is whole, before the line that is looked at, which is the third.
  static func faults(_ line: String) -> [String] {
    let table = SourceFile(path: "xx.txt", text: "decimals: .\nunit: one=1 two=2\n" + line + "\n")
    return readQuantityTable(table).faults.map { "\($0.line): \($0.reason)" }
  }

  @Test(arguments: [
    ("numbers: one two", "3: unknown key 'numbers'"),
    ("Ten: twenty=20", "3: unknown key 'Ten'"),
    ("before abuot: circa", "3: unknown key 'before abuot'"),
    ("currency: euro", "3: unknown key 'currency'"),
    ("unit: three=3", "3: the key 'unit' appears twice"),
    ("and and or", "3: a line must begin with a key and a colon, or with spaces if it continues the line above"),
    ("and:", "3: the key has no words"),
    ("and:\nor: or", "3: the key has no words"),
    ("and:\n  # none", "3: the key has no words"),
    ("and: and and", "3: 'and' is listed twice"),
    ("before about: circa, circa", "3: 'circa' is listed twice"),
    ("and: and|And", "3: 'and' is listed twice"), ("and: and And", "3: 'and' is listed twice"),
    ("and: a.n.d", "3: 'a.n.d' is not a word of letters and apostrophes"),
    ("and: and=1", "3: 'and=1' is not a word of letters and apostrophes"),
    ("before about: in 20", "3: '20' is not a word of letters and apostrophes"),
    ("and: und\n  a.n.d", "4: 'a.n.d' is not a word of letters and apostrophes"),
    ("before more-than: exceed|exceeded the, exceed the", "3: 'exceed the' is listed twice"),
    ("clock: at 5", "3: '5' is not a word of letters and apostrophes"),
    ("and-a-half:", "3: the key has no words"),
    ("nouns: man|men", "3: unknown key 'nouns'"),
    ("teen: عشر=11", "3: 'عشر=11' must have a value from 10 to 10"),
    ("hundreds: mil=1000", "3: 'mil=1000' must have a value from 100 to 900"),
    ("ten: twenty", "3: 'twenty' must be a word and its value, such as 'two=2'"),
    ("ten: twenty=", "3: 'twenty=' must be a word and its value, such as 'two=2'"),
    ("ten: twenty=2O", "3: 'twenty=2O' must be a word and its value, such as 'two=2'"),
    ("ten: twenty=1.2.3", "3: 'twenty=1.2.3' must be a word and its value, such as 'two=2'"),
    ("ten: =20", "3: '' is not a word of letters and apostrophes"),
    ("dozen: two=12", "3: 'two=12' gives a word a second value"),
    ("ten: hundred=100", "3: 'hundred=100' must have a value from 0 to 99"),
    ("month: undecember=13", "3: 'undecember=13' must have a value from 1 to 12"),
    ("fraction: whole=1", "3: 'whole=1' must have a value from 2 to 1000"),
    ("scale: lakh=1e5", "3: 'lakh=1e5' must be a word and its value, such as 'two=2'"),
    ("vague-plural: dozens|dozen", "3: 'dozens|dozen' must be a word and its value, such as 'two=2'"),
    ("vague-plural: dozens|=12", "3: '' is not a word of letters and apostrophes"),
    ("vague-plural: dozens|Dozens=12", "3: 'dozens' is listed twice"),
    (
      "traits: plural-en",
      "3: unknown trait 'plural-en'; the traits are adjectives-first, and-after-tens, and-anywhere, base-twenty, capital-nouns, "
        + "implied-one, joined-numbers, lower-days, mixed-scales, month-first, no-spaces, ordinal-hyphens, ordinal-points, "
        + "paired-numbers, plain-fractions, plural-s, range-needs-from, singular-counted, superlative-est, units-first, "
        + "verbs-last"
    ),
    ("joined: ein", "3: 'ein' must be a word and its value, such as 'two=2'"),
    ("groups: a", "3: 'a' is not one ASCII punctuation mark"),
    ("groups: 0", "3: '0' is not one ASCII punctuation mark"),
    ("groups: ..", "3: '..' is not one ASCII punctuation mark"),
  ])
  func findsFault(of line: String, _ fault: String) {
    #expect(Self.faults(line) == [fault])
  }

  @Test(arguments: [
    ("", ["1: a table must have the key 'decimals'", "1: a table must have the key 'unit'"]),
    (
      "  and: and",
      [
        "1: the first line must begin with a key", "1: a table must have the key 'decimals'",
        "1: a table must have the key 'unit'",
      ]
    ),
    ("decimals: .\nunit: one=1", []),
    ("# Comment\r\ndecimals: .\r\n\r\nunit: one=1\r\n", []),
  ])
  func needsTheKeysOfEveryTable(_ text: String, _ faults: [String]) {
    #expect(
      readQuantityTable(SourceFile(path: "xx.txt", text: text)).faults.map { "\($0.line): \($0.reason)" } == faults)
  }

  @Test func holdsAnyNumberOfWordsOfAnyLength() {
    let words = (0..<6000).map { number in
      String(decoding: [10, 100, 1000, 1].map { UInt8(0x61 + number / $0 % 10) }, as: UTF8.self) + "andandandandandan"
    }
    let table = "decimals: .\nunit: one=1\nfunction: " + words.joined(separator: " ")
    let (lexicon, faults) = readQuantityTable(SourceFile(path: "xx.txt", text: table))
    #expect(faults.isEmpty)
    #expect(lexicon.words.count == 6001)
    #expect(words.allSatisfy { lexicon.index(of: Array($0.utf8)[...]) != nil })
  }

  @Test func trapsOnNoBytes() throws {
    for file in try filesOfProject(below: "Sources/SiteGen/Quantities/Languages") {
      var state: UInt64 = 88_172_645_463_325_252
      func random(_ limit: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(limit))
      }
      for _ in 0..<30 {
        var bytes = file.bytes
        for _ in 0..<20 { bytes[random(bytes.count)] = UInt8(random(256)) }
        let start = random(bytes.count)
        bytes.removeSubrange(start..<min(bytes.count, start + random(200)))
        let table = readQuantityTable(SourceFile(path: file.path, bytes: bytes))
        #expect(table.lexicon.words.count <= file.bytes.count)
      }
    }
  }

  @Test func readsEveryTableStrictly() throws {
    let files = try filesOfProject(below: "Sources/SiteGen/Quantities/Languages")
    #expect(!files.isEmpty)
    for file in files {
      for fault in readQuantityTable(file).faults {
        Issue.record("\(file.path):\(fault.line): \(fault.reason)")
      }
    }
  }

  @Test(arguments: ["unit: Fünf=5", "unit: FÜNF=5", "unit: Fu\u{308}nf=5", "unit: fu\u{308}nf=5"])
  func foldsWordsAsTextsAre(_ line: String) {
    let words = readQuantityTable(SourceFile(path: "xx.txt", text: line)).lexicon.words
    #expect(words.map { String(decoding: $0.key, as: UTF8.self) } == ["fünf"])
  }

  @Test func printsTheFirstOfAWordsForms() throws {
    let table = try #require(quantityTable(of: "de"))
    let printed = readQuantityTable(table).lexicon.words.map(\.printed)
    #expect(printed.contains("Dutzende"))
    #expect(!printed.contains("Dutzenden"))
  }

  @Test(arguments: ["en", "en-GB", "EN_us", "de", "de-CH", "fr", "zh-Hant", "kk"])
  func findsTheTableOfALanguage(_ language: String) {
    #expect(QuantityGrammar.hasWords(of: language))
  }

  @Test(arguments: ["", "-", "pl", "eng", "../en", "sr-Latn"]) func findsNoTable(_ language: String) {
    #expect(!QuantityGrammar.hasWords(of: language))
    #expect(!QuantityGrammar(language: language).hasWords)
  }
}
