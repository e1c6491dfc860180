import Testing

@testable import SiteGen

/// Which social cards a site publishes, and the diagnostics for the others.
@Suite struct SitePictureTests {
  private let home = "Content/cards/index.png"
  private let base = ExampleSite.Edit.replace(
    "sitegen.yaml", "language: en\n", "language: en\nbase_url: https://example.org/marnow/\n")

  /// The example site with pictures that are up to date, then some edits.
  private func built(_ edits: [ExampleSite.Edit], pictures: Bool = true, settings: String? = nil) throws -> BuiltFiles {
    let own = settings.map { [ExampleSite.Edit.replace("sitegen.yaml", "language: en\n", "language: en\n" + $0)] } ?? []
    return BuiltFiles(try #require(ExampleSite.site((pictures ? ExampleSite.pictures() : []) + own + edits)))
  }

  private func diagnostics(_ built: BuiltFiles) -> [String] {
    built.diagnostics.map { "\($0.rule.id) \($0.place.file.path)" }
  }

  @Test func reportsNothingForASiteWithoutPictures() throws {
    let site = try built([base], pictures: false)
    #expect(site.diagnostics.isEmpty)
    #expect(!site.paths.contains { $0.hasPrefix("cards/") })
    #expect(!site.text("index.html").contains("og:image") && !site.text("index.html").contains("twitter:card"))
    #expect(!site.text("index.html").contains("apple-touch-icon"))
  }

  @Test func publishesPicturesThatAreUpToDate() throws {
    let site = try built([base])
    #expect(site.printedDiagnostics == "")
    for (page, picture) in [
      ("index.html", "cards/index.png"), ("houses.html", "cards/houses.png"),
      ("questions/houses-lost.html", "cards/questions/houses-lost.png"),
      ("sources/2031-05-04-mayor.html", "cards/sources/2031-05-04-mayor.png"),
    ] {
      #expect(site.bytes[picture] == site.inputs.first { $0.path == "Content/" + picture }?.bytes)
      let text = site.text(page)
      #expect(text.contains("<meta property=\"og:image\" content=\"https://example.org/marnow/\(picture)\">"))
      #expect(text.contains("<meta property=\"og:image:width\" content=\"1200\">"))
      #expect(text.contains("<meta property=\"og:image:height\" content=\"630\">"))
      #expect(text.contains("<meta name=\"twitter:card\" content=\"summary_large_image\">"))
      #expect(text.contains("rel=\"apple-touch-icon\""))
    }
    let question = site.text("questions/houses-lost.html")
    #expect(question.contains("og:image:alt\" content=\"The flood of Marnow · How many houses were lost? · 14 · "))
    for page in ["river.html", "embed/houses-lost.html", "sources.html", "404.html"] {
      #expect(!site.text(page).contains("og:image"), "\(page) has no picture of its own")
    }
  }

  @Test func linksToNoPictureWithoutABaseAddress() throws {
    let site = try built([])
    #expect(site.printedDiagnostics == "")
    #expect(site.bytes["cards/index.png"] != nil && !site.text("index.html").contains("og:image"))
  }

  @Test(arguments: [
    ("this picture does not show", pictureWithoutPixels(text: "The flood of Marnow\nother words")),
    ("'sitegen cards' did not make", pictureWithoutPixels()), ("this is not a PNG file", Array("GIF89a".utf8)),
    ("this is not a PNG file", []),
    ("has 1200 × 600 pixels", pictureWithoutPixels(height: 600, text: try? ExampleSite.text(ofPicture: "index"))),
  ])
  func doesNotPublishStalePictures(_ words: String, _ bytes: [UInt8]) throws {
    let site = try built([base, .bytes(home, bytes)])
    #expect(diagnostics(site) == ["stale-card \(home)"])
    #expect(site.diagnostics.first?.message.contains(words) == true)
    #expect(site.diagnostics.first?.severity == .warning)
    #expect(site.bytes["cards/index.png"] == nil && site.bytes["cards/houses.png"] != nil)
    #expect(!site.text("index.html").contains("og:image"))
  }

  /// Its words are the same; its colours, symbols or positions are not.
  @Test func reportsAPictureOfAnotherDrawing() throws {
    let text = try ExampleSite.text(ofPicture: "index")
    let words = text.split(separator: "\n").dropLast().joined(separator: "\n")
    for old in [words, words + "\ndrawing 0"] {
      let site = try built([base, .bytes(home, pictureWithoutPixels(text: old))])
      #expect(diagnostics(site) == ["stale-card \(home)"])
      #expect(site.diagnostics.first?.message.contains("other colours, marks or positions") == true)
      #expect(site.bytes["cards/index.png"] == nil)
    }
  }

  @Test func reportsTheTextOfAStalePicture() throws {
    let card = RuleExample.card
    let site = try built([
      .replace(RuleExample.note, "[14 houses](question:houses-lost)", "houses"),
      .replace(RuleExample.note, "[14](claim:2031-05-04-houses)", "some"),
      .replace(card, "  - id: 2031-05-04-houses\n    question: houses-lost\n", "  - question: people-in-hospital\n"),
      .replace(card, "quote: \"14 houses were lost\"", "quote: \"14 people are in hospital\""),
      .replace(
        RuleExample.topic, "  houses-damaged:",
        "  people-in-hospital:\n    asks: Who is in hospital?\n    label: In hospital\n    unit: people\n"
          + "    counts: stock\n  houses-damaged:"),
      .replace(
        card, "claims:", "left: [{quote: 14 houses were lost, why: said twice}]\nclaims:"),
    ])
    let diagnostic = try #require(
      site.diagnostics.first { $0.place.file.path == "Content/cards/questions/houses-lost.png" })
    #expect(diagnostic.rule == .staleCard)
    #expect(
      diagnostic.notes.map(\.message) == [
        "it shows '14', but the page says 'No report in this collection answers this.'"
      ])
  }

  @Test func countsPagesWithoutAPicture() throws {
    let all = ExampleSite.pictures()
    let site = BuiltFiles(try #require(ExampleSite.site(Array(all.prefix(1)))))
    #expect(diagnostics(site) == ["stale-card Content/cards"])
    #expect(site.diagnostics.first?.message.hasPrefix("\(all.count - 2) pages have no picture") == true)
  }

  @Test func reportsPicturesThatBelongToNoPage() throws {
    let site = try built([
      .bytes("Content/cards/gone.png", pictureWithoutPixels(text: "Gone")),
      .bytes("Content/cards/mine.png", Array("mine".utf8)), .write("Content/cards/words.txt", "words"),
    ])
    #expect(
      diagnostics(site).sorted() == [
        "unused-file Content/cards/gone.png", "unused-file Content/cards/mine.png",
        "unused-file Content/cards/words.txt",
      ])
    #expect(!site.paths.contains("cards/gone.png") && !site.paths.contains("cards/mine.png"))
  }

  @Test(arguments: [("off", 0, false), ("warning", 1, false), ("error", 1, true)])
  func followsTheSeverityInTheSettings(_ setting: String, count: Int, stops: Bool) throws {
    let site = try built(
      [.bytes(home, pictureWithoutPixels(text: "old"))], settings: "rules: {stale-card: \(setting)}\n")
    #expect(site.diagnostics.count == count)
    #expect(site.paths.isEmpty == stops)
    #expect(site.bytes["cards/index.png"] == nil)
  }

  @Test func showsNothingSensitive() throws {
    let edits: [ExampleSite.Edit] = [
      .replace(
        RuleExample.topic, "    counts: event\n  bridges-lost:",
        "    counts: event\n    sensitive: true\n  bridges-lost:"),
      .write("Content/index.md", "---\ntitle: Home\nasked_most: [houses-lost, bridges-lost]\n---\n"),
    ]
    let pictures = ExampleSite.wantedPictures(edits)
    #expect(pictures.contains { $0.path == "Content/cards/questions/bridges-lost.png" })
    #expect(!pictures.contains { $0.path == "Content/cards/questions/houses-lost.png" })
    for picture in pictures {
      #expect(!picture.text.contains("ouses lost") && !picture.text.contains("houses were lost?"))
    }
  }

  @Test func writesAManifest() throws {
    let site = try built([])
    let manifest = site.text("manifest.webmanifest")
    let colours = SiteColours(style: site.bytes["assets/style.css"] ?? [])
    for member in [
      "\"name\": \"The flood of Marnow\"", "\"short_name\": \"The flood of Marnow\"", "\"lang\": \"en\"",
      "\"dir\": \"ltr\"", "\"start_url\": \"index.html\"", "\"display\": \"browser\"",
      "\"theme_color\": \"\(colours.paper)\"", "\"src\": \"assets/icon.svg?v=", "\"src\": \"cards/site_icon.png?v=",
    ] { #expect(manifest.contains(member), "\(member)") }
    let page = site.text("questions/houses-lost.html")
    #expect(page.contains("<link rel=\"manifest\" href=\"../manifest.webmanifest\">"))
    #expect(page.contains("manifest-src &#39;self&#39;"))
    let dark = try #require(colours.darkPaper)
    #expect(page.contains("content=\"\(dark)\" media=\"(prefers-color-scheme: dark)\""))
    #expect(!(try built([], pictures: false)).text("manifest.webmanifest").contains("site_icon"))
  }

  @Test(arguments: [
    (":root { --paper: #123; }", "#123", nil), (":root{--paper:red}", "#ffffff", nil), ("", "#ffffff", nil),
    ("--paper: #ABCDEF; --paper:#000000}", "#ABCDEF", "#000000"), ("--paper:", "#ffffff", nil),
    ("--paper: #12\"><script>;", "#ffffff", nil),
  ])
  func readsTheColoursOfTheStyle(_ style: String, _ light: String, _ dark: String?) {
    let colours = SiteColours(style: Array(style.utf8))
    #expect(colours.paper == light && colours.darkPaper == dark)
  }
}

extension ExampleSite {
  /// The pictures that the site should have with some edits.
  static func wantedPictures(_ edits: [Edit] = []) -> [SitePicture] {
    var builder = Builder()
    let proven = site(edits).flatMap { builder.prove($0).value }
    return proven.map { sitePictures(of: Site($0.sheet, $0.theme), $0.theme) } ?? []
  }

  /// The text of one of them.
  static func text(ofPicture name: String) throws -> String {
    try #require(wantedPictures().first { $0.path == "Content/cards/\(name).png" }).text
  }

  /// All of them as files with their text.
  static func pictures() -> [Edit] {
    wantedPictures().map {
      .bytes($0.path, pictureWithoutPixels(width: $0.width, height: $0.height, text: $0.text))
    }
  }
}
