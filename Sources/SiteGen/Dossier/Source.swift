/// A document exactly as received.
struct Seed: Sendable {
  /// `seeds/<name>`.
  var file: SourceFile
  var sha256: String

  init(_ file: SourceFile) {
    self.file = file
    self.sha256 = SiteGen.sha256(file.bytes)
  }
}

/// A seed with its card. Claims that could not be read are left out.
struct Source: Sendable {
  /// The card's name without `.md`.
  var id: String
  /// The card.
  var file: SourceFile
  var seed: Seed
  /// Where the card names the seed.
  var seedSpan: Range<Int>
  var title: Located<String>
  /// Whether the document has no title of its own, so that the editor gave it one.
  var titleIsEditors = false
  /// The editor's label for rows that name the source; nil for its title.
  var shortTitle: Located<String>?
  var outlet: String?
  /// Where the card names the outlet.
  var outletSpan: Range<Int>?
  var url: String?
  var archiveURL: String?
  var author: String?
  /// Where the card names the author.
  var authorSpan: Range<Int>?
  /// BCP 47; nil for the site's language.
  var language: String?
  /// Where the card names the language.
  var languageSpan: Range<Int>?
  var published: Located<Day>
  var publishedIsInferred: Bool
  var publishedNote: String?
  var recorded: Located<Day>
  var fidelity: Fidelity
  /// The share of the seed that may be quoted, 0 to 1; nil for the site's share.
  var quotedShare: Located<Double>?
  var quotedShareReason: String?
  var licence: String?
  var publishesWhole: Bool
  var notEvidence: [Passage]
  var damaged: [Passage]
  var left: [Passage]
  var claims: [Claim]
  var body: MarkdownTree

  enum Fidelity: String, Sendable, CaseIterable {
    case original, syndicated, translated, reworded
  }
}

/// A passage of a seed that a card lists: as unused, as no evidence, or as damaged.
struct Passage: Sendable {
  var quote: Located<String>
  var prefix: String?
  var suffix: String?
  var why: String?
  /// The editor's reading of a damaged passage.
  var probably: String?
}
