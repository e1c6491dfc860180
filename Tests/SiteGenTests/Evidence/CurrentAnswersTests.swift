import Testing

@testable import SiteGen

/// The current answers to a question, with claims as docs/agreement.md writes them.
@Suite struct CurrentAnswersTests {
  /// The kind of question, its claims, and the positions of the current ones.
  static let cases: [(counts: String, answers: String, current: [Int])] = [
    // The newest day on which a voice gave a number, and later days.
    ("cumulative", "18 on 6 by police; 26 on 7 by mayor; 30 on 8 by report", [2, 3]),
    ("cumulative", "18 on 6 by report; 26 on 7 by officials", [2]),
    ("cumulative", "18 on 6 by police; dozens on 7 by mayor", [1, 2]),
    ("cumulative", "dozens on 6 by police; hundreds on 7 by mayor", [2]),
    ("stock", "18 on 6 by police; 26 on 7 by mayor; 26 on 7 by report", [2, 3]),
    ("projected", "projected 18 on 6 by police; projected 26 on 7 by mayor", [2]),
    // All days.
    ("event", "18 on 6 by police; 26 on 7 by mayor; dozens on 8 by report", [1, 2, 3]),
    ("year", "1989 on 6 by police; 1991 on 7 by mayor", [1, 2]),
    ("choice", "open on 6 by police; closed on 7 by mayor", [1, 2]),
    ("state", "open on 6 by police; closed on 7 by mayor; open on 6 in Ellis by army", [2, 3]),
    ("list", "a march on 6 by police; a strike on 7 by police", [1, 2]),
    // Claims that do not decide.
    ("cumulative", "18 on 6 by police; denied 26 on 7 by mayor; rumoured 30 on 8 by mayor", [1]),
    ("cumulative", "18 on 6 by police; 17 on 6 by police replaces 1; withdrawn 30 on 8 by mayor", [2]),
    // Places.
    ("cumulative", "18 on 6 by police; 9 on 7 in Ellis by mayor", [1]),
    ("cumulative", "18 on 6 in Quay by police; 8 on 6 in Ellis by police; 9 on 7 in Ellis by mayor", [1, 3]),
    // Times.
    ("cumulative", "18 on 7 at 10:00 by police; 22 on 7 at 18:00 by spokesman", [2]),
    ("cumulative", "18 on 7 at 10:00 by police; 22 on 7 at 18:00 by mayor", [2]),
    ("cumulative", "18 on 7 at 10:00 by police; 22 on 7 by mayor", [1, 2]),
    ("cumulative", "18 on 7 at 10:00 by police; 20 on 7 at 12:00 by report; 22 on 7 at 18:00 by report", [1, 2, 3]),
    ("cumulative", "18 on 7 at 10:00 by police; 22 on 7 at 18:00 by police; 20 on 7 by mayor", [2, 3]),
    ("event", "18 on 7 at 10:00 by police; 22 on 7 at 18:00 by police; 20 on 7 at 09:00 by mayor", [2, 3]),
    ("event", "18 on 7 at 10:00 in Quay by police; 22 on 7 at 18:00 in Ellis by police", [1, 2]),
    ("list", "a march on 7 at 10:00 by police; a strike on 7 at 18:00 by police", [1, 2]),
  ]

  @Test func selectsTheCurrentAnswers() throws {
    let cases = Self.cases.map { AgreementCase(counts: $0.counts, answers: $0.answers) }
    let site = try AgreementCase.site(of: cases)
    for (index, expected) in Self.cases.enumerated() {
      let answered = try #require(site.answered("case-\(index)"))
      let count = expected.answers.split(separator: ";").count
      let numbers = (0..<count).filter { answered.current.contains("c\(index)-\($0)-case-\(index)") }.map { $0 + 1 }
      #expect(numbers == expected.current, "\(expected.counts): \(expected.answers)")
    }
  }
}
