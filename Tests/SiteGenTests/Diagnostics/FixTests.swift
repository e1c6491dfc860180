import Testing

@testable import SiteGen

/// A wrong passage in place of one of the example site, and the expected replacement of its fix.
private struct Broken: CustomTestStringConvertible, Sendable {
  var path: String
  var passage: String
  var instead: String
  var rule: Rule
  var replacement: String

  var testDescription: String { "\(rule.id): \(instead)" }
}

private let card = RuleExample.card
private let note = RuleExample.note
private let topic = RuleExample.topic

@Suite struct FixTests {
  private static let table: [Broken] = [
    // A dropped qualifier, in every YAML style.
    Broken(
      path: card, passage: "answer: more than 3,800", instead: "answer: 3,800", rule: .answerNotInQuote,
      replacement: "\"more than 3,800\""),
    Broken(
      path: card, passage: "answer: more than 3,800", instead: "answer: \"3,800\"", rule: .answerNotInQuote,
      replacement: "more than 3,800"),
    Broken(
      path: card, passage: "answer: more than 3,800", instead: "answer: '3,800'", rule: .answerNotInQuote,
      replacement: "more than 3,800"),
    Broken(
      path: card, passage: "answer: more than 3,800", instead: "answer: >-\n      about\n      3,800",
      rule: .answerNotInQuote, replacement: "\"more than 3,800\""),
    Broken(
      path: card, passage: "answer: more than 3,800", instead: "answer: about\n      3,800", rule: .answerNotInQuote,
      replacement: "\"more than 3,800\""),
    Broken(
      path: card, passage: "answer: \"60\"", instead: "answer: about 60", rule: .answerNotInQuote, replacement: "60"),
    Broken(
      path: card, passage: "answer: \"60\"", instead: "answer: 60 houses", rule: .unknownAnswer, replacement: "60"),
    Broken(
      path: card, passage: "answer: closed", instead: "answer: closde", rule: .unknownAnswer, replacement: "closed"),
    Broken(
      path: card, passage: "quote: \"14 houses were lost\"", instead: "quote: \"14 Houses were lost\"",
      rule: .quoteNotFound, replacement: "14 houses were lost"),
    Broken(
      path: card, passage: "quote: \"14 houses were lost\"", instead: "quote: 14 houses were los", rule: .quoteNotFound,
      replacement: "14 houses were lost"),
    Broken(
      path: card, passage: "quote: \"14 houses were lost\"", instead: "quote: “14 houses were lost”",
      rule: .quoteNotFound, replacement: "14 houses were lost"),
    Broken(
      path: card, passage: "quote: \"The river rose on Saturday, 3 May.\"",
      instead: "quote: 'The river rose on Saturday - 3 May.'", rule: .quoteNotFound,
      replacement: "The river rose on Saturday, 3 May."),
    Broken(
      path: note, passage: "\"14 houses were lost\"", instead: "\"14 houses, were lost\"", rule: .quoteNotFound,
      replacement: "14 houses were lost"),
    Broken(
      path: card, passage: "question: houses-lost", instead: "question: houses-lots", rule: .unknownQuestion,
      replacement: "houses-lost"),
    Broken(
      path: card, passage: "said_by: mayor", instead: "said_by: \"mayr\"", rule: .unknownSpeaker, replacement: "mayor"),
    Broken(
      path: card, passage: "seed: mayor.txt", instead: "seed: mayr.txt", rule: .sourceWithoutSeed,
      replacement: "mayor.txt"),
    Broken(path: card, passage: "quote: \"14", instead: "qoute: \"14", rule: .unknownKey, replacement: "quote"),
    Broken(
      path: card, passage: "fidelity: original", instead: "fidelity: orignal", rule: .wrongValue,
      replacement: "original"),
    Broken(
      path: card, passage: "published: 2031-05-04", instead: "published: 4 May 2031", rule: .wrongValue,
      replacement: "2031-05-04"),
    Broken(
      path: card, passage: "published: 2031-05-04", instead: "published: \"May 4th, 2031\"", rule: .wrongValue,
      replacement: "2031-05-04"),
    Broken(
      path: "Content/speakers.yaml", passage: "kind: government", instead: "kind: goverment", rule: .wrongValue,
      replacement: "government"),
    Broken(
      path: note, passage: "source:2031-05-04-mayor", instead: "source:2031-05-04-major", rule: .unknownSource,
      replacement: "2031-05-04-mayor"),
    Broken(
      path: note, passage: "[](question:houses-lost)", instead: "[](question:house-lost)", rule: .unknownQuestion,
      replacement: "houses-lost"),
    Broken(path: note, passage: "houses.md#", instead: "house.md#", rule: .brokenLink, replacement: "houses.md"),
    Broken(
      path: note, passage: "#by-the-river", instead: "#by-teh-river", rule: .brokenLink, replacement: "by-the-river"),
    Broken(
      path: note, passage: "[](question:houses-lost) houses", instead: "[12](question:houses-lost) houses",
      rule: .staleNumber, replacement: "14"),
    Broken(
      path: note, passage: "The flood took [14 houses](question:houses-lost).", instead: "The flood took 14 houses.",
      rule: .unsourcedNumber, replacement: "[14 houses](question:houses-lost)"),
    Broken(
      path: note, passage: "The flood took [14 houses](question:houses-lost).", instead: "**More than 3,800** left.",
      rule: .unsourcedNumber, replacement: "[More than 3,800](question:homes-left)"),
  ]

  @Test(arguments: table)
  private func fixesTheProblem(_ broken: Broken) throws {
    let site = try #require(ExampleSite.site([.replace(broken.path, broken.passage, broken.instead)]))
    let found = buildSite(site).diagnostics
    #expect(found.map(\.rule) == [broken.rule], "\(formatted(found, as: .text))")
    let edit = found.first?.fix
    let fix = try #require(edit)
    #expect(fix.replacement == broken.replacement)
    let fixed = site.map { $0.path == fix.place.file.path ? applied(fix, to: $0) : $0 }
    #expect(formatted(buildSite(fixed).diagnostics, as: .text) == "")
  }

  /// Cases in which the author must decide, or an edit would be misread.
  @Test(arguments: [
    Broken(path: card, passage: "said_by: mayor", instead: "said_by: firemen", rule: .unknownSpeaker, replacement: ""),
    Broken(path: card, passage: "answer: \"60\"", instead: "answer: \"61\"", rule: .answerNotInQuote, replacement: ""),
    Broken(
      path: card, passage: "\"14 houses were lost\"", instead: "\"14 houses were found\"", rule: .quoteNotFound,
      replacement: ""),
    Broken(
      path: note, passage: "The **old** bridge", instead: "[14 houses](houses.md) and the bridge",
      rule: .unsourcedNumber, replacement: ""),
    Broken(
      path: note, passage: "title: The river", instead: "title: The river\nsummary: 14 houses", rule: .unsourcedNumber,
      replacement: ""),
    Broken(
      path: note, passage: "The flood took [14 houses](question:houses-lost).", instead: "The flood took 15 houses.",
      rule: .unsourcedNumber, replacement: ""),
  ])
  private func offersNoFix(_ broken: Broken) throws {
    let found = buildSite(try #require(ExampleSite.site([.replace(broken.path, broken.passage, broken.instead)])))
      .diagnostics
    #expect(found.map(\.rule) == [broken.rule], "\(formatted(found, as: .text))")
    #expect(found.first?.fix?.replacement == nil)
  }

  @Test(arguments: [
    ("a: «x»", "say \"no\"", "\"say \\\"no\\\"\""), ("a: \"«x»\"", "say \"no\"", "say \\\"no\\\""),
    ("a: '«x»'", "don’t", "don’t"),
    ("a: '«x»'", "don't", "\"don't\""), ("a: «x»", "null", "\"null\""), ("a: «x»", "- b", "\"- b\""),
    ("a: «x»", "b: c", "\"b: c\""), ("a: «x»", "b # c", "\"b # c\""), ("a: «x»", "é 1", "é 1"),
    ("a: «x»", "a\\b", "\"a\\\\b\""),
    ("[«x», y]", "a, b", "\"a, b\""), ("a: «|\n  x»", "b", "b"), ("«»", "b", "b"), ("a: «x»", "", "\"\""),
  ])
  func writesAScalarThatReadsBack(_ marked: String, _ text: String, _ written: String) throws {
    let file = MarkedFile("a.yaml", marked)
    let fix = Fix(scalarAt: Place(file.file, try #require(file.spans.first)), text)
    #expect(fix.replacement == written)
    let written = applied(fix, to: file.file)
    let value = parseYAML(written, 0..<written.bytes.count).value
    let first = value?.pairs?.first?.value ?? value?.elements?.first ?? value
    #expect(first?.scalar?.text == text)
  }
}

/// The file after the edit.
private func applied(_ fix: Fix, to file: SourceFile) -> SourceFile {
  var bytes = file.bytes
  bytes.replaceSubrange(fix.place.span, with: Array(fix.replacement.utf8))
  return SourceFile(path: file.path, bytes: bytes)
}
