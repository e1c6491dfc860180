extension Rule {
  static let noteInFolder = Rule(
    "note-in-folder", .error, about: .files, "a note or card is in a folder where it is not read",
    reason: """
      A note in a subfolder of Content/ would be left out of the site without anyone noticing. All notes are directly in \
      Content/, so that the name of a note is its address, and all cards are directly in Content/sources/.
      """,
    example: .console(
      failing: """
        $ ls Content Content/rivers
        Content:         houses.md  images  index.md  river.md  rivers  sources  speakers.yaml
        Content/rivers:  bridges.md
        """,
      corrected: """
        $ ls Content
        bridges.md  houses.md  images  index.md  river.md  sources  speakers.yaml
        """))
}

/// Reports the Markdown files in folders where none is read.
func noteInFolder(_ files: ProjectFiles) -> [Diagnostic] {
  var taken = Set((files.notes + files.cards).map(\.path))
  return files.misplaced.map { file in
    let isCard = file.path.hasPrefix("Content/sources/")
    let path = placesFor(file, isCard: isCard).first { taken.insert($0).inserted }
    return Diagnostic(
      .noteInFolder,
      isCard
        ? "this card is not read: cards are directly in Content/sources/, with names that end in '.md'"
        : "this note is not read: notes are directly in Content/, with names that end in '.md'",
      at: Place(file, 0..<0),
      remedy: path.map { "move it to \($0)" }
        ?? "move it to Content/\(isCard ? "sources/" : ""), and name it with \(identifierRule), and '.md'")
  }
}

extension ProjectFiles {
  /// The paths of misplaced notes and cards, and those where they belong. What they define is unknown.
  var pathsOfMisplaced: [String] {
    misplaced.flatMap { file in
      let folder = file.path.hasPrefix("Content/sources/") ? "Content/sources/" : "Content/"
      return [file.path, folder + file.name.prefix { $0 != "." } + ".md"]
    }
  }
}

/// Where a misplaced file may be moved: under its own name, or under the name of its folder if its own name says
/// nothing or is taken. Both must be identifiers.
private func placesFor(_ file: SourceFile, isCard: Bool) -> [String] {
  let parts = file.path.split(separator: "/").map(String.init)
  let name = String(parts[parts.count - 1].prefix { $0 != "." }).lowercased()
  let folder = parts.count > 2 ? parts[parts.count - 2] : ""
  let ids = ["index", "_index", "readme"].contains(name) ? [folder] : [name, folder + "-" + name]
  return ids.filter { isIdentifier($0) && (isCard || BuiltInPage(rawValue: $0)?.opensWithNote != false) }
    .map { (isCard ? "Content/sources/" : "Content/") + $0 + ".md" }
}
