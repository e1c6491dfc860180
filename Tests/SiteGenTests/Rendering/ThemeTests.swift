import Testing

@testable import SiteGen

/// Templates as editors write them.
@Suite struct ThemeTests {
  @Test(arguments: ["index.mustache", "strings.de.yaml"], [0xFF, 0] as [UInt8])
  func reportsAByteThatIsNoTextOnce(name: String, byte: UInt8) throws {
    let built = BuiltFiles(inputs { $0 == name ? $1 + [byte] : $1 })
    let bytes = try #require(embeddedOrOwn()[name])
    #expect(built.diagnostics.map(\.place.file.path) == ["Templates/" + name])
    #expect(built.diagnostics.map(\.rule) == [.templateError])
    #expect(built.diagnostics.map(\.place.span) == [bytes.count..<bytes.count + 1])
  }

  @Test func locatesAMistakeAfterCarriageReturns() {
    let mistake = Array("<p>\n{{site_title}}\n  {{nobody}}\n".utf8)
    let printed = BuiltFiles(inputs { $0 == "not-found.mustache" ? mistake : $1 }).printedDiagnostics
    #expect(printed.contains("Templates/not-found.mustache:3:5: error: unknown key 'nobody'"))
    #expect(BuiltFiles(inputs { crlf($0 == "not-found.mustache" ? mistake : $1) }).printedDiagnostics == printed)
  }

  @Test func makesTheSamePagesFromCRLFAndByteOrderMarks() {
    let plain = BuiltFiles(inputs { $1 })
    #expect(plain.diagnostics.isEmpty)
    let windows = BuiltFiles(
      inputs { name, bytes in name.hasPrefix("assets/") ? bytes : [0xEF, 0xBB, 0xBF] + crlf(bytes) })
    #expect(windows.diagnostics.isEmpty)
    #expect(windows.paths == plain.paths)
    #expect(plain.paths.filter { windows.bytes[$0] != plain.bytes[$0] } == [])
  }

  @Test func publishesAssetsUnchanged() {
    let style = Array("a {\r\n}\r\n".utf8)
    let built = BuiltFiles(inputs { $0 == "assets/style.css" ? style : $1 })
    #expect(built.bytes["assets/style.css"] == style)
  }
}

/// The second site with a complete theme, after `change` was applied to each of its files.
private func inputs(_ change: (String, [UInt8]) -> [UInt8]) -> [SourceFile] {
  let others = SiteInTests.second.read().value.filter { !$0.path.hasPrefix("Templates/") }
  let theme = embeddedOrOwn().map { SourceFile(path: "Templates/" + $0, bytes: change($0, $1)) }
  return (others + theme).sorted { utf8Precedes($0.path, $1.path) }
}

private func embeddedOrOwn() -> [String: [UInt8]] {
  var theme = embeddedTemplates().mapValues(\.bytes)
  for file in SiteInTests.second.read().value where file.path.hasPrefix("Templates/") {
    theme[String(file.path.dropFirst("Templates/".count))] = file.bytes
  }
  return theme
}

private func crlf(_ bytes: [UInt8]) -> [UInt8] {
  bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
}
