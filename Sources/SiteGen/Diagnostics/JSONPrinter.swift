/// Diagnostics as a JSON array of objects. The key names never change. Ends are exclusive.
func json(of located: [LocatedDiagnostic]) -> String {
  var json = JSONWriter()
  json.objects(for: located, write)
  json.endLine()
  return withEscapedControls(json.text)
}

private func write(_ located: LocatedDiagnostic, to json: inout JSONWriter) {
  let diagnostic = located.diagnostic
  json.member("rule", diagnostic.rule.id)
  json.member("severity", diagnostic.severity.rawValue)
  json.member("message", diagnostic.message)
  write(located.region, to: &json)
  json.key("notes")
  json.array(located.notes.map(\.message))
  json.member("remedy", diagnostic.remedy)
  json.member("more", diagnostic.unlisted)
  json.key("fix")
  if let fix = diagnostic.fix, let region = located.fixed {
    json.object { json in
      write(region, to: &json)
      json.member("replacement", fix.replacement)
      json.member("safe", fix.isSafe)
    }
  } else {
    json.null()
  }
  let related = located.notes.compactMap { note in note.region.map { (note.message, $0) } }
  json.objects("related", for: related) { note, json in
    let (message, region) = note
    json.member("message", message)
    write(region, to: &json)
    json.member("text", region.place.file.text(region.place.span))
  }
}

private func write(_ region: Region, to json: inout JSONWriter) {
  json.member("file", region.path)
  json.member("line", region.line)
  json.member("column", region.column)
  json.member("endLine", region.endLine)
  json.member("endColumn", region.endColumn)
}

/// A JSON text with escapes in place of the characters that `shownSafely` replaces, so that a terminal shows them, and
/// programs read them, as they are.
func withEscapedControls(_ json: String) -> String {
  var escaped = String.UnicodeScalarView()
  for scalar in json.unicodeScalars {
    if scalar == "\n" || shownSafely(scalar) == scalar {
      escaped.append(scalar)
    } else {
      let digits = String(scalar.value, radix: 16)
      escaped.append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits).unicodeScalars)
    }
  }
  return String(escaped)
}
