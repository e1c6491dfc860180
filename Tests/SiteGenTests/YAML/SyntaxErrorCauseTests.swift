import Testing

@testable import SiteGen

@Suite("Causes of syntax errors in YAML") struct SyntaxErrorCauseTests {
  /// A mark around the character that the diagnostic points at, and the text that the fix makes.
  @Test(
    arguments: [
      ("asks:«\u{A0}»How many?\nlabel: x", "asks: How many?\nlabel: x", "write a plain space"),
      ("a:\n  asks:«\u{A0}» How?\n  label: x", "a:\n  asks:  How?\n  label: x", "write a plain space"),
      ("a:\n«\u{3000}»b: 1\n c: 2", "a:\n b: 1\n c: 2", nil),
      ("a:\n  b: 1\n «\u{A0}»c: 2", "a:\n  b: 1\n  c: 2", "write a plain space"),
      ("a:\n  -«\u{202F}»b: 1\n    c: 2", "a:\n  - b: 1\n    c: 2", "write a plain space"),
      ("ti«\u{200B}»tle: x\nb: y", "title: x\nb: y", "delete it"),
      ("title«\u{A0}»: x\nb: y", "title : x\nb: y", "write a plain space"),
      ("title: «*»important*", "title: \"*important*\"", "write \"*important*\""),
      ("title: «**»", "title: \"**\"", nil),
      ("title: «*»important", "title: \"*important\"", "write \"*important\""),
      ("- «*»a* b\n- c", "- \"*a* b\"\n- c", "write \"*a* b\""),
      ("title: «@»town", "title: \"@town\"", "write \"@town\""),
      ("title: «`»code`", "title: \"`code`\"", "write \"`code`\""),
      ("title: «%»full", "title: \"%full\"", "write \"%full\""),
      ("summary: «[»14 houses](question:a) fell\nb: c", "summary: \"[14 houses](question:a) fell\"\nb: c", nil),
      ("title: «\"»A\" and \"B\"\nb: c", "title: \"\\\"A\\\" and \\\"B\\\"\"\nb: c", nil),
      (
        "title: Houses«»: what was lost\nb: c", "title: \"Houses: what was lost\"\nb: c",
        "write \"Houses: what was lost\""
      ),
      ("- quote: He said«»: no", "- quote: \"He said: no\"", "write \"He said: no\""),
    ] as [(String, String, String?)])
  func pointsAtTheCharacter(_ marked: String, _ fixed: String, _ remedy: String?) throws {
    let marked = MarkedFile("a.yaml", marked)
    let found = parseYAML(marked.file, 0..<marked.file.bytes.count).diagnostics
    #expect(found.map(\.rule) == [.yamlError], "\(found.map(\.message))")
    let first = try #require(found.first)
    #expect(first.place.span.lowerBound == marked.spans.first?.lowerBound, "\(first.message)")
    if let remedy { #expect(first.remedy == remedy) }
    guard let fix = first.fix else {
      // An alias without a name has no fix.
      #expect(first.remedy != nil)
      return
    }
    var bytes = marked.file.bytes
    bytes.replaceSubrange(fix.place.span, with: fix.replacement.utf8)
    #expect(String(decoding: bytes, as: UTF8.self) == fixed)
    let again = parseYAML(SourceFile(path: "a.yaml", bytes: bytes), 0..<bytes.count)
    #expect(again.diagnostics.isEmpty, "\(again.diagnostics.map(\.message))")
  }

  @Test(
    "proposes quotation marks only if they solve the problem",
    arguments: [
      "a: [1, 2\nb: c", "a: \"open\nb: c", "a: Houses: what\n  was lost\nb: c", "a: {b: c: d}\ne: f", "\ta: 1",
    ])
  func proposesNothingElse(_ text: String) {
    let file = SourceFile(path: "a.yaml", text: text)
    let found = parseYAML(file, 0..<file.bytes.count).diagnostics
    #expect(found.count == 1 && found.allSatisfy { $0.fix == nil }, "\(found.map(\.message))")
  }

  @Test(arguments: [
    "title: Flood\u{A0}in town", "title: Bilan\u{A0}:rien", "title: «\u{A0}Crue\u{A0}»", "t: \"a:\u{A0}b\"",
    "t: |\n  a:\u{A0}b\n  c: d", "t: 'x' # a:\u{A0}b", "\"a\u{A0}b\": c",
  ])
  func acceptsNoBreakSpacesInValues(_ text: String) {
    let file = SourceFile(path: "a.yaml", text: text)
    #expect(parseYAML(file, 0..<file.bytes.count).diagnostics.map(\.message) == [])
  }

  @Test(arguments: [
    ("published: 2031-05-04", "published: 2031-05-04\u{A0}", "write 2031-05-04"),
    ("published_basis: stated", "published_basis: \u{200B}stated", "write stated"),
    ("fidelity: original", "fidelity:  origi\u{AD}nal", "write original"),
  ])
  func readsValuesWithoutThem(_ good: String, _ bad: String, _ remedy: String) throws {
    let site = try #require(ExampleSite.site([.replace(RuleExample.card, good, bad)]))
    let found = buildSite(site).diagnostics.filter { $0.severity == .error }
    #expect(found.map(\.rule) == [.wrongValue] && found.first?.remedy == remedy, "\(found.map(\.message))")
  }

  @Test("says what is wrong where a mapping is text")
  func explainsAMappingOfOneKey() throws {
    let site = try #require(
      ExampleSite.site([.replace("sitegen.yaml", "  longest: 60\n  share: 100%", "  share:\u{A0}100%")]))
    let found = buildSite(site).diagnostics
    #expect(found.map(\.message) == ["U+00A0 (no-break space) after 'share:' is no space in YAML"])
  }

  @Test("reads a file whose first error stands before a character that passes for a space")
  func readsAnErrorBeforeALookalike() {
    let file = SourceFile(path: "a.yaml", text: "\u{1E}a {{b\u{200D}c\n")
    #expect(parseYAML(file, 0..<file.bytes.count).diagnostics.map(\.rule) == [.yamlError])
  }
}
