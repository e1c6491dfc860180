import Testing

@testable import SiteGenPreview

@Suite struct ServedPageTests {
  /// The published policy stays in force; only the server's script and its requests to the server are added.
  @Test(arguments: [
    (
      "default-src 'none'; style-src 'self'",
      "default-src 'none'; style-src 'self'; script-src 'nonce-N'; connect-src 'self'"
    ),
    ("default-src 'self'", "default-src 'self'; script-src 'self' 'nonce-N'; connect-src 'self'"),
    (
      "default-src 'none'; script-src 'self'; connect-src 'none'",
      "default-src 'none'; script-src 'self' 'nonce-N'; connect-src 'self'"
    ),
    ("img-src 'self'", "img-src 'self'"),
    ("script-src 'none'", "script-src 'nonce-N'"),
  ])
  func addsOnlyItsScriptToThePolicy(_ published: String, _ served: String) {
    #expect(ServedPage(nonce: "N").allowingScript(published) == served)
  }

  @Test func changesThePolicyInPlace() {
    let page =
      "<head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;none&#39;\"></head><body class=\"x\">a"
    let served = String(decoding: ServedPage(nonce: "N").bytes(of: Array(page.utf8), Snapshot()), as: UTF8.self)
    #expect(
      served.contains(
        "content=\"default-src &#39;none&#39;; script-src &#39;nonce-N&#39;; connect-src &#39;self&#39;\""))
    #expect(served.contains("<script nonce=\"N\" src=\"/.sitegen/preview.js\""))
    #expect(served.hasSuffix("</head><body class=\"x\">a"))
    #expect(ServedPage(nonce: "").bytes(of: Array(page.utf8), Snapshot()) == Array(page.utf8))
  }

  /// The page's script replaces a style sheet without reloading the page.
  @Test func knowsAPageWithoutTheVersionsOfItsStyleSheets() {
    func seen(_ head: String) -> String { pageHash(Array("<head>\(head)</head>a".utf8)) }
    let old = seen("<link href=\"../assets/style.css?v=0123456789\"><link href=\"more.css?v=aaaaaaaaaa\">")
    #expect(seen("<link href=\"../assets/style.css?v=9876543210\"><link href=\"more.css?v=bbbbbbbbbb\">") == old)
    #expect(seen("<link href=\"../assets/other.css?v=0123456789\"><link href=\"more.css?v=aaaaaaaaaa\">") != old)
    #expect(seen("<script src=\"a.js?v=0123456789\">") != seen("<script src=\"a.js?v=9876543210\">"))
  }

  /// Templates may omit tags or write them in capitals.
  @Test(arguments: [
    ("<HTML><HEAD><TITLE>a</TITLE></HEAD><BODY id=x>b", "<HTML><HEAD><TITLE>a</TITLE>|</HEAD><BODY id=x>#b"),
    ("<title>a</title><p>b", "<title>a</title>|#<p>b"),
    ("<head><title>a</title><body>b", "<head><title>a</title>|<body>#b"),
    (
      "<!doctype html><!-- </head> --><title></head></title></head>b",
      "<!doctype html><!-- </head> --><title></head></title>|</head>#b"
    ),
    ("<script>'</head>'</script><meta charset=x><body>b", "<script>'</head>'</script><meta charset=x>|<body>#b"),
    ("words alone", "words alone|#"), ("", "|#"),
  ])
  func findsThePlaceForScriptAndDiagnostics(_ page: String, _ served: String) {
    var snapshot = Snapshot()
    snapshot.hasFailed = true
    let bytes = Array(page.utf8)
    let parts = PageParts(of: bytes)
    let marked =
      bytes[..<parts.headEnd] + [UInt8(ascii: "|")] + bytes[parts.headEnd..<parts.bodyStart] + [UInt8(ascii: "#")]
      + bytes[parts.bodyStart...]
    #expect(String(decoding: marked, as: UTF8.self) == served)
    let whole = String(decoding: ServedPage(nonce: "N").bytes(of: bytes, snapshot), as: UTF8.self)
    #expect(whole.contains("/.sitegen/preview.js") && whole.contains("id=\"sitegen-diagnostics\""))
  }

  @Test(arguments: [
    "<meta http-equiv=\"Content-Security-Policy\" content=\"POLICY\">",
    "<meta content='POLICY' http-equiv='content-security-policy'>",
    "<META CONTENT=\"POLICY\" HTTP-EQUIV=\"CONTENT-SECURITY-POLICY\">",
  ])
  func findsThePolicyHoweverItIsWritten(_ element: String) throws {
    let page = Array(("<meta name=x content=y>" + element + "</head>").utf8)
    let policy = try #require(PageParts(of: page).policy)
    #expect(String(decoding: page[policy], as: UTF8.self) == "POLICY")
  }

  @Test func writesDiagnosticsAsText() {
    var snapshot = Snapshot()
    snapshot.hasFailed = true
    snapshot.time = "12:00:00"
    snapshot.diagnostics = [.init(head: "a.md:1:1: error: <script>", rest: "\"&'\u{1}\u{2028}")]
    let page = ServedPage(nonce: "").bytes(of: Array("<body class=\"x\">rest".utf8), snapshot)
    let text = String(decoding: page, as: UTF8.self)
    #expect(text.hasPrefix("<body class=\"x\"><section id=\"sitegen-diagnostics\" role=\"alert\">"))
    #expect(text.contains("&lt;script&gt;") && text.contains("&quot;&amp;&#39;") && text.hasSuffix("</section>\nrest"))
    #expect(snapshot.json.contains("\"rest\": \"\\\"&'\\u0001\\u2028\""))
    #expect(!snapshot.json.contains("\n"))
  }
}
