/// data/questions: every question with its brief answer and agreement; the column names are a promise of docs/data.md.
enum QuestionData {
  static func table(of site: Site) -> DataTable<FactSheet.AnsweredQuestion> {
    DataTable(columns: columns(site), rows: site.sheet.answeredQuestions)
  }

  private static func columns(_ site: Site) -> [DataTable<FactSheet.AnsweredQuestion>.Column] {
    [
      .init("id") { .text($0.question.id) },
      .init("topic") { .text($0.question.topic) },
      .init("asks") { .text($0.question.asks) },
      .init("label") { .text($0.question.label) },
      .init("unit") { .init($0.question.unit) },
      .init("counts") { .init($0.question.counts?.rawValue) },
      .init("choices") { answered in
        guard case .worded(let choices, _) = answered.question.kind else { return .missing }
        return .map(choices.map { ($0.id, $0.words) })
      },
      .init("answers") { answered in
        if case .list = answered.question.kind { .text("many") } else { .missing }
      },
      .init("sensitive", .boolean) { .flag($0.question.isSensitive) },
      .init("part_of") { .init($0.question.partOf?.value) },
      .init("agreement") { .text($0.agreement.rawValue) },
      .init("agreement_all") { .list($0.all.map(\.agreement.rawValue)) },
      .init("reason") { answered in
        .init(answered.all.first.map { site.sentence(for: $0, in: answered) })
      },
      .init("brief") { .text(site.words(of: $0.brief, to: $0.question)) },
      .init("voices") { .list($0.voices) },
      .init("claims") { .list($0.evidence.map(\.id)) },
    ]
  }
}

/// data/sources and data/speakers.
enum SourceData {
  static func sources(of site: Site) -> DataTable<Source> {
    DataTable(
      columns: [
        .init("id") { .text($0.id) },
        .init("title") { .text($0.title.value) },
        .init("seed") { .text($0.seed.file.name) },
        .init("seed_sha256") { .text($0.seed.sha256) },
        .init("outlet") { .init($0.outlet) },
        .init("author") { .init($0.author) },
        .init("url") { .init($0.url) },
        .init("archive_url") { .init($0.archiveURL) },
        .init("lang") { .text($0.language ?? site.settings.language) },
        .init("published", .date) { .init($0.published.value) },
        .init("published_basis") { .text($0.publishedIsInferred ? "inferred" : "stated") },
        .init("published_note") { .init($0.publishedNote) },
        .init("recorded", .date) { .init($0.recorded.value) },
        .init("fidelity") { .text($0.fidelity.rawValue) },
        .init("licence") { .init($0.licence) },
        .init("characters", .integer) { .integer(site.quoted($0.id)?.total ?? 0) },
        .init("characters_quoted", .integer) { .integer(site.quoted($0.id)?.shown ?? 0) },
        .init("quantities", .integer) { .integer(site.quoted($0.id)?.quantities ?? 0) },
        .init("quantities_used", .integer) { .integer(site.quoted($0.id)?.covered ?? 0) },
        .init("quantities_unused") { source in
          // Why places alone: words that nobody quotes would count towards the share of the seed that public/ shows.
          let lines = LineIndex(source.seed.file)
          return .places(
            (site.quoted(source.id)?.uncovered ?? []).map { quotation in
              (quotation.start, quotation.end, lines.position(of: quotation.span.lowerBound).line)
            })
        },
      ], rows: site.sheet.dossier.sources)
  }

  static func speakers(of site: Site) -> DataTable<Speaker> {
    DataTable(
      columns: [
        .init("id") { .text($0.id) },
        .init("name") { .text($0.name) },
        .init("kind") { .text($0.kind.rawValue) },
        .init("also") { .list($0.also) },
        .init("voice_of") { .init($0.voiceOf?.value) },
      ], rows: site.sheet.dossier.speakers)
  }
}
