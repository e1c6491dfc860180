import Testing

@testable import SiteGen

/// A site in a language that is written from right to left.
@Suite struct RightToLeftTests {
  @Test func givesTheDirectionOnEveryPage() throws {
    let built = try SiteInTests.mirrored.build()
    for page in built.pages {
      let root = ScannedPage(built.text(page)).elements.first { $0.name == "html" }
      #expect(root?["dir"] == "rtl", "\(page)")
    }
  }

  @Test func letsTheLanguageOfEachQuotationSetItsDirection() throws {
    let built = try SiteInTests.mirrored.build()
    var languages: Set<String> = []
    for page in built.pages {
      for element in ScannedPage(built.text(page)).elements where element.name != "html" {
        guard let language = element["lang"] else { continue }
        languages.insert(language)
        #expect(element["dir"] == "auto", "\(page): a quotation of '\(language)'")
      }
    }
    #expect(languages == ["ar", "en"])
  }

  @Test func showsTheTranslationWithItsQuotation() throws {
    let page = try SiteInTests.mirrored.build().text("questions/boats.html")
    let scan = ScannedPage(page)
    let shown = scan.elements.filter { $0["data-claim"] != nil && $0["data-field"] == "translation" }
    #expect(shown.count == 1, "of two quotations one has a translation")
    let quotation = try #require(page.firstRange(of: "9 boats sank in the storm"))
    let translation = try #require(page.firstRange(of: "غرقت 9 قوارب في العاصفة"))
    #expect(quotation.upperBound < translation.lowerBound)
    #expect(page.contains("ترجمة المحرر: <span"))
  }

  @Test func countsInArabicAndFallsBackVisibly() throws {
    let built = try SiteInTests.mirrored.build()
    #expect(built.text("index.html").contains("{count}") == false)
    #expect(built.text("speakers.html").contains("4 أجوبة"))
    #expect(built.text("speakers.html").contains("جواب واحد"))
    #expect(built.text("questions/boats.html").contains("Link to this answer"))
    let words = try #require(built.text("search.html").firstRange(of: "\"found\""))
    #expect(built.text("search.html")[words.upperBound...].contains("\"two\""))
  }

  @Test func isolatesValuesOfTheOtherDirection() throws {
    let built = try SiteInTests.mirrored.build()
    let (open, value, close) = ("\u{2066}", "\u{2068}", "\u{2069}")
    #expect(built.text("index.html").contains("\(open)The latest report is dated \(value)14 مارس 2018\(close)."))
    let pages = built.pages.map(built.text).joined()
    #expect(pages.unicodeScalars.count { $0 == "\u{2066}" || $0 == "\u{2068}" } > 100)
    for scalar in try SiteInTests.second.build().text("index.html").unicodeScalars {
      #expect(!(0x2066...0x2069 ~= scalar.value))
    }
  }

  @Test func isolatesInsertedNamesOnPagesAndNotInData() throws {
    let built = try SiteInTests.mirrored.build()
    #expect(built.pages.contains { built.text($0).contains("\u{2068}Harbour still shut after storm\u{2069}") })
    for path in built.paths where path.hasPrefix("data/") || path.hasSuffix(".csv") {
      #expect(built.text(path) == built.text(path).withoutIsolates, "\(path)")
    }
  }

  @Test func usesNoLeftOrRightInTheStyle() throws {
    let style = try fileOfProject("Templates/assets/style.css").contents
      .replacing(/\/\*(?s:.)*?\*\//, with: "")
    let sided =
      /(?:margin|padding|border)-(?:left|right)|(?:^|[\s;{])(?:left|right)\s*:|(?:float|clear|text-align)\s*:\s*(?:left|right)/
    #expect(style.matches(of: sided).map { String($0.output) } == [])
    for match in style.matches(of: /(?:margin|padding|inset|border-width)\s*:\s*([^;}]+)/) {
      let sides = match.output.1.split(separator: " ")
      #expect(sides.count < 4 || sides[1] == sides[3], "\(match.output.0)")
    }
  }
}
