/// Findings as a log of SARIF 2.1.0 (OASIS), with what each rule is about.
func sarif(of located: [LocatedDiagnostic]) -> String {
  let rules = Rule.allCases.sorted { utf8Precedes($0.rawValue, $1.rawValue) }
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
          json.object { json in
            json.member("id", rule.rawValue)
            writeText("shortDescription", rule.summary, to: &json)
            json.key("defaultConfiguration")
            json.object { $0.member("level", rule.severity.rawValue) }
          }
        }
      }
    }
  }
}

private func write(_ finding: LocatedDiagnostic, index: Int, to json: inout JSONWriter) {
  let diagnostic = finding.diagnostic
  let related = finding.notes.compactMap { note in note.region.map { (note.message, $0) } }
  json.object { json in
    json.member("ruleId", diagnostic.rule.rawValue)
    json.member("ruleIndex", index)
    json.member("level", diagnostic.severity.rawValue)
    let lines = [diagnostic.message] + finding.notes.filter { $0.region == nil }.map(\.message)
    writeText("message", (lines + [diagnostic.remedy].compactMap { $0 }).joined(separator: "\n"), to: &json)
    json.key("locations")
    json.array { json in
      json.object { write(finding.region, to: &$0) }
    }
    guard !related.isEmpty else { return }
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
}

private func writeText(_ key: String, _ text: String, to json: inout JSONWriter) {
  json.key(key)
  json.object { $0.member("text", text) }
}

private func write(_ region: Region, to json: inout JSONWriter) {
  json.key("physicalLocation")
  json.object { json in
    json.key("artifactLocation")
    json.object { $0.member("uri", percentEncoded(region.path)) }
    // A finding about a whole file, or one that could not be read, has no region.
    guard !region.place.file.bytes.isEmpty else { return }
    json.key("region")
    json.object { json in
      json.member("startLine", region.line)
      json.member("startColumn", region.column)
      json.member("endLine", region.endLine)
      json.member("endColumn", region.endColumn)
    }
  }
}

/// A path as a relative reference of RFC 3986.
private func percentEncoded(_ path: String) -> String {
  let digits = Array("0123456789ABCDEF".utf8)
  var result: [UInt8] = []
  for byte in path.utf8 {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E: result.append(byte)
    default: result += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return String(decoding: result, as: UTF8.self)
}
