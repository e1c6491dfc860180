import Testing

@testable import SiteGen

@Suite("Values that a '#' cuts") struct HashCutsValueTests {
  /// A file with marks around the text that is cut off, and the value in the remedy; nil if the value is unclear.
  @Test(
    arguments: [
      ("title: Order «#5 restored»", "\"Order #5 restored\""),
      ("title: Order «#5 restored» # checked", "\"Order #5 restored\""),
      ("title: Order\t «#5»  ", "\"Order\\t #5\""),
      ("title: Order «##»", "\"Order ##\""),
      ("title: Order «#(5)»\nother: x", "\"Order #(5)\""),
      ("title: 14 «#1 priority»\r\nother: x\r\n", "\"14 #1 priority\""),
      ("\u{FEFF}title: Order «#5»", "\"Order #5\""),
      ("title: Größe «#größer»", "\"Größe #größer\""),
      ("title: say \"no\" «#5 \\ 6»", "\"say \\\"no\\\" #5 \\\\ 6\""),
      ("title: it's «#5's»", "\"it's #5's\""),
      ("title: Order, [and] «#5, #6»", "\"Order, [and] #5, #6\""),
      ("title: The\n  order «#5»\nother: x", "\"The order #5\""),
      ("title: &a Order «#5»", "\"Order #5\""),
      ("title: &a Order «#5»\nother: *a", "\"Order #5\""),
      ("a:\n  b:\n    - c: Order «#5»", "\"Order #5\""),
      ("- Order «#5»\n- b", "\"Order #5\""),
      ("a: [b, c «#5»\n]", "\"c #5\""),
      ("a: {b: c «#5»\n}", "\"c #5\""),
      ("a: [b, c «#5, d]»\n]", nil),
      ("a:\n  - [b «#5]»\n  ]", nil),
    ] as [(String, String?)])
  func reportsThem(_ marked: String, _ written: String?) throws {
    let marked = MarkedFile("a.yaml", marked)
    let found = parseYAML(marked.file, 0..<marked.file.bytes.count)
    let (expected, places) = marked.compared([.hashCutsValue], sortedForPrinting(found.diagnostics))
    #expect(places == expected)
    let remedy = written.map { "write \($0)" } ?? "put quotation marks around the whole value"
    #expect(found.diagnostics.first?.remedy == remedy + "; if it is a comment, put a space after '#'")
    #expect(found.diagnostics.first?.fix?.replacement == written)
    guard let fix = found.diagnostics.first?.fix else { return }
    var bytes = marked.file.bytes
    bytes.replaceSubrange(fix.place.span, with: fix.replacement.utf8)
    let fixed = SourceFile(path: "a.yaml", bytes: bytes)
    #expect(parseYAML(fixed, 0..<bytes.count).diagnostics.isEmpty, "\(fixed.contents)")
  }

  @Test(
    arguments: [
      "title: Order # restored", "title: Order #", "title: Order #\tx", "title: Order # see #5", "# title: Order #5",
      "title: Order\n#5 restored", "title: Order\n  #5\n", "title: \"Order #5\"", "title: 'Order #5'",
      "title: \"Order\" #5", "title: 'Order' #5", "title: |\n  Order #5\n  #6\n", "title: > #5\n  Order #5\n",
      "title: https://example.org/a#b", "title: C#5", "title: a#", "#5", "title: #5 restored",
      "title: ~ #5", "titles: #5\n  - a", "title: &a #5\n  Order", "- [a, b] #5\n- {c: d} #5", "a: &b \"c\"\nd: *b #5",
      "? a #5\n: b",
    ])
  func acceptsCommentsAndOtherValues(_ text: String) {
    let file = SourceFile(path: "a.yaml", text: text)
    let found = parseYAML(file, 0..<file.bytes.count).diagnostics.filter { $0.rule == .hashCutsValue }
    #expect(found.isEmpty, "\(text)")
  }

  @Test("checks every file that is read as YAML")
  func checksEveryFile() throws {
    let strings = try fileOfProject("Templates/strings.en.yaml").contents
    let site = try #require(
      ExampleSite.site([
        .replace("sitegen.yaml", "title: The flood of Marnow", "title: The flood #1 of Marnow"),
        .replace(RuleExample.card, "title: Marnow counts its losses", "title_by: editor\ntitle: Order #5"),
        .replace(RuleExample.note, "title: The river", "title: River #2"),
        .replace("Content/speakers.yaml", "name: Mayor of Marnow", "name: Mayor #1"),
        .write("Templates/strings.en.yaml", strings.replacing("search: Search\n", with: "search: Search #all\n")),
      ]))
    var builder = Builder()
    let found = builder.build(site).diagnostics.map { "\($0.place.file.path) \($0.rule.id)" }
    let files = [
      RuleExample.note, RuleExample.card, "Content/speakers.yaml", "Templates/strings.en.yaml", "sitegen.yaml",
    ]
    #expect(found.sorted() == files.map { "\($0) hash-cuts-value" }.sorted())
  }
}
