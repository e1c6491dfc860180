import Testing

@testable import SiteGen

/// Pages that would be too long are divided. Tested with a low limit, so that the site is small.
@Suite struct DividedPageTests {
  private static let limit = PageLimit(bytes: 100_000)
  private static let whole = BuiltFiles(LongSite.files, limit: PageLimit(bytes: .max))
  private static let divided = BuiltFiles(LongSite.files, limit: limit)
  private static let plain = BuiltFiles(inTheme(SiteInTests.plainTheme, LongSite.files), limit: limit)

  /// The anchors on the parts of divided pages, from data/anchors.csv.
  private static let moved: [(anchor: String, page: String, address: String)] = divided.text("data/anchors.csv")
    .split(separator: "\r\n").dropFirst().map { line in
      let fields = line.split(separator: ",").map(String.init)
      return (fields[0], fields[1], fields[2])
    }

  /// The parts of a page of the whole site, in order.
  private static func parts(of page: String, in built: BuiltFiles = divided) -> [String] {
    let name = String(page.dropLast(".html".count))
    let rest = (2...).lazy.map { number in
      ["\(name)_\(number).html", "\(name)-\(number).html"].first {
        built.bytes[$0] != nil && whole.bytes[$0] == nil
      }
    }.prefix { $0 != nil }
    return [page] + rest.compactMap { $0 }
  }

  @Test func buildsWithoutErrors() {
    let isBuilt = !Self.divided.paths.isEmpty
    #expect(isBuilt, "\(Self.divided.printedDiagnostics)")
  }

  @Test func writesNoPageOrFeedAboveTheLimit() {
    for built in [Self.divided, Self.plain] {
      // Why: the page for missing addresses contains the fonts of the site, and nothing that grows with it.
      #expect(built.bytes["404.html"]?.count ?? 0 < PageLimit().bytes)
      let growing = built.pages.filter { $0 != "404.html" }
      expectNone(
        (growing + ["feed.xml", "feed.json"]).filter { (built.bytes[$0]?.count ?? 0) > Self.limit.bytes }
          .map { "\($0) has \(built.bytes[$0]?.count ?? 0) bytes" })
    }
  }

  @Test(arguments: [
    "disagreements.html", "speakers.html", "timeline.html", "updates.html", "corrections.html", "sources.html",
    "a-z.html", "counts-0.html", "questions/q-2.html", "sources/report-0.html",
  ]) func dividesEveryKindOfLongPage(_ page: String) {
    let parts = Self.parts(of: page)
    #expect(parts.count > 1, "\(page) has \(Self.whole.bytes[page]?.count ?? 0) bytes and is not divided")
    // Why half: a part is full, except the last and those before a new section.
    let sizes = parts.dropLast().map { Self.divided.bytes[$0]?.count ?? 0 }
    #expect(sizes.allSatisfy { $0 > Self.limit.bytes / 2 }, "the parts of \(page) have \(sizes) bytes")
  }

  @Test func keepsEveryAnchorOnExactlyOnePartOrTheFirst() {
    var faults: [String] = []
    for page in Self.whole.pages where page != "index.html" {
      let before = ScannedPage(Self.whole.text(page)).ids
      let after = Self.parts(of: page).map { ScannedPage(Self.divided.text($0)).ids }
      let lost = before.subtracting(after.reduce([]) { $0.union($1) })
      if !lost.isEmpty { faults.append("\(page) has no \(lost.sorted().prefix(3))") }
    }
    expectNone(faults)
  }

  @Test func saysOnTheFirstPartOrInTheDataWhereEachClaimIs() {
    var faults: [String] = []
    for entry in Self.moved {
      let part = entry.address.split(separator: "#").first.map(String.init) ?? ""
      if !ScannedPage(Self.divided.text(part)).ids.contains(entry.anchor) { faults.append("\(entry) does not exist") }
      if ScannedPage(Self.divided.text(entry.page)).ids.contains(entry.anchor) {
        faults.append("\(entry) did not move")
      }
    }
    let claims = Set(Self.moved.map(\.anchor))
    for question in ["q-0", "q-2", "q-6"] {
      let first = ScannedPage(Self.divided.text("questions/\(question).html")).ids
      for line in Self.divided.text("questions/\(question).csv").split(separator: "\r\n").dropFirst()
      where !line.contains("The gate was closed") {
        let id = String(line.prefix { $0 != "," })
        if !first.contains(id), !claims.contains(id) { faults.append("nothing says where \(id) is") }
      }
    }
    #expect(!Self.moved.isEmpty)
    expectNone(faults)
  }

  @Test func leadsToNoMissingPageOrAnchor() {
    expectNone(Self.divided.brokenLinks)
    expectNone(Self.plain.brokenLinks)
  }

  @Test func findsEveryAnswerWhereItIs() {
    let ids = Dictionary(
      uniqueKeysWithValues: Self.divided.pages.map { ($0, ScannedPage(Self.divided.text($0)).ids) })
    var found = 0
    for path in Self.divided.paths where path.hasPrefix("search/entries") {
      for match in Self.divided.text(path).matches(of: /"([^"#]+\.html)#([^"]+)"/) {
        found += 1
        let (page, anchor) = (String(match.output.1), String(match.output.2))
        #expect(ids[page]?.contains(anchor) == true, "the search leads to \(page)#\(anchor)")
      }
    }
    #expect(found > 300)
  }

  @Test func leadsFromPartToPart() {
    for page in ["timeline.html", "questions/q-2.html"] {
      let parts = Self.parts(of: page)
      for (index, part) in parts.enumerated() {
        let scan = ScannedPage(Self.divided.text(part))
        func targets(_ relation: String) -> [String] {
          scan.elements.filter { $0.name == "link" && $0["rel"] == relation }.compactMap { $0["href"] }
            .compactMap { target(of: $0, on: part, baseURL: Self.divided.baseURL)?.path }
        }
        #expect(targets("prev") == (index == 0 ? [] : [parts[index - 1]]))
        #expect(targets("next") == (index == parts.count - 1 ? [] : [parts[index + 1]]))
        #expect(targets("canonical") == [part])
        let current = scan.elements.filter { $0["aria-current"] == "page" }.compactMap { $0["href"] }
          .compactMap { target(of: $0, on: part, baseURL: Self.divided.baseURL)?.path }
        #expect(current.contains(part), "\(part) does not say which part it is")
      }
    }
  }

  @Test func namesEachPartInItsTitleAndInTheSitemap() {
    let titles = Self.divided.pages.map { ScannedPage(Self.divided.text($0)).texts["title"]?.first ?? "" }
    let isUnique = Set(titles.filter { $0.contains("Timeline") }).count == Self.parts(of: "timeline.html").count
    #expect(isUnique)
    for part in Self.parts(of: "timeline.html") {
      #expect(Self.divided.text("sitemap.xml").contains("<loc>https://example.org/counts/\(part)</loc>"))
    }
  }

  @Test func labelsPartsByLetterAndMonth() {
    #expect(Self.divided.text("a-z.html").contains("<span class=\"details\">O"))
    #expect(Self.divided.text("timeline.html").contains("<span class=\"details\">2031-01"))
  }

  @Test func evadesThePageOfAQuestion() {
    #expect(Self.parts(of: "questions/q-0.html").dropFirst().first == "questions/q-0_2.html")
    #expect(Self.divided.text("questions/q-0-2.html").contains("at gate 1?"))
  }

  @Test func leavesShortPagesAlone() throws {
    for site in SiteInTests.all {
      let files = site.read().value
      let (limited, unlimited) = (BuiltFiles(files), BuiltFiles(files, limit: PageLimit(bytes: .max)))
      #expect(limited.bytes == unlimited.bytes)
      #expect(limited.bytes["data/anchors.csv"] == nil)
    }
  }

  @Test func leavesPagesAloneThatLeadToNoDividedPage() {
    let alone = ["methodology.html", "embed/q-2.html", "data/claims.csv", "data/claims.json", "questions/q-0.svg"]
    for path in alone { #expect(Self.divided.bytes[path] == Self.whole.bytes[path], "\(path)") }
  }

  @Test func showsAllOtherDisagreementsOnTheirOwnPage() {
    let home = ScannedPage(Self.divided.text("index.html"))
    #expect(home.addresses.contains("disagreements.html"))
    #expect(Self.divided.bytes["index-2.html"] == nil)
  }

  @Test func putsTheNewestEntriesInTheFeeds() {
    let entries = Self.divided.text("feed.xml").split(separator: "<entry>").dropFirst()
    #expect(entries.count == 50)
    #expect(entries.first?.contains("Report 199") == true)
  }

  @Test func listsFewerChangesInALongFeed() throws {
    let (sheet, theme) = try Self.parts()
    func feed(_ limit: Int) -> String {
      let site = Site(sheet, theme, PageLimit(bytes: limit))
      let bytes = FeedEntry.feed(of: site, at: "https://example.org/") { entries in
        Array(entries.map(\.content).joined(separator: "\n").utf8)
      }
      return String(decoding: bytes, as: UTF8.self)
    }
    let whole = feed(.max)
    let shortened = feed(whole.utf8.count - 1)
    #expect(!whole.contains("more change"))
    #expect(shortened.utf8.count < whole.utf8.count && shortened.contains("\nand 1 more change"))
  }

  private static func parts() throws -> (FactSheet, Theme) {
    let sheet = try #require(buildSite(LongSite.files).value?.sheet)
    return (sheet, try #require(readTheme([], for: sheet.dossier.settings).value))
  }

  @Test func dividesALongSitemap() throws {
    let (sheet, theme) = try Self.parts()
    let page = Page(address: "a.html", updated: nil, setting: .site) { Record() }
    let files = Sitemap.files(
      of: Site(sheet, theme), [Page](repeating: page, count: 5), mostAddresses: 2)
    #expect(files.map(\.path) == ["robots.txt", "sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"])
    let index = String(decoding: files[1].bytes, as: UTF8.self)
    #expect(index.contains("<loc>https://example.org/counts/sitemap-3.xml</loc>"))
    #expect(String(decoding: files[4].bytes, as: UTF8.self).matches(of: /<url>/).count == 1)
  }
}
