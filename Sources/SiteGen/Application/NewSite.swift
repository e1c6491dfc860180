/// Makes a small complete site about an invented flood, with comments that explain its files, in a folder that is new or
/// empty; names that start with a dot do not count. Returns the paths of the files.
///
/// All files are written or none. `title` and `language` must have no mistake (`mistakeInTitle`, `mistakeInLanguage`).
public func makeSite(in path: String, title: String, language: String) throws(PublishError) -> [String] {
  let folder: Folder
  let name: String?
  do throws(SystemError) {
    folder = try openOrMake(path)
    name = try folder.entries().first { !$0.shownName.hasPrefix(".") }?.shownName
  } catch {
    guard error.isAboutPath || error.isForbidden else { throw .writingFailed(path, error) }
    throw .refused("'\(path)' cannot be made: \(error.words)", remedy: "name another folder")
  }
  if let name {
    throw .refused("'\(path)' is not empty: it has '\(name)'", remedy: "name a new folder")
  }
  let above = shownPrefix(of: path)
  let files = starterFiles(title: title, language: language)
  try writeNewFiles(files, below: folder, shownIn: above, ifPresent: "name a new folder")
  return files.map { above + $0.path }
}

/// Why a text cannot be the title of a site or note; nil if it can.
public func mistakeInTitle(_ title: String) -> String? {
  let isWord = title.unicodeScalars.contains { !$0.properties.isWhitespace }
  guard isWord, !title.unicodeScalars.contains(where: { shownSafely($0) != $0 }) else {
    return "a title must be one line of text"
  }
  return nil
}

/// Why a text cannot be the language of a site; nil if it can.
public func mistakeInLanguage(_ language: String) -> String? {
  isLanguageTag(language) ? nil : "'\(shownSafely(language))' is not a language tag such as 'en' or 'pt-BR'"
}

/// The files of the new site, with the comments of the embedded ones.
private func starterFiles(title: String, language: String) -> [(path: String, bytes: [UInt8])] {
  let embedded = Dictionary(
    embeddedFiles(at: "SiteGen/Application/Starter/").map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) },
    uniquingKeysWith: { $1 })
  let isEnglish = language.split(separator: "-").first?.lowercased() == "en"
  let documents = ["river-floods-murrenau.txt", "notice-of-the-town.txt"]
  var placeholders = [
    "@TITLE@": yamlText(title), "@LANGUAGE@": language,
    // The texts of the example are in English, also on a site in another language.
    "@LANG@": isEnglish ? "" : "lang: en\n",
  ]
  for name in documents {
    placeholders["@SHA256:\(name)@"] = sha256(Array((embedded[name] ?? "").utf8))
  }
  var folders = [
    "sitegen.yaml": "", "index.md": "Content/", "flood.md": "Content/", "methodology.md": "Content/",
    "speakers.yaml": "Content/", "river-floods-murrenau.md": "Content/sources/",
    "notice-of-the-town.md": "Content/sources/",
  ]
  for name in documents { folders[name] = "seeds/" }
  var files = folders.map { name, folder in
    (path: folder + name, bytes: Array(filled(embedded[name] ?? "", with: placeholders).utf8))
  }
  if !stringsNames(for: language).contains(where: templateNames.contains) {
    files.append(("Templates/strings.\(language).yaml", Array((embedded["strings.yaml"] ?? "").utf8)))
  }
  return files.sorted { utf8Precedes($0.path, $1.path) }
}

private func filled(_ text: String, with placeholders: [String: String]) -> String {
  placeholders.reduce(text) { text, placeholder in text.replacing(placeholder.key, with: placeholder.value) }
}

/// Opens a folder that the user named; makes it, but no folder above it, if nothing is there.
private func openOrMake(_ path: String) throws(SystemError) -> Folder {
  if try FileStatus.of(path, followingLinks: true) != nil { return try Folder(path) }
  let parts = path.split(separator: "/")
  let above = (path.hasPrefix("/") ? "/" : "./") + parts.dropLast().joined(separator: "/")
  return try Folder(above).makeFolder(String(parts.last ?? ""))
}
