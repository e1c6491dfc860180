/// Diagnostics as a log in SARIF 2.1.0 (OASIS), with a description of every rule.
func sarif(of located: [LocatedDiagnostic], rules: [Rule]) -> String {
  let rules = rules.sorted { utf8Precedes($0.id, $1.id) }
  let indexes = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1, $0) })
  var json = JSONWriter()
  json.object { json in
    json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
    json.member("version", "2.1.0")
    json.array("runs") { json in
      json.object { json in
        json.object("tool") { json in
          json.object("driver") { json in
            json.member("name", "sitegen")
            json.member("version", sitegenVersion)
            json.objects("rules", for: rules, write)
          }
        }
        json.member("columnKind", "unicodeCodePoints")
        json.objects("results", for: located) { write($0, index: indexes[$0.diagnostic.rule] ?? 0, to: &$1) }
      }
    }
  }
  json.endLine()
  return withEscapedControls(json.text)
}

private func write(_ rule: Rule, to json: inout JSONWriter) {
  json.member("id", rule.id)
  json.member("name", nameInPascalCase(rule))
  writeText("shortDescription", rule.summary, to: &json)
  writeText("fullDescription", rule.reason, to: &json)
  json.object("help") { json in
    json.member("text", rule.reason + "\n\n" + rule.example.plainText)
    json.member("markdown", rule.reason + "\n\n" + rule.example.markdown)
  }
  json.object("defaultConfiguration") { $0.member("level", rule.severity.rawValue) }
  json.object("properties") { json in
    json.array("tags") { $0.string(rule.subject.rawValue) }
  }
}

/// `QuoteNotFound` for `quote-not-found`, the form that SARIF viewers expect.
private func nameInPascalCase(_ rule: Rule) -> String {
  rule.id.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
}

private func write(_ located: LocatedDiagnostic, index: Int, to json: inout JSONWriter) {
  let diagnostic = located.diagnostic
  json.member("ruleId", diagnostic.rule.id)
  json.member("ruleIndex", index)
  json.member("level", diagnostic.severity.rawValue)
  let notes = located.notes.filter { $0.region == nil }.map(\.message)
  let lines = [diagnostic.message] + notes + [diagnostic.remedy].compactMap { $0 }
  writeText("message", lines.map(shownSafely).joined(separator: "\n"), to: &json)
  json.objects("locations", for: [located.region], write)
  let related = located.notes.compactMap { note in note.region.map { (note.message, $0) } }
  if !related.isEmpty {
    json.objects("relatedLocations", for: related) { note, json in
      let (message, region) = note
      write(region, to: &json)
      writeText("message", shownSafely(message + region.quotedWords), to: &json)
    }
  }
  if diagnostic.unlisted > 0 { json.object("properties") { $0.member("more", diagnostic.unlisted) } }
  guard let fix = diagnostic.fix, let region = located.fixed else { return }
  json.objects("fixes", for: [fix]) { fix, json in
    writeText("description", shownSafely(diagnostic.remedy ?? diagnostic.message), to: &json)
    json.objects("artifactChanges", for: [region]) { region, json in
      writeArtifact(region, to: &json)
      json.objects("replacements", for: [fix.replacement]) { replacement, json in
        write(region, as: "deletedRegion", to: &json)
        writeText("insertedContent", replacement, to: &json)
      }
    }
  }
}

private func writeText(_ key: String, _ text: String, to json: inout JSONWriter) {
  json.object(key) { $0.member("text", text) }
}

private func write(_ region: Region, to json: inout JSONWriter) {
  json.object("physicalLocation") { json in
    writeArtifact(region, to: &json)
    // Why: a file that is empty or unreadable has no region.
    if !region.place.file.bytes.isEmpty { write(region, as: "region", to: &json) }
  }
}

private func writeArtifact(_ region: Region, to json: inout JSONWriter) {
  json.object("artifactLocation") { $0.member("uri", percentEncoded(path: region.path)) }
}

private func write(_ region: Region, as key: String, to json: inout JSONWriter) {
  json.object(key) { json in
    json.member("startLine", region.line)
    json.member("startColumn", region.column)
    json.member("endLine", region.endLine)
    json.member("endColumn", region.endColumn)
  }
}
