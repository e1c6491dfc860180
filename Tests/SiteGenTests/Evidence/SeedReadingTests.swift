import Testing

@testable import SiteGen

/// A long seed is read as if everything in it were kept.
@Suite struct SeedReadingTests {
  private static let pieces = [
    "26", "more than 3,800 people", "7 May 2031", "on Monday", "some 3 1/2 7 thousand", "the boats", "dozens", "no one",
    "18–20", "aged 29,", "said.\n\n", "\n", "é", "𝄞", "of 2030", "nobody", "1,1,1",
  ]

  @Test func givesWhatAReadingOfTheWholeSeedGives() {
    var random = SplitMix(seed: 43)
    var text = "\u{FEFF}"
    while text.utf8.count < 120_000 { text += Self.pieces[random.next(below: Self.pieces.count)] + " " }
    let file = SourceFile(path: "seeds/a.txt", text: text)
    let grammar = QuantityGrammar(language: "en")
    func span(atMost length: Int) -> Range<Int> {
      let start = random.next(below: file.bytes.count)
      return start..<min(file.bytes.count, start + random.next(below: length))
    }
    let quoted = (0..<12).map { _ in span(atMost: 400) }
    let ends = [0..<3, 0..<file.bytes.count, file.bytes.count..<file.bytes.count, 60_000..<60_100]
    let inside = quoted.map { $0.lowerBound + $0.count / 3..<$0.upperBound - $0.count / 3 }
    let spans = quoted + inside + ends + (0..<12).map { _ in span(atMost: 400) }
    for readsAges in [false, true] {
      let whole = SeedReading(file, grammar, quoted: nil, readsAges: readsAges)
      let partly = SeedReading(file, grammar, quoted: quoted, readsAges: readsAges)
      #expect(Array(partly.counted) == Array(whole.counted))
      #expect(Array(whole.counted).isEmpty == readsAges)
      #expect(partly.days == whole.days && whole.days.count > 2)
      var found = 0
      for span in spans {
        func touching<Element>(_ all: [Element], _ place: (Element) -> Range<Int>) -> [Element] {
          all.filter { place($0).lowerBound <= span.upperBound && span.lowerBound <= place($0).upperBound }
        }
        let (expected, read) = (whole.around(span), partly.around(span))
        let quantities = touching(expected.quantities, \.span)
        #expect(touching(read.quantities, \.span) == quantities, "\(span)")
        #expect(touching(read.dates, \.span) == touching(expected.dates, \.span), "\(span)")
        #expect(touching(read.notUnderstood) { $0 } == touching(expected.notUnderstood) { $0 }, "\(span)")
        found += quantities.count
      }
      #expect(found > 2_000)
    }
  }

  @Test func countsWhatAnswersAloneCountNowhere() {
    let file = SourceFile(path: "seeds/a.txt", text: "Nobody saw 26 boats, and no one saw 18 of them.")
    let reading = SeedReading(file, QuantityGrammar(language: "en"), quoted: [])
    #expect(reading.counted.map(file.text) == ["26", "18"])
  }

  @Test func mergesSpansThatTouch() {
    let set = SpanSet([8..<9, 2..<4, 4..<6, 20..<20, 3..<5])
    #expect(set.spans == [2..<6, 8..<9, 20..<20])
    #expect(set.contains(3..<6) && set.contains(8..<8) && set.contains(20..<20))
    #expect(!set.contains(5..<8) && !set.contains(6..<7) && !set.contains(30..<31) && !SpanSet([]).contains(0..<0))
    #expect(set.touches(6..<7) && set.touches(0..<2) && set.touches(0..<40) && set.touches(9..<9))
    #expect(!set.touches(0..<1) && !set.touches(10..<19) && !set.touches(21..<22) && !SpanSet([]).touches(0..<9))
  }
}
