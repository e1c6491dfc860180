import SiteGen

/// The result of reading the project: the newest site without errors, and the newest diagnostics.
struct Snapshot: Sendable {
  /// The newest site without errors.
  var site: SiteInMemory?
  /// The time of day at which its inputs were read.
  var siteTime: String?
  /// The hash of all style sheets of the site.
  var styles = ""
  /// The first diagnostics of the newest inputs, errors before warnings; the others are only counted.
  var diagnostics: [ShownDiagnostic] = []
  var errors = 0
  var warnings = 0
  /// The time of day at which the newest inputs were read.
  var time = ""
  /// Whether the newest inputs have errors, so that the site is older.
  var hasFailed = false

  /// A diagnostic as `build` prints it: its first line and the other lines.
  struct ShownDiagnostic: Sendable {
    var head: String
    var rest: String
  }

  /// The largest number of diagnostics shown; nobody would read more.
  private static let mostDiagnostics = 100

  /// The snapshot after another reading of the project.
  func next(_ reading: WatchedSite.Reading, at time: String) -> Snapshot {
    var next = self
    next.time = time
    let diagnostics = reading.report.diagnostics
    next.errors = diagnostics.count { $0.severity == .error }
    next.warnings = diagnostics.count - next.errors
    let shown = diagnostics.sorted { $0.severity == .error && $1.severity != .error }.prefix(Snapshot.mostDiagnostics)
    next.diagnostics = shown.map { diagnostic in
      let lines = formatted([diagnostic], as: .text).split(
        separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      return ShownDiagnostic(head: String(lines[0]), rest: lines.count > 1 ? String(lines[1]) : "")
    }
    next.hasFailed = reading.site == nil
    if let site = reading.site {
      next.site = site
      next.siteTime = time
      // Why each sheet is hashed separately: moving a rule from one sheet to the next is a change.
      let sheets = site.paths.filter { $0.hasSuffix(".css") }
      next.styles = hash(sheets.flatMap { Array("\($0) \(hash(site.bytes(of: $0) ?? [])) ".utf8) })
    }
    return next
  }

  /// The diagnostics for the page's script, as one line of JSON.
  var json: String {
    var json = JSONWriter()
    json.onOneLine { json in
      json.object { json in
        json.member("failed", hasFailed)
        json.member("time", time)
        json.member("shown", siteTime ?? "")
        json.member("errors", errors)
        json.member("warnings", warnings)
        json.member("more", errors + warnings - diagnostics.count)
        json.objects("diagnostics", for: diagnostics) { diagnostic, json in
          json.member("head", diagnostic.head)
          json.member("rest", diagnostic.rest)
        }
      }
    }
    return json.text
  }
}

/// The hash of a page without the versions of its style sheets, because the page's script replaces those sheets without
/// reloading the page.
func pageHash(_ page: [UInt8]) -> String {
  var rest = page[...]
  var kept: [UInt8] = []
  while let found = rest.firstPlace(of: ".css?v=") {
    kept += rest[..<found.upperBound]
    rest = rest[found.upperBound...].drop { $0.hexadecimalValue != nil }
  }
  return hash(kept + rest)
}

/// Sixteen hexadecimal digits of SHA-256: enough to tell versions of one file apart.
func hash(_ bytes: [UInt8]) -> String {
  String(sha256(bytes).prefix(16))
}
