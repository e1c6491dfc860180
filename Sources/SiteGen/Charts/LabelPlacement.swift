/// Places labels next to their marks so that no label touches another label, a mark or other words, or leaves the
/// chart. A label without space is left out.
struct LabelPlacement {
  /// One mark, or several next to each other that share a label, from left to right.
  struct Target {
    var words: String
    /// The width and height of the words in pixels.
    var size: (width: Double, height: Double)
    /// The areas of the marks, with their arrows and whiskers; never empty.
    var marks: [ChartBox]
    /// The height at which a label beside the marks is centred.
    var middle: Double
  }

  struct Label: Sendable {
    var words: String
    var at: Across
    var anchor: ChartDrawing.Anchor
    var box: ChartBox
  }

  /// The width of the narrowest chart for which the placement must hold.
  let width: Double
  /// The top and bottom of the area for labels.
  let area: ClosedRange<Double>
  /// The areas that labels must not touch: all marks and other words.
  let obstacles: [ChartBox]
  /// Lines that labels should not cover.
  let lines: [ChartDrawing.Line]

  /// The labels of the targets, in the same order; nil for each one without space.
  func place(_ targets: [Target]) -> [Label?] {
    let forward = Array(targets.indices)
    let important = LabelPlacement.important(targets)
    let others = forward.filter { !important.contains($0) }
    let bySpace = others.sorted { (crowd(around: targets[$0]), -$0) > (crowd(around: targets[$1]), -$1) }
    var best: (labels: [Label?], weight: Int, cost: Int)?
    let options = targets.map(options(for:))
    for order in [forward, forward.reversed(), important + others, important + bySpace] {
      let (labels, cost) = choose(from: options, in: order)
      let weight = forward.reduce(0) { $0 + (labels[$1] == nil ? 0 : important.contains($1) ? 4 : 1) }
      if let best, (best.weight, -best.cost) >= (weight, -cost) { continue }
      best = (labels, weight, cost)
    }
    return best?.labels ?? []
  }

  /// The last and the first target, the highest and the lowest.
  private static func important(_ targets: [Target]) -> [Int] {
    let byHeight = targets.indices.sorted { (targets[$0].middle, $0) < (targets[$1].middle, $1) }
    var important: [Int] = []
    for index in [targets.indices.last, targets.indices.first, byHeight.first, byHeight.last] {
      if let index, !important.contains(index) { important.append(index) }
    }
    return important
  }

  /// Chooses the best place that is left for each target in turn.
  private func choose(from options: [[Option]], in order: [Int]) -> (labels: [Label?], cost: Int) {
    var labels = [Label?](repeating: nil, count: options.count)
    var taken: [ChartBox] = []
    var total = 0
    for index in order {
      let free = options[index].first { option in taken.allSatisfy { $0.isApart(from: option.label.box, in: width) } }
      guard let free else { continue }
      labels[index] = free.label
      taken.append(free.label.box)
      total += free.cost
    }
    return (labels, total)
  }

  private struct Option {
    var label: Label
    var cost: Int
  }

  /// The places that touch no mark and no other words, the best first.
  private func options(for target: Target) -> [Option] {
    candidates(for: target).enumerated().filter { isFree($0.element.box) }
      .map { Option(label: $0.element, cost: $0.offset + cost(of: $0.element.box)) }
      .enumerated().sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }.map(\.element)
  }

  /// The number of other areas near a target.
  private func crowd(around target: Target) -> Int {
    let (first, last) = (target.marks[0], target.marks[target.marks.count - 1])
    let near = ChartBox(
      left: Across(share: first.left.share, offset: first.left.offset - target.size.width),
      right: Across(share: last.right.share, offset: last.right.offset + target.size.width),
      top: target.middle - 2 * target.size.height, bottom: target.middle + 2 * target.size.height)
    return obstacles.count { !$0.isApart(from: near, in: width) }
  }

  private func isFree(_ box: ChartBox) -> Bool {
    box.isInside(width: width) && box.top >= area.lowerBound && box.bottom <= area.upperBound
      && obstacles.allSatisfy { $0.isApart(from: box, in: width) }
  }

  private func cost(of box: ChartBox) -> Int { 4 * lines.count { box.isCrossed(by: $0, in: width) } }

  /// The possible places, the best first: beside the marks, above, below, and at the corners. A label of several marks
  /// is best where it is as near to the last as to the first.
  private func candidates(for target: Target) -> [Label] {
    let (first, last) = (target.marks[0], target.marks[target.marks.count - 1])
    let (width, height) = target.size
    let top = target.marks.map(\.top).min() ?? 0
    let bottom = target.marks.map(\.bottom).max() ?? 0
    let beside = target.middle - height / 2
    func right(_ top: Double, _ gap: Double) -> Label {
      let x = Across(share: last.right.share, offset: last.right.offset + gap)
      let end = Across(share: x.share, offset: x.offset + width)
      return Label(
        words: target.words, at: x, anchor: .left, box: ChartBox(left: x, right: end, top: top, bottom: top + height))
    }
    func left(_ top: Double, _ gap: Double) -> Label {
      let x = Across(share: first.left.share, offset: first.left.offset - gap)
      let start = Across(share: x.share, offset: x.offset - width)
      return Label(
        words: target.words, at: x, anchor: .right, box: ChartBox(left: start, right: x, top: top, bottom: top + height)
      )
    }
    func centred(_ top: Double) -> Label {
      let share = (first.left.share + last.right.share) / 2
      // Why: near an edge, a label is moved into the chart.
      let x = share * self.width
      let shift = max(width / 2 - x, 0) - max(x + width / 2 - self.width, 0)
      return Label(
        words: target.words, at: Across(share: share, offset: shift), anchor: .middle,
        box: ChartBox(at: share, from: shift - width / 2, to: shift + width / 2, top: top, bottom: top + height))
    }
    func endingRight(_ top: Double) -> Label {
      var label = right(top, 0)
      label.anchor = .right
      label.box.left = Across(share: label.at.share, offset: label.at.offset - width)
      label.box.right = label.at
      return label
    }
    func startingLeft(_ top: Double) -> Label {
      var label = left(top, 0)
      label.anchor = .left
      label.box.left = label.at
      label.box.right = Across(share: label.at.share, offset: label.at.offset + width)
      return label
    }
    /// Above or below the marks, between the middle and a corner.
    func shifted(_ top: Double, _ shift: Double) -> Label {
      var label = centred(top)
      label.at.offset += shift
      label.box.left.offset += shift
      label.box.right.offset += shift
      return label
    }
    // Why more for several marks: a line is between them and their label.
    let gap: Double = target.marks.count > 1 ? 4 : 1
    let (above, below) = (top - height - gap, bottom + gap)
    let sides = [right(beside, 4), left(beside, 4)]
    let middles = [centred(above), centred(below)]
    let between = [width / 12, -width / 12, width / 4, -width / 4].flatMap { [shifted(above, $0), shifted(below, $0)] }
    let corners = between + [endingRight(above), startingLeft(above), endingRight(below), startingLeft(below)]
    let (higher, lower) = (beside - height * 0.7, beside + height * 0.7)
    let diagonals = [right(higher, 1), left(higher, 1), right(lower, 1), left(lower, 1)]
    return (target.marks.count > 1 ? middles + sides : sides + middles) + corners + diagonals
  }
}
