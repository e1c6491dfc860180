import Testing

@testable import SiteGen

/// Measures a rule: which share of seeded violations it finds, and how often it reports clean text.
///
/// Violations are of several kinds, so that the table shows which kind a rule misses. Clean cases come from the
/// shipped site, those in Tests/Sites, and texts that a test adds.
struct RuleTrial {
  private let rule: Rule
  private var rows: [Row] = []
  private var missed: [String] = []
  private var alarms: [String] = []

  private struct Row {
    let kind: String
    var cases = 0
    var reported = 0
    let isClean: Bool
  }

  init(_ rule: Rule) {
    self.rule = rule
  }

  /// Records a seeded violation. It counts as found if one of the diagnostics is of the rule and, if `words` are given,
  /// its place contains them.
  mutating func violation(_ kind: String, _ name: String, _ diagnostics: [Diagnostic], at words: String? = nil) {
    let isFound = diagnostics.contains { found in
      found.rule == rule && (words.map { found.place.file.text(found.place.span).contains($0) } ?? true)
    }
    if !isFound { missed.append("\(kind): \(name)") }
    count(kind, 1, reported: isFound ? 1 : 0, isClean: false)
  }

  /// Records clean cases, and all diagnostics about them; those of the rule are false alarms.
  mutating func clean(_ kind: String, _ cases: Int = 1, _ diagnostics: [Diagnostic]) {
    let reported = diagnostics.filter { $0.rule == rule }
    alarms += reported.map { "\(kind): \($0.place.file.path): \($0.message)" }
    count(kind, cases, reported: reported.count, isClean: true)
  }

  /// Records the clean sites; `cases` counts what the rule looks at in one of them.
  mutating func cleanSites(_ kind: String, cases: (CleanSite) -> Int) {
    for site in CleanSite.all { clean("\(kind) of \(site.name)", cases(site), site.diagnostics) }
  }

  /// Prints the table. Fails if there are fewer than 40 violations or 200 clean cases, if the rule finds fewer than 95 %
  /// of the violations, or if it gives more than one false alarm for each 100 claims of the clean sites.
  func check(sourceLocation: SourceLocation = #_sourceLocation) {
    let (seeded, clean) = (rows.filter { !$0.isClean }, rows.filter(\.isClean))
    let (violations, found) = (seeded.reduce(0) { $0 + $1.cases }, seeded.reduce(0) { $0 + $1.reported })
    let (cases, claims) = (clean.reduce(0) { $0 + $1.cases }, CleanSite.all.reduce(0) { $0 + $1.claims })
    var table = "\(rule.id)\n"
    for row in seeded { table += "  found \(row.reported) of \(row.cases)  \(row.kind)\n" }
    for row in clean { table += "  false alarms \(row.reported) in \(row.cases)  \(row.kind)\n" }
    table += "  in all: found \(found) of \(violations), false alarms \(alarms.count) in \(cases)"
    print(table)
    #expect(violations >= 40 && cases >= 200, "\(table)", sourceLocation: sourceLocation)
    let (misses, alarmed) = (missed.joined(separator: "\n"), alarms.joined(separator: "\n"))
    #expect(found * 100 >= violations * 95, "missed:\n\(misses)", sourceLocation: sourceLocation)
    #expect(alarms.count * 100 <= claims, "false alarms:\n\(alarmed)", sourceLocation: sourceLocation)
  }

  private mutating func count(_ kind: String, _ cases: Int, reported: Int, isClean: Bool) {
    let row =
      rows.firstIndex { $0.kind == kind && $0.isClean == isClean }
      ?? {
        rows.append(Row(kind: kind, isClean: isClean))
        return rows.count - 1
      }()
    rows[row].cases += cases
    rows[row].reported += reported
  }
}

/// The shipped site or one of the tests' sites, with every diagnostic of its build.
struct CleanSite: Sendable {
  let name: String
  let inputs: [SourceFile]
  let dossier: Dossier
  let diagnostics: [Diagnostic]

  var claims: Int { dossier.sources.reduce(0) { $0 + $1.claims.count } }

  /// Built once for all tests.
  static let all: [CleanSite] = SiteInTests.all.compactMap { site in
    let inputs = site.read().value
    guard let dossier = readDossier(ProjectFiles(inputs)).value else { return nil }
    return CleanSite(
      name: site.testDescription, inputs: inputs, dossier: dossier, diagnostics: buildSite(inputs).diagnostics)
  }
}
