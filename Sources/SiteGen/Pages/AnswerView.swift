/// One answer as a page shows it: a row of a table, or an entry of a list, with its quotation.
struct AnswerView: Sendable {
  let site: Site
  let evidence: Evidence
  let page: String
  /// Whether the claim's permanent anchor stands here: on its question's page and on its source's.
  var isAnchored = false
  var showsWords = false

  static let fields = Fields<AnswerView>([
    .text("id") { $0.evidence.id },
    .text("anchor") { $0.isAnchored ? $0.evidence.id : nil },
    .text("question") { $0.evidence.question.id },
    .text("label") { $0.evidence.question.label },
    .address("claim_href") { Address.link(Address.claim($0.evidence), from: $0.page) },
    .text("answer") { $0.site.words(of: $0.evidence) },
    .text("modality") { $0.site.words(of: $0.evidence.claim.modality) },
    .text("place") { $0.evidence.claim.place },
    .text("part") { $0.part },
    .text("as_of") { $0.site.strings.day($0.evidence.asOf) },
    .text("as_of_iso") { $0.evidence.asOf.description },
    .text("said_by") { $0.site.name(ofSpeaker: $0.evidence.claim.saidBy.value) },
    .text("via") { view in
      let via = view.evidence.claim.via.map(\.value)
      return via.isEmpty ? nil : view.site.names(of: via)
    },
    .text("source") { $0.site.title(ofSource: $0.evidence.sourceID) },
    .address("source_href") {
      Address.link(Address.passage($0.evidence.sourceID, $0.evidence.quotation), from: $0.page)
    },
    .text("fidelity") { view in view.site.source(view.evidence.sourceID).map { view.site.words(of: $0.fidelity) } },
    .flag("shows_words") { $0.showsWords },
    .text("quotation") { $0.evidence.quotation.exact },
    .text("quote_language") { $0.site.language(ofSource: $0.evidence.sourceID) },
    .text("translation") { $0.evidence.claim.translation },
    .text("damaged") { $0.site.damage(in: $0.evidence.quotation, of: $0.evidence.sourceID) },
    .text("note") { $0.evidence.claim.note?.value },
    .address("permalink") { $0.isAnchored ? "#" + $0.evidence.id : nil },
  ])

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

extension Site {
  func language(ofSource id: String) -> String { source(id)?.language ?? settings.language }

  /// What is said of a quotation that holds a passage which the card calls damaged; nil for others.
  func damage(in quotation: Quotation, of source: String) -> String? {
    guard let damaged = quoted(source)?.damaged.first(where: { $0.quotation.span.overlaps(quotation.span) }) else {
      return nil
    }
    return damaged.passage.probably.map { strings.fill(.asWorded, ("reading", $0)) } ?? strings[.asWordedOnly]
  }
}
