import Testing

@testable import SiteGen

/// What a site offers to other pages: embeds, social cards and its icon.
@Suite struct SharingTests {
  private func site(_ tested: SiteInTests) throws -> Site { try #require(siteOfExamples(try tested.build().inputs)) }

  @Test func splitsTheCardOfTwoContradictingAnswers() throws {
    let site = try site(.shipped)
    let split = site.socialCards().filter { !$0.sides.isEmpty }
    #expect(!split.isEmpty)
    for card in split {
      #expect(card.sides.count == 2 && card.answer == nil && card.details == nil, "\(card.page)")
      #expect(Set(card.sides.map(\.answer)).count == 2, "\(card.page)")
    }
    let questions = site.sheet.answeredQuestions.filter { $0.brief.all.count > 2 || !$0.agreement.isContradiction }
    let others = Set(questions.map { Address.question($0.question.id) })
    #expect(!split.contains { others.contains($0.page) })
  }

  @Test func offersEachChartAsAPicture() throws {
    let built = try SiteInTests.shipped.build()
    let charts = built.paths.filter { $0.hasPrefix("questions/") && $0.hasSuffix(".svg") }
    #expect(!charts.isEmpty)
    for chart in charts {
      let name = chart.dropFirst("questions/".count).dropLast(".svg".count)
      let picture = try #require(built.bytes["questions/\(name).png"].flatMap(PictureText.init))
      #expect(picture.width == 1360 && picture.text?.isEmpty == false)
      #expect(built.text("questions/\(name).html").contains("<a href=\"\(name).png\">PNG</a>"))
    }
    #expect(!built.text("index.html").contains(".png\">PNG"))
  }

  @Test func namesTheHorizonOnCards() throws {
    let cards = try site(.second).socialCards()
    for card in cards where !card.page.hasPrefix("sources/") {
      #expect(card.foot == "Aus 3 Berichten, der neueste vom 6. Juni 2019", "\(card.page)")
    }
  }

  @Test(arguments: SiteInTests.all) func givesTheHeightOfEachEmbed(_ tested: SiteInTests) throws {
    let built = try tested.build()
    var heights: Set<String> = []
    for page in built.pages where page.hasPrefix("embed/") {
      let scan = ScannedPage(built.text(page))
      let height = try #require(scan.elements.first { $0.name == "body" }?["data-height"])
      heights.insert(height)
      #expect((150...3000).contains(Int(height) ?? 0), "\(page): \(height)")
      let question = built.text(page.replacing("embed/", with: "questions/"))
      #expect(built.baseURL == nil || question.contains("height=&quot;\(height)&quot;"), "\(page)")
      #expect(scan.elements.contains { $0["rel"] == "icon" } && scan.elements.contains { $0["rel"] == "stylesheet" })
    }
    #expect(heights.count > 1)
  }

  @Test func embedsGrowWithTheirWords() throws {
    let site = try site(.second)
    let answered = try #require(site.sheet.answeredQuestions.first { $0.agreement != .unanswered })
    var long = answered
    long.question.asks = String(repeating: answered.question.asks + " ", count: 20)
    #expect(EmbedHeight(of: long, on: site).height > EmbedHeight(of: answered, on: site).height + 200)
  }

  @Test func containsItsIconWhereItMayLoadNothing() throws {
    let built = try SiteInTests.shipped.build()
    let icon = try #require(ScannedPage(built.text("404.html")).elements.first { $0["rel"] == "icon" }?["href"])
    #expect(percentDecoded(Array(icon.utf8)[...].dropFirst(19)).bytes == built.bytes["assets/icon.svg"])
    #expect(!built.text("index.html").contains("data:image"))
  }
}
