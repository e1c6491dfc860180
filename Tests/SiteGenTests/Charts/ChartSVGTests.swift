import Testing

@testable import SiteGen

@Suite struct ChartSVGTests {
  @Test func insertsWordsOnlyAsText() {
    let svg = drawn([mark("<b>3</b>", Quantity(3), "a & b \"c\"")], title: "</title><script>", as: .file)
    #expect(!svg.contains("<b>") && !svg.contains("<script>"))
    #expect(svg.contains("&lt;b&gt;3&lt;/b&gt;") && svg.contains("a &amp; b"))
  }

  @Test func drawsNoMarkForVagueWords() {
    let svg = drawn([
      mark("dozens", Quantity(VagueWord(words: "dozens", lowerBound: 24)), "police"), mark("3", Quantity(3), "mayor"),
    ])
    #expect(svg.components(of: "<path").count == 1)
    #expect(svg.contains("dozens"))
  }

  @Test(arguments: [
    (Quantity(18), "", 1), (Quantity(18, approximate: true), "fill=\"none\"", 1),
    (Quantity(lower: 18, upper: nil, lowerOpen: true), "M7.5 0H17", 2),
    (Quantity(lower: nil, upper: 18, upperOpen: true), "scale(-1 1)", 2),
    (Quantity(lower: 16, upper: 18), "<rect", 0),
    (Quantity(lower: 16, upper: 18, approximate: true), "fill=\"none\"", 0),
  ])
  func drawsEachKindOfAnswer(quantity: Quantity, markup: String, paths: Int) {
    let svg = drawn([mark("18", quantity, "mayor")])
    #expect(svg.contains(markup))
    #expect(svg.components(of: "<path").count == paths)
  }

  @Test func givesEachSpeakerAShape() {
    let svg = drawn([mark("1", Quantity(1), "a", speaker: 0), mark("2", Quantity(2), "b", speaker: 1)])
    #expect(svg.contains(MarkShape.circle.path.description) && svg.contains(MarkShape.square.path.description))
  }

  @Test func hasATitleAndADescription() {
    let svg = drawn([mark("1", Quantity(1), "a")], as: .inline(prefix: "chart_x"))
    #expect(svg.contains("aria-labelledby=\"chart_x_title\"") && svg.contains("<title id=\"chart_x_title\">Killed"))
    #expect(svg.contains("aria-describedby=\"chart_x_desc\"") && svg.contains("<desc id=\"chart_x_desc\">1 on"))
    #expect(!svg.contains("<style"), "the Content Security Policy of pages forbids inline styles")
  }

  @Test func mirrorsForRightToLeftText() {
    var chart = chart([mark("5", Quantity(5), "a"), mark("10", Quantity(10), "b")])
    let plain = text(ChartSVG.bytes(of: chart, as: .file))
    chart.isMirrored = true
    let mirrored = text(ChartSVG.bytes(of: chart, as: .file))
    #expect(plain.contains("<svg x=\"52%\""))
    #expect(mirrored.contains("<svg x=\"48%\"") && mirrored.contains("direction=\"rtl\""))
  }

  @Test(arguments: [(-1.0, "0.0%"), (0, "0.0%"), (0.447, "44.7%"), (1, "100.0%"), (7, "100.0%"), (.nan, "0.0%")])
  func clampsShares(share: Double, width: String) {
    #expect(text(shareBar(share)).contains("width=\"\(width)\""))
  }

  private func mark(_ answer: String, _ quantity: Quantity, _ label: String, speaker: Int = 0) -> AnswerChart.Mark {
    AnswerChart.Mark(answer: answer, label: label, quantity: quantity, speaker: speaker)
  }

  private func chart(_ marks: [AnswerChart.Mark], title: String = "Killed (people)") -> AnswerChart {
    AnswerChart(
      title: title, description: "1 on 3 May (mayor).", days: [.init(label: "3 May", gap: nil, marks: marks)],
      axis: ValueAxis(for: marks.map(\.quantity)) { Quantity.digits($0) })
  }

  private func drawn(
    _ marks: [AnswerChart.Mark], title: String = "Killed (people)", as form: ChartSVG.Form = .file
  ) -> String {
    text(ChartSVG.bytes(of: chart(marks, title: title), as: form))
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}

extension String {
  /// The occurrences of some words.
  fileprivate func components(of words: String) -> [Range<String.Index>] { ranges(of: words) }
}
