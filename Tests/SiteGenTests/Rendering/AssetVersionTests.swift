import Testing

@testable import SiteGen

/// The versions in the addresses of the files that pages load. Without them, a cache shows an old style sheet on a new
/// page, and a new index of the search leads to old pieces.
@Suite struct AssetVersionTests {
  @Test(arguments: SiteInTests.inEveryTheme) func areInEveryAddressThatAPageLoads(_ site: SiteInTests) throws {
    let built = try site.build()
    var checked = 0
    for page in built.pages {
      for element in ScannedPage(built.text(page)).elements where ["link", "script", "img"].contains(element.name) {
        guard let address = element["href"] ?? element["src"],
          let file = target(of: address, on: page, baseURL: built.baseURL)?.path,
          file.hasPrefix("assets/") || file.hasPrefix("images/") || file == Address.touchIcon
        else { continue }
        checked += 1
        let version = contentVersion(of: built.bytes[file] ?? [])
        #expect(address.hasSuffix("?v=\(version)"), "\(page): \(address)")
      }
    }
    #expect(checked >= built.pages.count / 2)
  }

  @Test func areInTheStyleSheetAndTheManifest() throws {
    let built = try SiteInTests.second.build()
    let style = built.text("assets/style.css")
    let fonts = built.paths.filter { $0.hasSuffix(".woff2") }
    #expect(fonts.count == 8)
    for font in fonts {
      let bytes = built.bytes[font] ?? []
      let address = "\(font.dropFirst("assets/".count))?v=\(contentVersion(of: bytes))"
      let own = "data:font/woff2;base64," + String(decoding: base64(bytes), as: UTF8.self)
      #expect(style.contains("url(\"\(address)\")") || style.contains("url(\"\(own)\")"))
    }
    let icon = contentVersion(of: built.bytes["assets/icon.svg"] ?? [])
    #expect(built.text("manifest.webmanifest").contains("\"assets/icon.svg?v=\(icon)\""))
  }

  @Test func areInTheIndexOfTheSearch() throws {
    let built = try SiteInTests.second.build()
    let index = contentVersion(of: built.bytes["search/index.js"] ?? [])
    #expect(built.text("search.html").contains("\"index\": \"index.js?v=\(index)\""))
    for piece in built.paths where piece.hasPrefix("search/") && piece != "search/index.js" {
      let version = contentVersion(of: built.bytes[piece] ?? [])
      #expect(built.text("search/index.js").contains("\"\(version)\""), "\(piece)")
    }
  }

  @Test func changeWithTheFileAndWithWhatItLoads() throws {
    let before = try built([:])
    #expect(try built(["unused.txt": "b"]) == before)
    let font = try built(["fonts/a.woff2": "another"])
    #expect(font.style != before.style && font.page != before.page)
    let imported = try built(["more.css": "p { color: red }"])
    #expect(imported.style != before.style && imported.page != before.page)
  }

  @Test(arguments: [
    // Addresses that are no assets of the theme, or have a query.
    ("a { color: red }", nil), ("a { background: url(b.png) }", nil), ("a { background: url(\"/a.png\") }", nil),
    ("a { background: url(https://x.example/a.png) }", nil), ("a { background: url(a.png?x) }", nil),
    ("a { background: url(../../assets/a.png) }", nil), ("/* url(a.png) */", nil), ("/* url(a.png)", nil),
    ("a::after { content: \"url(a.png)\" }", nil), ("a::after { content: \"\\\"url(a.png)\" }", nil),
    ("a { background: my-url(a.png) }", nil), ("url(", nil),
    ("a { background: url(\"a.png", "a { background: url(\"a.png?v=#"),
    ("@import more;", nil), ("a { b: \"a.png\" }", nil),
    // Assets.
    ("a { background: url(a.png) }", "a { background: url(a.png?v=#) }"),
    ("a { background: URL( 'a.png' ) }", "a { background: URL( 'a.png?v=#' ) }"),
    (
      "a { background: url(./a.png), url(../assets/a.png) }",
      "a { background: url(./a.png?v=#), url(../assets/a.png?v=#) }"
    ),
    ("a { background: url(\"%61.png#x\") }", "a { background: url(\"%61.png?v=##x\") }"),
    ("@import \"a.png\"; b { c: url(a.png) }", "@import \"a.png?v=#\"; b { c: url(a.png?v=#) }"),
    ("@import url('a.png') print;", "@import url('a.png?v=#') print;"),
    ("a::after { content: \"(\"; background: url(a.png) }", "a::after { content: \"(\"; background: url(a.png?v=#) }"),
  ])
  func areAddedToAddressesOfAStyleSheet(sheet: String, expected: String?) {
    let picture = SourceFile(path: "assets/a.png", text: "picture")
    let assets = ThemeAssets([picture, SourceFile(path: "assets/s.css", text: sheet)], rootKey: "root")
    let wanted = (expected ?? sheet).replacing("?v=#", with: "?v=" + contentVersion(of: picture.bytes))
    #expect(assets.files.last.map { String(decoding: $0.bytes, as: UTF8.self) } == wanted)
    #expect(assets.files.first?.bytes == picture.bytes)
  }

  @Test func areGivenToStyleSheetsThatImportEachOther() {
    let sheets = ["a", "b"].map { name in
      SourceFile(path: "assets/\(name).css", text: "@import \"\(name == "a" ? "b" : "a").css\";")
    }
    let assets = ThemeAssets(sheets, rootKey: "root")
    for file in assets.files { #expect(String(decoding: file.bytes, as: UTF8.self).contains(".css?v=")) }
  }

  @Test(arguments: [
    ("<img src=\"{{root}}a.png\" alt=\"\">", "<img src=\"../a.png?v=12\" alt=\"\">"),
    ("<a href=\"{{root}}a.png#x\">", "<a href=\"../a.png?v=12#x\">"),
    ("<a href=\"{{root}}%61.png\">", "<a href=\"../%61.png?v=12\">"),
    ("<a href=\"{{root}}a.png?x\">", "<a href=\"../a.png?x\">"),
    ("<a href=\"{{root}}b.png\">", "<a href=\"../b.png\">"),
    ("<a href=\"{{root}}b/a.png\">", "<a href=\"../b/a.png\">"),
    ("<a href=\"{{other}}a.png\">", "<a href=\"o/a.png\">"),
    ("<a href=\"{{root}}\">a.png", "<a href=\"../\">a.png"), ("<a href=\"a.png\">", "<a href=\"a.png\">"),
  ])
  func areAddedToLiteralAddressesOfTemplates(template: String, expected: String) throws {
    let fields = Fields<Int>([.address("root") { _ in "../" }, .address("other") { _ in "o/" }])
    let files = VersionedFiles(rootKey: "root", versions: ["a.png": "12"])
    let set = TemplateSet.parsing([SourceFile(path: "t.mustache", text: template)], versioned: files)
    let compiled = try #require(set.value.compile(template: "t.mustache", fields.schema).value)
    var output: [UInt8] = []
    compiled.render(fields.record(of: 0), into: &output)
    #expect(String(decoding: output, as: UTF8.self) == expected)
  }

  @Test func becomePartOfTheStyleSheetIfItAsksForIt() throws {
    let sheet = "a { src: url(\"fonts/a.woff2?inline\") } b { src: url(fonts/no.woff2?inline) }"
    let style = try built(["style.css": sheet]).style
    #expect(
      style == "a { src: url(\"data:font/woff2;base64,Zm9udA==\") } b { src: url(fonts/no.woff2?inline) }")
  }

  @Test func loadsNothingFromThePageForMissingAddresses() throws {
    let page = try SiteInTests.second.build().text("404.html")
    let style = try #require(page.firstMatch(of: /<style>\n([^<]*)<\/style>/)).1
    #expect(style.contains("font-family: \"Sitegen Text\"") && style.contains(".site-title"))
    let addresses = StyleSheetAddresses.spans(in: Array(style.utf8)).map { Array(style.utf8)[$0] }
    #expect(addresses.count == 8 && addresses.allSatisfy { $0.starts(with: "data:font/woff2;base64,".utf8) })
  }

  @Test func leavesOutTheCommentsOfItsOwnStyleSheetOnly() throws {
    let own = try #require(embeddedTemplates()["assets/style.css"]).contents
    #expect(own.contains("/*"))
    #expect(try !SiteInTests.second.build().text("assets/style.css").contains("/*"))
    let copy = try built(["style.css": own]).style
    #expect(try copy == SiteInTests.second.build().text("assets/style.css"), "an unchanged copy")
    #expect(try built(["style.css": "/* mine */ a { }"]).style == "/* mine */ a { }")
    func without(_ sheet: String) -> String {
      String(decoding: withoutComments(styleSheet: Array(sheet.utf8)), as: UTF8.self)
    }
    #expect(
      without("a {\n  b: \"/* \\\" */\"; /* c\n */\n\n  d: '/*' }/* e") == "a {\nb: \"/* \\\" */\"; \nd: '/*' }")
  }

  /// The version of the style sheet on the home page, and the sheet, of a site whose theme has these assets.
  private func built(_ assets: [String: String]) throws -> Loaded {
    let usual = [
      "style.css": "@import 'more.css'; a { src: url(fonts/a.woff2) }", "fonts/a.woff2": "font", "more.css": "",
      "unused.txt": "a",
    ]
    let own = usual.merging(assets) { _, new in new }.map { SourceFile(path: "Templates/assets/\($0)", text: $1) }
    let inputs = SiteInTests.second.read().value + own
    let built = BuiltFiles(inputs.sorted { utf8Precedes($0.path, $1.path) })
    let page = try #require(built.text("index.html").firstMatch(of: /style\.css\?v=([0-9a-f]{10})"/)).1
    return Loaded(page: String(page), style: built.text("assets/style.css"))
  }

  private struct Loaded: Equatable {
    let page: String
    let style: String
  }
}
