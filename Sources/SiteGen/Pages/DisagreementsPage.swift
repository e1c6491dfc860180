/// The questions to which the sources give answers that cannot all be right, or whose answers moved.
struct DisagreementsPage: PageContent {
  let site: Site
  let frame: PageFrame
  private let note: Note?

  static let template = "disagreements.mustache"

  static func all(of site: Site) -> [PageSubject<Note?>] { site.single("disagreements", updated: site.newestRecord) }

  init(_ subject: PageSubject<Note?>, _ site: Site) {
    self.site = site
    note = subject.subject
    frame = PageFrame(
      site: site, address: subject.address, heading: site.title(ofPage: "disagreements"),
      description: site.description(of: note, or: site.strings[.disagreementsIntro]), updated: subject.updated,
      breadcrumbs: [site.home(from: subject.address)])
  }

  static let fields = Fields<DisagreementsPage>([
    .all(PageFrame.fields) { $0.frame },
    .text("intro") { $0.site.strings[.disagreementsIntro] },
    .markup("opening") { $0.site.body(of: $0.note, on: $0.frame.address) },
    .list("groups", DisagreementGroup.fields) { $0.groups },
  ])

  private var groups: [DisagreementGroup] {
    let strings = site.strings
    return [
      (Agreement.disagree, strings[.groupDisagree], strings[.groupDisagreeText]),
      (.fell, strings[.groupFell], strings[.groupFellText]),
      (.changed, strings[.groupChanged], strings[.groupChangedText]),
    ].compactMap { agreement, title, text in
      let questions = site.sheet.answeredQuestions.filter { $0.agreement == agreement }
      guard !questions.isEmpty else { return nil }
      return DisagreementGroup(
        site: site, agreement: agreement, title: title, text: text, answeredQuestions: questions, page: frame.address)
    }
  }
}

/// The questions whose headline is one and the same agreement.
struct DisagreementGroup: Sendable {
  let site: Site
  let agreement: Agreement
  let title: String
  let text: String
  let answeredQuestions: [FactSheet.AnsweredQuestion]
  let page: String

  static let fields = Fields<DisagreementGroup>([
    .text("anchor") { "group_" + $0.agreement.styleClass },
    .text("title") { $0.title },
    .text("text") { $0.text },
    .list("questions", QuestionView.fields) { group in
      group.answeredQuestions.map { QuestionView(site: group.site, answered: $0, page: group.page) }
    },
  ])
}
