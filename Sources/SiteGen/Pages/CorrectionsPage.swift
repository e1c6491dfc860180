/// The corrections policy, and every answer that the editors took back.
struct CorrectionsPage: PageContent {
  let site: Site
  let frame: PageFrame
  private let note: Note?

  static let template = "corrections.mustache"

  static func all(of site: Site) -> [PageSubject<Note?>] {
    site.single("corrections", updated: site.sheet.withdrawn.compactMap { $0.claim.withdrawn?.on }.max())
  }

  init(_ subject: PageSubject<Note?>, _ site: Site) {
    self.site = site
    note = subject.subject
    frame = PageFrame(
      site: site, address: subject.address, heading: site.title(ofPage: "corrections"),
      description: site.description(of: note, or: site.strings[.withdrawnClaims]), updated: subject.updated,
      breadcrumbs: [site.home(from: subject.address)])
  }

  static let fields = Fields<CorrectionsPage>([
    .all(PageFrame.fields) { $0.frame },
    .markup("opening") { $0.site.body(of: $0.note, on: $0.frame.address) },
    .flag("has_withdrawn") { !$0.site.sheet.withdrawn.isEmpty },
    .list("withdrawn", WithdrawnView.fields) { page in
      page.site.sheet.withdrawn.map { WithdrawnView(site: page.site, withdrawn: $0, page: page.frame.address) }
    },
  ])
}

/// A withdrawn answer, struck through, with when and why.
struct WithdrawnView: Sendable {
  let site: Site
  let withdrawn: FactSheet.WithdrawnClaim
  let page: String

  static let fields = Fields<WithdrawnView>([
    .text("id") { $0.withdrawn.claim.id },
    .text("asks") { view in
      let question = view.withdrawn.claim.question.value
      return view.site.answered(question)?.question.asks ?? question
    },
    .address("href") { Address.link(Address.question($0.withdrawn.claim.question.value), from: $0.page) },
    .text("answer") { view in
      let claim = view.withdrawn.claim
      return view.site.answered(claim.question.value)?.question.words(ofChoice: claim.answer.value)
        ?? claim.answer.value
    },
    .text("source") { $0.site.title(ofSource: $0.withdrawn.sourceID) },
    .address("source_href") { Address.link(Address.source($0.withdrawn.sourceID), from: $0.page) },
    .text("quotation") { $0.withdrawn.quotation?.exact },
    .text("quote_language") { $0.site.language(ofSource: $0.withdrawn.sourceID) },
    .text("on") { view in view.withdrawn.claim.withdrawn.map { view.site.strings.day($0.on) } },
    .text("on_iso") { $0.withdrawn.claim.withdrawn?.on.description },
    .text("why") { $0.withdrawn.claim.withdrawn?.why },
  ])
}
