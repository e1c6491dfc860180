import Testing

@testable import SiteGen

/// docs/language-tables.md lists every key and trait of the tables.
@Suite struct LanguageTableDocsTests {
  /// The names in the first column of the page's tables.
  static func names() throws -> [String] {
    try fileOfProject("docs/language-tables.md").contents.split(separator: "\n").compactMap { line in
      guard line.hasPrefix("| `") else { return nil }
      return line.dropFirst(3).split(separator: "`").first.map(String.init)
    }
  }

  @Test func listsEveryKeyAndTraitOnce() throws {
    var known = ["groups", "decimals", "traits", "joined"]
    known += ["before CLASS", "after CLASS", "currency NAME", "nouns KIND"]
    known += WordRole.named.keys
    known += LanguageTraits.named.keys
    known += QuantityLexicon.PhraseKind.allCases.map(\.rawValue)
    #expect(try Self.names().sorted() == known.sorted())
  }
}
