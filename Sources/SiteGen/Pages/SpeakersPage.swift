/// Each quoted speaker with all their answers.
struct SpeakersPage: BuiltInPageContent {
  let page: PageContext

  static let builtIn = BuiltInPage.speakers

  static let fields = Fields<SpeakersPage>([
    .text("intro") { $0.intro },
    .flaggedList("speakers", SpeakerView.fields) { $0.speakers },
  ])

  var intro: String { site.strings[.speakersIntro] }

  /// Sorted by the number of answers, the most quoted first, then by identifier.
  private var speakers: [SpeakerView] {
    let answers = Dictionary(grouping: site.sheet.evidence, by: \.claim.saidBy.value)
    let views = site.sheet.dossier.speakers.compactMap { speaker -> SpeakerView? in
      guard let given = answers[speaker.id] else { return nil }
      let principal = speaker.voiceOf?.value
      return SpeakerView(
        page: page, speaker: speaker, answers: given, principal: principal,
        principalIsListed: principal.map { answers[$0] != nil } ?? false)
    }
    return views.sorted { ($1.answers.count, $0.speaker.id) < ($0.answers.count, $1.speaker.id) }
  }
}

/// A speaker with their answers.
struct SpeakerView: PageView {
  let page: PageContext
  let speaker: Speaker
  let answers: [Evidence]
  /// The identifier of the speaker for whom this one speaks.
  let principal: String?
  let principalIsListed: Bool

  static let fields = Fields<SpeakerView>([
    .text("anchor") { Address.anchor(ofSpeaker: $0.speaker.id) },
    .text("name") { $0.speaker.name },
    .text("kind") { $0.site.strings[$0.speaker.kind.words] },
    .text("also") { $0.speaker.also.isEmpty ? nil : $0.site.strings.joined($0.speaker.also) },
    .text("voice_of") { view in view.principal.map(view.site.name(ofSpeaker:)) },
    .address("voice_of_href") { view in
      view.principalIsListed ? view.principal.map { "#" + Address.anchor(ofSpeaker: $0) } : nil
    },
    .text("count") { $0.site.strings.count(.claimsCount, $0.answers.count) },
    .list("answers", SpokenAnswer.fields) { view in
      view.answers.sorted { ($0.moment.sortKey, $0.id) < ($1.moment.sortKey, $1.id) }
        .map { SpokenAnswer(page: view.page, evidence: $0) }
    },
  ])
}

/// An answer in the list of its speaker.
struct SpokenAnswer: PageView {
  let page: PageContext
  let evidence: Evidence

  static let fields = Fields<SpokenAnswer>([
    .all(AnswerView.fields) { AnswerView(page: $0.page, evidence: $0.evidence) },
    .flag("sensitive") { $0.evidence.question.isSensitive },
  ])
}

extension Speaker.Kind {
  fileprivate var words: StringKey {
    switch self {
    case .person: .speakerPerson
    case .government: .speakerGovernment
    case .police: .speakerPolice
    case .foreignGovernment: .speakerForeignGovernment
    case .intergovernmental: .speakerIntergovernmental
    case .media: .speakerMedia
    case .witness: .speakerWitness
    case .opposition: .speakerOpposition
    case .civilSociety: .speakerCivilSociety
    case .unattributed: .speakerUnattributed
    }
  }
}
