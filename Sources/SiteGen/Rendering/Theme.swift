/// The presentation of a site: templates, style, icons and the texts of the interface.
///
/// Each file in a site's Templates/ replaces the embedded file of the same name.
struct Theme: Sendable {
  let strings: Strings
  let figure: CompiledTemplate
  let citation: CompiledTemplate
  /// In the order of `PageKind.all`.
  let pages: [CompiledTemplate]
  let assets: ThemeAssets
  /// The paths of assets that come with sitegen and are not replaced.
  let ownAssets: Set<String>
  let colours: SiteColours
}

/// Reads and compiles the theme for a site's language; nil if it has errors.
func readTheme(_ own: [SourceFile], for settings: Settings) -> Checked<Theme?> {
  var diagnostics: [Diagnostic] = []
  let embedded = embeddedTemplates()
  var files = embedded
  var replaced: Set<String> = []
  for file in own {
    let name = String(file.path.dropFirst(themeFolder.utf8.count))
    if name.hasSuffix(".mustache") || name.hasPrefix("strings.") && name.hasSuffix(".yaml") {
      diagnostics += checkText(file, .templateError)
    } else if !name.hasPrefix("assets/") {
      diagnostics.append(
        Diagnostic(
          .unusedFile, "this file is not used: Templates/ holds *.mustache, strings.<language>.yaml and assets/",
          at: Place(path: file.path), remedy: "move it, or delete it"))
      continue
    }
    files[name] = file
    replaced.insert(name)
  }
  guard diagnostics.allSatisfy({ $0.severity == .warning }) else { return Checked(nil, diagnostics) }

  if let sheet = files["assets/style.css"] {
    let isOwn = sheet.bytes != embedded["assets/style.css"]?.bytes
    let bytes = isOwn ? sheet.bytes : withoutComments(styleSheet: sheet.bytes)
    files["assets/style.css"] = SourceFile(path: sheet.path, bytes: style(bytes, with: settings.accent))
  }
  let sorted = files.sorted { utf8Precedes($0.key, $1.key) }
  let assets = ThemeAssets(
    sorted.filter { $0.key.hasPrefix("assets/") }.map { SourceFile(path: $0.key, bytes: $0.value.bytes) },
    rootKey: PageFrame.rootKey)
  let parsed = TemplateSet.parsing(
    sorted.filter { $0.key.hasSuffix(".mustache") }.map {
      SourceFile(path: $0.value.path, bytes: withLineFeeds($0.value.bytes))
    }, versioned: assets.versions, settings.limits)
  diagnostics += parsed.diagnostics
  let figure = parsed.value.compile(template: FigureView.template, FigureView.fields.schema)
  let citation = parsed.value.compile(template: CitationMark.template, CitationMark.fields.schema)
  diagnostics += figure.diagnostics + citation.diagnostics
  let pages = PageKind.all.map { parsed.value.compile(template: $0.template, $0.schema) }
  for page in pages { diagnostics += page.diagnostics }
  let strings = readStrings(for: settings, files, embedded)
  diagnostics += strings.diagnostics

  let compiled = pages.compactMap(\.value)
  guard let figure = figure.value, let citation = citation.value, let strings = strings.value,
    compiled.count == pages.count
  else { return Checked(nil, diagnostics) }
  let colours = SiteColours(style: files["assets/style.css"]?.bytes ?? [], accent: settings.accent)
  let theme = Theme(
    strings: strings, figure: figure, citation: citation, pages: compiled, assets: assets,
    ownAssets: Set(embedded.keys.filter { $0.hasPrefix("assets/") }).subtracting(replaced), colours: colours)
  return Checked(theme, diagnostics)
}

private let themeFolder = "Templates/"

/// Ends each line with LF, so that pages do not depend on the text editor. Lines and columns stay the same.
private func withLineFeeds(_ bytes: [UInt8]) -> [UInt8] {
  guard bytes.contains(0x0D) else { return bytes }
  return bytes.indices.filter { bytes[$0] != 0x0D || $0 + 1 == bytes.count || bytes[$0 + 1] != 0x0A }
    .map { bytes[$0] == 0x0D ? 0x0A : bytes[$0] }
}

/// The texts for a language tag, or else for its first part: for `de-CH`, those of `de-CH` or `de`.
private func readStrings(
  for settings: Settings, _ files: [String: SourceFile], _ embedded: [String: SourceFile]
) -> Checked<Strings?> {
  let language = settings.language
  let names = stringsNames(for: language)
  for name in names {
    if let file = files[name] { return readStrings(file, in: language, embedded: embedded, settings.limits) }
  }
  return Checked(
    nil,
    [
      Diagnostic(
        .projectIncomplete, "there are no texts of the interface in the language '\(language)'",
        at: Place(settings.file, settings.languageSpan),
        remedy: "write \(themeFolder)\(names[names.count - 1]): the strings.en.yaml that came with sitegen, translated")
    ])
}

/// The files with the texts of the interface for a language tag, the best one first.
func stringsNames(for language: String) -> [String] {
  [language, String(language.prefix { $0 != "-" })].map { "strings." + $0 + ".yaml" }
}

/// The embedded files of Templates/, by their path in that folder.
func embeddedTemplates() -> [String: SourceFile] {
  let files = embeddedFiles(at: themeFolder).map { (String($0.path.dropFirst(themeFolder.utf8.count)), $0) }
  return Dictionary(files, uniquingKeysWith: { first, _ in first })
}
