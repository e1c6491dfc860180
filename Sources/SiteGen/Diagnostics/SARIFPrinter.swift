/// Findings as a log of SARIF 2.1.0 (OASIS), with what each rule is about.
func sarif(of located: [LocatedDiagnostic], rules: [Rule]) -> String {
  let rules = rules.sorted { utf8Precedes($0.id, $1.id) }
  let indexes = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1, $0) })
  var json = JSONWriter()
  json.object { json in
    json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
    json.member("version", "2.1.0")
    json.key("runs")
    json.array { json in
      json.object { json in
        writeTool(rules, to: &json)
        json.member("columnKind", "unicodeCodePoints")
        json.key("results")
        json.array { json in
          for finding in located { write(finding, index: indexes[finding.diagnostic.rule] ?? 0, to: &json) }
        }
      }
    }
  }
  json.endLine()
  return json.text
}

private func writeTool(_ rules: [Rule], to json: inout JSONWriter) {
  json.key("tool")
  json.object { json in
    json.key("driver")
    json.object { json in
      json.member("name", "sitegen")
      json.member("version", sitegenVersion)
      json.key("rules")
      json.array { json in
        for rule in rules {
          json.object { write(rule, to: &$0) }
        }
      }
    }
  }
}

private func write(_ rule: Rule, to json: inout JSONWriter) {
  json.member("id", rule.id)
  json.member("name", nameInPascalCase(rule))
  writeText("shortDescription", rule.summary, to: &json)
  writeText("fullDescription", rule.reason, to: &json)
  json.key("help")
  json.object { json in
    json.member("text", rule.reason + "\n\n" + rule.example.plainText)
    json.member("markdown", rule.reason + "\n\n" + rule.example.markdown)
  }
  json.key("defaultConfiguration")
  json.object { $0.member("level", rule.severity.rawValue) }
  json.key("properties")
  json.object { json in
    json.key("tags")
    json.array([rule.subject.rawValue])
  }
}

/// `QuoteNotFound` of `quote-not-found`: the form in which readers of SARIF expect the name of a rule.
private func nameInPascalCase(_ rule: Rule) -> String {
  rule.id.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
}

private func write(_ finding: LocatedDiagnostic, index: Int, to json: inout JSONWriter) {
  let diagnostic = finding.diagnostic
  let related = finding.notes.compactMap { note in note.region.map { (note.message, $0) } }
  json.object { json in
    json.member("ruleId", diagnostic.rule.id)
    json.member("ruleIndex", index)
    json.member("level", diagnostic.severity.rawValue)
    let lines = [diagnostic.message] + finding.notes.filter { $0.region == nil }.map(\.message)
    writeText("message", (lines + [diagnostic.remedy].compactMap { $0 }).joined(separator: "\n"), to: &json)
    json.key("locations")
    json.array { json in
      json.object { write(finding.region, to: &$0) }
    }
    if !related.isEmpty {
      json.key("relatedLocations")
      json.array { json in
        for (message, region) in related {
          json.object { json in
            write(region, to: &json)
            writeText("message", message + (region.words.map { ": \"\($0)\"" } ?? ""), to: &json)
          }
        }
      }
    }
    guard let fix = diagnostic.fix, let region = finding.fixed else { return }
    json.key("fixes")
    json.array { json in
      json.object { write(fix, at: region, diagnostic.remedy ?? diagnostic.message, to: &$0) }
    }
  }
}

private func write(_ fix: Fix, at region: Region, _ description: String, to json: inout JSONWriter) {
  writeText("description", description, to: &json)
  json.key("artifactChanges")
  json.array { json in
    json.object { json in
      writeArtifact(region, to: &json)
      json.key("replacements")
      json.array { json in
        json.object { json in
          writeRegion("deletedRegion", region, to: &json)
          writeText("insertedContent", fix.replacement, to: &json)
        }
      }
    }
  }
}

private func writeText(_ key: String, _ text: String, to json: inout JSONWriter) {
  json.key(key)
  json.object { $0.member("text", text) }
}

private func write(_ region: Region, to json: inout JSONWriter) {
  json.key("physicalLocation")
  json.object { json in
    writeArtifact(region, to: &json)
    // A finding about a whole file, or one that could not be read, has no region.
    if !region.place.file.bytes.isEmpty { writeRegion("region", region, to: &json) }
  }
}

private func writeArtifact(_ region: Region, to json: inout JSONWriter) {
  json.key("artifactLocation")
  json.object { $0.member("uri", percentEncoded(path: region.path)) }
}

private func writeRegion(_ key: String, _ region: Region, to json: inout JSONWriter) {
  json.key(key)
  json.object { json in
    json.member("startLine", region.line)
    json.member("startColumn", region.column)
    json.member("endLine", region.endLine)
    json.member("endColumn", region.endColumn)
  }
}
