import Foundation
import Testing

@testable import SiteGen

@Suite struct ChartSVGTests {
  @Test func insertsWordsOnlyAsText() {
    var later = mark(Quantity(4), "4")
    later.day = day(6)
    var chart = content([mark(Quantity(3), "3"), later])
    (chart.title, chart.subtitle, chart.source) = ("</title><script>", "<b>", "a & b")
    chart.vague = "<i>dozens</i>"
    chart.key = [.init(sign: .symbol(.report, isHollow: false), words: "<u>")]
    for svg in [figure(chart), file(chart), text(ChartFigure.compact(of: chart, prefix: "x"))] {
      for markup in ["<script>", "<i>", "<u>"] { #expect(!svg.contains(markup)) }
      #expect(svg.contains("&lt;u&gt;"))
    }
    #expect(file(chart).contains("a &amp; b"))
  }

  @Test(
    arguments: [
      (Quantity(18), "M-5.5 0a", 1), (Quantity(18, approximate: true), "fill=\"none\"", 1),
      (Quantity(lower: 18, upper: nil, lowerOpen: true), "M0-8V-19", 2),
      (Quantity(lower: nil, upper: 18, upperOpen: true), "rotate(180)", 2),
      (Quantity(lower: 16, upper: 18), "class=\"c-r c-a\"", 2),
      (Quantity(18, approximate: true), "class=\"c-w c-a\"", 1),
    ])
  func drawsEachKindOfAnswer(quantity: Quantity, markup: String, paths: Int) {
    var marks = [mark(quantity, "18")]
    marks[0].day = day(3)
    let drawing = content(marks + [mark(Quantity(5), "5")]).drawing(width: ChartSize.narrow)
    var svg = ChartSVG(isMirrored: false)
    svg.add(drawing)
    #expect(text(svg.bytes).contains(markup))
    #expect(text(svg.bytes).ranges(of: "<path").count == paths + 1)
  }

  @Test func drawsThePageWithoutAStyleOfItsOwn() {
    let html = figure(content([mark(Quantity(1), "1"), mark(Quantity(2), "2")]))
    #expect(!html.contains("style"), "the Content Security Policy of pages forbids inline styles")
    #expect(html.contains("<title id=\"x_title\">Killed") && html.contains("<desc id=\"x_desc\">1 on"))
    #expect(html.ranges(of: "aria-labelledby=\"x_title\"").count == 2, "the narrow and the wide drawing")
    #expect(html.ranges(of: "id=\"x_title\"").count == 1)
    #expect(html.ranges(of: "display=\"none\"").count == 1, "without a style sheet, one of two drawings is shown")
    let sizes = html.ranges(of: #/ (?:height|y|y1|y2|dx|width)="[0-9.-]+"/#)
    #expect(sizes.isEmpty, "a chart grows with the text of its page: \(sizes.map { html[$0] })")
    #expect(html.contains("class=\"c-plot c-wide\"") && html.contains("class=\"c-plot c-narrow\""))
  }

  @Test func drawsAFileThatStandsAlone() {
    var chart = content([mark(Quantity(1), "1"), mark(Quantity(2), "2")])
    chart.vague = "In words only: dozens."
    let svg = file(chart)
    for words in ["Killed (people)", "Each mark", "In words only: dozens.", "police", "Source: 2 reports"] {
      #expect(svg.contains(">\(words)"), "'\(words)' is not in the file")
    }
    #expect(svg.contains("xmlns=") && svg.contains("prefers-color-scheme:dark"))
    #expect(!svg.contains("var("), "programs that convert the file do not know custom properties")
    #expect(svg.contains("\"Sitegen UI\", Inter, system-ui, sans-serif"))
    #expect(svg.ranges(of: "<title>").count == 1)
  }

  @Test func usesTheColoursOfTheStyleSheet() {
    let style = Array(":root { --a: #123456; --b: #abcdef } @media (dark) { :root { --a: #654321 } }".utf8)
    let colours = SiteColours(style: style).ofCharts
    #expect(colours.light["a"] == "#123456" && colours.dark["a"] == "#654321")
    let standard = StandaloneChart.Colours.standard
    #expect(colours.light["b"] == standard.light["b"], "a colour for one scheme only is not used")
    let accented = SiteColours(style: style, accent: Colour("#7a1f5c")).ofCharts
    #expect(accented.light["a"] == "#123456" && accented.dark["a"] == "#654321", "the accent is that of links")
  }

  /// WCAG 2: 4.5:1 for text, 3:1 for marks.
  @Test func hasEnoughContrast() {
    let standard = StandaloneChart.Colours.standard
    for colours in [standard.light, standard.dark] {
      for ground in ["paper", "hatch"] {
        for (name, least) in [("ink", 4.5), ("muted", 4.5), ("a", 3), ("b", 3), ("c", 3), ("d", 3), ("n", 3)] {
          let ratio = contrast(colours[name] ?? "", colours[ground] ?? "")
          #expect(ratio >= least, "\(name) on \(ground): \(ratio)")
        }
      }
    }
  }

  @Test func hasTheSameRulesInPagesAndFiles() throws {
    let rules = try fileOfProject("Sources/SiteGen/Charts/chart.css").bytes
    let style = text(try fileOfProject("Templates/assets/style.css").bytes)
    #expect(style.contains("/* charts */\n\(text(rules))/* end of charts */"), "the style sheet differs from chart.css")
    for (name, _) in StandaloneChart.Colours.properties {
      #expect(StandaloneChart.Colours.standard.light[name] != nil, "\(name)")
      #expect(StandaloneChart.Colours.standard.light[name] != StandaloneChart.Colours.standard.dark[name], "\(name)")
    }
  }

  @Test func writesTheSameBytesAgain() {
    let first = generatedChart(marks: 30, days: 5, greatest: 900, seed: 4)
    let second = generatedChart(marks: 30, days: 5, greatest: 900, seed: 4)
    #expect(figure(first) == figure(second) && file(first) == file(second))
  }

  @Test func writesNumbersFromLeftToRightInMirroredCharts() {
    var chart = content([mark(Quantity(5), ">5"), mark(Quantity(10), "10")])
    chart.isMirrored = true
    for svg in [figure(chart), file(chart)] {
      #expect(svg.contains("direction=\"rtl\"") && svg.contains("class=\"c-l\" font-weight=\"600\" direction=\"ltr\""))
    }
  }

  @Test(arguments: [(-1.0, "0.0%"), (0, "0.0%"), (0.447, "44.7%"), (1, "100.0%"), (7, "100.0%"), (.nan, "0.0%")])
  func clampsShares(share: Double, width: String) {
    #expect(text(shareBar(share)).contains("width=\"\(width)\""))
  }

  @Test(arguments: [(0.0, "0"), (12.345, "12.35"), (-0.5, "-0.5"), (3.04, "3.04"), (1e12, "1000000000")])
  func writesShortDecimals(value: Double, written: String) {
    #expect(decimal(value) == written)
  }

  private func mark(_ quantity: Quantity, _ label: String) -> AnswerChart.Mark {
    AnswerChart.Mark(
      quantity: quantity, label: label, day: day(label == "2" ? 2 : 1), symbol: ChartSymbol(named: 0),
      name: "police")
  }

  private func content(_ marks: [AnswerChart.Mark]) -> AnswerChart {
    let days = Set(marks.map(\.day))
    return AnswerChart(
      title: "Killed (people)", subtitle: "Each mark is one answer.", description: "1 on 3 May (mayor).",
      source: "Source: 2 reports", panels: [.init(place: nil, marks: marks)],
      days: days.count > 1 ? dayAxis(days) : nil,
      key: [.init(sign: .symbol(ChartSymbol(named: 0), isHollow: false), words: "police")])
  }

  private func figure(_ chart: AnswerChart) -> String { text(ChartFigure.bytes(of: chart, prefix: "x")) }
  private func file(_ chart: AnswerChart) -> String { text(StandaloneChart.bytes(of: chart, .standard)) }
  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private func contrast(_ colour: String, _ other: String) -> Double {
    func luminance(_ colour: String) -> Double {
      let number = Int(colour.dropFirst(), radix: 16) ?? 0
      let parts = [number >> 16, number >> 8 & 255, number & 255].map { part -> Double in
        let part = Double(part) / 255
        return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    let (dark, light) = (min(luminance(colour), luminance(other)), max(luminance(colour), luminance(other)))
    return (light + 0.05) / (dark + 0.05)
  }
}
