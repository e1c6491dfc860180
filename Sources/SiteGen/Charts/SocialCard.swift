/// The content of a page's social card.
struct SocialCard: Sendable {
  /// The page's address, relative to the root of the site.
  var page: String
  /// The site's name. If the card's title already is that name, the tagline or the description of the home page.
  var site: String
  var title: String
  /// The brief answer in words, or another statement about the page.
  var answer: String?
  /// Details of the answer, such as its unit, days and speakers.
  var details: String?
  /// Two answers that contradict each other, in place of `answer` and `details`; otherwise empty.
  var sides: [Side] = []
  /// The chart beside the answer.
  var chart: Chart?
  /// The questions of a page with several questions, side by side; at most `mostLines` are shown.
  var lines: [Line] = []
  var agreement: Agreement?
  /// The last line: the day up to which the site is current, or the number of a source's claims.
  var foot: String?
  /// Whether the site is read from right to left.
  var isMirrored = false

  struct Side: Sendable {
    var answer: String
    /// The speakers and the days.
    var details: String
  }

  struct Chart: Sendable {
    var drawing: ChartDrawing
    var description: String
  }

  struct Line: Sendable {
    var label: String
    var answer: String
    var agreement: Agreement
    var chart: Chart?
  }

  /// How answers agree, as words and a shape.
  struct Agreement: Sendable {
    var words: String
    var shape: AgreementShape
  }

  /// In pixels: the size that most services expect.
  static let width = 1200
  static let height = 630

  /// The number of questions that fit on a card.
  static let mostLines = 3

  /// The path of the card in the folder of social cards, which matches the path of its page in the site.
  var name: String { (page.hasSuffix(".html") ? String(page.dropLast(5)) : page) + ".png" }

  /// All text on the card from top to bottom, one element per line, with folded white space.
  var text: [String] {
    var texts = [site, title] + [answer, details, chart?.description].compactMap { $0 }
    for side in sides { texts.append(side.answer + " (" + side.details + ")") }
    for line in lines {
      texts.append(line.label + ": " + line.answer + " (" + line.agreement.words + ")")
      if let chart = line.chart { texts.append(chart.description) }
    }
    texts += [agreement?.words, foot].compactMap { $0 }
    return texts.map(SocialCard.folded).filter { !$0.isEmpty }
  }

  /// The alternative text of the card.
  var alternative: String { text.joined(separator: " · ") }

  /// With a capital at the start, as of a sentence.
  static func capitalised(_ words: String) -> String { words.prefix(1).uppercased() + words.dropFirst() }

  /// Replaces each run of white space with one space.
  static func folded(_ words: String) -> String {
    words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

/// A shape for each status of a question, so that colour is not needed. The raw value is the name of the status.
enum AgreementShape: String, Sendable, CaseIterable {
  case unanswered, list, disagree, fell, changed, agree
  case reportsAgree = "reports-agree"
  case singleVoice = "single-voice"
  case reported

  /// SVG elements in a square of 16 by 16, to be drawn with a round stroke of 1.75 in the colour of the text.
  var drawing: StaticString {
    switch self {
    case .agree:
      #"<path fill="currentColor" d="M1.5 8a3 3 0 1 1 6 0a3 3 0 1 1-6 0zM8.5 8a3 3 0 1 1 6 0a3 3 0 1 1-6 0z"/>"#
    case .reportsAgree: #"<path d="M1.5 8a3 3 0 1 1 6 0a3 3 0 1 1-6 0zM8.5 8a3 3 0 1 1 6 0a3 3 0 1 1-6 0z"/>"#
    case .singleVoice: #"<circle cx="8" cy="8" r="4" fill="currentColor"/>"#
    case .reported: #"<circle cx="8" cy="8" r="4.5" stroke-dasharray="2 2.7" stroke-linecap="butt"/>"#
    case .changed: #"<path d="M1.5 11.5L6 7l3 3l5-5.5M10 4.5h4v4"/>"#
    case .fell: #"<path d="M1.5 4.5L6 9l3-3l5 5.5M14 7.5v4h-4"/>"#
    case .disagree: #"<path d="M13.5 5h-11M5 2L2 5l3 3M2.5 11h11M11 8l3 3l-3 3"/>"#
    case .list: #"<path d="M2.5 4h11M2.5 8h11M2.5 12h7"/>"#
    case .unanswered: #"<circle cx="8" cy="8" r="6"/><path d="M5.5 8h5"/>"#
    }
  }

  /// Whether it points in the direction of the text.
  var isDirectional: Bool { self == .changed || self == .fell }
}
