import Testing

@testable import SiteGen

@Suite struct PartExceedsWholeTests {
  struct Case: CustomTestStringConvertible, Sendable {
    /// The kind of count and the answers of the part and of the whole, in the notation of docs/agreement.md.
    var part: (counts: String, answers: String)
    var whole: (counts: String, answers: String)
    /// The places of the warning: the part's answer, then those of the whole; nil for no warning.
    var warning: [String]?

    init(_ partCounts: String, _ part: String, of wholeCounts: String, _ whole: String, _ warning: [String]? = nil) {
      (self.part, self.whole, self.warning) = ((partCounts, part), (wholeCounts, whole), warning)
    }

    var testDescription: String { "\(part) of \(whole)" }
  }

  static let cases = [
    Case("cumulative", "30 on 7 by police", of: "cumulative", "26 on 7 by police", ["30", "26"]),
    Case("cumulative", "30 on 7 by police", of: "cumulative", "26 on 9 by mayor", ["30", "26"]),
    Case("event", "30 on 9 by police", of: "event", "26 on 7 by police", ["30", "26"]),
    Case("event", "30 on 7 by police", of: "cumulative", "26 on 7 by report", ["30", "26"]),
    Case("stock", "30 on 7 by police", of: "stock", "26 on 7 by police", ["30", "26"]),
    Case("projected", "projected 30 on 7 by police", of: "projected", "26 on 7 by police", ["30", "26"]),
    Case("cumulative", "at least 30 on 7 by police", of: "cumulative", "26 on 7 by police", ["at least 30", "26"]),
    Case("cumulative", "more than 26 on 7 by police", of: "cumulative", "26 on 7 by police", ["more than 26", "26"]),
    Case("cumulative", "400 on 7 by police", of: "cumulative", "nearly 400 on 7 by police", ["400", "nearly 400"]),
    Case(
      "cumulative", "about 500 on 7 by police", of: "cumulative", "about 400 on 7 by police",
      ["about 500", "about 400"]),
    Case("cumulative", "dozens on 7 by police", of: "cumulative", "23 on 7 by police", ["dozens", "23"]),
    Case("cumulative", "30 on 7 in Ellis by police", of: "cumulative", "26 on 7 by police", ["30", "26"]),
    Case("cumulative", "30 on 7 in Ellis by police", of: "cumulative", "26 on 7 in Ellis by police", ["30", "26"]),
    Case(
      "cumulative", "30 on 7 by police; 28 on 7 by mayor", of: "cumulative", "20 on 7 by police; 26 on 7 by mayor",
      ["28", "20", "26"]),
    Case(
      "cumulative", "30 on 9 by police", of: "cumulative", "26 on 7 by police; 28 on 9 by report", ["30", "26", "28"]),
    // Not larger.
    Case("cumulative", "26 on 7 by police", of: "cumulative", "26 on 7 by police"),
    Case("cumulative", "at least 26 on 7 by police", of: "cumulative", "26 on 7 by police"),
    Case("cumulative", "30 on 7 by police", of: "cumulative", "at least 26 on 7 by police"),
    Case("cumulative", "30 on 7 by police", of: "cumulative", "dozens on 7 by police"),
    Case("cumulative", "440 on 7 by police", of: "cumulative", "about 400 on 7 by police"),
    Case("cumulative", "about 440 on 7 by police", of: "cumulative", "400 on 7 by police"),
    Case("cumulative", "about 480 on 7 by police", of: "cumulative", "about 400 on 7 by police"),
    Case("cumulative", "up to 30 on 7 by police", of: "cumulative", "26 on 7 by police"),
    Case("cumulative", "30 on 7 by police", of: "cumulative", "26 on 7 by police; 31 on 7 by mayor"),
    // The whole may have grown since, or was smaller.
    Case("cumulative", "30 on 9 by police", of: "cumulative", "26 on 7 by police"),
    Case("event", "30 on 9 by police", of: "cumulative", "26 on 7 by police"),
    Case("cumulative", "30 on 8 by police", of: "cumulative", "40 on 7 by police; 26 on 9 by officials"),
    Case("stock", "30 on 7 by police", of: "stock", "26 on 9 by police"),
    Case("projected", "30 on 7 by police", of: "projected", "26 on 9 by police"),
    Case("cumulative", "30 on 7 by police; 20 on 9 by police", of: "cumulative", "26 on 9 by police"),
    // Answers for other places, unconfirmed answers, or no answers.
    Case("cumulative", "30 on 7 in Ellis by police", of: "cumulative", "26 on 7 in Quay by police"),
    Case("cumulative", "30 on 7 by police", of: "cumulative", "26 on 7 in Ellis by police"),
    Case("cumulative", "rumoured 30 on 7 by police", of: "cumulative", "26 on 7 by police"),
    Case("cumulative", "30 on 7 by police", of: "cumulative", "denied 26 on 7 by police"),
    Case("cumulative", "30 on 7 by police", of: "cumulative", ""),
    Case("cumulative", "", of: "cumulative", "26 on 7 by police"),
  ]

  @Test(arguments: cases) func warnsOfAPartThatIsLarger(example: Case) throws {
    let part = AgreementCase(counts: example.part.counts, answers: example.part.answers)
    let whole = AgreementCase(counts: example.whole.counts, answers: example.whole.answers)
    let files =
      AgreementCase.project([
        "part: {asks: 'How many?', label: Part, part_of: whole, \(part.kind)}",
        "whole: {asks: 'How many?', label: Whole, \(whole.kind)}",
      ]) + part.sources("part", id: "p") + whole.sources("whole", id: "w")
    // Why: the cards have no titles of their seeds.
    let diagnostics = factSheet(ProjectFiles(files)).diagnostics.filter { $0.rule != .cardNotInSource }
    #expect(diagnostics.map(\.rule) == (example.warning == nil ? [] : [.partExceedsWhole]))
    for diagnostic in diagnostics {
      let places = [diagnostic.place] + diagnostic.notes.compactMap(\.place)
      #expect(places.map { $0.file.text($0.span).filter { $0 != "\"" } } == example.warning)
      #expect(diagnostic.severity == .warning)
    }
  }
}
