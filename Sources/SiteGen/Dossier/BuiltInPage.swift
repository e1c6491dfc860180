/// A page of the root folder that every site has, whatever its notes; in the order of the navigation.
enum BuiltInPage: String, CaseIterable, Sendable {
  case index, sources, disagreements, unknowns, timeline, updates, methodology, data, corrections
  case alphabet = "a-z"
  case speakers, search
  case notFound = "404"

  /// Whether the note of its name opens it; if not, no note may have that name.
  var opensWithNote: Bool { ![.alphabet, .speakers, .search, .notFound].contains(self) }

  /// Whether every page links to it in its footer.
  var isInFooter: Bool { opensWithNote && self != .index }

  /// Whether the navigation of a site that names no pages for it leads there.
  var isInNavigation: Bool { isInFooter && self != .corrections }
}
