@testable import SiteGen

/// The files of a small valid site about an invented flood. Tests change one file at a time.
enum Flood {
  static let seedText = "The river Ela rose on Saturday. At least 40 houses were flooded, the mayor said.\n"

  static let settings = """
    title: The flood of Marnow
    tagline: What is known
    language: en
    base_url: https://example.org/marnow/
    licence: CC-BY-4.0
    quotations:
      longest: 200
      share: 45.5%
    coverage: 90%
    navigation: [houses, sources]
    rules: {unsourced-number: error, unused-file: off}

    """

  static let topic = """
    ---
    title: Houses
    summary: How many *houses* were flooded.
    updated: 2031-05-06
    questions:
      houses-flooded:
        asks: How many houses were flooded?
        label: Houses flooded
        unit: houses
        counts: cumulative
      houses-lost:
        asks: How many were lost?
        label: Houses lost
        unit: houses
        counts: event
        part_of: houses-flooded
        sensitive: true
      bridge:
        asks: Could the bridge be used?
        label: Bridge
        counts: stock
        choices: {open: open, closed: closed to all}
      reactions:
        asks: How did other towns respond?
        label: Reactions
        answers: many
      crest:
        asks: When was the crest?
        label: Crest
        unit: date
        counts: event
    ---
    The river rose.

    """

  static let speakers = """
    mayor:
      name: Mayor of Marnow
      kind: government
      also: [the mayor, town hall]
    mayor-spokeswoman:
      name: Spokeswoman of the mayor
      kind: person
      voice_of: mayor

    """

  static let card = """
    ---
    seed: ela.txt
    sha256: \(sha256(Array(seedText.utf8)))
    title: The river Ela rose
    url: https://example.org/a
    published: 2031-05-04
    published_basis: inferred
    published_note: from "on Saturday"
    recorded: 2031-05-06
    fidelity: original
    quotations: {share: 60%, why: it is short}
    not_evidence:
      - quote: "The river Ela"
        why: a name
    damaged:
      - quote: rose on Saturday
        probably: rose
    left:
      - quote: rose
        why: background
    claims:
      - question: houses-flooded
        answer: at least 40
        as_of: 2031-05-03
        said_by: mayor
        via: [mayor-spokeswoman]
        quote: "At least 40 houses were flooded, the mayor said."
        figure: At least 40 houses
        happened: 2031-05-03/2031-05-04
        part: night
        place: Marnow
        note: first count
      - id: ela-houses-denied
        question: houses-flooded
        answer: "41"
        said_by: report
        modality: denied
        quote: flooded
        withdrawn: {on: 2031-05-05, why: misread}
    ---
    A short report.

    """

  static let index = """
    ---
    title: Marnow under water
    asked_most: [houses-flooded]
    ---

    """

  static let files: [(path: String, text: String)] = [
    ("sitegen.yaml", settings), ("Content/index.md", index), ("Content/houses.md", topic),
    ("Content/speakers.yaml", speakers), ("Content/sources/ela.md", card), ("seeds/ela.txt", seedText),
    ("Content/images/river.png", "\u{0}png"), ("Content/.gitkeep", ""), ("Templates/page.mustache", ""),
  ]

  /// The site's files with some replaced or added; a nil text leaves the file out.
  static func files(with changes: [(path: String, text: String?)]) -> ProjectFiles {
    let kept = files.filter { file in !changes.contains { $0.path == file.path } }
    let changed = changes.compactMap { change in change.text.map { (path: change.path, text: $0) } }
    return ProjectFiles((kept + changed).map { SourceFile(path: $0.path, text: $0.text) })
  }

  /// The diagnostics in one file of the site after it is replaced by `file`.
  static func diagnostics(_ file: SourceFile) -> [Diagnostic] {
    let others = files.filter { $0.path != file.path }.map { SourceFile(path: $0.path, text: $0.text) }
    return readDossier(ProjectFiles(others + [file])).diagnostics.filter { $0.place.file.path == file.path }
  }
}
