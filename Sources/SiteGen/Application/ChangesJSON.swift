extension SiteChanges {
  /// An object with arrays `answers`, `claims`, `documents`, `notes`, `pages` and `warnings`.
  func json() -> String {
    let bytes = JSONWriter.file { json in
      json.object { json in
        json.objects("answers", for: questions) { question, json in
          json.member("question", question.id)
          json.member("brief_before", question.before?.brief)
          json.member("brief_after", question.after?.brief)
          json.member("status_before", question.before?.status)
          json.member("status_after", question.after?.status)
          json.key("claims")
          json.array(question.claims.map(\.id))
        }
        json.objects("claims", for: claims) { change, json in
          json.member("id", change.id)
          json.member("change", change.kind)
          json.member("answer_before", change.before?.answer)
          json.member("answer_after", change.after?.answer)
        }
        json.objects("documents", for: sources) { change, json in
          json.member("id", change.id)
          json.member("change", change.kind)
        }
        json.objects("notes", for: notes) { note, json in
          json.member("path", note.path)
          json.key("questions")
          json.array(note.questions)
        }
        json.object("pages") { json in
          json.list("new", newPages)
          json.list("changed", changedPages)
          json.list("removed", removedPages)
        }
        json.object("warnings") { json in
          json.list("new", newDiagnostics)
          json.list("gone", goneDiagnostics)
        }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension SiteChanges.Change {
  fileprivate var kind: String { before == nil ? "new" : after == nil ? "removed" : "changed" }
}

extension JSONWriter {
  fileprivate mutating func list(_ name: String, _ texts: [String]) {
    key(name)
    array(texts)
  }
}
