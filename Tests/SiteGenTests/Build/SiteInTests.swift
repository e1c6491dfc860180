import Testing

@testable import SiteGen

/// A site that tests build, and the diagnostics expected from it.
struct SiteInTests: CustomTestStringConvertible {
  /// The project's folder in the package; empty for the site that is shipped with it.
  let folder: String
  /// The folder of a theme that replaces the site's own templates, but not its strings files.
  var theme: String?
  /// The rules of the diagnostics that its build is expected to give.
  var expected: [Rule] = []

  static let second = SiteInTests(folder: "Tests/Sites/hochwasser")
  /// A right-to-left site whose texts of the interface are not all translated.
  static let mirrored = SiteInTests(folder: "Tests/Sites/asifa", expected: [.textUntranslated])
  static let shipped = SiteInTests(folder: "")

  /// The sites of the tests, and the shipped site if its notes are present.
  static var all: [SiteInTests] {
    (try? FileStatus.of(projectRoot + "/Content")) == nil ? [second, mirrored] : [second, mirrored, shipped]
  }

  /// The same sites, and each with the theme that shares no file with the embedded one.
  static var inEveryTheme: [SiteInTests] {
    all + all.map { SiteInTests(folder: $0.folder, theme: plainTheme, expected: $0.expected) }
  }

  static let plainTheme = "Tests/Themes/plain"

  var testDescription: String { (folder.isEmpty ? "the shipped site" : folder) + (theme.map { " in \($0)" } ?? "") }

  func read() -> Checked<[SourceFile]> {
    let found = readProject(at: folder.isEmpty ? projectRoot : projectRoot + "/" + folder)
    guard let theme else { return Checked(found.value.files, found.diagnostics) }
    return Checked(inTheme(theme, found.value.files), found.diagnostics)
  }

  /// Fails the test with the diagnostics if the site cannot be built.
  func build() throws -> BuiltFiles {
    let read = read()
    let built = BuiltFiles(read.value, diagnostics: read.diagnostics)
    let isBuilt = !built.paths.isEmpty
    try #require(isBuilt, "the site cannot be built:\n\(built.printedDiagnostics)")
    return built
  }
}

/// The result of building inputs: the diagnostics and every file.
struct BuiltFiles {
  let inputs: [SourceFile]
  let diagnostics: [Diagnostic]
  /// In the order of the tree; empty if there is an error.
  let paths: [String]
  let bytes: [String: [UInt8]]
  let language: String
  let baseURL: String?

  init(_ inputs: [SourceFile], diagnostics: [Diagnostic] = [], limit: PageLimit = PageLimit()) {
    let built = buildSite(inputs, limit: limit)
    self.inputs = inputs
    self.diagnostics = diagnostics + built.diagnostics
    let files = built.value?.tree.allFiles() ?? []
    paths = files.map(\.path)
    var bytes: [String: [UInt8]] = [:]
    for file in files {
      var made: [UInt8] = []
      file.make(&made)
      bytes[file.path] = made
    }
    self.bytes = bytes
    let settings = ProjectFiles(inputs).settings.flatMap { readSettings($0, rules: Rule.all).value }
    language = settings?.language ?? ""
    baseURL = settings?.baseURL
  }

  var pages: [String] { paths.filter { $0.hasSuffix(".html") } }

  func text(_ path: String) -> String { String(decoding: bytes[path] ?? [], as: UTF8.self) }

  /// The links on all pages to files and anchors that do not exist.
  var brokenLinks: [String] {
    let scanned = pages.map { ($0, ScannedPage(text($0))) }
    let ids = Dictionary(uniqueKeysWithValues: scanned.map { ($0, $1.ids) })
    var faults: [String] = []
    for (page, scan) in scanned {
      for address in scan.addresses {
        guard let target = target(of: address, on: page, baseURL: baseURL) else { continue }
        if bytes[target.path] == nil {
          faults.append("\(page) leads to \(address): no \(target.path) is written")
        }
        guard let fragment = target.fragment, let ids = ids[target.path], !ids.contains(fragment) else { continue }
        faults.append("\(page) leads to \(address): \(target.path) has no part '\(fragment)'")
      }
    }
    return faults
  }

  /// The diagnostics as sitegen prints them.
  var printedDiagnostics: String {
    formatted(sortedForPrinting(diagnostics), as: .text)
  }
}

/// The files of a site with a theme's templates in place of its own, and its own strings files.
func inTheme(_ theme: String, _ files: [SourceFile]) -> [SourceFile] {
  let others = files.filter { !$0.path.hasPrefix("Templates/") || $0.name.hasPrefix("strings.") }
  let own = (try? filesOfProject(below: theme)) ?? []
  let templates = own.map { SourceFile(path: "Templates" + $0.path.dropFirst(theme.count), bytes: $0.bytes) }
  return (others + templates).sorted { utf8Precedes($0.path, $1.path) }
}
