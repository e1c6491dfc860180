import Foundation
import Testing

@testable import SiteGen

/// How well quantities are found in ordinary news prose, marked by someone who did not know the grammar.
///
/// In `Tests/Prose/*.txt` each quantity stands in double square brackets: "[[more than 40]] people". Marked are qualifier,
/// range, negation, per cent, currency and scale; neither the noun nor what only answers count.
@Suite struct MarkedProseTests {
  struct Page {
    let name: String
    let bytes: [UInt8]
    let marks: [Range<Int>]

    /// The text without its marks; a mark that is not closed is text.
    init(name: String, marked: [UInt8]) {
      var (bytes, marks, start): ([UInt8], [Range<Int>], Int?) = ([], [], nil)
      var position = 0
      while position < marked.count {
        let pair = marked[position..<min(position + 2, marked.count)]
        if start == nil, pair.elementsEqual("[[".utf8) {
          start = bytes.count
          position += 2
        } else if let first = start, pair.elementsEqual("]]".utf8) {
          marks.append(first..<bytes.count)
          start = nil
          position += 2
        } else {
          bytes.append(marked[position])
          position += 1
        }
      }
      (self.name, self.bytes, self.marks) = (name, bytes, marks)
    }

    func words(_ span: Range<Int>) -> String { String(decoding: bytes[span], as: UTF8.self) }

    func line(of offset: Int) -> Int { 1 + bytes[..<offset].count { $0 == UInt8(ascii: "\n") } }
  }

  static let pages: [Page] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Prose")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted().compactMap { name in
      (try? Data(contentsOf: folder.appending(path: name))).map { Page(name: name, marked: Array($0)) }
    }
  }()

  /// The words of a span that must agree: without an article in front, a currency in front or behind, percentage points.
  static func core(_ words: String) -> [Substring] {
    let currencies: Set = ["usd", "eur", "gbp", "dollars", "dollar", "euros", "euro", "pounds", "crowns", "crown"]
    var parts = words.lowercased().split(whereSeparator: \.isWhitespace)
    while let first = parts.first, parts.count > 1, ["a", "an"].contains(first) || currencies.contains(String(first)) {
      parts.removeFirst()
    }
    while let last = parts.last, parts.count > 1, currencies.contains(String(last)) { parts.removeLast() }
    // Why: one of those who marked took the points for a noun, another for a part of the number.
    if parts.count > 2, parts.suffix(2) == ["percentage", "points"] { parts.removeLast(2) }
    return parts
  }

  /// Whether a mark and what was read are one span, an article and a currency at their ends aside.
  static func agree(_ mark: Range<Int>, _ span: Range<Int>, _ page: Page) -> Bool {
    mark == span || (mark.overlaps(span) && core(page.words(mark)) == core(page.words(span)))
  }

  @Test func findsWhatIsMarkedAndNothingElse() throws {
    try #require(!Self.pages.isEmpty, "Tests/Prose holds no marked page (*.txt)")
    let grammar = QuantityGrammar(language: "en")
    var (marked, found, hits, misses): (Int, Int, Int, [String]) = (0, 0, 0, [])
    for page in Self.pages {
      let spans = grammar.quantities(in: page.bytes).filter { !$0.countsOnlyInAnswers }.map(\.span)
      let missed = page.marks.filter { mark in !spans.contains { Self.agree(mark, $0, page) } }
      let wrong = spans.filter { span in !page.marks.contains { Self.agree($0, span, page) } }
      marked += page.marks.count
      found += spans.count
      hits += page.marks.count - missed.count
      misses += missed.map { "\(page.name):\(page.line(of: $0.lowerBound)): not found: '\(page.words($0))'" }
      misses += wrong.map { "\(page.name):\(page.line(of: $0.lowerBound)): not marked: '\(page.words($0))'" }
    }
    try #require(marked > 0 && found > 0, "nothing is marked, or nothing found, in the pages of Tests/Prose")
    let (recall, precision) = (Double(hits) / Double(marked), Double(hits) / Double(found))
    print("marked prose: \(marked) quantities in \(Self.pages.count) pages, recall \(recall), precision \(precision)")
    for miss in misses { print(miss) }
    #expect(recall >= 0.98, "\(misses.joined(separator: "\n"))")
    #expect(precision >= 0.98, "\(misses.joined(separator: "\n"))")
  }
}
