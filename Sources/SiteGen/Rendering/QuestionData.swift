/// data/questions: every question with its brief answer and agreement. docs/data.md guarantees the names of the
/// columns.
enum QuestionData {
  static func files(of site: Site) -> [OutputFile] {
    table(of: site).files(at: "data/questions", title: site.strings[.fileQuestions], site.strings)
  }

  /// The questions that `isIncluded` selects, by topic.
  static func table(
    of site: Site, where isIncluded: @escaping @Sendable (FactSheet.AnsweredQuestion) -> Bool = { _ in true }
  ) -> DataTable<FactSheet.AnsweredQuestion> {
    DataTable(columns: columns(site)) { site.sheet.answeredQuestions.filter(isIncluded) }
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
      .init("reason") { .text(site.reason(of: $0).withoutIsolates) },
      .init("brief") { .text(site.brief(of: $0).withoutIsolates) },
      .init("voices") { .list($0.voices) },
      .init("claims") { .list($0.evidence.map(\.id)) },
      .init("in_brief") { .init($0.question.inBrief.map { site.plainText(of: $0.tree).withoutIsolates }) },
      .init("unit_forms") { answered in
        let forms = answered.question.unitForms
        return forms.isEmpty ? .missing : .map(forms.map { ($0.category.rawValue, $0.words.value) })
      },
      .init("related") { answered in
        let relations = site.relations(of: answered.question.id)
        return relations.isEmpty
          ? .missing : .map(relations.map { ($0.other.id, site.plainText(of: $0.note.tree).withoutIsolates) })
      },
      .init("status_words") { .text(site.words(of: $0.status).withoutIsolates) },
      .init("brief_claims") { .list($0.brief.claims) },
    ]
  }
}
