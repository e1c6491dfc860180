import Testing

@testable import SiteGen

@Suite struct YAMLErrorTests {
  @Test(arguments: [
    ("a: b«»: c", 1), ("a: «@»b", 1), ("a: 1\n«a»: 2\nb: 3", 1), ("a: 1\n«a»: 2\n«a»: 3", 2),
    ("x:\n  - b: 1\n    «b»: 2\ny:\n  b: 1\n  «b»: 2", 2), ("{a: 1, b: {a: 2}, «a»: 3}", 1),
    ("ä: 1\nü: {ö: 1, «ö»: 2}", 1), ("a: «!»!str 1", 1), ("a: «»*x", 1), ("«[»1, 2]: 3", 1), ("a: 1\n«»---\nb: 2", 1),
    ("ä: é \u{1}", 1), ("a: [1, 2«»", 1), ("«»\ta: 1", 1),
  ])
  func findsThePlace(_ marked: String, _ count: Int) {
    let marked = MarkedFile("x.yaml", marked)
    let checked = parseYAML(marked.file, 0..<marked.file.bytes.count)
    #expect(checked.diagnostics.count == count)
    #expect(checked.diagnostics.allSatisfy { $0.rule == .yamlError })
    if !marked.spans.isEmpty {
      let found = checked.diagnostics.map(\.place.span.lowerBound).sorted()
      #expect(found == marked.spans.map(\.lowerBound), "\(checked.diagnostics.map(\.message))")
    }
  }

  @Test func stopsAliasesThatRepeatALongText() {
    let text =
      "a: &a " + String(repeating: "x", count: 9_000) + "\nb: [" + String(repeating: "*a, ", count: 1_000) + "]\n"
    let file = SourceFile(path: "a.yaml", text: text)
    let found = parseYAML(file, 0..<file.bytes.count).diagnostics
    let allowed = grouped(4 * file.bytes.count)
    #expect(
      found.map(\.message) == [
        "the aliases make the text larger than \(allowed) bytes, and the limit is 4 times its size"
      ])
  }

  @Test func stopsAliasesThatMultiply() {
    var yaml = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n"
    for level in 1...9 {
      yaml += "a\(level): &a\(level) [" + (0..<9).map { _ in "*a\(level - 1)" }.joined(separator: ",") + "]\n"
    }
    for end in ["", "*a9 : bomb\n", "? *a9\n: bomb\n", "? [*a9]\n: bomb\n", "{[*a9, *a9]: 1}\n"] {
      let file = SourceFile(path: "x.yaml", text: end.hasPrefix("{") ? yaml + "b: " + end : yaml + end)
      let checked = parseYAML(file, 0..<file.bytes.count)
      #expect(checked.diagnostics.count == 1, "\(checked.diagnostics.map(\.message))")
    }
  }

  // Why an enum: an argument of 100,000 brackets would fill the test log.
  enum Nesting: CaseIterable {
    case brackets, braces, lists, questions, closedBrackets, mappings, deepMappings

    var yaml: String {
      switch self {
      case .brackets: String(repeating: "[", count: 100_000)
      case .braces: String(repeating: "{a: ", count: 5000)
      case .lists: String(repeating: "- ", count: 5000)
      case .questions: String(repeating: "? ", count: 5000)
      case .closedBrackets: String(repeating: "[", count: 150) + String(repeating: "]", count: 150)
      case .mappings: (0..<190).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
      case .deepMappings: (0..<2000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
      }
    }
  }

  @Test(arguments: Nesting.allCases) func stopsNesting(_ nesting: Nesting) {
    let yaml = nesting.yaml
    let file = SourceFile(path: "x.yaml", text: yaml)
    #expect(!parseYAML(file, 0..<file.bytes.count).diagnostics.isEmpty)
  }
}

@Suite struct YAMLPlaceTests {
  /// The marks show the span of the value of `a`, or else of the last value. A verbatim value has a text start.
  @Test(arguments: [
    ("a: «plain words» # comment", true), ("a: \"«quoted»\"", true), ("a: '«quoted»'", true),
    ("a: «\"q\\u0041\"»", false),
    ("a: «'it''s'»", false), ("a: «\"q\\\"\"»", false), ("a: «two\n  lines»\nb: c", false),
    ("a: «\"two\n  lines\"»", false),
    ("a: «|\n  one\n\n  two»\n\nb: c", false), ("a: «>-\n  one\n  two»\nb: c", false), ("ключ: {é: «значение»}", true),
    ("\u{FEFF}a: «x»", true), ("k: 1\r\na: «x y»\r\n", true), ("a: «x\u{301}y»\n", true),
    ("- [1, {a: «2031-05-03»}]", true),
    ("a: &n «x»", true), ("«a»", true), ("a: \"«it's: # fine»\"", true), ("🌊: {b: \"«🌊 40»\"}", true),
    ("k: \"a\u{2028}b\"\na: «x»", true),
  ])
  func findsTheSpanOfAValue(_ text: String, _ isVerbatim: Bool) throws {
    let marked = MarkedFile("x.yaml", text)
    let checked = parseYAML(marked.file, 0..<marked.file.bytes.count)
    #expect(checked.diagnostics.isEmpty)
    let value = try #require(checked.value)
    let scalar = try #require(scalarOfInterest(value))
    let span = try #require(marked.spans.first)
    #expect(marked.file.text(scalar.span) == marked.file.text(span))
    #expect(scalar.span == span)
    #expect(scalar.scalar?.textStart == (isVerbatim ? span.lowerBound : nil))
  }

  @Test func findsTheEndOfListsAndMappings() throws {
    for text in [
      "a: «[x, y, ]»\nb: c", "a: «{b: \"c\"}»\n", "a: «[]»", "a:\n  «- b\n  - c»\nd: e", "a:\n  «b: c\n  d: e»\n",
    ] {
      let marked = MarkedFile("x.yaml", text)
      let value = try #require(parseYAML(marked.file, 0..<marked.file.bytes.count).value)
      #expect(value.pairs?.first?.value.span == marked.spans.first)
    }
  }

  @Test(arguments: [
    "{a b: 1, b: 2, a b: 3, b: 4}", "{b: 1, a b: 2, b: 3, a b: 4}", "a b: {b: 1, a b: 2, b: 1, a b: 3}",
  ])
  func findsRepeatedKeysIfOneKeyContainsAnother(_ text: String) {
    let file = SourceFile(path: "x.yaml", text: text)
    let found = parseYAML(file, 0..<file.bytes.count).diagnostics
    #expect(found.count == 2 && found.allSatisfy { $0.rule == .yamlError }, "\(found.map(\.message))")
  }

  @Test(arguments: [
    ("a:«» # no value", YAMLScalar.Style?.none), ("a: «x» # y", .plain), ("a: «x#y»", .plain),
    ("a: '«x # y»'", .quoted),
    ("a: \"«»\"", .quoted), ("a: «|\n  x»\n", .block), ("a: «>\n  x # y»\n", .block),
  ])
  func findsTheStyleOfAValue(_ text: String, _ style: YAMLScalar.Style?) throws {
    let marked = MarkedFile("x.yaml", text)
    let value = try #require(parseYAML(marked.file, 0..<marked.file.bytes.count).value?.pairs?.first?.value)
    #expect(value.scalar?.style == style)
    #expect(value.span == marked.spans.first)
  }

  @Test func givesAnAliasTheSpanOfItsAnchor() throws {
    let marked = MarkedFile("x.yaml", "a: &n «x»\nb: «[*n, *n]»\nc:\n  «- *n»\nd: y")
    let pairs = try #require(parseYAML(marked.file, 0..<marked.file.bytes.count).value?.pairs)
    #expect(pairs.map(\.value.span).prefix(3).elementsEqual(marked.spans))
    #expect(pairs[1].value.elements?.map(\.span) == [marked.spans[0], marked.spans[0]])
  }

  @Test func findsManyRepeatedKeys() {
    let text = (0..<20_000).map { "k\($0 % 15_000): x\n" }.joined()
    let file = SourceFile(path: "x.yaml", text: text)
    let checked = parseYAML(file, 0..<file.bytes.count)
    #expect(checked.diagnostics.count == 5000)
    #expect(checked.value?.pairs?.count == 15_000)
  }

  @Test func readsAnEmptyValueAsNull() throws {
    let file = SourceFile(path: "x.yaml", text: "a:\nb: ~\nc: null\nd: \"null\"\ne: off\n")
    let pairs = try #require(parseYAML(file, 0..<file.bytes.count).value?.pairs)
    #expect(pairs.map(\.value.isNull) == [true, true, true, false, false])
    #expect(pairs[4].value.scalar?.text == "off")
  }

  @Test(arguments: ["", "# only a comment\n", "   \n"])
  func readsAnEmptyDocument(_ text: String) {
    let file = SourceFile(path: "x.yaml", text: text)
    let checked = parseYAML(file, 0..<file.bytes.count)
    #expect(checked.value == nil && checked.diagnostics.isEmpty)
  }

  private func scalarOfInterest(_ value: YAMLValue) -> YAMLValue? {
    switch value.kind {
    case .mapping(let pairs): (pairs.first { $0.key.value == "a" } ?? pairs.last).flatMap { scalarOfInterest($0.value) }
    case .sequence(let elements): elements.last.flatMap(scalarOfInterest)
    case .scalar: value
    case .null: nil
    }
  }
}

@Suite struct FrontMatterTests {
  @Test(arguments: ["", "title: x\n", "--\n", " ---\na: b\n---\n", "---\ntitle: x\n", "---", "----\na: b\n---\n"])
  func rejectsAFileWithoutFrontMatter(_ text: String) {
    let checked = FrontMatter.find(in: SourceFile(path: "x.md", text: text))
    #expect(checked.value == nil && checked.diagnostics.count == 1)
  }

  @Test(arguments: [
    "---\n«a: b\n»---\nbody", "\u{FEFF}---\r\n«a: b\r\n»---\r\nbody", "---  \n«»---\nbody", "---\n«a: b\n»---",
  ])
  func findsTheYAMLAndTheBody(_ text: String) throws {
    let marked = MarkedFile("x.md", text)
    let found = try #require(FrontMatter.find(in: marked.file).value)
    #expect(found.yaml == marked.spans.first)
    #expect(["body", ""].contains(marked.file.text(found.body..<marked.file.bytes.count)))
  }
}
