import Testing

@testable import SiteGen

/// The patterns of `patterns.txt` and of the tables: each is read, each is true, and none can be left out.
@Suite(.long) struct PatternTests {
  struct Example {
    let language: String
    let text: String
    let expected: [String]
    var isAnswer = false
    /// Whether days and years are expected, and no quantities.
    let isDate: Bool

    /// "fr: Il a 3 chiens. → 3", "answer: 5/6 → 5/6"; the language is that of the table, or English, where none is named.
    init(_ line: String, in language: String, _ key: PatternLine.Key) {
      isDate = key == .pattern(.date)
      var text = line[...]
      let isNamed = text.dropFirst(2).hasPrefix(": ")
      self.language = isNamed ? String(text.prefix(2)) : language
      if isNamed { text = text.dropFirst(4) }
      if text.hasPrefix("answer: ") { (isAnswer, text) = (true, text.dropFirst("answer: ".count)) }
      let parts = text.split(separator: " → ")
      self.text = String(parts[0])
      expected = parts.count > 1 ? parts[1].split(separator: "; ").map(String.init) : []
    }

    func read(by grammar: QuantityGrammar) -> [String] {
      if isDate { return grammar.dates(in: Array(text.utf8)).map(written) }
      return isAnswer ? [grammar.parseAnswer(text)?.words()].compactMap { $0 } : readings(of: text, grammar)
    }

    /// A day as in ISO 8601: "2031-05-07", "--05-07".
    private func written(_ date: DateMention) -> String {
      func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      return switch date.kind {
      case .weekday(let day): "weekday \(day)"
      case .year(let year): "\(year)"
      case .dayMonth(let day, let month, let year): (year.map { "\($0)-" } ?? "--") + two(month) + "-" + two(day)
      }
    }

    func isRead(by grammar: QuantityGrammar) -> Bool {
      read(by: grammar).elementsEqual(expected) { $0 == $1 || ($1 == "!" && $0.hasPrefix("!")) }
    }
  }

  static func table(of language: String) throws -> SourceFile { try #require(quantityTable(of: language)) }

  @Test func compilesThePatternsOfAllLanguages() throws {
    var lexicon = readQuantityTable(try Self.table(of: "en")).lexicon
    PatternReader.compile([], for: &lexicon) { line, reason in
      Issue.record("Sources/SiteGen/Quantities/patterns.txt:\(line.line): \(reason)")
    }
    #expect(commonPatterns.count > 100)
  }

  @Test(arguments: SentenceTests.languages) func readsTheExamplesOf(_ language: String) throws {
    let grammar = QuantityGrammar(language: language)
    let own = patternLines(in: try Self.table(of: language))
    for line in own + commonPatterns {
      for text in line.examples {
        let example = Example(text, in: line.isCommon ? "en" : language, line.key)
        guard example.language == language, !example.isRead(by: grammar) else { continue }
        let file = line.isCommon ? "patterns.txt" : "Languages/\(language).txt"
        let found = example.read(by: grammar)
        Issue.record("\(file):\(line.line): '\(example.text)' is read as \(found), but should be \(example.expected)")
      }
    }
  }

  /// Whether an example of each pattern is misread without it.
  @Test(arguments: SentenceTests.languages) func needsEachPatternOf(_ language: String) throws {
    let table = try Self.table(of: language)
    let lexicon = readQuantityTable(table).lexicon
    for line in patternLines(in: table) + commonPatterns where !line.isDefinition {
      let examples = line.examples.map { Example($0, in: line.isCommon ? "en" : language, line.key) }
      guard examples[0].language == language else { continue }
      var copy = lexicon
      var others = lexicon.patterns
      others.patterns.removeAll { $0.line == line.line && $0.isCommon == line.isCommon }
      copy.use(others)
      let isNeeded = examples.contains { !$0.isRead(by: QuantityGrammar(copy)) }
      let file = line.isCommon ? "patterns.txt" : "Languages/\(language).txt"
      #expect(isNeeded, "\(file):\(line.line): the examples are read in the same way without this pattern")
    }
  }

  @Test(arguments: [
    ("non-quantity: ( DIGITS )", "a pattern needs an example: a line that begins with 'e.g.'"),
    ("non-quantity: DIGITS\n  e.g. 5", "a pattern must have '(' and ')' around what it describes"),
    ("non-quantity: ( )\n  e.g. 5", "a pattern must describe something between '(' and ')'"),
    ("non-quantity: ( DIGITS? )\n  e.g. 5", "a pattern must describe something between '(' and ')'"),
    ("non-quantity: ( ![ EDGE ] )\n  e.g. 5", "a pattern must describe something between '(' and ')'"),
    ("non-quantity: ( DIGITS&time-nuon )\n  e.g. 5", "unknown condition 'time-nuon'; did you mean 'time-noun'?"),
    ("non-quantity: ( DIGIT )\n  e.g. 5", "unknown condition 'DIGIT'; did you mean 'DIGITS'?"),
    ("non-quantity: @plural-z ( DIGITS )\n  e.g. 5", "unknown condition '@plural-z'"),
    ("non-quantity: ( [ DIGITS )\n  e.g. 5", "a '[' has no ']'"),
    ("non-quantity: ( DIGITS ] )\n  e.g. 5", "unexpected ']'"),
    ("non-quantity: ( DIGITS / WORD )\n  e.g. 5", "unexpected '/'"),
    ("non-quantity: ( DIGITS&\"a b\" )\n  e.g. 5", "unknown condition '\"a'"),
    ("non-quantity: ( DIGITS&\"%%\" )\n  e.g. 5", "'%%' is neither a word nor one mark"),
    (
      "non-quantity: ( DIGITS{2,1} )\n  e.g. 5",
      "'{2,1}' is not a number of repetitions such as '?', '*', '+' or '{0,3}'"
    ),
    (
      "non-quantity: ( DIGITS{0,9999} )\n  e.g. 5",
      "'{0,9999}' is not a number of repetitions such as '?', '*', '+' or '{0,3}'"
    ),
    (
      "non-quantity: ( DIGITS&SIZE=1 )\n  e.g. 5",
      "'SIZE=1' is not a range such as 'VALUE=1..31'; the names are VALUE, SCALE, PLACES, DECIMALS, LENGTH"
    ),
    ("non-quantity: ( DIGITS&VALUE=5..1 )\n  e.g. 5", "'VALUE=5..1' is empty"),
    ("non-quantity: ( DIGITS&!VALUE=5 )\n  e.g. 5", "'!VALUE=5': write the other range instead"),
    ("define X: DIGITS\ndefine X: WORD", "'X' is defined twice"),
    ("define WORD: DIGITS", "'WORD' is defined twice"),
    ("define word: DIGITS", "a definition has a name in capital letters, such as 'JOIN'"),
    ("define X: X", "unknown condition 'X'"),
    (
      "define X: DIGITS WORD\nnon-quantity: ( X&WORD )\n  e.g. 5",
      "'X' is a sequence; only a definition of one token can be combined with others"
    ),
    ("non-quantity:", "the key has no words"),
    (
      "date: ( day:NUMBER )\n  e.g. 5",
      "a date must have a 'weekday:', a 'year:', or a 'day:' and a 'month:', such as 'year:NUMBER'"
    ),
    (
      "proportion: ( part:NUMBER )\n  e.g. 5",
      "a proportion must have a 'whole:', such as 'whole:NUMBER', and may have a 'part:'"
    ),
    (
      "proportion: ( whole=:NUMBER )\n  e.g. 5",
      "'whole=:NUMBER' must have a number and a colon after '=', as in 'whole=5:\"fifth\"'"
    ),
    (
      "non-quantity: ( " + String(repeating: "[ ", count: 40) + "DIGITS" + String(repeating: " ]", count: 40)
        + " )\n  e.g. 5",
      "groups are nested too deeply"
    ),
  ])
  func refusesAPattern(_ lines: String, _ reason: String) {
    let table = "decimals: .\nunit: one=1\ntime-noun: day\n" + lines
    let faults = readQuantityTable(SourceFile(path: "xx.txt", text: table)).faults
    #expect(faults.map(\.reason) == [reason])
  }

  @Test func addsPatternsToALanguageByItsTableAlone() {
    let table = """
      decimals: .
      unit: one=1 two=2
      define WING: "wing"|"aisle"
      non-quantity: WING ( NUMBER )
        e.g. They met in wing 5.
      not-understood: ( NUMBER "squillion" )
        e.g. It costs 5 squillion. → !
      quantity: "ticket" ( NUMBER ) "euros"
        e.g. A ticket 5 euros. → 5
      non-quantity: "ticket" ( NUMBER )
        e.g. It is ticket 5.
      """
    let (lexicon, faults) = readQuantityTable(SourceFile(path: "xx.txt", text: table))
    let grammar = QuantityGrammar(lexicon)
    #expect(faults.isEmpty)
    let cases: [(String, [String])] = [
      ("in wing 5", []), ("in aisle two", []), ("in hall 5", ["5"]), ("costs 5 squillion", ["!5 squillion"]),
      ("a ticket 5 euros", ["5"]), ("a ticket 5", []),
    ]
    for (text, expected) in cases { #expect(readings(of: text, grammar) == expected, "'\(text)'") }
  }

  /// Each element is tried once at each place, so that no text makes matching slow.
  @Test func readsLongRepetitionsInLinearTime() {
    let grammar = QuantityGrammar(language: "en")
    for part in ["rooms 1, 2 and ", "555-123-", "5 x ", "two two ", "Ana Zorg was ", "from 5 to ", "1 1/2 "] {
      let text = Array(String(repeating: part, count: 2000).utf8)
      let clock = ContinuousClock()
      let time = clock.measure { _ = grammar.read(text) }
      #expect(time < .seconds(10), "'\(part)'")
    }
  }
}
