import Foundation
import Testing

@testable import SiteGen

/// Long texts of one piece, over and over, are read with an effort that grows as they do.
@Suite(.serialized, .long) struct QuantityEffortTests {
  static let grammar = QuantityGrammar(language: "en")

  /// Processor time of this thread, which other work on the machine does not add to, in nanoseconds.
  private static func effort(_ piece: String, times: Int) -> Int {
    let bytes = Array(String(repeating: piece, count: times).utf8)
    func now() -> Int {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
    let start = now()
    _ = grammar.read(bytes)
    return now() - start
  }

  // Why: eight times the text would take sixty-four times as long if reading were quadratic; forty lies between that
  // and the noise, and what is done in a moment is not looked at.
  @Test(arguments: [
    "1,", "a ", "one hundred ", "9", "-", "between ", "at least ", "1 ", "20 000 ", "1 and ", "1 to ", "3 in ", "one-",
    "January ", "2019 to ", "555-", "at least 1 and ", "half ", "5 x ", "Kelt ", "http://", "not ",
    "million and a half ", "junctions 1 and ", "half an hour ", "she is 1 and ", "rose $1 to ", "plus or minus ",
    "1 Mill ",
  ])
  func growsWithTheText(_ piece: String) {
    let short = (0..<3).map { _ in Self.effort(piece, times: 250) }.min() ?? 0
    let long = Self.effort(piece, times: 2_000)
    #expect(long < 10_000_000 || long < short * 40, "'\(piece)': \(short) ns, then \(long) ns")
  }
}
