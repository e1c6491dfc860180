import Testing

@testable import SiteGen

/// The note checks, the Markdown renderer and the template engine agree on every link.
@Suite struct LinkSchemeTests {
  @Test(arguments: [
    ("javascript:alert(1)", "javascript"), ("JAVA script:x", "java script"), ("data:image/png,x", "data"),
    ("file:///x", "file"),
    ("ftp://example.org", "ftp"), ("httpsx:y", "httpsx"), ("1:x", "1"), (":x", ""),
  ])
  func refuses(_ address: String, _ scheme: String) throws {
    #expect(linkScheme(of: address.utf8) == scheme)
    #expect(LinkTarget(address) == .unsupportedScheme(scheme))
    #expect(markdown(address) == "")
    #expect(template(address) == "#")
    #expect(try !templateTakesValue(after: address))
  }

  @Test(arguments: [
    "https://example.org/a", "HTTP://example.org", "mailto:a@example.org", "tel:+4930123456", "Tel:110",
  ])
  func allows(_ address: String) throws {
    #expect(LinkTarget(address) == .elsewhere(address))
    #expect(markdown(address) == address)
    #expect(template(address) == address)
    #expect(try templateTakesValue(after: address))
  }

  @Test(arguments: ["a.html", "a/b:c", "?a:b", "#a:b", "../x", ""])
  func findsNoSchemeInARelativeAddress(_ address: String) throws {
    #expect(linkScheme(of: address.utf8) == nil)
    #expect(markdown(address) == address)
    #expect(template(address) == address)
  }

  private func markdown(_ address: String) -> String {
    var html: [UInt8] = []
    MarkdownRenderer().renderInline(MarkdownTree(parsing: "[](<\(address)>)", verbatimAt: 0), into: &html)
    return String(String(decoding: html, as: UTF8.self).dropFirst("<a href=\"".count).dropLast("\"></a>".count))
  }

  private func template(_ address: String) -> String {
    var output: [UInt8] = []
    appendAddress(address.utf8, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  private func templateTakesValue(after address: String) throws -> Bool {
    let scheme = address.prefix { $0 != ":" }
    let file = SourceFile(path: "a.mustache", text: "<a href=\"\(scheme):{{x}}\">x</a>")
    let compiled = TemplateSet.parsing([file]).value.compile(template: "a.mustache", Schema([.init("x", .text)]))
    return compiled.value != nil
  }
}
