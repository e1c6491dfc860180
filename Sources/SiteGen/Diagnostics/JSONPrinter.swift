/// Findings as a JSON array of objects; the names of the keys are a promise. Ends are exclusive.
func json(of located: [LocatedDiagnostic]) -> String {
  var json = JSONWriter()
  json.array { json in
    for finding in located {
      json.object { json in
        json.member("rule", finding.diagnostic.rule.id)
        json.member("severity", finding.diagnostic.severity.rawValue)
        json.member("message", finding.diagnostic.message)
        write(finding.region, to: &json)
        json.key("notes")
        json.array(finding.notes.map(\.message))
        json.member("remedy", finding.diagnostic.remedy)
        json.key("fix")
        if let fix = finding.diagnostic.fix, let region = finding.fixed {
          json.object { json in
            write(region, to: &json)
            json.member("replacement", fix.replacement)
          }
        } else {
          json.null()
        }
        json.key("related")
        json.array { json in
          for note in finding.notes {
            guard let region = note.region else { continue }
            json.object { json in
              json.member("message", note.message)
              write(region, to: &json)
              json.member("text", region.place.file.text(region.place.span))
            }
          }
        }
      }
    }
  }
  json.endLine()
  return json.text
}

private func write(_ region: Region, to json: inout JSONWriter) {
  json.member("file", region.path)
  json.member("line", region.line)
  json.member("column", region.column)
  json.member("endLine", region.endLine)
  json.member("endColumn", region.endColumn)
}
