import Foundation
import Testing

@testable import SiteGen

@Suite("Bounded diagnostics") struct BoundedDiagnosticsTests {
  private func warnings(_ count: Int, _ rule: Rule = .rawHtml, in path: String = "Content/a.md") -> [Diagnostic] {
    (0..<count).map { Diagnostic(rule, "number \($0)", at: Place(SourceFile(path: path, text: "x"), 0..<1)) }
  }

  @Test func listsAllUpToTheLimit() {
    let found = bounded(warnings(100), limit: 100)
    #expect(found.count == 100)
    #expect(found.allSatisfy { $0.unlisted == 0 && $0.notes.isEmpty })
  }

  @Test func countsTheRestOfEachRuleInEachFile() {
    let all = warnings(250) + warnings(101, .brokenLink) + warnings(3, in: "Content/b.md")
    let found = bounded(all, limit: 100)
    #expect(found.count == 203)
    #expect(found.map(\.unlisted).filter { $0 > 0 } == [150, 1])
    #expect(found.reduce(0) { $0 + 1 + $1.unlisted } == all.count)
    #expect(BuildReport(diagnostics: found).counts == ["354 errors"])
  }

  @Test func addsUpWhatWasCountedBefore() {
    var first = BoundedDiagnostics(limit: 2)
    first += warnings(5)
    var second = BoundedDiagnostics(limit: 2)
    second += first.kept + first.kept
    #expect(second.kept.map(\.unlisted) == [0, 8])
  }

  @Test func countsWhatReplacesOthersWithItsNewRule() {
    var found = BoundedDiagnostics(limit: 2)
    found += warnings(5)
    found.replaceEach { old in
      var new = Diagnostic(.brokenLink, old.message, at: old.place)
      new.unlisted = old.unlisted
      return new
    }
    found += warnings(1) + warnings(1, .brokenLink)
    #expect(found.kept.map(\.rule) == [.brokenLink, .brokenLink, .rawHtml])
    #expect(found.kept.map(\.unlisted) == [0, 4, 0])
  }

  @Test(arguments: DiagnosticFormat.allCases) func saysTheCountInEveryFormat(_ format: DiagnosticFormat) throws {
    let text = formatted(bounded(warnings(600_000), limit: 100), as: format)
    #expect(text.contains("and 599,900 more of 'raw-html' in this file"))
    #expect(text.utf8.count < 200_000)
    guard format == .json else { return }
    let json = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]]
    #expect(json?.count == 100)
    #expect(json?.last?["more"] as? Int == 599_900)
    #expect(json?.first?["more"] as? Int == 0)
  }

  @Test func cutsLongMessagesAndDropsLongRemedies() throws {
    let long = String(repeating: "ä", count: 100_000)
    let place = Place(SourceFile(path: "a", text: "x"), 0..<1)
    let diagnostic = Diagnostic(.rawHtml, long, at: place, notes: [.init(long)], remedy: long)
    let found = try #require(bounded([diagnostic], limit: 100).first)
    #expect(found.message.utf8.count < 1010 && found.message.hasSuffix("ä…"))
    #expect(found.notes[0].message.utf8.count < 1010)
    #expect(found.remedy == nil)
  }
}
