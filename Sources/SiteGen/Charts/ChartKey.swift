extension AnswerChart {
  /// An entry of the key: a sign and its meaning.
  struct KeyItem: Hashable, Sendable {
    enum Sign: Hashable, Sendable {
      case symbol(ChartSymbol, isHollow: Bool)
      /// Between two bounds, or towards the side without one.
      case bar, upwards, downwards, forwards, backwards
      case shade
      /// Marks side by side within a day.
      case row
    }

    var sign: Sign
    var words: String
  }

  /// The speakers' symbols in words, so that a picture with other symbols is out of date.
  var symbols: String {
    key.compactMap { item in
      guard case .symbol(let symbol, _) = item.sign else { return nil }
      return "\(symbol.shape) (\(symbol.tone.rawValue)): " + item.words
    }.joined(separator: "; ")
  }

  /// The meaning of everything that the marks show beside their speakers.
  func marksKey(explainsShades: Bool) -> [KeyItem] {
    var items: [KeyItem] = []
    let quantities = marks.map(\.quantity)
    if quantities.contains(where: \.approximate) {
      let symbol = ChartSymbol(shape: .circle, tone: .neutral)
      items.append(KeyItem(sign: .symbol(symbol, isHollow: true), words: words.about))
    }
    let (isUpright, isReversed) = (days != nil, isMirrored)
    if quantities.contains(where: { $0.openSide == .above }) {
      items.append(KeyItem(sign: isUpright ? .upwards : isReversed ? .backwards : .forwards, words: words.atLeast))
    }
    if quantities.contains(where: { $0.openSide == .below }) {
      items.append(KeyItem(sign: isUpright ? .downwards : isReversed ? .forwards : .backwards, words: words.atMost))
    }
    if marks.contains(where: { $0.values.count > 1 }) { items.append(KeyItem(sign: .bar, words: words.range)) }
    if hasRows { items.append(KeyItem(sign: .row, words: words.order)) }
    if explainsShades { items.append(KeyItem(sign: .shade, words: words.noReport)) }
    return items
  }

  /// Whether marks of one day are side by side, in an order that is not one in time.
  private var hasRows: Bool {
    days != nil
      && panels.contains { panel in
        let untimed = panel.marks.filter { $0.time == nil && !$0.values.isEmpty }.map(\.day)
        return Set(untimed).count < untimed.count
      }
  }
}

extension ChartSVG {
  /// A sign of the key around the origin, within eight pixels.
  mutating func add(_ sign: AnswerChart.KeyItem.Sign) {
    let arrow = "d=\"M0 6.5V-6M-4-2L0-6 4-2\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.75\""
    switch sign {
    case .symbol(let symbol, let isHollow): add(symbol, isHollow: isHollow)
    case .bar: add("<path class=\"c-r\" d=\"M-7 0H7\" stroke=\"currentColor\" stroke-width=\"3\"/>")
    case .upwards: add("<path class=\"c-u\" \(arrow)/>")
    case .downwards: add("<path class=\"c-u\" \(arrow) transform=\"rotate(180)\"/>")
    case .forwards: add("<path class=\"c-u\" \(arrow) transform=\"rotate(90)\"/>")
    case .backwards: add("<path class=\"c-u\" \(arrow) transform=\"rotate(270)\"/>")
    case .row:
      add(
        "<path d=\"M-7 0a2 2 0 1 1 4 0a2 2 0 1 1-4 0zM-2 0a2 2 0 1 1 4 0a2 2 0 1 1-4 0zM3 0a2 2 0 1 1 4 0a2 2 0 1 1-4 0z\"/>"
      )
    case .shade: add("<path class=\"c-v\" d=\"M-8-6H8V6H-8z\" fill-opacity=\"0.12\"/>")
    }
  }
}
