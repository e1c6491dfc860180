/// A hand-written note that is neither a topic nor the opening of a built-in page.
struct NotePage: PageContent {
  let site: Site
  let frame: PageFrame
  private let text: NoteText
  private let note: Note

  static let template = "note.mustache"

  static func all(of site: Site) -> [PageSubject<Note>] {
    site.sheet.dossier.notes.lazy.filter { !$0.isTopic && BuiltInPage(rawValue: $0.id) == nil }.map {
      PageSubject(address: Address.note($0.id), updated: $0.updated, subject: $0)
    }
  }

  init(_ subject: PageSubject<Note>, _ site: Site) {
    self.site = site
    note = subject.subject
    text = NoteText(note, site, on: subject.address)
    let title = note.title.value
    frame = PageFrame(
      site: site, address: subject.address, heading: title, description: site.description(of: note, or: title),
      updated: subject.updated, breadcrumbs: [site.home(from: subject.address)])
  }

  static let fields = Fields<NotePage>([
    .all(PageFrame.fields) { $0.frame },
    .all(NoteText.fields) { $0.text },
  ])
}
