/// data/claims: every claim, including withdrawn ones. docs/data.md guarantees the names of the columns.
struct ClaimData {
  let site: Site
  let claim: Claim
  let source: Source?
  let question: Question?
  /// Nil for a withdrawn claim, which proves nothing.
  let evidence: Evidence?
  /// Nil if the words are not in the seed.
  let quotation: Quotation?

  static func files(of site: Site) -> [OutputFile] {
    table(of: site).files(at: "data/claims", title: site.strings[.fileClaims], site.strings)
  }

  /// All claims, sorted by identifier.
  static func table(of site: Site) -> DataTable<ClaimData> { DataTable(columns: columns) { rows(of: site) } }

  /// data/topics/<id>.csv, and the same for spreadsheet programs: the claims of one topic.
  static func filesOfTopics(of site: Site) -> [OutputFile] {
    site.sheet.dossier.topics.flatMap { topic in
      DataTable(columns: columns) {
        rows(of: site, site.sheet.answeredQuestions.filter { $0.question.topic == topic.id })
      }
      .csvFiles(
        at: "data/topics/" + topic.id,
        title: site.strings.fill(.fileTopic, ("topic", site.title(ofPage: topic.id))), site.strings)
    }
  }

  /// questions/<id>.csv and questions/<id>.json: the claims of one question.
  static func filesOfQuestions(of site: Site) -> [OutputFile] {
    site.sheet.answeredQuestions.flatMap { answered in
      DataTable(columns: columns) { rows(of: site, [answered]) }.files(at: "questions/" + answered.question.id)
    }
  }

  /// All claims, or those of some questions, sorted by identifier.
  private static func rows(of site: Site, _ questions: [FactSheet.AnsweredQuestion]? = nil) -> [ClaimData] {
    // Why: each question has a file, and making it must not search the claims of all questions.
    let proven = (questions?.flatMap(\.evidence) ?? site.sheet.evidence).map {
      ClaimData(
        site: site, claim: $0.claim, source: site.source($0.sourceID), question: $0.question, evidence: $0,
        quotation: $0.quotation)
    }
    let ids = questions.map { Set($0.map(\.question.id)) }
    let withdrawn = site.sheet.withdrawn.filter { ids?.contains($0.claim.question.value) ?? true }
      .map {
        ClaimData(
          site: site, claim: $0.claim, source: site.source($0.sourceID),
          question: site.answered($0.claim.question.value)?.question, evidence: nil, quotation: $0.quotation)
      }
    return (proven + withdrawn).sorted { $0.claim.id < $1.claim.id }
  }

  private static let columns: [DataTable<ClaimData>.Column] = [
    .init("id") { .text($0.claim.id) },
    .init("question") { .text($0.claim.question.value) },
    .init("topic") { .init($0.question?.topic) },
    .init("answer") { .text($0.claim.answer.value) },
    .init("figure") { .init($0.claim.figure?.value) },
    .init("lower", .number) { .init($0.bounds?.lower) },
    .init("upper", .number) { .init($0.bounds?.upper) },
    .init("lower_open", .boolean) { .init($0.bounds?.lowerOpen) },
    .init("upper_open", .boolean) { .init($0.bounds?.upperOpen) },
    .init("approximate", .boolean) { .init($0.bounds?.approximate) },
    .init("as_of", .date) { .init($0.evidence?.asOf ?? $0.claim.asOf?.value.day ?? $0.source?.published.value) },
    .init("happened") { .init($0.happened) },
    .init("place") { .init($0.claim.place) },
    .init("said_by") { .text($0.claim.saidBy.value) },
    .init("via") { .list($0.claim.via.map(\.value)) },
    .init("source") { .init($0.source?.id) },
    .init("seed") { .init($0.source?.seed.file.name) },
    .init("seed_sha256") { .init($0.source?.seed.sha256) },
    .init("published", .date) { .init($0.source?.published.value) },
    .init("modality") { .text($0.claim.modality.rawValue) },
    .init("note") { .init($0.claim.note?.value) },
    .init("lang") { row in .init(row.source.map { $0.language ?? row.site.settings.language }) },
    .init("translation") { .init($0.claim.translation?.value) },
    .init("withdrawn.on", .date) { .init($0.claim.withdrawn?.on) },
    .init("withdrawn.why") { .init($0.claim.withdrawn?.why) },
    .init("selector.exact") { .init($0.quotation?.exact) },
    .init("selector.prefix") { .init($0.quotation?.prefix) },
    .init("selector.suffix") { .init($0.quotation?.suffix) },
    .init("selector.start", .integer) { .init($0.quotation?.start) },
    .init("selector.end", .integer) { .init($0.quotation?.end) },
    .init("as_of_time") { .init($0.claim.asOf?.value.time?.description) },
    .init("replaces") { .init($0.claim.replaces?.value) },
    .init("replaced_by") { .init($0.evidence?.replacedBy) },
    .init("read_by") { .init($0.readBy?.rawValue) },
    .init("reads") { .init($0.claim.reading?.words.value) },
    .init("why") { .init($0.claim.reading?.why) },
    .init("document") { .init($0.source?.seed.document?.name) },
    .init("document_sha256") { .init($0.source?.seed.document?.sha256) },
  ]

  /// The quantity of a numeric answer, with a year as both bounds; nil for other answers and for withdrawn claims.
  private var bounds: Quantity? {
    switch evidence?.answer {
    case .quantity(let quantity): quantity
    case .year(let year): Quantity(Double(year))
    default: nil
    }
  }

  /// A withdrawn claim is not read again, but an editor's reading of it stays one.
  private var readBy: AnswerReading? { evidence?.reading ?? (claim.reading == nil ? nil : .editor) }

  private var happened: String? {
    guard let days = claim.happened?.value else { return nil }
    return days.lowerBound == days.upperBound
      ? days.lowerBound.description : days.lowerBound.description + "/" + days.upperBound.description
  }
}
