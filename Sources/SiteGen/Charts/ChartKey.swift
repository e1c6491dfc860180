extension AnswerChart {
  /// An entry of the key: a sign and its meaning.
  struct KeyItem: Hashable, Sendable {
    enum Sign: Hashable, Sendable {
      case symbol(ChartSymbol, isHollow: Bool)
      /// Between two bounds.
      case bar
      case shade
    }

    var sign: Sign
    var words: String
  }

  /// The speakers and the signs. Where each answer has a row, the row names its speaker.
  func fullKey(explainsShades: Bool) -> [KeyItem] {
    (days == nil ? [] : key) + marksKey(explainsShades: explainsShades)
  }

  /// The meaning of the signs that the labels beside them do not say: an arrow has a label with "≥".
  private func marksKey(explainsShades: Bool) -> [KeyItem] {
    var items: [KeyItem] = []
    if marks.contains(where: \.quantity.approximate) {
      let symbol = ChartSymbol(shape: .circle, tone: .neutral)
      items.append(KeyItem(sign: .symbol(symbol, isHollow: true), words: words.about))
    }
    if marks.contains(where: { $0.values.count > 1 }) { items.append(KeyItem(sign: .bar, words: words.range)) }
    return items + shadesKey(explainsShades)
  }

  /// The meaning of an area without words.
  func shadesKey(_ explainsShades: Bool) -> [KeyItem] {
    explainsShades ? [KeyItem(sign: .shade, words: words.noReport)] : []
  }
}

extension ChartSVG {
  /// A sign of the key around the origin, within eight pixels.
  mutating func add(_ sign: AnswerChart.KeyItem.Sign) {
    switch sign {
    case .symbol(let symbol, let isHollow): add(symbol, isHollow: isHollow)
    case .bar: add("<path class=\"c-r\" d=\"M-7 0H7\" stroke=\"currentColor\" stroke-width=\"3\"/>")
    case .shade: add("<path class=\"c-v\" d=\"M-8-6H8V6H-8z\" fill-opacity=\"0.12\"/>")
    }
  }
}
