/// Each quoted speaker with all their answers.
struct SpeakersPage: BuiltInPageContent, LongPageContent {
  let page: PageContext
  private let entries: ArraySlice<SpeakerEntry>

  static let builtIn = BuiltInPage.speakers

  static func listed(on site: Site) -> Int { site.sheet.evidence.count }

  init(page: PageContext, subject: Void, entries: ArraySlice<SpeakerEntry>) {
    self.page = page
    self.entries = entries
  }

  static let fields = Fields<SpeakersPage>([
    .text("intro") { $0.intro },
    .flaggedList("speakers", SpeakerView.fields) { $0.speakers },
  ])

  var intro: String { site.strings[.speakersIntro] }

  /// The speakers by the number of their answers, the most quoted first, then by identifier; the answers of each by day.
  static func entries(of subject: Void, on site: Site) -> [SpeakerEntry] {
    let answers = Dictionary(grouping: site.sheet.evidence.indices) { site.sheet.evidence[$0].claim.saidBy.value }
    let speakers = site.sheet.dossier.speakers
    let quoted = speakers.indices.compactMap { index in answers[speakers[index].id].map { (speaker: index, given: $0) }
    }
    let ordered = quoted.sorted {
      ($1.given.count, speakers[$0.speaker].id) < ($0.given.count, speakers[$1.speaker].id)
    }
    return ordered.flatMap { speaker, given in
      given.map { (key: site.sheet.evidence[$0].moment.sortKey, index: $0) }.sorted { $0 < $1 }.enumerated().map {
        SpeakerEntry(
          speaker: speaker, id: speakers[speaker].id, count: given.count, answer: $1.index, isFirst: $0 == 0,
          principalIsListed: speakers[speaker].voiceOf.map { answers[$0.value] != nil } ?? false)
      }
    }
  }

  private var speakers: [SpeakerView] {
    entries.runs(by: \.speaker).map { run in
      SpeakerView(page: page, entry: run[0], answers: run.map { site.sheet.evidence[$0.answer] })
    }
  }
}

/// An answer of a speaker.
struct SpeakerEntry: PageEntry {
  /// The index of the speaker in the dossier.
  let speaker: Int
  let id: String
  /// The number of the speaker's answers.
  let count: Int
  /// Its index among the fact sheet's evidence, which is sorted by claim.
  let answer: Int
  let isFirst: Bool
  let principalIsListed: Bool

  var anchors: [String] { isFirst ? [Address.anchor(ofSpeaker: id)] : [] }
  var section: String { id }
}

/// A speaker with their answers.
struct SpeakerView: PageView {
  let page: PageContext
  fileprivate let entry: SpeakerEntry
  let answers: [Evidence]

  private var speaker: Speaker { site.sheet.dossier.speakers[entry.speaker] }
  /// The identifier of the speaker for whom this one speaks.
  private var principal: String? { speaker.voiceOf?.value }

  /// The address of that speaker's section.
  private var principalHref: String? {
    guard let principal, entry.principalIsListed else { return nil }
    let target = site.address(Address.page(.speakers), anchor: Address.anchor(ofSpeaker: principal))
    return target.hasPrefix(page.address + "#") ? String(target.dropFirst(page.address.utf8.count)) : link(target)
  }

  static let fields = Fields<SpeakerView>([
    .text("anchor") { Address.anchor(ofSpeaker: $0.speaker.id) },
    .text("name") { $0.speaker.name },
    .text("kind") { $0.site.strings[$0.speaker.kind.words] },
    .text("also") { $0.speaker.also.isEmpty ? nil : $0.site.strings.joined($0.speaker.also) },
    .text("voice_of") { view in view.principal.map(view.site.name(ofSpeaker:)) },
    .address("voice_of_href") { $0.principalHref },
    .text("count") { $0.site.strings.count(.claimsCount, $0.entry.count) },
    .list("answers", SpokenAnswer.fields) { view in
      view.answers.map { SpokenAnswer(page: view.page, evidence: $0) }
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
