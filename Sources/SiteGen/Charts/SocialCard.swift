/// What the picture of a page says, where the page is shared.
struct SocialCard: Sendable {
  /// The page's address, relative to the root of the site.
  var page: String
  /// The site's name; of the home page, which has that as its title, what stands below it.
  var site: String
  var title: String
  /// The brief answer in words, or what else the page says first.
  var answer: String?
  /// Its unit, days and speakers.
  var details: String?
  /// Of a page with several questions: the first of them, three at most are shown.
  var lines: [Line] = []
  var agreement: Agreement?
  /// Until when it holds.
  var foot: String?
  /// Whether the site is read from right to left.
  var isMirrored = false

  struct Line: Sendable {
    var label: String
    var answer: String
    var agreement: Agreement
  }

  /// How answers stand to each other: a word, and the shape that goes with it.
  struct Agreement: Sendable {
    var words: String
    var shape: AgreementShape
  }

  /// In pixels, as most places that show such pictures ask for it.
  static let width = 1200
  static let height = 630

  /// How many questions of a page fit.
  static let mostLines = 3

  /// Where the picture lies below the folder of pictures: as its page lies in the site.
  var name: String { (page.hasSuffix(".html") ? String(page.dropLast(5)) : page) + ".png" }

  /// Everything that the picture shows, from top to bottom, a line each, white space folded.
  var text: [String] {
    var texts = [site, title] + [answer, details].compactMap { $0 }
    for line in lines { texts.append(line.label + ": " + line.answer + " (" + line.agreement.words + ")") }
    texts += [agreement?.words, foot].compactMap { $0 }
    return texts.map(SocialCard.folded).filter { !$0.isEmpty }
  }

  /// The same for someone who does not see the picture.
  var alternative: String { text.joined(separator: " · ") }

  /// Replaces each run of white space with one space.
  static func folded(_ words: String) -> String {
    words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

/// A shape for each way in which answers stand to each other, told apart without colour; the raw value is the way's name.
enum AgreementShape: String, Sendable, CaseIterable {
  case unanswered, list, disagree, fell, changed, agree
  case singleVoice = "single-voice"
  case reported

  /// As an SVG path in a square of 24, whether it is filled, and whether it points to where lines end.
  var drawing: (path: StaticString, isFilled: Bool, isTurned: Bool) {
    switch self {
    case .unanswered: ("M8 8a4 4 0 1 1 5.5 3.7q-1.5 .8 -1.5 2.8V15.5M12 19v.6", false, false)
    case .list: ("M4 6.5H20M4 12H20M4 17.5H20", false, false)
    case .disagree: ("M4 9H20M4 15H20M16 4L8 20", false, false)
    case .fell: ("M12 3V20M5 13L12 20L19 13", false, false)
    case .changed: ("M3 12H20M13 5L20 12L13 19", false, true)
    case .agree: ("M1 12a5 5 0 1 1 10 0a5 5 0 1 1 -10 0zM13 12a5 5 0 1 1 10 0a5 5 0 1 1 -10 0z", true, false)
    case .singleVoice: ("M6 12a6 6 0 1 1 12 0a6 6 0 1 1 -12 0z", true, false)
    case .reported: ("M6 12a6 6 0 1 1 12 0a6 6 0 1 1 -12 0z", false, false)
    }
  }
}
