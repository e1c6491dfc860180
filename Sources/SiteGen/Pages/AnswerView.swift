/// One answer on a page: a row of a table or an entry of a list, with its quotation.
struct AnswerView: PageView {
  let page: PageContext
  let evidence: Evidence
  /// Whether this answer has the claim's permanent anchor, as on the pages of the claim's question and source.
  var isAnchored = false
  var showsWords = false
  /// The words for the place, if this is the first of the answers for it in a table of several places.
  var placeHeading: String?
  /// The symbol of the answer in the question's chart, where it is shown.
  var mark: HTML?

  static let fields = Fields<AnswerView>([
    .text("id") { $0.evidence.id },
    .text("anchor") { $0.isAnchored ? $0.evidence.id : nil },
    .text("question") { $0.evidence.question.id },
    .text("label") { $0.evidence.question.label },
    .address("claim_href") { $0.link($0.site.address(of: $0.evidence)) },
    .text("answer") { $0.site.words(of: $0.evidence) },
    .flag("is_long") { $0.site.words(of: $0.evidence).count > AnswerView.longestBesideWords },
    .markup("mark") { $0.mark },
    .text("modality") { $0.site.modality(of: $0.evidence) },
    .text("place") { $0.place },
    .text("place_heading") { $0.placeHeading },
    .text("part") { $0.part },
    .text("as_of") { $0.site.strings.moment($0.evidence.moment) },
    .text("day") { $0.site.strings.moment($0.evidence.moment, knownYear: $0.site.commonYear) },
    .text("as_of_iso") { $0.evidence.moment.iso },
    .text("said_by") { $0.site.name(ofSpeaker: $0.evidence.claim.saidBy.value) },
    .flag("is_own_words") { $0.evidence.claim.saidBy.value == Speaker.report },
    .text("via") { view in
      let via = view.evidence.claim.via.map(\.value)
      return via.isEmpty ? nil : view.site.names(of: via)
    },
    .text("source") { $0.site.shortTitle(ofSource: $0.evidence.sourceID) },
    .address("source_href") { $0.link($0.site.address(of: $0.evidence.quotation, in: $0.evidence.sourceID)) },
    .text("fidelity") { view in view.site.source(view.evidence.sourceID).map { view.site.words(of: $0.fidelity) } },
    .flag("shows_words") { $0.showsWords },
    .text("quotation") { $0.evidence.quotation.exact },
    .flag("quotes_a_quotation") { $0.evidence.quotation.exact.hasOuterQuotationMarks },
    .text("quote_start") { $0.quoteParts?.before },
    .text("quote_figure") { $0.quoteParts?.inside },
    .text("quote_end") { $0.quoteParts?.after },
    .markup("position") { view in view.showsWords ? view.site.position(of: view.evidence) : nil },
    .text("quote_language") { $0.site.language(ofSource: $0.evidence.sourceID) },
    .text("translation") { $0.evidence.claim.translation?.value },
    .text("reads") { $0.evidence.claim.reading?.words.value },
    .text("why") { $0.evidence.claim.reading?.why },
    .text("damaged") { $0.site.damage(in: $0.evidence.quotation, of: $0.evidence.sourceID) },
    .text("replaced_by") { $0.evidence.replacedBy },
    .address("replaced_by_href") { view in view.claimHref(view.evidence.replacedBy) },
    .text("replaces") { $0.evidence.claim.replaces?.value },
    .address("replaces_href") { view in view.claimHref(view.evidence.claim.replaces?.value) },
    .text("note") { $0.evidence.claim.note?.value },
    .address("permalink") { $0.isAnchored ? "#" + $0.evidence.id : nil },
  ])

  /// The longest answer, in characters, that can stand in a column beside the words that prove it.
  private static let longestBesideWords = 36

  /// The quotation around the words that give the answer; nil if no part of it gives the answer alone.
  private var quoteParts: (before: String, inside: String, after: String)? {
    evidence.figure.map(evidence.quotation.parts)
  }

  /// Nil if the words of the answer name it.
  private var place: String? {
    evidence.claim.place.flatMap { site.words(of: evidence).contains($0) ? nil : $0 }
  }

  private func claimHref(_ id: String?) -> String? {
    id.flatMap(site.evidence).map { link(site.address(of: $0)) }
  }

  private var part: String? {
    switch evidence.claim.part {
    case .night: site.strings[.partNight]
    case .morning: site.strings[.partMorning]
    case .afternoon: site.strings[.partAfternoon]
    case .evening: site.strings[.partEvening]
    case nil: nil
    }
  }
}

extension PageContext {
  func answers(_ evidence: [Evidence], areAnchored: Bool = false, showWords: Bool = false) -> [AnswerView] {
    evidence.map { AnswerView(page: self, evidence: $0, isAnchored: areAnchored, showsWords: showWords) }
  }

  /// The rows of a table: the answers by place, those without a place first.
  func answersByPlace(_ evidence: [Evidence], areAnchored: Bool) -> [AnswerView] {
    let places = Set(evidence.map(\.claim.place))
    return evidence.byPlace.flatMap { place, evidence in
      var answers = answers(evidence, areAnchored: areAnchored, showWords: true)
      if places.count > 1 { answers[0].placeHeading = place ?? site.strings[.placeNotSaid] }
      return answers
    }
  }
}

extension [Evidence] {
  /// The answers by place: those without a place first, then by name. Never an empty group.
  var byPlace: [(place: String?, evidence: [Evidence])] {
    Dictionary(grouping: self, by: \.claim.place).sorted { ($0.key ?? "") < ($1.key ?? "") }.map { ($0.key, $0.value) }
  }
}
