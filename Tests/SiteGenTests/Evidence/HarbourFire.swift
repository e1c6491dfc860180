@testable import SiteGen

/// A small site on an invented fire, whose claims and notes the tests write.
enum HarbourFire {
  static let seedText = [
    "\u{FEFF}Fire in the harbour of Port Ellis", "",
    "More than 3,800 people were led out of the old town on Friday, the fire service said. At least 26 dockers and 18 "
      + "sailors were killed, and 62 are in intensive care.", "",
    "“Nobody warned us,” said a docker. They didn’t hear the sirens – a non-violent march had",
    "just ended. About 400 people slept in a school; dozens of boats burned. Another 18 sailors are missing.", "",
    "The mayor has led the town since 2019. The ferry company did not say how many were on board.",
    "Phones were down on Friday and worked again on January 9. The towns nearby sent 12 engines.", "",
    "Leave a reply: 15 comments", "",
  ].joined(separator: "\r\n")

  static let settings = """
    title: The fire of Port Ellis
    language: en
    quotations:
      longest: 200
      share: 90%

    """

  static let topic = """
    ---
    title: The fire
    questions:
      evacuated: {asks: How many were led out?, label: Led out, unit: people, counts: cumulative}
      dockers: {asks: How many dockers died?, label: Dockers, unit: people, counts: event, part_of: dead}
      sailors: {asks: How many sailors died?, label: Sailors, unit: people, counts: event}
      dead: {asks: How many died?, label: Dead, unit: people, counts: cumulative}
      boats: {asks: How many boats burned?, label: Boats, unit: boats, counts: event}
      mayor: {asks: Since when has the mayor led?, label: Mayor, unit: year, counts: event}
      phones-back: {asks: When did phones work again?, label: Phones, unit: date, counts: event}
      phones: {asks: Did phones work?, label: Phones, counts: stock, choices: {down: down, up: working}}
      help: {asks: Who helped?, label: Help, answers: many}
    ---
    Words.

    """

  static let speakers = """
    service: {name: Fire service, kind: government}
    spokesman: {name: Its spokesman, kind: person, voice_of: service}
    mayor: {name: The mayor, kind: person}
    officials: {name: unnamed officials, kind: unattributed}

    """

  /// A card with claims, each the lines of one entry, indented by four spaces; `more` are further keys, `body` its
  /// text.
  static func card(_ claims: String, more: String = "", body: String = "", seed: String = seedText) -> String {
    """
    ---
    seed: fire.txt
    sha256: \(sha256(Array(seed.utf8)))
    title: Fire in the harbour
    title_by: editor
    published: 2033-01-07
    published_basis: inferred
    published_note: It tells of Friday as the present day.
    recorded: 2033-01-10
    fidelity: original
    not_evidence: [{quote: "Leave a reply: 15 comments", why: form}]
    \(more)
    \(claims.isEmpty ? "" : "claims:\n" + claims)
    ---
    \(body)
    """
  }

  /// All diagnostics of a site with this card and these notes, including those of reading it.
  static func check(
    card: SourceFile, notes: [SourceFile] = [], settings: String = settings, seed: String = seedText,
    unread: [String] = []
  ) -> Checked<FactSheet?> {
    let files = [
      SourceFile(path: "sitegen.yaml", text: settings), SourceFile(path: "Content/fire.md", text: topic),
      SourceFile(path: "Content/speakers.yaml", text: speakers), SourceFile(path: "seeds/fire.txt", text: seed),
      SourceFile(path: "Content/images/pier.png", text: "png"), card,
    ]
    let kept = files.filter { file in !notes.contains { $0.path == file.path } }
    return factSheet(ProjectFiles(kept + notes, unread: UnreadFiles(unread)))
  }

  static let cardPath = "Content/sources/fire-first.md"
}

extension Diagnostic {
  /// Message, remedy and notes; the notes include the printed words of their places.
  var allWords: [String] {
    var words = [message, remedy ?? ""]
    for note in notes {
      let place = note.place.map { ": \"" + $0.file.text($0.span) + "\"" }
      words.append(note.message + (place ?? ""))
    }
    return words
  }
}
