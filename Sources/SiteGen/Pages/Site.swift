/// What every page is made from: the proven facts, the words of the interface, and look-ups made once.
///
/// Why a class: ten thousand pages hold one reference to it.
final class Site: Sendable {
  let sheet: FactSheet
  let strings: Strings
  let colours: SiteColours
  /// The social cards that are published, by address.
  let pictures: [String: PublishedPicture]
  /// Writes a question's figure into a note.
  let figure: CompiledTemplate?
  /// Writes the number behind cited words into a note.
  let citation: CompiledTemplate?
  /// The interface's words as templates are given them; made once, as every page has them.
  let stringsRecord: Record
  /// What data/ holds.
  let dataFormats: [OutputFormat]
  /// Pages of the root folder: those that the site names, else its topics and built-in pages.
  let navigation: [String]
  /// The newest day on which a source was published; nil without sources.
  let horizon: Day?
  /// The newest day on which a source entered the collection; nil without sources.
  let newestRecord: Day?
  /// The history steps that moved a question's brief answer, by question.
  let changesOfQuestion: [String: [(sourceID: String, change: FactSheet.HistoryStep.Change)]]
  /// The identifiers of topics.
  let topics: Set<String>
  /// The sources' identifiers in the order in which they were published, then by identifier.
  let sourcesInOrder: [String]
  private let sources: [String: Int]
  private let ranks: [String: Int]
  private let answeredQuestions: [String: Int]
  private let notes: [String: Int]
  private let speakers: [String: Int]
  private let quotedSources: [String: Int]
  private let children: [String: [Int]]
  private let claims: [String: Int]
  private let voices: Voices

  init(
    _ sheet: FactSheet, _ strings: Strings, figure: CompiledTemplate?, citation: CompiledTemplate? = nil,
    colours: SiteColours = SiteColours(style: []), pictures: [String: PublishedPicture] = [:],
    dataFormats: [OutputFormat] = []
  ) {
    self.sheet = sheet
    self.strings = strings
    self.colours = colours
    self.pictures = pictures
    self.figure = figure
    self.citation = citation
    self.dataFormats = dataFormats
    func positions(_ ids: [String]) -> [String: Int] {
      Dictionary(zip(ids, ids.indices), uniquingKeysWith: { first, _ in first })
    }
    sources = positions(sheet.dossier.sources.map(\.id))
    answeredQuestions = positions(sheet.answeredQuestions.map(\.question.id))
    sourcesInOrder = sheet.dossier.sources
      .sorted { ($0.published.value, $0.id) < ($1.published.value, $1.id) }.map(\.id)
    ranks = positions(sourcesInOrder)
    topics = Set(sheet.dossier.topics.map(\.id))
    notes = positions(sheet.dossier.notes.map(\.id))
    speakers = positions(sheet.dossier.speakers.map(\.id))
    voices = Voices(sheet.dossier.speakers)
    navigation =
      sheet.dossier.settings.navigation.isEmpty
      ? sheet.dossier.topics.map(\.id) + BuiltInPage.allCases.filter(\.isInNavigation).map(\.rawValue)
      : sheet.dossier.settings.navigation.map(\.value)
    claims = positions(sheet.evidence.map(\.id))
    stringsRecord = Strings.fields.record(of: strings)
    horizon = sheet.dossier.sources.lazy.map { $0.published.value }.max()
    newestRecord = sheet.dossier.sources.lazy.map { $0.recorded.value }.max()
    quotedSources = positions(sheet.quoted.map(\.sourceID))
    var children: [String: [Int]] = [:]
    for (index, answered) in sheet.answeredQuestions.enumerated() {
      if let whole = answered.question.partOf?.value { children[whole, default: []].append(index) }
    }
    self.children = children
    changesOfQuestion = Site.changes(of: sheet)
  }

  private static func changes(
    of sheet: FactSheet
  ) -> [String: [(sourceID: String, change: FactSheet.HistoryStep.Change)]] {
    var changes: [String: [(sourceID: String, change: FactSheet.HistoryStep.Change)]] = [:]
    for step in sheet.history {
      for change in step.changes { changes[change.question.id, default: []].append((step.sourceID, change)) }
    }
    return changes
  }

  var settings: Settings { sheet.dossier.settings }

  /// Where a source stands among `sourcesInOrder`.
  func rank(ofSource id: String) -> Int? { ranks[id] }
  func source(_ id: String) -> Source? { sources[id].map { sheet.dossier.sources[$0] } }
  func answered(_ question: String) -> FactSheet.AnsweredQuestion? {
    answeredQuestions[question].map { sheet.answeredQuestions[$0] }
  }
  func note(_ id: String) -> Note? { notes[id].map { sheet.dossier.notes[$0] } }
  func quoted(_ source: String) -> FactSheet.QuotedSource? { quotedSources[source].map { sheet.quoted[$0] } }
  func evidence(_ claim: String) -> Evidence? { claims[claim].map { sheet.evidence[$0] } }
  func parts(of question: String) -> [FactSheet.AnsweredQuestion] {
    (children[question] ?? []).map { sheet.answeredQuestions[$0] }
  }

  /// A speaker's name; of `report` the interface's words for the document itself.
  func name(ofSpeaker id: String) -> String {
    if id == Speaker.report { return strings[.reportSpeaker] }
    return speakers[id].map { sheet.dossier.speakers[$0].name } ?? id
  }

  /// The voice with which a speaker counts; nil for one who is none.
  func voice(of speaker: String) -> String? { voices.voice(of: speaker) }

  /// The title of a source, from its identifier.
  func title(ofSource id: String) -> String { sources[id].map { sheet.dossier.sources[$0].title.value } ?? id }

  /// The title of a note, from its identifier; nil where there is none. Why: a copy of the note would cost much more.
  func title(ofNote id: String) -> String? { notes[id].map { sheet.dossier.notes[$0].title.value } }
}

/// Addresses of pages, relative to the root of the site.
///
/// Anchors that sitegen makes hold an underscore, which the anchors of headings never do.
enum Address {
  static func question(_ id: String) -> String { "questions/" + id + ".html" }
  /// Of a question's chart or data: `svg`, `csv`, `json`.
  static func question(_ id: String, as format: String) -> String { "questions/" + id + "." + format }
  static func embed(_ id: String) -> String { "embed/" + id + ".html" }
  static func claim(_ evidence: Evidence) -> String { question(evidence.question.id) + "#" + evidence.id }
  static func source(_ id: String) -> String { "sources/" + id + ".html" }
  static let alphabet = "a-z.html"
  static let searchPage = "search.html"
  static let manifest = "manifest.webmanifest"
  /// Why the underscore: no page can have this name.
  static let touchIcon = "cards/site_icon.png"
  /// Of the picture with which a page is shared.
  static func picture(of page: String) -> String { "cards/" + SocialCard(page: page, site: "", title: "").name }
  /// A speaker's entry in the index by letter.
  static func speaker(_ id: String) -> String { alphabet + "#" + anchor(ofSpeaker: id) }
  static func anchor(ofSpeaker id: String) -> String { "speaker_" + id }
  static func note(_ id: String) -> String { id + ".html" }
  static func passage(_ source: String, _ quotation: Quotation) -> String {
    self.source(source) + "#" + anchor(quotation)
  }

  /// The anchor of a quoted passage on its source's page: permanent, as a seed never changes.
  static func anchor(_ quotation: Quotation) -> String {
    "at_" + String(quotation.start) + "_" + String(quotation.end)
  }

  /// The anchor of a source's arrival on the updates page.
  static func anchor(ofUpdate source: String) -> String { "update_" + source }

  /// A link from one page to an address of the site, both relative to its root.
  static func link(_ target: String, from page: String) -> String {
    root(from: page) + target
  }

  /// The way from a page up to the root of the site: empty, or `../` for each folder.
  static func root(from page: String) -> String {
    var up = ""
    for byte in page.utf8 where byte == UInt8(ascii: "/") { up += "../" }
    return up
  }
}
