/// A hand-written note that is neither a topic nor the opening of a built-in page.
struct NotePage: PageContent {
  let page: PageContext
  let subject: Note

  static let template = "note.mustache"
  static let fields = Fields<NotePage>([.all(NoteText.fields) { NoteText($0.subject, on: $0.page) }])

  static func all(of site: Site) -> [PageSubject<Note>] {
    site.sheet.dossier.notes.lazy.filter { !$0.isTopic && BuiltInPage(rawValue: $0.id) == nil }.map {
      PageSubject(address: Address.note($0.id), updated: $0.updated?.value, subject: $0)
    }
  }

  var head: PageHead {
    PageHead(heading: subject.title.value, description: site.description(of: subject, or: subject.title.value))
  }
}
