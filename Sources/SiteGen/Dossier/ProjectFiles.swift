/// The files in the folders of a site, by purpose; lists are sorted by path.
struct ProjectFiles: Sendable {
  var settings: SourceFile?
  var speakers: SourceFile?
  var notes: [SourceFile] = []
  var cards: [SourceFile] = []
  /// The documents as plain text.
  var seeds: [SourceFile] = []
  /// The documents as received that are not plain text; the text of each is among `seeds`, with `.txt` after its name.
  var documents: [SourceFile] = []
  /// The pictures in Content/images/, with their paths in the project.
  var images: [SourceFile] = []
  /// The social cards in Content/cards/.
  var socialCards: [SourceFile] = []
  /// All files in Templates/, not parsed.
  var templates: [SourceFile] = []
  /// Notes and cards in folders where they are not read.
  var misplaced: [SourceFile] = []
  /// Files in Content/ and seeds/ that are not used, each with the reason.
  var unused: [(file: SourceFile, reason: String)] = []
  /// Files whose names are not allowed; they are not read.
  var unsafelyNamed: [SourceFile] = []
  var unread: UnreadFiles

  /// Ignores hidden files and folders, and files outside the site's folders.
  init(_ files: [SourceFile], unread: UnreadFiles = UnreadFiles()) {
    self.unread = unread
    let sorted = files.sorted { utf8Precedes($0.path, $1.path) }
    for file in sorted where !isHidden(file.path) {
      if unsafeCharacter(in: file.path) == nil {
        place(file)
      } else {
        unsafelyNamed.append(file)
        self.unread.add([file.path])
      }
    }
    let texts = Set(seeds.map(\.path))
    unused += documents.filter { !texts.contains($0.path + ".txt") }.map { document in
      (document, "a document that is not plain text needs its text beside it, \(document.path).txt")
    }
    documents.removeAll { !texts.contains($0.path + ".txt") }
  }

  private mutating func place(_ file: SourceFile) {
    let parts = file.path.split(separator: "/", omittingEmptySubsequences: false)
    switch (parts.first, parts.count) {
    case ("sitegen.yaml", 1): settings = file
    case ("Templates", 2...): templates.append(file)
    case ("seeds", 2) where file.path.hasSuffix(".txt"): seeds.append(file)
    case ("seeds", 2): documents.append(file)
    case ("seeds", 3...): unused.append((file, "seeds/ has no folders"))
    case ("Content", 2...):
      placeContent(file, folder: parts.count > 2 ? parts[1] : nil, depth: parts.count)
    default: break
    }
  }

  private mutating func placeContent(_ file: SourceFile, folder: Substring?, depth: Int) {
    let isMarkdown = file.path.hasSuffix(".md")
    if folder != nil, hasMarkdownName(file.name), !(folder == "sources" && isMarkdown && depth == 3) {
      misplaced.append(file)
      return
    }
    switch folder {
    case nil where isMarkdown: notes.append(file)
    case nil where file.name == "speakers.yaml": speakers = file
    case nil: unused.append((file, "Content/ contains notes, <name>.md, and speakers.yaml"))
    case "sources" where isMarkdown && depth == 3: cards.append(file)
    case "sources": unused.append((file, "Content/sources/ contains one card for each seed, <id>.md"))
    case "images": images.append(file)
    case "cards" where file.path.hasSuffix(".png"): socialCards.append(file)
    case "cards": unused.append((file, "Content/cards/ contains the pictures that 'sitegen cards' makes"))
    default: unused.append((file, "Content/ has only the folders sources/, images/ and cards/"))
    }
  }
}

private func isHidden(_ path: String) -> Bool {
  var atStart = true
  for byte in path.utf8 {
    if atStart, byte == UInt8(ascii: ".") { return true }
    atStart = byte == UInt8(ascii: "/")
  }
  return false
}

/// Whether a name ends in one of the usual extensions of Markdown files, in any case.
private func hasMarkdownName(_ name: String) -> Bool {
  let name = name.lowercased()
  return [".md", ".markdown"].contains { name.hasSuffix($0) }
}
