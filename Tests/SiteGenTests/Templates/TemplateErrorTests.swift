import Testing

@testable import SiteGen

/// Templates with one mistake each. `«…»` marks its place.
@Suite struct TemplateErrorTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    let template: String
    let message: String
    var remedy: String?
    var others: [String: String] = [:]

    init(_ template: String, _ message: String, _ remedy: String? = nil, others: [String: String] = [:]) {
      self.template = template
      self.message = message
      self.remedy = remedy
      self.others = others
    }

    var testDescription: String { template }
  }

  static let schema = Schema([
    .init("title", .text), .init("body", .markup), .init("href", .address), .init("current", .flag),
    .init("data", .json), .init("tags", .texts),
    .init("items", .list(Schema([.init("name", .text), .init("link", .address)]))),
    .init("author", .record(Schema([.init("name", .text), .init("mail", .address)]))),
  ])

  static let tags: [Mistake] = [
    Mistake("<p>«{{»title</p>", "the tag is not closed", "close it with '}}'"),
    Mistake("<p>«{{»title</p>\n{{title}}", "the tag is not closed", "close it with '}}'"),
    Mistake("«{{»{{title}}", "the tag is not closed", "close it with '}}}'"),
    Mistake("«{{»{{{{{{{{{{", "the tag is not closed", "close it with '}}}'"),
    Mistake("{{=<% %>=}}«<%»<%<%title", "the tag is not closed", "close it with '%>'"),
    Mistake("«{{»{body}}", "the tag is not closed", "close it with '}}}'"),
    Mistake("{{«two words»}}", "a name in a tag cannot contain spaces"),
    Mistake("«{{}}»", "the tag has no name"),
    Mistake("«{{# }}»", "the tag has no name"),
    Mistake("«{{=<%=}}»", "delimiters must be two words without '='", "write them as '{{=<% %>=}}'"),
    Mistake("a\n«{{#current}}»\nb", "'#current' is not closed", "close it with '/current'"),
    Mistake("{{#current}}«{{#items}}»{{/current}}", "'#items' is not closed", "close it with '/items'"),
    Mistake("{{#current}}«{{#items}}»{{/current}}{{/items}}", "'#items' is not closed", "close it with '/items'"),
    Mistake(
      "{{#current}}{{#items}}{{/items}}{{/current}}«{{/items}}»", "'/items' has no matching opening tag"),
    Mistake("a «{{/current}}»", "'/current' has no matching opening tag"),
    Mistake("{{#current}}«{{/curent}}»", "'/curent' has no matching opening tag", "close '#current' with '/current'"),
    Mistake(
      "{{<base}}«{{title}}»{{/base}}", "only blocks have an effect inside a parent", "put 'title' into a block",
      others: ["base": "x"]),
    Mistake(
      "{{<base}}{{$a}}1{{/a}}{{$«a»}}2{{/a}}{{/base}}", "block 'a' appears twice in the parent",
      others: ["base": "{{$a}}{{/a}}"]),
    Mistake(
      String(repeating: "{{#current}}", count: 60) + "«{{#current}}»" + String(repeating: "{{/current}}", count: 61),
      "tags are nested 61 deep, but the limit is 60",
      "nest them less, or raise 'template_depth' under 'limits' in sitegen.yaml"),
  ]

  static let names: [Mistake] = [
    Mistake("{{«titel»}}", "unknown key 'titel'", "did you mean 'title'?"),
    Mistake("{{«something»}}", "unknown key 'something'"),
    Mistake("{{#«itmes»}}{{name}}{{/itmes}}", "unknown key 'itmes'", "did you mean 'items'?"),
    Mistake("{{^«itmes»}}none{{/itmes}}", "unknown key 'itmes'", "did you mean 'items'?"),
    Mistake("{{«name»}}{{#items}}{{name}}{{/items}}", "unknown key 'name'"),
    Mistake("{{«author.nmae»}}", "unknown key 'nmae' of 'author'", "did you mean 'name'?"),
    Mistake("{{«title.name»}}", "'title' is text, which has no keys"),
    Mistake("{{«author..name»}}", "a dotted name must have a name on each side of every dot"),
    Mistake("{{>«clam»}}", "there is no template 'clam'", "did you mean 'claim'?", others: ["claim": "x"]),
    Mistake("{{>«other»}}", "there is no template 'other'", "write a file 'other.mustache'"),
    Mistake("{{<«bse»}}{{/bse}}", "there is no template 'bse'", "did you mean 'base'?", others: ["base": "x"]),
    Mistake("a{{>«main»}}", "template 'main' calls itself", "remove the call: a template cannot include itself"),
    Mistake(
      "{{#current}}{{<«main»}}{{/main}}{{/current}}", "template 'main' calls itself",
      "remove the call: a template cannot include itself"),
    Mistake(
      "{{<base}}{{$«man»}}{{/man}}{{/base}}", "template 'base' has no block 'man'", "did you mean 'main'?",
      others: ["base": "{{$main}}{{/main}}"]),
    Mistake("{{«items»}}", "'items' is a list, which cannot be inserted", "use it as a section"),
    Mistake("{{«author»}}", "'author' is a record, which cannot be inserted", "use it as a section"),
    Mistake("{{«current»}}", "'current' is a flag, which cannot be inserted", "use it as a section"),
    Mistake("{{#items}}{{«.»}}{{/items}}", "'.' is a record, which cannot be inserted", "use it as a section"),
  ]

  static let places: [Mistake] = [
    Mistake("{{{«title»}}}", "'title' is text, which cannot be inserted raw", "write '{{title}}'"),
    Mistake("{{& «href»}}", "'href' is an address, which cannot be inserted raw", "write '{{href}}'"),
    Mistake("{{«body»}}", "'body' is markup, which would be escaped twice", "write '{{{body}}}'"),
    Mistake("<p title=\"{{{«body»}}}\">", "'body' is markup, which cannot be inserted in the value of 'title'"),
    Mistake("<title>{{{«body»}}}</title>", "'body' is markup, which cannot be inserted in the content of 'title'"),
    Mistake("<{{«title»}}>", "'title' cannot be inserted in the name of a tag"),
    Mistake("<h{{«title»}}>", "'title' cannot be inserted in the name of a tag"),
    Mistake("</{{«title»}}>", "'title' cannot be inserted in the name of a tag"),
    Mistake("<p {{«title»}}>", "'title' cannot be inserted in the tag of 'p'"),
    Mistake("<p data-{{«title»}}=\"\">", "'title' cannot be inserted in the tag of 'p'"),
    Mistake(
      "<p class={{«title»}}>", "'title' cannot be inserted in a value without quotation marks",
      "put the value in quotation marks"),
    Mistake(
      "<p class=a{{«title»}}>", "'title' cannot be inserted in a value without quotation marks",
      "put the value in quotation marks"),
    Mistake("<p onclick=\"f('{{«title»}}')\">", "'title' cannot be inserted in the attribute 'onclick'"),
    Mistake("<p ONCLICK='{{«title»}}'>", "'title' cannot be inserted in the attribute 'onclick'"),
    Mistake("<p style=\"color: {{«title»}}\">", "'title' cannot be inserted in the attribute 'style'"),
    Mistake("<img srcset=\"{{«href»}}\">", "'href' cannot be inserted in the attribute 'srcset'"),
    Mistake("<iframe srcdoc=\"{{«title»}}\">", "'title' cannot be inserted in the attribute 'srcdoc'"),
    Mistake("<set to=\"{{«title»}}\">", "'title' cannot be inserted in the attribute 'to'"),
    Mistake("<style>p { color: {{«title»}} }</style>", "'title' cannot be inserted in the content of 'style'"),
    Mistake("<script>let x = \"{{«title»}}\"</script>", "'title' cannot be inserted in the content of 'script'"),
    Mistake(
      "<script type=\"module\">let x = \"{{«title»}}\"</script>",
      "'title' cannot be inserted in the content of 'script'"
    ),
    Mistake("<script type=\"{{«title»}}\"></script>", "'title' cannot be inserted in the attribute 'type'"),
    Mistake("<!-- {{«title»}} -->", "'title' cannot be inserted in a comment"),
    Mistake("<!doctype {{«title»}}>", "'title' cannot be inserted in a declaration"),
    Mistake(
      "<script type=\"application/ld+json\">{\"a\": {{«title»}}}</script>",
      "'title' can only be inserted inside a JSON string", "put it in quotation marks"),
    Mistake(
      "<script type=\"application/ld+json\">{\"a\\\": {{«data»}}}</script>".replacing(
        "{{«data»}}", with: "{{{«data»}}}"),
      "'data' is JSON, which can only be inserted in a script element of type JSON"),
    Mistake("<p>{{{«data»}}}</p>", "'data' is JSON, which can only be inserted in a script element of type JSON"),
    Mistake(
      "<a href=\"{{«title»}}\">", "'title' is text, but 'href' must start with an address",
      "use a key of kind 'address' here"),
    Mistake(
      "<a href=\"{{#current}}x{{/current}}{{«title»}}\">", "'title' is text, but 'href' must start with an address",
      "use a key of kind 'address' here"),
    Mistake(
      "<a href=\"javascript:f({{«title»}})\">",
      "'title' cannot be inserted after an unsupported link scheme",
      "begin the address with one of https:, http:, mailto:, tel:"),
    Mistake(
      "<a href=\"JavaScript&#58;{{«href»}}\">".replacing("&#58;", with: ":"),
      "'href' cannot be inserted after an unsupported link scheme",
      "begin the address with one of https:, http:, mailto:, tel:"),
    Mistake(
      "<a href=\"java&#115;cript:f({{«href»}})\">",
      "'href' cannot be inserted after an unsupported link scheme",
      "begin the address with one of https:, http:, mailto:, tel:"),
    Mistake(
      "<meta http-equiv=\"refresh\" content=\"0; URL={{«title»}}\">",
      "'title' is text, but the value after 'url=' must be an address", "use a key of kind 'address' here"),
  ]

  static let ends: [Mistake] = [
    Mistake(
      "<p{{#current}} title=\"{{«/current»}}\">",
      "section 'current' ends in the value of 'title', but began in the tag of 'p'"),
    Mistake("{{#current}}<p «{{/current}}»>", "section 'current' ends in the tag of 'p', but began in text"),
    Mistake("{{^current}}<!-- «{{/current}}»-->", "section 'current' ends in a comment, but began in text"),
    Mistake(
      "<h{{#current}}«1»{{/current}}>",
      "attributes must be separated by white space, even where a section starts or ends between them"),
    Mistake(
      "<p {{#current}}id=\"a\"{{/current}}«c»lass=\"b\">",
      "attributes must be separated by white space, even where a section starts or ends between them"),
    Mistake(
      "<a href=\"x\"«c»lass=\"y\">",
      "attributes must be separated by white space, even where a section starts or ends between them"),
    Mistake("<p «=»\"x\">", "an attribute needs a name"),
    Mistake("a {{>«open»}} b", "partial 'open' ends in the tag of 'p', but began in text", others: ["open": "<p "]),
    Mistake(
      "{{<base}}{{$main}}<p «{{/main}}»{{/base}}", "block 'main' ends in the tag of 'p', but began in text",
      others: ["base": "{{$main}}{{/main}}"]),
    Mistake(
      "{{#items}}{{#current}}<p «{{/current}}»{{/items}}",
      "section 'current' ends in the tag of 'p', but began in text"),
    Mistake(
      "<a href=\"{{#current}}a.html?{{/current}}{{«title»}}\">",
      "'title' is text, but 'href' must start with an address",
      "use a key of kind 'address' here"),
    Mistake("<p class=\"a«>»", "the template ends in the value of 'class'"),
    Mistake("<script>«;»", "the template ends in the content of 'script'"),
  ]

  @Test(arguments: tags + names + places + ends)
  func findsTheMistake(_ mistake: Mistake) {
    let marked = Marked(mistake.template.replacing("{{«/current»}}", with: "«{{/current}}»"))
    let files =
      [SourceFile(path: "Templates/main.mustache", text: marked.text)]
      + mistake.others.keys.sorted().map {
        SourceFile(path: "Templates/\($0).mustache", text: mistake.others[$0] ?? "")
      }
    let set = TemplateSet.parsing(files)
    let compiled = set.value.compile(template: "main.mustache", Self.schema)
    #expect(compiled.value == nil)
    let found = set.diagnostics + compiled.diagnostics
    #expect(found.map(\.message) == [mistake.message])
    #expect(found.first?.remedy == mistake.remedy)
    #expect(found.first?.place.file.path == "Templates/main.mustache")
    #expect(found.first?.place.span == marked.span)
    #expect(found.allSatisfy { $0.rule == .templateError })
  }

  @Test func findsTwoTemplatesThatCallEachOther() {
    let set = TemplateSet.parsing([
      SourceFile(path: "a.mustache", text: "{{>b}}"), SourceFile(path: "b.mustache", text: "x {{>c}}"),
      SourceFile(path: "c.mustache", text: "{{<a}}{{/a}}"),
    ])
    #expect(set.diagnostics.map(\.message) == ["template 'a' calls itself through 'b' and 'c'"])
    #expect(set.diagnostics.map(\.place.file.path) == ["c.mustache"])
    #expect(set.value.compile(template: "a.mustache", Self.schema).value == nil)
  }

  @Test func findsAllMistakesOfAllTemplatesAtOnce() {
    let set = TemplateSet.parsing([
      SourceFile(path: "main.mustache", text: "{{titel}}\n{{>part}}{{>part}}\n{{{title}}}\n{{#current}}"),
      SourceFile(path: "part.mustache", text: "{{bdy}}{{/x}}"), SourceFile(path: "unused.mustache", text: "{{>no}}"),
    ])
    #expect(
      set.diagnostics.map(\.message) == [
        "'#current' is not closed", "'/x' has no matching opening tag", "there is no template 'no'",
      ])
    let compiled = set.value.compile(template: "main.mustache", Self.schema)
    #expect(
      compiled.diagnostics.map(\.message) == [
        "unknown key 'titel'", "'title' is text, which cannot be inserted raw", "unknown key 'bdy'",
      ])
  }

  @Test(arguments: [
    (String(repeating: "{", count: 200_000), 1), (String(repeating: "{{a ", count: 20_000), 20_000),
    (String(repeating: "{{a ", count: 20_000) + "}}", 19_999), (String(repeating: "{{! ", count: 20_000), 20_000),
    (String(repeating: "{{= ", count: 20_000) + "}}", 20_000),
  ])
  func readsAnyNumberOfUnclosedTagsInLinearTime(template: String, count: Int) {
    let parsed = TemplateParser.parse(SourceFile(path: "a.mustache", text: template), name: "a")
    #expect(parsed.diagnostics.count == count)
  }

  @Test func suggestsTheNameOfAMissingTemplate() {
    let set = TemplateSet.parsing([SourceFile(path: "Templates/question.mustache", text: "")]).value
    let missing = set.compile(template: "qestion.mustache", Self.schema)
    #expect(missing.value == nil)
    #expect(missing.diagnostics.map(\.remedy) == ["did you mean 'question.mustache'?"])
  }

  @Test func rejectsTwoTemplatesWithTheSameName() {
    let set = TemplateSet.parsing([
      SourceFile(path: "a/x.mustache", text: "1"), SourceFile(path: "b/x.mustache", text: "2"),
    ])
    #expect(set.diagnostics.map(\.message) == ["two templates have the name 'x'"])
  }

  @Test func rejectsTemplatesThatGrowExponentially() {
    let files = (0..<40).map { level in
      SourceFile(path: "p\(level).mustache", text: level == 39 ? "x" : "{{>p\(level + 1)}}{{>p\(level + 1)}}")
    }
    let compiled = TemplateSet.parsing(files).value.compile(template: "p0.mustache", Self.schema)
    #expect(
      compiled.diagnostics.map(\.message) == [
        "the template, with the templates that it calls, has more than 200,000 tags and texts, or 8,000,000 bytes"
      ])
  }

  @Test func doesNotCrashOnAnyPrefixOfATemplate() {
    for mistake in Self.tags + Self.names + Self.places + Self.ends {
      let bytes = Array(mistake.template.utf8)
      for end in bytes.indices {
        let set = TemplateSet.parsing([SourceFile(path: "main.mustache", bytes: Array(bytes[..<end]))]).value
        _ = set.compile(template: "main.mustache", Self.schema)
      }
    }
  }
}

/// A text and the span that `«` and `»` mark in it.
private struct Marked {
  let text: String
  let span: Range<Int>

  init(_ marked: String) {
    let parts = marked.split(separator: /[«»]/, omittingEmptySubsequences: false)
    text = parts.joined()
    let start = parts[0].utf8.count
    span = start..<start + (parts.count > 1 ? parts[1].utf8.count : 0)
  }
}
