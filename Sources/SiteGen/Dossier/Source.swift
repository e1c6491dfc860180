/// A document as received, never edited.
struct Seed: Sendable {
  /// `seeds/<name>`.
  var file: SourceFile
  var sha256: String

  init(_ file: SourceFile) {
    self.file = file
    self.sha256 = SiteGen.sha256(file.bytes)
  }
}

/// A catalogued seed: the seed and its card.
struct Source: Sendable {
  /// The card's name without `.md`.
  var id: String
  /// The card.
  var file: SourceFile
  var seed: Seed
  /// Whether it is not the one whose hash the card gives: then words that are not found in it are its finding alone.
  var seedHasChanged = false
  var title: Located<String>
  var outlet: String?
  var url: String?
  var archiveURL: String?
  var author: String?
  /// BCP 47; nil: the site's.
  var language: String?
  var published: Located<Day>
  /// Whether the card writes these two days so that they can be read; else each stands in for the other.
  var daysAreRead: Bool
  var publishedIsInferred: Bool
  var publishedNote: String?
  var recorded: Located<Day>
  var fidelity: Fidelity
  /// Share of the seed that may be quoted, 0 to 1, and why, where it is more than the site's.
  var quotedShare: Located<Double>?
  var quotedShareReason: String?
  var licence: String?
  var publishesWhole: Bool
  var notEvidence: [Passage]
  var damaged: [Passage]
  var left: [Passage]
  var claims: [Claim]
  /// False where part of the card could not be read, so that claims of it may be missing.
  var claimsAreRead: Bool
  var body: MarkdownTree

  enum Fidelity: String, Sendable, CaseIterable {
    case original, syndicated, translated, reworded
  }
}

/// Words of a seed that a card names for a reason of its own.
struct Passage: Sendable {
  var quote: Located<String>
  var prefix: String?
  var suffix: String?
  var why: String?
  /// Of a damaged passage: how the editor reads it.
  var probably: String?
}
