import Testing

@testable import SiteGen

/// Any words stay inside a social card and do not touch each other.
@Suite struct SocialCardLayoutTests {
  /// Words in several scripts, from empty to very long.
  static let words: [String] = {
    let samples = [
      "W", "How many people were killed?", "Mmmmmmmm WWWWWWW", "between 26 and 164", "Сколько человек погибло?",
      "Ширшищая", "كم عدد القتلى", "何人が死亡しましたか", "e\u{301}e\u{301}", "Donaudampfschifffahrtsgesellschaft",
    ]
    return samples.flatMap { sample in [1, 4, 16, 64].map { String(repeating: sample + " ", count: $0) } }
      + [String(repeating: "X", count: 900), "a\nb\tc", " ", ""]
  }()

  static let cards: [SocialCard] = words.enumerated().flatMap { index, words in
    let other = Self.words[(index * 7 + 3) % Self.words.count]
    let agreement = SocialCard.Agreement(words: other, shape: AgreementShape.allCases[index % 8])
    let line = SocialCard.Line(label: other, answer: words, agreement: agreement)
    func card(_ change: (inout SocialCard) -> Void) -> SocialCard {
      var card = SocialCard(page: "x.html", site: other, title: words)
      change(&card)
      return card
    }
    return [
      card { _ in }, card { $0.foot = words },
      card {
        $0.answer = words
        $0.details = words
        $0.agreement = agreement
        $0.foot = words
      },
      card {
        $0.chart = chart(height: Double(60 + index * 10 % 200))
        $0.answer = words
        $0.details = other
        $0.foot = other
      },
      card { $0.lines = [line, line, line, line] },
      card {
        $0.lines = [line, line].map {
          var line = $0
          line.chart = chart(height: Double(60 + index * 10 % 200), width: ChartSize.inColumn)
          return line
        }
        $0.foot = other
      },
      card {
        $0.sides = [.init(answer: words, details: other), .init(answer: other, details: words)]
        $0.agreement = agreement
        $0.foot = words
      },
      card {
        $0.lines = [line]
        $0.foot = other
        $0.agreement = agreement
      },
    ]
  }

  private static func chart(height: Double, width: Double = ChartSize.onCard) -> SocialCard.Chart {
    var drawing = ChartDrawing(width: width)
    drawing.height = height
    return SocialCard.Chart(drawing: drawing, description: "2 answers")
  }

  @Test(arguments: cards) func keepsChartsApartFromTheWords(_ card: SocialCard) throws {
    let layout = SocialCardLayout(card)
    for chart in layout.charts {
      let (right, bottom) = (
        chart.inset + chart.drawing.width * chart.scale, chart.top + chart.drawing.height * chart.scale
      )
      #expect(right <= Double(SocialCard.width) - SocialCardLayout.margin + 0.01)
      for text in layout.texts {
        let width = ChartText.width(of: text.words) / ChartText.size * text.size * text.face.widening
        let isBeside = text.inset + width <= chart.inset || right <= text.inset || text.top >= bottom
        #expect(isBeside || text.top + text.size * FittedText.spacing <= chart.top + 0.01, "'\(text.words)'")
      }
      for other in layout.charts where other.inset > chart.inset { #expect(right <= other.inset) }
    }
  }

  @Test func showsQuestionsBesideEachOtherWithTheirCharts() {
    var card = SocialCard(page: "index.html", site: "Site", title: "Marnow")
    let agreement = SocialCard.Agreement(words: "Went down", shape: .fell)
    card.lines = ["At least 26", "At least 18, later 16", "About 5,800"].map {
      .init(
        label: "Killed", answer: $0, agreement: agreement, chart: Self.chart(height: 178, width: ChartSize.inColumn))
    }
    let layout = SocialCardLayout(card)
    #expect(layout.charts.count == 3 && Set(layout.charts.map(\.top)).count == 1)
    let answers = layout.texts.filter { $0.face == .serifBold }
    #expect(Set(answers.map(\.size)).count == 1 && Set(answers.map(\.inset)).count == 3)
    #expect(layout.texts.contains { $0.tone == .status(.fell) }, "a status has its colour")
  }

  @Test func showsAChartOnlyIfItCanBeRead() {
    var card = SocialCard(page: "x.html", site: "Site", title: "How many?", answer: "18")
    card.chart = Self.chart(height: 148)
    #expect(SocialCardLayout(card).charts.count == 1)
    #expect(card.text == ["Site", "How many?", "18", "2 answers"], "the card changes with its chart")
    card.chart = Self.chart(height: 400)
    #expect(SocialCardLayout(card).charts.isEmpty)
  }

  @Test(arguments: cards) func keepsTextsInsideTheCard(_ card: SocialCard) {
    let layout = SocialCardLayout(card)
    let end = Double(SocialCard.width) - SocialCardLayout.margin
    for text in layout.texts {
      let width = ChartText.width(of: text.words) / ChartText.size * text.size * text.face.widening
      #expect(text.inset >= SocialCardLayout.margin)
      #expect(text.inset + width <= end + 0.01, "'\(text.words)' ends at \(text.inset + width)")
      #expect(text.top >= 0 && text.top + text.size * FittedText.spacing <= Double(SocialCard.height) - 24)
      #expect(!text.words.contains { $0.isNewline })
    }
    for shape in layout.shapes { #expect(shape.top + shape.size <= Double(SocialCard.height) - 24) }
  }

  @Test(arguments: cards) func keepsLinesApart(_ card: SocialCard) {
    let texts = SocialCardLayout(card).texts
    for (index, text) in texts.enumerated() {
      for other in texts[(index + 1)...] {
        let isApart =
          text.top + text.size * FittedText.spacing <= other.top + 0.01
          || other.top + other.size * FittedText.spacing <= text.top + 0.01
        // The agreement and the foot are on the same line.
        let width = ChartText.width(of: text.words) / ChartText.size * text.size * text.face.widening
        #expect(isApart || text.inset + width < other.inset, "'\(text.words)' touches '\(other.words)'")
      }
    }
  }

  @Test func showsTwoSidesInOneSizeWithALineBetweenThem() throws {
    var card = SocialCard(page: "x.html", site: "Site", title: "How many?")
    card.sides = [
      .init(answer: "18", details: "the ministry"), .init(answer: "from 160 to 1,600", details: "officials"),
    ]
    let layout = SocialCardLayout(card)
    let answers = layout.texts.filter { $0.face == .serifBold }
    #expect(Set(answers.map(\.size)).count == 1 && Set(answers.map(\.inset)).count == 2)
    let divider = try #require(layout.divider)
    #expect(divider.top < divider.bottom && divider.bottom < Double(SocialCard.height) - SocialCardLayout.margin)
    #expect(card.text == ["Site", "How many?", "18 (the ministry)", "from 160 to 1,600 (officials)"])
    card.sides = []
    #expect(SocialCardLayout(card).divider == nil)
  }

  @Test func marksOmittedWordsWithAnEllipsis() {
    let whole = "How many people were killed?"
    #expect(FittedText(whole, .serif, sizes: [50, 40], width: 1000, height: 120).lines == [whole])
    let cut = FittedText(
      String(repeating: "many words ", count: 90), .serif, sizes: [50, 40], width: 1000, height: 120)
    #expect(cut.size == 40 && cut.lines.count == 2)
    #expect(cut.lines.last?.hasSuffix("…") == true && cut.lines.last?.hasSuffix(" …") == false)
  }

  @Test func keepsANumberWithTheWordAfterIt() {
    let width = ChartText.width(of: "in a report of 9")
    #expect(ChartText.lines(of: "in a report of 9 January", within: width) == ["in a report of", "9 January"])
    #expect(ChartText.lines(of: "9 January", within: ChartText.width(of: "January")) == ["9", "January"])
  }

  @Test func mirrorsForRightToLeftText() {
    let colours = SiteColours(style: []).ofCards
    var card = SocialCard(page: "x.html", site: "موقع", title: "كم عدد القتلى؟")
    let agreement = SocialCard.Agreement(words: "تغيّر", shape: .changed)
    card.agreement = agreement
    func svg(_ card: SocialCard) -> String {
      String(decoding: SocialCardSVG.bytes(of: card, language: "ar", colours), as: UTF8.self)
    }
    #expect(svg(card).contains("<text x=\"72.0\"") && !svg(card).contains("direction=\"rtl\""))
    card.isMirrored = true
    #expect(svg(card).contains("<text x=\"1128.0\"") && !svg(card).contains("<text x=\"72.0\""))
    #expect(svg(card).contains("direction=\"rtl\"") && svg(card).contains("scale(-1 1)"))
  }

  @Test func escapesText() {
    let card = SocialCard(page: "x.html", site: "</svg><script>", title: "A & B \u{1}")
    let svg = String(
      decoding: SocialCardSVG.bytes(of: card, language: "en\"", SiteColours(style: []).ofCards), as: UTF8.self)
    #expect(svg.contains("A &amp; B") && svg.contains("&lt;script&gt;") && svg.contains("xml:lang=\"en&quot;\""))
    #expect(!svg.contains("<script") && !svg.contains("\u{1}"))
  }
}
