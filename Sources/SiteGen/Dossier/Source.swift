/// A document in seeds/, as text. If it was received in another form, that form is kept beside the text.
struct Seed: Sendable {
  /// The text, to which all offsets refer: `seeds/<name>.txt`, or `seeds/<name>.pdf.txt` beside `seeds/<name>.pdf`.
  var file: SourceFile
  /// Of the text.
  var sha256: String
  /// The document as received; nil if it is the text itself.
  var document: Document?

  struct Document: Sendable {
    var name: String
    var sha256: String
    /// How the text was made from it: "pdftotext 22.12.0", "by hand".
    var textBy: String
  }

  /// The name by which a card names it.
  var name: String { document?.name ?? file.name }
  /// The hash of the bytes that were received.
  var receivedSHA256: String { document?.sha256 ?? sha256 }
}

/// The files of a document in seeds/.
struct SeedFiles: Sendable {
  var text: SourceFile
  /// The document as received; nil if it is the text itself.
  var document: SourceFile?
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
