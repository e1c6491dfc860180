import Testing

@testable import SiteGen

@Suite struct LabelPlacementTests {
  @Test func leavesOutALabelWithoutSpace() {
    let wall = ChartBox(at: 0, from: 0, to: 200, top: 0, bottom: 100)
    let labels = placement(obstacles: [wall]).place([target(at: 0.5)])
    #expect(labels.count == 1 && labels[0] == nil)
    #expect(placement(obstacles: []).place([]).isEmpty)
  }

  @Test func prefersTheRightThenTheLeft() throws {
    let right = try #require(placement(obstacles: []).place([target(at: 0.5)])[0])
    #expect(right.anchor == .left)
    let left = try #require(placement(obstacles: []).place([target(at: 0.95)])[0])
    #expect(left.anchor == .right)
    let blocked = ChartBox(at: 0.5, from: 12, to: 60, top: 40, bottom: 60)
    let other = try #require(placement(obstacles: [blocked]).place([target(at: 0.5)])[0])
    #expect(other.anchor == .right)
  }

  @Test func avoidsLines() throws {
    let line = ChartDrawing.Line(
      kind: .join(.first), from: .init(share: 0.5, y: 50), to: .init(share: 1, y: 50))
    let label = try #require(placement(obstacles: [], lines: [line]).place([target(at: 0.5)])[0])
    #expect(label.anchor == .right)
  }

  @Test func givesMarksThatShareALabelOneLabel() throws {
    var shared = target(at: 0.4)
    shared.marks.append(target(at: 0.6).marks[0])
    let label = try #require(placement(obstacles: []).place([shared])[0])
    #expect(label.at.share == 0.5 && label.anchor == .middle, "the label is between the marks")
  }

  /// Boxes that are apart only because their positions cross would meet in a wider chart.
  @Test func keepsLabelsApartAtEveryWidth() {
    let label = ChartBox(at: 0.4, from: 60, to: 90, top: 0, bottom: 10)
    let mark = ChartBox(at: 0.5, from: -6, to: 6, top: 0, bottom: 10)
    #expect(!label.isApart(from: mark, in: 200))
    #expect(!mark.isApart(from: label, in: 200))
    #expect(ChartBox(at: 0.4, from: 6, to: 13, top: 0, bottom: 10).isApart(from: mark, in: 200))
    #expect(ChartBox(at: 0.4, from: 60, to: 90, top: 10, bottom: 20).isApart(from: mark, in: 200))
  }

  private func placement(obstacles: [ChartBox], lines: [ChartDrawing.Line] = []) -> LabelPlacement {
    let marks = [0.5, 0.95].map { target(at: $0).marks[0] }
    return LabelPlacement(width: 200, area: 0...100, obstacles: obstacles + marks, lines: lines)
  }

  private func target(at share: Double) -> LabelPlacement.Target {
    .init(
      words: "18", size: (20, 14), marks: [ChartBox(at: share, from: -7, to: 7, top: 43, bottom: 57)], middle: 50)
  }
}
