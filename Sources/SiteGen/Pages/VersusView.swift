/// A question whose answers contradict each other or changed, as one answer against another.
struct VersusView: PageView {
  let page: PageContext
  let answered: FactSheet.AnsweredQuestion
  /// See `QuestionView.shown`.
  var shown: Set<String>?

  static let fields = Fields<VersusView>([
    .all(QuestionView.fields) { QuestionView(page: $0.page, answered: $0.answered, shown: $0.shown) },
    .list("sides", AnswerSide.fields) { $0.sides },
  ])

  /// The answers that are shown; if there is one, those that the agreement compares, in the order of their days.
  private var sides: [AnswerSide] {
    let shown = AnswerSide.all(of: answered, on: site)
    guard shown.count < 2 else { return shown }
    var sides: [AnswerSide] = []
    let deciding = answered.all.first?.claims.compactMap(site.evidence) ?? []
    for evidence in deciding.sorted(by: { $0.moment.sortKey < $1.moment.sortKey }) {
      if let known = sides.firstIndex(where: { $0.evidence[0].answer == evidence.answer }) {
        sides[known].evidence.append(evidence)
      } else {
        sides.append(AnswerSide(site: site, evidence: [evidence]))
      }
    }
    return sides
  }
}

/// One of several answers to a question, with the speakers who gave it.
struct AnswerSide: Sendable {
  let site: Site
  /// Those who gave it, the claim whose wording is shown first; never empty.
  var evidence: [Evidence]

  static let fields = Fields<AnswerSide>([
    .text("answer") { $0.site.words(of: $0.evidence[0]) },
    .text("place") { $0.evidence[0].claim.place },
    .text("said_by") { $0.saidBy },
    .text("speaker_besides") { $0.speakerBesides },
    .text("days") { $0.days(knownYear: $0.site.commonYear) },
  ])

  /// The speakers; the titles of reports that say it in their own words.
  var saidBy: String { isOwnWords ? site.who(evidence) : site.names(of: site.speakers(of: evidence)) }

  /// The days for which the answers hold or on which their reports were published.
  func days(knownYear: Int? = nil) -> String? {
    isOwnWords && !evidence.contains(where: \.hasOwnDay)
      ? site.range(of: evidence.map(\.moment), knownYear) : site.days(of: evidence, knownYear: knownYear)
  }

  private var isOwnWords: Bool { evidence.allSatisfy { $0.claim.saidBy.value == Speaker.report } }

  /// The speakers; nil if there is one, and the answer begins with its name: "the ministry: 26 people".
  var speakerBesides: String? {
    let speakers = site.speakers(of: evidence)
    guard speakers.count == 1, let lead = site.words(of: evidence[0]).firstRange(of: ": ") else {
      return site.names(of: speakers)
    }
    let named = site.words(of: evidence[0])[..<lead.lowerBound].lowercased()
    let isNamed = site.allNames(ofSpeaker: speakers[0]).contains { name in
      let name = name.lowercased()
      return name == named || name.hasPrefix(named + " ")
    }
    return isNamed ? nil : site.names(of: speakers)
  }

  /// The answers that the brief answer shows, in its order.
  static func all(of answered: FactSheet.AnsweredQuestion, on site: Site) -> [AnswerSide] {
    answered.brief.all.compactMap { given in
      let evidence = given.claims.compactMap(site.evidence)
      return evidence.isEmpty ? nil : AnswerSide(site: site, evidence: evidence)
    }
  }
}
