import Testing

@testable import SiteGen

@Suite("International addresses") struct InternationalAddressTests {
  @Test(arguments: [
    ("https://bücher.example/", "https://xn--bcher-kva.example/"),
    ("https://BÜCHER.example/", "https://xn--bcher-kva.example/"),
    ("https://bu\u{308}cher.example/", "https://xn--bcher-kva.example/"),
    ("https://xn--bcher-kva.example/ü/", "https://xn--bcher-kva.example/%C3%BC/"),
    ("https://пример.испытание:8080/", "https://xn--e1afmkfd.xn--80akhbyknj4f:8080/"),
    ("https://日本語。jp/", "https://xn--wgv71a119e.jp/"),
    ("https://Example.org/a%20b/", "https://Example.org/a%20b/"),
  ])
  func haveOneSpelling(_ address: String, _ spelling: String) {
    #expect(asciiSpelling(of: address) == spelling)
  }

  @Test(arguments: [
    "https://\u{301}a.de/", "https://ü\u{200D}.de/", "https://" + String(repeating: "ü", count: 80) + ".de/",
  ])
  func areRefusedIfNoDomainCanHaveTheName(_ address: String) {
    #expect(asciiSpelling(of: address) == nil)
    let text = "title: A\nlanguage: en\nbase_url: \"\(address)\"\n"
    let found = readSettings(SourceFile(path: "sitegen.yaml", text: text), rules: Rule.all)
    #expect(found.diagnostics.first?.message.contains("no domain can have") == true)
  }

  @Test func areWrittenInOneSpellingOnEveryPage() throws {
    let site = try #require(
      ExampleSite.site([.replace("sitegen.yaml", "language: en", "language: en\nbase_url: https://bücher.example/ü/")]))
    let built = BuiltFiles(site)
    #expect(built.text("index.html").contains("https://xn--bcher-kva.example/%C3%BC/"))
    for path in built.paths { #expect(!built.text(path).contains("bücher.example"), "\(path)") }
  }

  @Test(arguments: ["https://u@h.de/", "https://u:p@h.de/", "https://:p@h.de/", "http://a%40b:c@h.de/"])
  func mayNotContainAUser(_ address: String) {
    let text = "title: A\nlanguage: en\nbase_url: \(address)\n"
    let found = readSettings(SourceFile(path: "sitegen.yaml", text: text), rules: Rule.all).diagnostics
    #expect(found.map(\.message) == ["'base_url' contains a user name or a password, which would be published"])
  }
}
