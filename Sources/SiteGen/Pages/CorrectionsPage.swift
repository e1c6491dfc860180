/// The corrections policy, and every answer that the editors withdrew.
struct CorrectionsPage: BuiltInPageContent, LongPageContent {
  let page: PageContext
  private let entries: ArraySlice<FactSheet.WithdrawnClaim>

  static let builtIn = BuiltInPage.corrections

  static func listed(on site: Site) -> Int { site.sheet.withdrawn.count }
  static func entries(of subject: Void, on site: Site) -> [FactSheet.WithdrawnClaim] { site.sheet.withdrawn }

  init(page: PageContext, subject: Void, entries: ArraySlice<FactSheet.WithdrawnClaim>) {
    self.page = page
    self.entries = entries
  }

  static let fields = Fields<CorrectionsPage>([
    .markup("opening") { $0.opening },
    .flaggedList("withdrawn", WithdrawnView.fields) { corrections in
      corrections.entries.map { WithdrawnView(page: corrections.page, withdrawn: $0) }
    },
  ])

  static func updated(of site: Site) -> Day? { site.sheet.withdrawn.compactMap { $0.claim.withdrawn?.on }.max() }

  var intro: String { site.strings[.withdrawnClaims] }
}

extension FactSheet.WithdrawnClaim: PageEntry {
  var anchors: [String] { ["withdrawn_" + claim.id] }
}

/// A withdrawn answer, struck through, with the day and the reason.
struct WithdrawnView: PageView {
  let page: PageContext
  let withdrawn: FactSheet.WithdrawnClaim

  private var claim: Claim { withdrawn.claim }
  /// Nil if no topic asks the question any more.
  private var question: Question? { site.answered(claim.question.value)?.question }

  static let fields = Fields<WithdrawnView>([
    .text("id") { $0.claim.id },
    .text("asks") { $0.question?.asks ?? $0.claim.question.value },
    .address("href") { $0.link(Address.question($0.claim.question.value)) },
    .text("answer") { $0.question?.words(ofChoice: $0.claim.answer.value) ?? $0.claim.answer.value },
    .text("source") { $0.site.shortTitle(ofSource: $0.withdrawn.sourceID) },
    .address("source_href") { $0.link(Address.source($0.withdrawn.sourceID)) },
    .text("quotation") { $0.withdrawn.quotation?.exact },
    .text("quote_language") { $0.site.language(ofSource: $0.withdrawn.sourceID) },
    .text("on") { view in view.claim.withdrawn.map { view.site.strings.day($0.on) } },
    .text("on_iso") { $0.claim.withdrawn?.on.description },
    .text("why") { $0.claim.withdrawn?.why },
  ])
}
