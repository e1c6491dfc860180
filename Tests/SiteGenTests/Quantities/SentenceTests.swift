import Testing

@testable import SiteGen

/// The sentences of `Tests/Quantities`, each with its quantities. README.md there explains the files.
@Suite(.long) struct SentenceTests {
  struct Sentence: Sendable {
    let place: String
    let language: String
    let text: String
    let expected: [String]

    /// A line of a table; nil unless it has two or three fields.
    init?(_ line: Substring, _ place: String) {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 2 || fields.count == 3 else { return nil }
      (self.place, language, text) = (place, fields[0], fields[1])
      expected = fields.count == 3 ? fields[2].split(separator: "; ").map(String.init) : []
    }

    /// A description of the reading; nil if it is the expected one.
    func misreading(_ grammar: QuantityGrammar) -> String? {
      let found = readings(of: text, grammar)
      let isEqual = found.elementsEqual(expected) { $0 == $1 || ($1 == "!" && $0.hasPrefix("!")) }
      return isEqual
        ? nil
        : "\(place): '\(text)' is read as \(described(found)), but should be \(described(expected))"
    }

    private func described(_ readings: [String]) -> String {
      readings.isEmpty ? "nothing" : readings.joined(separator: "; ")
    }
  }

  static let languages = ["ar", "de", "en", "es", "fa", "fr", "it", "kk", "pt", "ru", "tr", "uk", "zh"]

  static func sentences(_ name: String) throws -> [Sentence] {
    let file = try fileOfProject("Tests/Quantities/\(name).tsv")
    return try file.contents.split(separator: "\n").enumerated().map { index, line in
      let place = "\(file.path):\(index + 1)"
      return try #require(Sentence(line, place), "\(place): a line must have two or three fields, separated by tabs")
    }
  }

  @Test func hasSentencesForEachTable() throws {
    let tables = try filesOfProject(below: "Sources/SiteGen/Quantities/Languages")
    let names = tables.compactMap { $0.path.split(separator: "/").last?.dropLast(4) }.map(String.init)
    #expect(names == Self.languages, "add the language to SentenceTests and its sentences to Tests/Quantities")
  }

  @Test(arguments: languages) func readsTheSentencesOf(_ language: String) throws {
    let sentences = try Self.sentences(language)
    #expect(sentences.count >= 120)
    #expect(sentences.allSatisfy { $0.language == language })
    let grammar = QuantityGrammar(language: language)
    let wrong = sentences.compactMap { $0.misreading(grammar) }
    #expect(wrong.isEmpty, "\(wrong.count) of \(sentences.count) are misread:\n\(wrong.joined(separator: "\n"))")
  }

  /// Sentences that nobody wrote for this purpose.
  @Test(arguments: ["wikipedia", "real"]) func readsSentencesOfRealTexts(_ name: String) throws {
    let grammar = QuantityGrammar(language: "en")
    let wrong = try Self.sentences(name).compactMap { $0.misreading(grammar) }
    #expect(wrong.isEmpty, "\(wrong.count) are misread:\n\(wrong.joined(separator: "\n"))")
  }

  /// A sentence that has become right belongs in the table of its language, which keeps it right.
  @Test func stillMisreadsTheKnownLimits() throws {
    let sentences = try Self.sentences("known-limits")
    for language in Self.languages {
      let grammar = QuantityGrammar(language: language)
      let right = sentences.filter { $0.language == language && $0.misreading(grammar) == nil }
      let lines = right.map { "\($0.place): '\($0.text)'" }.joined(separator: "\n")
      #expect(right.isEmpty, "these are read correctly now; move them to Tests/Quantities/\(language).tsv:\n\(lines)")
    }
    #expect(sentences.allSatisfy { Self.languages.contains($0.language) })
  }
}

/// What is read in a text, in order: each quantity as it is printed, with "?" in front if it counts only in answers, and
/// "!" in front of words that are not understood.
func readings(of text: String, _ grammar: QuantityGrammar) -> [String] {
  let file = SourceFile(path: "text", text: text)
  let reading = grammar.read(file.bytes)
  let quantities = reading.quantities.map { match in
    (match.span.lowerBound, (match.countsOnlyInAnswers ? "?" : "") + match.quantity.words())
  }
  let others = reading.notUnderstood.map { ($0.lowerBound, "!" + file.text($0)) }
  return (quantities + others).sorted { $0.0 < $1.0 }.map(\.1)
}
