import Foundation
import Testing

@testable import SiteGen

/// The tables of docs/quantities.md, each row a case: the page cannot say what is not so.
@Suite struct QuantityDocsTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let line: Int
    let header: String
    let cells: [String]

    var testDescription: String { "docs/quantities.md:\(line)" }

    func cell(_ index: Int) -> String { index < cells.count ? cells[index] : "" }
  }

  static let grammar = QuantityGrammar(language: "en")

  static let rows: [Row] = {
    let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/quantities.md")
    var rows: [Row] = []
    var header: String?
    for (index, line) in ((try? String(contentsOf: page, encoding: .utf8)) ?? "").split(
      separator: "\n", omittingEmptySubsequences: false
    ).enumerated() {
      guard line.hasPrefix("|") else {
        header = nil
        continue
      }
      let cells = line.dropFirst().dropLast().split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      if let header {
        if !line.hasPrefix("|---") { rows.append(Row(line: index + 1, header: header, cells: cells)) }
      } else {
        header = cells.joined(separator: ", ")
      }
    }
    return rows
  }()

  static func rows(_ headers: String...) -> [Row] { rows.filter { headers.contains($0.header) } }

  @Test func readsEachTableOfThePage() {
    let headers: Set = [
      "text, read as", "class, words before, of 400", "class, words behind, of 400", "words, from", "text, counts",
      "answer, prints", "language, text, read as", "language, text, read as, should be",
      "language, quotation, unit, answer",
    ]
    #expect(Set(Self.rows.map(\.header)) == headers)
    #expect(Self.rows.count > 250)
    let languages = Set(Self.rows("language, text, read as").map { $0.cell(0) })
    #expect(languages.isSuperset(of: SentenceTests.languages.filter { $0 != "en" }))
  }

  @Test(arguments: rows("text, read as"))
  func readsATextAsThePageSays(_ row: Row) {
    check(row.cell(0), row.cell(1), Self.grammar)
  }

  @Test(arguments: rows("language, text, read as"))
  func readsATextOfALanguageAsThePageSays(_ row: Row) {
    check(row.cell(1), row.cell(2), QuantityGrammar(language: row.cell(0)))
  }

  @Test(arguments: rows("language, quotation, unit, answer"))
  func countsASingularAsThePageSays(_ row: Row) throws {
    let match = try #require(row.cell(1).wholeMatch(of: /(.+) \((.+)\)/))
    let found = SingularTests.singular(String(match.1), of: String(match.2), in: row.cell(0))
    #expect(found?.quantity.words() ?? "none" == row.cell(2))
  }

  /// A limit that is gone must not stay on the page.
  @Test(arguments: rows("language, text, read as, should be"))
  func misreadsATextAsThePageSays(_ row: Row) {
    check(row.cell(1), row.cell(2), QuantityGrammar(language: row.cell(0)))
    #expect(row.cell(2) != row.cell(3))
  }

  /// Whether the quantities of a text, and the words that are not understood, are those in bold, and are read as the
  /// page says.
  private func check(_ cell: String, _ expected: String, _ grammar: QuantityGrammar) {
    var text = cell
    for (entity, space) in [("&#8201;", "\u{2009}"), ("&#8239;", "\u{202F}"), ("&#160;", "\u{A0}")] {
      text = text.replacing(entity, with: space)
    }
    let parts = text.components(separatedBy: "**")
    let marked = parts.enumerated().filter { !$0.offset.isMultiple(of: 2) }.map(\.element)
    let file = SourceFile(path: "text", text: parts.joined())
    let reading = grammar.read(file.bytes)
    let quantities = reading.quantities.map { match in
      let words = ([match.quantity] + match.alternatives).map { $0.words() }.joined(separator: " or ")
      return (match.span, words + (match.countsOnlyInAnswers ? " (answers)" : ""))
    }
    let found = (quantities + reading.notUnderstood.map { ($0, "not understood") }).sorted {
      $0.0.lowerBound < $1.0.lowerBound
    }
    #expect(found.map { file.text($0.0) } == marked)
    #expect((found.isEmpty ? "none" : found.map(\.1).joined(separator: "; ")) == expected)
  }

  @Test(arguments: rows("class, words before, of 400", "class, words behind, of 400"))
  func readsEachWordOfAClassAsThePageSays(_ row: Row) {
    let isBefore = row.header.contains("before")
    for words in row.cell(1).components(separatedBy: ", ") {
      let answer = Self.grammar.parseAnswer(isBefore ? words + " 400" : "400 " + words)
      #expect(answer?.words() == row.cell(2), "'\(words)'")
    }
  }

  @Test(arguments: rows("words, from"))
  func boundsAVagueWordAsThePageSays(_ row: Row) throws {
    let quantity = try #require(Self.grammar.parseAnswer(row.cell(0)))
    #expect(quantity.vague?.words == row.cell(0))
    #expect(Quantity.digits(quantity.comparisonBounds.lower) == row.cell(1))
    #expect(quantity.comparisonBounds.upper == .infinity)
  }

  @Test(arguments: rows("text, counts"))
  func namesTheNounAsThePageSays(_ row: Row) throws {
    let file = SourceFile(path: "text", text: row.cell(0))
    let match = try #require(Self.grammar.quantities(in: file.bytes).first)
    #expect(match.noun.map(file.text) ?? "none" == row.cell(1))
  }

  @Test(arguments: rows("answer, prints"))
  func printsAnAnswerAsThePageSays(_ row: Row) {
    let quantity = Self.grammar.parseAnswer(row.cell(0))
    #expect(quantity?.words() ?? "none" == row.cell(1))
    #expect(quantity.flatMap { Self.grammar.parseAnswer($0.words()) } == quantity)
  }
}
