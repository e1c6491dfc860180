import Testing

@testable import SiteGen

@Suite struct TemplateRenderingTests {
  struct Reading: Sendable {
    var title = "Flood & \"storm\" <1998>'s"
    var subtitle: String?
    var body = HTML(Array("<em>body</em>".utf8))
    var href = "sources/über uns.html?a=1&b='2'"
    var bad = "javascript:alert(1)"
    var current = true
    var data = EmbeddedJSON(Array(#"{"a":"</script>&\#u{2028}"}"#.utf8))
    var tags = ["one", "two & three"]
    var items = [Item(name: "first", link: "a.html"), Item(name: "second", link: nil)]
    var author: Item? = Item(name: "Ann", link: "mailto:ann@example.org")
    var nobody: Item?
  }

  struct Item: Sendable {
    let name: String
    let link: String?

    static let fields = Fields<Item>([.text("name") { $0.name }, .address("link") { $0.link }])
  }

  struct Frame: Sendable {
    let site: String

    static let fields = Fields<Frame>([.text("site") { $0.site }, .text("title") { _ in "the frame's" }])
  }

  static let fields = Fields<Reading>([
    .all(Frame.fields) { _ in Frame(site: "Floods") },
    .text("title") { $0.title }, .text("subtitle") { $0.subtitle }, .markup("body") { $0.body },
    .address("href") { $0.href }, .address("bad") { $0.bad }, .flag("current") { $0.current },
    .json("data") { $0.data }, .texts("tags") { $0.tags }, .list("items", Item.fields) { $0.items },
    .record("author", Item.fields) { $0.author }, .record("nobody", Item.fields) { $0.nobody },
  ])

  struct Case: Sendable, CustomTestStringConvertible {
    let template: String
    let expected: String
    var others: [String: String] = [:]

    init(_ template: String, _ expected: String, others: [String: String] = [:]) {
      self.template = template
      self.expected = expected
      self.others = others
    }

    var testDescription: String { template }
  }

  static let mustache: [Case] = [
    Case("{{title}}", "Flood &amp; &quot;storm&quot; &lt;1998&gt;'s"),
    Case("{{ title }}|{{site}}", "Flood &amp; &quot;storm&quot; &lt;1998&gt;'s|Floods"),
    Case("[{{subtitle}}{{#subtitle}}x{{/subtitle}}{{^subtitle}}none{{/subtitle}}]", "[none]"),
    Case("{{{body}}}{{& body}}{{&body}}", "<em>body</em><em>body</em><em>body</em>"),
    Case("{{#current}}yes{{/current}}{{^current}}no{{/current}}", "yes"),
    Case("{{#tags}}({{.}}){{/tags}}", "(one)(two &amp; three)"),
    Case("{{#items}}{{name}}{{#link}}→{{.}}{{/link}} {{site}};{{/items}}", "first→a.html Floods;second Floods;"),
    Case("{{#author}}{{name}}{{/author}}{{author.name}}[{{nobody.name}}]", "AnnAnn[]"),
    Case("{{^nobody.name}}nobody{{/nobody.name}}{{#author.link}}!{{/author.link}}", "nobody!"),
    Case("a{{! a comment\n with }} lines {{!}}b", "a lines b"),
    Case("{{=<% %>=}}<%site%> {{site}} <%={{ }}=%>{{site}}", "Floods {{site}} Floods"),
    Case("<ul>\n  {{#items}}\n  <li>{{name}}\n  {{/items}}\n</ul>\n", "<ul>\n  <li>first\n  <li>second\n</ul>\n"),
    Case("<ul>\r\n{{#items}}\r\n- {{name}}\r\n{{/items}}\r\n</ul>", "<ul>\r\n- first\r\n- second\r\n</ul>"),
    Case(
      "<div>\n  {{> part}}\n</div>", "<div>\n  <p>\n    Floods\n  </p>\n</div>",
      others: ["part": "<p>\n  {{site}}\n</p>\n"]),
    Case("x {{> part}} y", "x Floods y", others: ["part": "{{site}}"]),
    Case(
      "{{< base}}\n{{$ main}}\n<p>{{site}}</p>\n{{/ main}}\n{{/ base}}\n",
      "<main>\n  <p>Floods</p>\n</main>\n<footer>F</footer>\n",
      others: ["base": "<main>\n  {{$ main}}\n  {{/ main}}\n</main>\n<footer>{{$ foot}}F{{/ foot}}</footer>\n"]),
    Case(
      "{{<middle}}{{$title}}mine{{/title}}{{/middle}}", "[mine|middle]",
      others: [
        "middle": "{{<base}}{{$title}}middle's{{/title}}{{$main}}middle{{/main}}{{/base}}",
        "base": "[{{$title}}{{/title}}|{{$main}}{{/main}}]",
      ]),
    Case(
      "{{<base}}{{$title}}outer{{/title}}{{$main}}{{<box}}{{$title}}inner{{/title}}{{/box}}{{/main}}{{/base}}",
      "outer: (inner)", others: ["base": "{{$title}}{{/title}}: {{$main}}{{/main}}", "box": "({{$title}}{{/title}})"]),
    Case(
      "{{<box}}{{$in}}{{<box}}{{$in}}x{{/in}}{{/box}}{{/in}}{{/box}}", "((x))", others: ["box": "({{$in}}{{/in}})"]),
    Case("{{#author}}{{>part}}{{/author}}", "<b>Ann</b> of Floods", others: ["part": "<b>{{name}}</b> of {{site}}"]),
    Case("\u{FEFF}{{site}}", "Floods"),
  ]

  static let places: [Case] = [
    Case("<p title=\"{{title}}\">", "<p title=\"Flood &amp; &quot;storm&quot; &lt;1998&gt;&#39;s\">"),
    Case("<p title='{{site}} {{title}}'>", "<p title='Floods Flood &amp; &quot;storm&quot; &lt;1998&gt;&#39;s'>"),
    Case("<title>{{title}}</title>", "<title>Flood &amp; &quot;storm&quot; &lt;1998&gt;'s</title>"),
    Case("<a href=\"{{href}}\">", "<a href=\"sources/%C3%BCber%20uns.html?a=1&amp;b=&#39;2&#39;\">"),
    Case("<a href=\"{{bad}}\">", "<a href=\"#\">"),
    Case("<a href=\"../{{bad}}\">", "<a href=\"../#\">"),
    Case("<a href=\"?q={{bad}}\">", "<a href=\"?q=javascript%3Aalert%281%29\">"),
    Case("<a href=\"#{{site}}\">", "<a href=\"#Floods\">"),
    Case("<a href=\"sources/{{title}}.html\">", "<a href=\"sources/Flood%20%26%20%22storm%22%20%3C1998%3E%27s.html\">"),
    Case("<a href=\"java{{bad}}\">", "<a href=\"java#\">"),
    Case("<a href=\"https://example.org/{{site}}\">", "<a href=\"https://example.org/Floods\">"),
    Case(
      "<a href=\"{{#current}}{{href}}{{/current}}{{^current}}#{{/current}}\">x</a>",
      "<a href=\"sources/%C3%BCber%20uns.html?a=1&amp;b=&#39;2&#39;\">x</a>"),
    Case("<a{{#current}} aria-current=\"page\"{{/current}} href=\"#\">", "<a aria-current=\"page\" href=\"#\">"),
    Case("<details {{#current}}open{{/current}}>", "<details open>"),
    Case("<details{{#current}} open{{/current}}>{{site}}", "<details open>Floods"),
    Case("<li class=\"a{{#current}} b{{/current}}\">{{site}}</li>", "<li class=\"a b\">Floods</li>"),
    Case(
      "<meta property=\"og:url\" content=\"{{href}}\">",
      "<meta property=\"og:url\" content=\"sources/%C3%BCber%20uns.html?a=1&amp;b=&#39;2&#39;\">"),
    Case("<p>{{href}}</p>", "<p>sources/über uns.html?a=1&amp;b='2'</p>"),
    Case(
      "<script type=\"application/ld+json\">{\"n\":\"{{title}}\"}</script>{{site}}",
      "<script type=\"application/ld+json\">{\"n\":\"Flood \\u0026 \\\"storm\\\" \\u003c1998\\u003e's\"}</script>Floods"
    ),
    Case(
      "<script type='application/ld+json'>{{{data}}}</script>",
      "<script type='application/ld+json'>{\"a\":\"\\u003c/script\\u003e\\u0026\\u2028\"}</script>"),
    Case("<!-- <p {{! no value }} --> {{site}}", "<!-- <p  --> Floods"),
    Case("<style>a > b { c: \"</p>\" }</style>{{site}}", "<style>a > b { c: \"</p>\" }</style>Floods"),
    Case("1 < 2 {{site}}", "1 < 2 Floods"),
  ]

  @Test(arguments: mustache + places)
  func renders(_ test: Case) throws {
    let files =
      [SourceFile(path: "main.mustache", text: test.template)]
      + test.others.keys.sorted().map { SourceFile(path: "\($0).mustache", text: test.others[$0] ?? "") }
    let set = TemplateSet.parsing(files)
    let compiled = set.value.compile(template: "main.mustache", Self.fields.schema)
    #expect((set.diagnostics + compiled.diagnostics).map(\.message) == [])
    let ready = try #require(compiled.value)
    var output: [UInt8] = []
    ready.render(Self.fields.record(of: Reading()), into: &output)
    #expect(String(decoding: output, as: UTF8.self) == test.expected)
  }

  @Test func rendersNothingForMissingSlots() throws {
    let set = TemplateSet.parsing([SourceFile(path: "main.mustache", text: "[{{title}}{{author.name}}{{{body}}}]")])
    let compiled = try #require(set.value.compile(template: "main.mustache", Self.fields.schema).value)
    #expect(String(decoding: compiled.html(Record()).bytes, as: UTF8.self) == "[]")
  }

  @Test func listsItsFiles() throws {
    let set = TemplateSet.parsing([
      SourceFile(path: "t/main.mustache", text: "{{<base}}{{$a}}{{>part}}{{/a}}{{/base}}"),
      SourceFile(path: "t/part.mustache", text: ""), SourceFile(path: "t/other.mustache", text: ""),
      SourceFile(path: "t/base.mustache", text: "{{$a}}{{/a}}"),
    ])
    let compiled = try #require(set.value.compile(template: "main.mustache", Self.fields.schema).value)
    #expect(compiled.files == ["t/base.mustache", "t/main.mustache", "t/part.mustache"])
  }
}
