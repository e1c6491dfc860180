/// A page in the root folder that every site has, regardless of its notes. The cases are in navigation order.
enum BuiltInPage: String, CaseIterable, Sendable {
  case index, sources, disagreements, unknowns, timeline, updates, methodology, data, corrections
  case alphabet = "a-z"
  case speakers, search
  case notFound = "404"

  /// Whether a note with the same name may supply its opening text; if not, no note may have that name.
  var opensWithNote: Bool { ![.alphabet, .speakers, .search, .notFound].contains(self) }

  /// Whether the footer of every page links to it.
  var isInFooter: Bool { opensWithNote && self != .index }

  /// Whether the default navigation contains it.
  var isInNavigation: Bool { isInFooter && self != .corrections }
}
