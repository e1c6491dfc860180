import SiteGen

/// What the server knows after a reading: the newest good site, and what was found in the newest inputs.
struct Snapshot: Sendable {
  /// The last one that was without errors.
  var site: SiteInMemory?
  /// The time of day of the inputs that it was made of.
  var siteTime: String?
  /// The hash of all style sheets of the site.
  var styles = ""
  /// Of the newest inputs, as they are shown.
  var findings: [Finding] = []
  var errors = 0
  var warnings = 0
  /// The time of day of the newest inputs.
  var time = ""
  /// Whether the newest inputs make no site, so that what is shown is older.
  var hasFailed = false

  /// One finding, as `build` prints it: its first line, and all that follows.
  struct Finding: Sendable {
    var head: String
    var rest: String
  }

  /// More would not be read.
  private static let mostFindings = 100

  /// What is known once a project has been read again.
  func next(_ reading: WatchedSite.Reading, at time: String) -> Snapshot {
    var next = self
    next.time = time
    let diagnostics = reading.report.diagnostics
    next.errors = diagnostics.count { $0.severity == .error }
    next.warnings = diagnostics.count - next.errors
    let shown = diagnostics.sorted { $0.severity == .error && $1.severity != .error }.prefix(Snapshot.mostFindings)
    next.findings = shown.map { diagnostic in
      let lines = formatted([diagnostic], as: .text).split(
        separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      return Finding(head: String(lines[0]), rest: lines.count > 1 ? String(lines[1]) : "")
    }
    next.hasFailed = reading.site == nil
    if let site = reading.site {
      next.site = site
      next.siteTime = time
      // Why each by itself: what moves from one sheet to the next is a change.
      let sheets = site.paths.filter { $0.hasSuffix(".css") }
      next.styles = hash(sheets.flatMap { Array("\($0) \(hash(site.bytes(of: $0) ?? [])) ".utf8) })
    }
    return next
  }

  /// The findings for the page's script, as one line of JSON.
  var json: String {
    var json = "{\"failed\":\(hasFailed),\"time\":\(quoted(time)),\"shown\":\(quoted(siteTime ?? ""))"
    json += ",\"errors\":\(errors),\"warnings\":\(warnings),\"more\":\(errors + warnings - findings.count)"
    json += ",\"findings\":["
    json += findings.map { "{\"head\":\(quoted($0.head)),\"rest\":\(quoted($0.rest))}" }.joined(separator: ",")
    return json + "]}"
  }
}

/// Sixteen hexadecimal digits of SHA-256: enough to tell versions of one file apart.
func hash(_ bytes: [UInt8]) -> String {
  String(sha256(bytes).prefix(16))
}

/// A JSON string (RFC 8259).
private func quoted(_ text: String) -> String {
  var quoted = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": quoted += "\\\""
    case "\\": quoted += "\\\\"
    case _ where scalar.value < 0x20 || scalar.value == 0x2028 || scalar.value == 0x2029:
      let digits = String(scalar.value, radix: 16)
      quoted += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    default: quoted.unicodeScalars.append(scalar)
    }
  }
  return quoted + "\""
}
