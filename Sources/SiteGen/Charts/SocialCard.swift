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
  /// The questions of a page with several questions; at most `mostLines` are shown.
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

  struct Line: Sendable {
    var label: String
    var answer: String
    var agreement: Agreement
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
    var texts = [site, title] + [answer, details].compactMap { $0 }
    for side in sides { texts.append(side.answer + " (" + side.details + ")") }
    for line in lines { texts.append(line.label + ": " + line.answer + " (" + line.agreement.words + ")") }
    texts += [agreement?.words, foot].compactMap { $0 }
    return texts.map(SocialCard.folded).filter { !$0.isEmpty }
  }

  /// The alternative text of the card.
  var alternative: String { text.joined(separator: " · ") }

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

  /// An SVG path in a 24 by 24 square, whether it is filled, and whether it points in the direction of the text.
  var drawing: (path: StaticString, isFilled: Bool, isDirectional: Bool) {
    switch self {
    case .unanswered: ("M8 8a4 4 0 1 1 5.5 3.7q-1.5 .8 -1.5 2.8V15.5M12 19v.6", false, false)
    case .list: ("M4 6.5H20M4 12H20M4 17.5H20", false, false)
    case .disagree: ("M4 9H20M4 15H20M16 4L8 20", false, false)
    case .fell: ("M12 3V20M5 13L12 20L19 13", false, false)
    case .changed: ("M3 12H20M13 5L20 12L13 19", false, true)
    case .agree: ("M1 12a5 5 0 1 1 10 0a5 5 0 1 1 -10 0zM13 12a5 5 0 1 1 10 0a5 5 0 1 1 -10 0z", true, false)
    case .reportsAgree: ("M1 12a5 5 0 1 1 10 0a5 5 0 1 1 -10 0zM13 12a5 5 0 1 1 10 0a5 5 0 1 1 -10 0z", false, false)
    case .singleVoice: ("M6 12a6 6 0 1 1 12 0a6 6 0 1 1 -12 0z", true, false)
    case .reported: ("M6 12a6 6 0 1 1 12 0a6 6 0 1 1 -12 0z", false, false)
    }
  }
}
