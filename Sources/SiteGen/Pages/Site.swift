/// The input of every page: the proven facts, the texts of the interface and the lookup tables.
///
/// Why a class: ten thousand pages share one reference to it.
final class Site: Sendable {
  let sheet: FactSheet
  let strings: Strings
  let colours: SiteColours
  /// The icon in SVG, for a page that may load nothing.
  let icon: [UInt8]
  /// The style sheet with everything that it loads, for the same page.
  let selfContainedStyle: [UInt8]
  /// The template of a question's figure in a note.
  let figure: CompiledTemplate?
  /// The template of a citation's number in a note.
  let citation: CompiledTemplate?
  /// The texts of the interface for templates; made once, because every page has them.
  let stringsRecord: Record
  /// The formats of the files in data/.
  let dataFormats: [OutputFormat]
  private let titles: PageTitles
  /// The pages to which every page links. Kept, because ten thousand pages do.
  let navigation, footer: [LabelledPage]
  /// The newest day on which a source was published; nil without sources.
  let horizon: Day?
  /// The year in which all sources were published; nil without sources, and if there are several. Every page names the
  /// day of the newest source (`horizonInWords`), so that other days of this year need not repeat it.
  let commonYear: Int?
  /// The newest day on which a source entered the collection; nil without sources.
  let newestRecord: Day?
  /// The changes of each question's brief answer, with the source that caused each change, by question.
  let changesOfQuestion: [String: [(sourceID: String, change: FactSheet.HistoryStep.Change)]]
  /// The symbols of speakers in charts.
  let chartSymbols: ChartSymbols
  /// The sources' identifiers in the order in which they were published, then by identifier.
  let sourcesInOrder: [String]
  let limit: PageLimit
  /// The pages that are divided because they would be too long, by address.
  let dividedPages: [String: DividedPage]
  /// The versions of the theme's assets and of the pictures in Content, by address.
  private let versions: [String: String]
  /// The heights of embedded questions, in their order. Kept, because charts are drawn for them.
  let embedHeights: [Once<EmbedHeight>]
  /// Kept, so that each of them is made only once for its digest.
  let madeDataFiles = Once<[OutputFile]>()
  /// Made on first use, because a page that is served needs the search only when someone searches.
  private let madeSearchFiles = Once<[SearchIndex.File]>()
  private let sources: [String: Int]
  private let ranks: [String: Int]
  private let answeredQuestions: [String: Int]
  private let notes: [String: Int]
  private let speakers: [String: Int]
  private let quotedSources: [String: Int]
  private let parts: [String: [Int]]
  private let claims: [String: Int]
  private let relations: [String: [Relation]]
  private let voices: Voices

  init(
    _ sheet: FactSheet, _ strings: Strings, figure: CompiledTemplate?, citation: CompiledTemplate? = nil,
    colours: SiteColours = SiteColours(style: []), dataFormats: [OutputFormat] = [],
    versions: [String: String] = [:], icon: [UInt8] = [], selfContainedStyle: [UInt8] = [],
    limit: PageLimit = PageLimit(), dividedPages: [String: DividedPage] = [:]
  ) {
    let dossier = sheet.dossier
    self.icon = icon
    self.selfContainedStyle = selfContainedStyle
    func positions(_ ids: [String]) -> [String: Int] {
      Dictionary(zip(ids, ids.indices), uniquingKeysWith: { first, _ in first })
    }
    self.sheet = sheet
    self.strings = strings
    self.colours = colours
    self.figure = figure
    self.citation = citation
    self.dataFormats = dataFormats
    let pictures = dossier.images.map {
      (String($0.path.dropFirst("Content/".utf8.count)), contentVersion(of: $0.bytes))
    }
    self.versions = versions.merging(pictures) { asset, _ in asset }
    self.limit = limit
    self.dividedPages = dividedPages
    stringsRecord = Strings.fields.record(of: strings)
    horizon = dossier.sources.lazy.map { $0.published.value }.max()
    let years = Set(dossier.sources.lazy.map { $0.published.value.year })
    commonYear = years.count == 1 ? years.first : nil
    newestRecord = dossier.sources.lazy.map { $0.recorded.value }.max()
    sourcesInOrder = dossier.sources.sorted { ($0.published.value, $0.id) < ($1.published.value, $1.id) }.map(\.id)
    sources = positions(dossier.sources.map(\.id))
    ranks = positions(sourcesInOrder)
    answeredQuestions = positions(sheet.answeredQuestions.map(\.question.id))
    embedHeights = sheet.answeredQuestions.map { _ in Once() }
    let notes = positions(dossier.notes.map(\.id))
    self.notes = notes
    let titles = PageTitles(dossier, strings, notes: notes)
    self.titles = titles
    (navigation, footer) = (titles.navigation, titles.footer)
    speakers = positions(dossier.speakers.map(\.id))
    quotedSources = positions(sheet.quoted.map(\.sourceID))
    claims = positions(sheet.evidence.map(\.id))
    relations = Site.relations(of: dossier.topics)
    voices = sheet.voices
    chartSymbols = ChartSymbols(for: sheet)
    parts = Dictionary(
      grouping: sheet.answeredQuestions.indices.filter { sheet.answeredQuestions[$0].question.partOf != nil },
      by: { sheet.answeredQuestions[$0].question.partOf?.value ?? "" })
    changesOfQuestion = Dictionary(
      grouping: sheet.history.flatMap { step in step.changes.map { (sourceID: step.sourceID, change: $0) } },
      by: \.change.question.id)
  }

  var settings: Settings { sheet.dossier.settings }

  /// The address of an asset or picture, with its version if the site has it.
  func asset(_ path: String) -> String { version(of: path).map { path + "?v=" + $0 } ?? path }

  func version(of path: String) -> String? { versions[path] }

  /// The files of the search; the last one is the index, which a search loads first.
  func searchFiles() -> [SearchIndex.File] {
    madeSearchFiles.value {
      var index = SearchIndex()
      forEachSearchEntry { index.add($0) }
      return index.files()
    }
  }

  /// The position of a source among `sourcesInOrder`.
  func rank(ofSource id: String) -> Int? { ranks[id] }
  func source(_ id: String) -> Source? { sources[id].map { sheet.dossier.sources[$0] } }
  /// The index of a question among the answered questions of the fact sheet.
  func index(ofQuestion id: String) -> Int? { answeredQuestions[id] }
  func answered(_ question: String) -> FactSheet.AnsweredQuestion? {
    answeredQuestions[question].map { sheet.answeredQuestions[$0] }
  }
  func note(_ id: String) -> Note? { notes[id].map { sheet.dossier.notes[$0] } }
  func quoted(_ source: String) -> FactSheet.QuotedSource? { quotedSources[source].map { sheet.quoted[$0] } }
  func evidence(_ claim: String) -> Evidence? { claims[claim].map { sheet.evidence[$0] } }
  func parts(of question: String) -> [FactSheet.AnsweredQuestion] {
    (parts[question] ?? []).map { sheet.answeredQuestions[$0] }
  }

  /// The questions that are related to a question, by an entry of either question.
  func relations(of question: String) -> [Relation] { relations[question] ?? [] }

  /// The voice that a speaker counts as; nil if the speaker does not count.
  func voice(of speaker: String) -> String? { voices.voice(of: speaker) }

  /// A speaker's name; for `report`, the interface's text for the document itself.
  func name(ofSpeaker id: String) -> String {
    if id == Speaker.report { return strings[.reportSpeaker] }
    return speakers[id].map { sheet.dossier.speakers[$0].name } ?? id
  }

  /// The name of a speaker, and the others under which reports speak of it.
  func allNames(ofSpeaker id: String) -> [String] {
    [name(ofSpeaker: id)] + (speakers[id].map { sheet.dossier.speakers[$0].also } ?? [])
  }

  /// The title of a source, from its identifier.
  func title(ofSource id: String) -> String { sources[id].map { sheet.dossier.sources[$0].title.value } ?? id }

  /// The title of a source for a row that names it: `short_title` of its card, or else its title.
  func shortTitle(ofSource id: String) -> String { source(id)?.shortTitle?.value ?? title(ofSource: id) }

  /// The label of a page in the navigation: `short` of its note, or else its title.
  func label(ofPage id: String) -> String { titles.label(of: id) }

  /// The title of a page in the root folder.
  func title(ofPage id: String) -> String { titles.title(of: id) }

  /// The newest day on which one of the sources entered the collection.
  func newestRecord(of sources: [String]) -> Day? {
    sources.compactMap { source($0)?.recorded.value }.max()
  }

  /// Whether the site has feeds: they need absolute addresses and the day of at least one source.
  var hasFeeds: Bool { settings.baseURL != nil && newestRecord != nil }

  /// The sentence that names the day of the newest source; nil without sources.
  var horizonInWords: String? { horizon.map { strings.fill(.horizon, ("day", strings.day($0))) } }
}
