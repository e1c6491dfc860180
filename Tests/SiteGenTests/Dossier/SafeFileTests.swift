import Testing

@testable import SiteGen

@Suite("Pictures and names") struct SafeFileTests {
  private static let open = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">"

  private func check(_ svg: String) -> [Diagnostic] {
    checkSVG(SourceFile(path: "Content/images/a.svg", text: svg))
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "<s:script xmlns:s=\"http://www.w3.org/2000/svg\"/>", "<SCRIPT/>", "<foreignObject/>",
    "<x:script xmlns:x=\"http://www.w3.org/1999/xhtml\"/>", "<iframe xmlns=\"http://www.w3.org/1999/xhtml\"/>",
    "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"/>", "<handler/>", "<audio/>", "<unknown/>",
    "<g onclick=\"a()\"/>", "<g oNload=\"a()\"/>", "<g xlink:onclick=\"a()\"/>", "<g on&#110;=\"\"/>",
    "<a href=\"javascript:a()\"/>", "<a xlink:href=\"&#106;avascript:a()\"/>", "<a href=\" java&#10;script:a()\"/>",
    "<a y:href=\"javascript:a()\" xmlns:y=\"http://www.w3.org/1999/xlink\"/>", "<a href=\"\"/>",
    "<use href=\"other.svg#a\"/>", "<image href=\"data:image/svg+xml,x\"/>", "<image href=\"//h.example/a.png\"/>",
    "<a href=\"#a\" ping=\"https://h.example/\"/>", "<g xml:base=\"https://h.example/\"/>",
    "<font-face-uri src=\"x\"/>",
    "<animate attributeName=\"href\" to=\"x\"/>", "<set to=\"javascript:a()\"/>",
    "<set attributeName=\"xlink:href\" to=\"x\"/>",
    "<set attributeName=\" onclick\" to=\"x\"/>", "<set attributeName=\"fill\" to=\"url(//h.example)\"/>",
    "<style>@import 'a.css';</style>", "<style>a{fill:url(a.svg#b)}</style>", "<style>a{fill:u\\72l(a.svg)}</style>",
    "<style>@im<!-- -->port 'a'</style>", "<style><![CDATA[a{b:url( \"http://h.example\")}]]></style>",
    "<style>a{b:image-set(\"http://h.example/a\" 1x)}</style>", "<g style=\"fill:\\000075RL(x)\"/>",
    "<g filter=\"url(//h.example/f.svg#a)\"/>", "<?xml-stylesheet type=\"text/xsl\" href=\"a\"?>",
    "<g xmlns:ev=\"http://www.w3.org/2001/xml-events\" ev:event=\"click\"/>",
  ])
  func refusesWhatIsActive(_ content: String) {
    let found = check(Self.open + content + "</svg>")
    #expect(found.count == 1 && found.first?.rule == .activePicture, "\(found.map(\.message))")
  }

  @Test(arguments: [
    "", "words", "<html/>", "<svg/>", "<svg xmlns=\"http://www.w3.org/1999/xhtml\"/>",
    "<!DOCTYPE svg><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
    "<!DOCTYPE svg [<!ENTITY a \"<script/>\">]><svg xmlns=\"http://www.w3.org/2000/svg\">&a;</svg>",
    "<?xml version=\"1.0\" encoding=\"UTF-7\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
    "<svg xmlns=\"http://www.w3.org/2000/svg\"", "<svg xmlns=\"http://www.w3.org/2000/svg\">",
    "<svg xmlns=\"http://www.w3.org/2000/svg\"><g></svg></g>", "<svg xmlns=\"http://www.w3.org/2000/svg\"/><svg/>",
    "<svg xmlns=\"http://www.w3.org/2000/svg\"/>x", "<svg xmlns=\"http://www.w3.org/2000/svg\" a=\"1\" a=\"2\"/>",
    "<svg xmlns=\"http://www.w3.org/2000/svg\">&nbsp;</svg>", "<svg xmlns=\"http://www.w3.org/2000/svg\">&</svg>",
    "<svg xmlns=\"http://www.w3.org/2000/svg\"><a:g/></svg>", "<svg xmlns=\"http://www.w3.org/2000/svg\" a=b/>",
    "<svg xmlns=\"http://www.w3.org/2000/svg\"><!-- </svg>", "<svg xmlns=\"http://www.w3.org/2000/svg\" a=\"<\"/>",
    "<svg xmlns=\"http://www.w3.org/2000/svg\" a=\"1\"b=\"2\"/>", "<", "<svg", "</svg>", "<svg xmlns", "<svg xmlns=",
  ])
  func refusesWhatIsNoPlainSVG(_ svg: String) {
    #expect(check(svg).first?.rule == .activePicture)
  }

  @Test(arguments: [
    "", "<title>A &amp; b &#xE4;</title>", "<g fill=\"url(#a)\" style=\"fill: url('#b')\"/>",
    "<use xlink:href=\"#a\"/>",
    "<style>a { content: \"\\201C\"; fill: url(#c) }</style>", "<!-- <script/> -->",
    "<metadata><r:RDF xmlns:r=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" r:about=\"x\"/></metadata>",
    "<n:namedview xmlns:n=\"http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd\" href=\"x\" onclick=\"y\"/>",
    "<animate attributeName=\"opacity\" values=\"0;1\"/>",
    "<text>javascript:alert(1) onclick=\"x\" url(http://x)</text>",
    "<a href=\"#b\"><path d=\"M0 0\"/></a>",
  ])
  func acceptsDrawings(_ content: String) {
    for start in ["", "\u{FEFF}", "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n<!-- made -->\n"] {
      #expect(check(start + Self.open + content + "</svg>\n").map(\.message) == [])
    }
  }

  @Test func readsDeepAndWideDrawingsInBoundedTime() {
    let count = 20_000
    let deep = String(repeating: "<g>", count: count) + String(repeating: "</g>", count: count)
    let names = (0..<count).map { " xmlns:a\($0)=\"b\"" }.joined()
    #expect(check(Self.open + deep + "<g\(names)>" + String(repeating: "<a0:g/>", count: count) + "</g></svg>").isEmpty)
  }

  @Test(arguments: ["evil.html", "_headers", "a.js", "a.svgz", "a.xml", "a.png.php", "a", "a.xhtml", "a.webmanifest"])
  func refusesWhatIsNoPicture(_ name: String) throws {
    let site = try #require(ExampleSite.site([.write("Content/images/" + name, "x")]))
    #expect(buildSite(site).diagnostics.map(\.rule) == [.notAPicture])
  }

  @Test(arguments: ["A.PNG", "a.JPeg", "a.webp", "a.avif", "a.gif", "a.pdf", "ü b.jpg", "deep/er/a.png", "_a.png"])
  func publishesPictures(_ name: String) throws {
    let built = BuiltFiles(try #require(ExampleSite.site([.write("Content/images/" + name, "x")])))
    #expect(built.paths.contains("images/" + name), "\(built.printedDiagnostics)")
  }

  @Test func readsAnSVGWhateverTheCaseOfItsName() throws {
    let site = try #require(ExampleSite.site([.write("Content/images/a.SvG", Self.open + "<script/></svg>")]))
    #expect(buildSite(site).diagnostics.map(\.rule) == [.activePicture])
  }

  @Test(arguments: [
    "Content/images/a\nb.png", "Content/images/a\u{7F}.png", "Content/images/a\u{202E}gnp.png", "Content/images/a?.png",
    "Content/images/a\\b.png", "Content/images/a./b.png", "Content/images/a b /c.png", "Content/images/a.png ",
    "Content/a\u{85}b.md", "Content/sources/a\u{2028}.md", "seeds/a\u{9}b.txt", "Templates/assets/a\u{1B}[31m.js",
    "Templates/\u{2066}note.mustache",
  ])
  func refusesUnsafeNames(_ path: String) throws {
    let site = try #require(ExampleSite.site([.write(path, "---\ntitle: A\n---\n")]))
    let found = buildSite(site)
    #expect(found.diagnostics.map(\.rule) == [.unsafeName], "\(found.diagnostics.map(\.message))")
    #expect(found.value == nil)
  }
}
