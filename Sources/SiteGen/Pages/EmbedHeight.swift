/// The heights that a question needs in a frame of another page, in pixels: from 320 pixels of width on, and from 560.
struct EmbedHeight: Sendable {
  let height: Double
  let wideHeight: Double

  fileprivate static let narrow = 320.0
  fileprivate static let wide = 560.0

  init(of answered: FactSheet.AnsweredQuestion, on site: Site) {
    height = EstimatedHeight(of: answered, on: site, in: EmbedHeight.narrow).height
    wideHeight = min(EstimatedHeight(of: answered, on: site, in: EmbedHeight.wide).height, height)
  }

  /// For an attribute of HTML: whole tens.
  var attribute: String { EmbedHeight.tens(height) }

  /// For the frame: the height falls with the width of the window, which is 48 pixels more than that of the frame. In a
  /// narrower frame, the question scrolls.
  var style: String {
    let fall = decimal(((height - wideHeight) / (EmbedHeight.wide - EmbedHeight.narrow) * 10).rounded(.down) / 10)
    let (least, most) = (EmbedHeight.tens(wideHeight), attribute)
    let start = decimal(EmbedHeight.narrow + 48)
    return "max-width:50rem;height:clamp(\(least)px,\(most)px - (100vw - \(start)px)*\(fall),\(most)px)"
  }

  private static func tens(_ height: Double) -> String { String(Int((height / 10).rounded(.up)) * 10) }
}

/// The height of a question in a frame, estimated without a browser. It tends to be too high. The sizes are those of
/// `.embed` in style.css, and the order is that of embed.mustache.
private struct EstimatedHeight {
  /// In pixels.
  private(set) var height = 2 * margin

  private static let margin = 16.0
  /// The width of the text.
  private let width: Double

  init(of answered: FactSheet.AnsweredQuestion, on site: Site, in frame: Double) {
    width = frame - 2 * EstimatedHeight.margin
    let strings = site.strings
    // The line above the site's name.
    height += 3
    add(site.embedOrigin, .sansBold, size: 14, line: 2.1, below: 8)
    add(answered.question.asks, .sansBold, size: 16, line: 1.4, below: 4)
    if answered.question.isSensitive { add(strings[.contentNote], size: 15, line: 1.5, inset: 20, below: 12) }
    let isLong = site.briefSize(of: answered) == .long
    add(site.brief(of: answered), .serifBold, size: isLong ? 19 : 26, line: isLong ? 1.35 : 1.2, below: 8)
    if site.headline(of: answered) == nil, let details = site.details(of: answered.brief, to: answered.question) {
      add(details, size: 14, line: 1.45, below: 4)
    }
    for doubt in site.doubts(about: answered) { add(doubt, size: 15, line: 1.5, below: 8) }
    if !answered.question.isSensitive, let chart = site.chart(of: answered) {
      add(chart)
    }
    // The icon and the colon, and the rule at the side.
    add(
      "iii " + site.words(of: answered.status) + ": " + site.reason(of: answered), size: 15, line: 1.55, inset: 17,
      below: 8)
    for relation in site.relations(of: answered.question.id) {
      let note = relation.isOpen ? ". " + site.plainText(of: relation.note.tree) : ""
      add(strings[.related] + ": " + relation.other.label + note, size: 14, line: 1.5, below: 8)
    }
    // The line above the link, and the day of the last change.
    height += 17
    add(strings[.questionPage] + " ·", size: 14, line: 2.1, below: 0)
    if let day = site.newestRecord {
      add(strings[.lastChanged] + " " + strings.day(day), size: 14, line: 1.5, below: 0)
    }
  }

  /// The parts of `ChartFigure`, in its order.
  private mutating func add(_ chart: AnswerChart) {
    height += 13
    add(chart.title, .sansBold, size: 17, line: 1.35, below: 0)
    add(chart.subtitle, size: 14, line: 1.5, below: 12)
    let drawings = [ChartSize.narrow, ChartSize.wide].map { chart.drawing(width: $0) }
    height += drawings.map(\.height).max() ?? 0
    if let vague = chart.vague { add(vague, size: 14, line: 1.5, below: 8) }
    height += 16
    for item in chart.fullKey(explainsShades: drawings.contains(where: \.hasBareShades)) {
      add(item.words, size: 13, line: 1.5, inset: 22, below: 2)
    }
    add(chart.source, size: 13, line: 1.5, below: 32)
  }

  private mutating func add(
    _ words: String, _ face: FittedText.Face = .sans, size: Double, line: Double, inset: Double = 0, below: Double
  ) {
    let available = (width - inset) / size * ChartText.size / face.widening
    height += Double(ChartText.lines(of: words, within: available).count) * size * line + below
  }
}

extension Site {
  /// The site as it is named in an embed.
  var embedOrigin: String { strings.fill(.embedFrom, ("site", settings.title)) }
}

extension Site {
  func embedHeight(of answered: FactSheet.AnsweredQuestion) -> EmbedHeight {
    let height = index(ofQuestion: answered.question.id).map {
      embedHeights[$0].value { EmbedHeight(of: answered, on: self) }
    }
    return height ?? EmbedHeight(of: answered, on: self)
  }
}
