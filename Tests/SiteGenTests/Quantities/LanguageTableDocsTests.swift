import Testing

@testable import SiteGen

/// docs/language-tables.md lists every key and trait of the tables, and every name in patterns.
@Suite struct LanguageTableDocsTests {
  /// The names in the first column of the page's tables.
  static func names() throws -> [String] {
    try fileOfProject("docs/language-tables.md").contents.split(separator: "\n").compactMap { line in
      guard line.hasPrefix("| `") else { return nil }
      return line.dropFirst(3).split(separator: "`").first.map(String.init)
    }
  }

  @Test func listsEveryNameOnce() throws {
    var known = ["groups", "decimals", "traits", "joined", "designator-ending"]
    known += ["before CLASS", "after CLASS", "bound CLASS", "currency NAME", "nouns KIND"]
    known += WordRole.named.keys
    known += ClauseWords.Roles.named.keys
    known += LanguageTraits.named.keys
    known += QuantityPattern.Outcome.allCases.filter { $0.qualifier == nil }.map(\.rawValue)
    known += ["quantity CLASS", "define NAME"]
    known += ["@answers", "@only-answers", "@ages", "@words", "@articles"]
    known += ["NUMBER", "FIGURE", "ANY", "QUALIFIERS", "QUALIFIER"]
    known += TokenTest.kinds.keys
    known += TokenTest.flags.keys
    known += TokenTest.Facts.named.keys
    known += TokenTest.Measure.allCases.map(\.rawValue)
    known += QuantityLexicon.PhraseKind.allCases.map(\.rawValue)
    #expect(try Self.names().sorted() == known.sorted())
  }
}
