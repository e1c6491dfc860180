import Foundation
import Testing

@testable import SiteGen

/// No test here looks at how long something took: a slow machine is not a fault.
@Suite struct TimingsTests {
  @Test func measuresNothingWhenOff() {
    var evaluations = 0
    func amount() -> Amount {
      evaluations += 1
      return Amount()
    }
    Timings.off.end("stage", amount())
    #expect(Timings.off.part("part", amount()) { 7 } == 7)
    #expect(evaluations == 0)
    #expect(Timings.off.spans == nil)
    #expect(Timings.off.table.isEmpty && Timings.off.trace == nil)
  }

  @Test func leavesNoTimeBetweenStages() throws {
    let timings = Timings.started()
    for stage in ["a", "b", "c"] { timings.end(stage) }
    let spans = try #require(timings.spans)
    #expect(spans.map(\.name) == ["start", "a", "b", "c"])
    for (span, next) in zip(spans, spans.dropFirst()) { #expect(next.start == span.start + span.wall) }
    #expect(spans.allSatisfy { $0.wall >= 0 && $0.cpu >= 0 && $0.peakMemory > 0 })
  }

  @Test func joinsAStageThatEndsAgainAndAgain() throws {
    let timings = Timings.started()
    for _ in 0..<3 { timings.end("replace files", Amount(1, "files", bytes: 10)) }
    timings.part("hash", Amount(1, "files")) {}
    timings.end("replace files")
    let spans = try #require(timings.spans)
    #expect(spans.map(\.name) == ["start", "replace files", "hash", "replace files"])
    #expect(spans[1].amount == Amount(3, "files", bytes: 30))
  }

  @Test func keepsPartsOfFailedWork() throws {
    struct Failure: Error {}
    let timings = Timings.started()
    #expect(throws: Failure.self) { try timings.part("fails") { throw Failure() } }
    timings.end("stage")
    #expect(timings.spans?.map(\.name) == ["start", "stage"])
  }

  @Test func countsEveryPartOnAllThreads() throws {
    let timings = Timings.started()
    _ = parallelMap(Array(0..<1000)) { number in timings.part("double", Amount(1, "numbers")) { number * 2 } }
    timings.end("map")
    let spans = try #require(timings.spans)
    #expect(spans.count { $0.isPart } == 1000)
    let stage = try #require(spans.last)
    for part in spans where part.isPart {
      #expect(part.start >= stage.start && part.start + part.wall <= stage.start + stage.wall)
    }
  }

  @Test func printsATable() {
    let spans = [
      Span(name: "start", start: 0, wall: 0, cpu: 4_000_000, peakMemory: 9_000_000),
      Span(name: "page.mustache", isPart: true, start: 5, wall: 2_000_000, cpu: 1_000_000, amount: Amount(1, "files")),
      Span(name: "hash", isPart: true, start: 5, wall: 900_000, cpu: 800_000),
      Span(
        name: "page.mustache", isPart: true, start: 5, wall: 2_000_000, cpu: 1_250_000,
        amount: Amount(1, "files", bytes: 60_000)),
      Span(
        name: "make files", start: 0, wall: 3_000_000, cpu: 5_500_000, amount: Amount(2, "files", bytes: 1_049_999),
        peakMemory: 12_000_000),
    ]
    let table = timingTable(spans)
    #expect(
      table.hasPrefix(
        """
        stage            wall ms  CPU ms    count   MB  peak MB
        start                0.0     4.0                    9.0
        make files           3.0     5.5  2 files  1.0     12.0
          page.mustache      4.0     2.3  2 files  0.1
          hash               0.9     0.8
        total                3.0     9.5                   12.0
        CPU: user and system time of all threads.
        """), "\(table)")
  }

  @Test func writesATraceThatIsJSON() throws {
    let spans = [
      Span(name: "part \"1\"", isPart: true, start: 1500, wall: 500, cpu: 400, amount: Amount(1, "files"), thread: 8),
      Span(name: "stage", start: 0, wall: 2500, cpu: 900, amount: Amount(2, "notes", bytes: 3), thread: 7),
    ]
    let file = try JSONSerialization.jsonObject(with: Data(timingTrace(spans))) as? [String: Any]
    let events = try #require(file?["traceEvents"] as? [[String: Any]])
    #expect(events.map { $0["ph"] as? String } == ["M", "M", "X", "X"])
    #expect(events.map { $0["tid"] as? Int } == [7, 8, 8, 7])
    #expect(events.allSatisfy { $0["pid"] as? Int == 1 && $0["name"] is String })
    #expect((events[0]["args"] as? [String: String])?["name"] == "main thread")
    #expect(events[2]["name"] as? String == "part \"1\"")
    #expect(events[2]["ts"] as? Double == 1.5 && events[2]["dur"] as? Double == 0.5)
    let amounts = try #require(events[3]["args"] as? [String: Double])
    #expect(amounts["notes"] == 2 && amounts["bytes"] == 3)
  }

  @Test func neverChangeTheSite() throws {
    let files = SiteInTests.shipped.read().value
    let timings = Timings.started()
    var builder = Builder(timings: timings)
    let measured = try #require(builder.build(files).value).tree.allFiles()
    let plain = try #require(buildSite(files).value).tree.allFiles()
    #expect(measured.map(\.path) == plain.map(\.path))
    for (measured, plain) in zip(measured, plain) { #expect(measured.bytes == plain.bytes, "\(plain.path)") }
    let spans = try #require(timings.spans)
    let made = spans.filter { $0.isPart && $0.amount.noun == "files" }
    #expect(made.count == plain.count)
    for kind in PageKind.all where kind.template != "note.mustache" {
      #expect(made.contains { $0.name == kind.template }, "no part is named \(kind.template)")
    }
  }
}
