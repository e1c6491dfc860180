/// The names of the embedded files that files in a site's Templates/ can replace.
public let templateNames: [String] = embeddedTemplates().keys.sorted(by: utf8Precedes)

/// The bytes of an embedded file; nil for an unknown name. The name of a template may omit its extension, as in
/// `layout`.
public func templateBytes(named name: String) -> [UInt8]? {
  embeddedName(of: name).flatMap { embeddedTemplates()[$0] }?.bytes
}

/// One line for each embedded file, with its purpose, in groups.
public func templateList() -> String {
  let width = (templateNames.map(\.utf8.count).max() ?? 0) + 2
  let pages = Set(PageKind.all.map(\.template))
  let inNotes: Set = [CitationMark.template, FigureView.template]
  let groups: [(title: String, includes: (String) -> Bool)] = [
    ("Pages", pages.contains), ("Parts of notes, which are inserted in Markdown", inNotes.contains),
    ("Parts of these templates", { $0.hasSuffix(".mustache") && !pages.contains($0) && !inNotes.contains($0) }),
    ("Words of the interface", { $0.hasSuffix(".yaml") }), ("Assets", { $0.hasPrefix("assets/") }),
  ]
  func line(_ name: String) -> String {
    "  " + name + String(repeating: " ", count: width - name.utf8.count) + (templatePurpose(of: name) ?? "") + "\n"
  }
  return groups.map { group in
    group.title + "\n" + templateNames.filter(group.includes).map(line).joined()
  }.joined(separator: "\n")
}

/// The full name of an embedded file, for a name that may omit a template's extension; nil if there is none.
func embeddedName(of name: String) -> String? {
  [name, name + ".mustache"].first(where: templateNames.contains)
}

/// The purpose of an embedded file; nil for an unknown name. A template states its purpose in a comment on its first
/// line.
func templatePurpose(of name: String) -> String? {
  if let purpose = assetPurposes[name] { return purpose }
  guard let bytes = templateBytes(named: name) else { return nil }
  if name.hasSuffix(".woff2") { return "a font of the style sheet" }
  let line = String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
  if name.hasSuffix(".yaml") {
    return "all words, in the language '\(name.dropFirst("strings.".count).dropLast(".yaml".count))'"
  }
  return line.hasPrefix("{{! ") && line.hasSuffix(" }}") ? String(line.dropFirst(4).dropLast(3)) : nil
}

/// The purposes of the assets. Why: assets cannot state them in a comment, because they are published as they are.
private let assetPurposes = [
  "assets/fonts/OFL.txt": "the licence of the fonts",
  "assets/icon.svg": "the icon of the site",
  "assets/search.js": "the search, the only script",
  "assets/style.css": "the style of all pages, with colours and sizes at its top",
]
