@testable import SiteGen

/// The site of the rules' examples: a flood in the invented town of Marnow, without diagnostics.
enum ExampleSite {
  /// A change to a file of the site.
  enum Edit {
    case write(_ path: String, _ text: String)
    case bytes(_ path: String, _ bytes: [UInt8])
    case replace(_ path: String, _ passage: String, _ text: String)
  }

  static let files: [String: String] = [
    "sitegen.yaml": """
    title: The flood of Marnow
    language: en
    quotations:
      longest: 60
      share: 100%

    """,
    "Content/index.md": "---\ntitle: The flood of Marnow\n---\nWhat is known.\n",
    "Content/speakers.yaml": "mayor:\n  name: Mayor of Marnow\n  kind: government\n",
    "Content/images/bridge.png": "a picture",
    "Content/images/river.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0h9\"/></svg>\n",
    "seeds/mayor.txt": RuleExample.seed,
    RuleExample.topic: """
    ---
    title: "Houses: what was lost"
    questions:
      homes-left:
        asks: How many people left their homes?
        label: Left their homes
        unit: people
        counts: cumulative
      houses-lost:
        asks: How many houses were lost?
        label: Houses lost
        unit: houses
        counts: event
      bridges-lost:
        asks: How many bridges were lost?
        label: Bridges lost
        unit: bridges
        counts: event
      houses-damaged:
        asks: How many other houses were damaged?
        label: Houses damaged
        unit: houses
        counts: event
      sheep-saved:
        asks: How many sheep were saved?
        label: Sheep saved
        unit: sheep
        counts: event
      bridge:
        asks: Could the old bridge be used?
        label: Old bridge
        counts: stock
        choices: {open: open, closed: closed to all}
      events:
        asks: What happened?
        label: Events
        answers: many
      comments:
        asks: How many comments were left?
        label: Comments
        unit: comments
        counts: cumulative
    ---
    ## What was lost

    ## By the river

    Words.

    """,
    RuleExample.note: """
    ---
    title: The river
    ---
    The mayor spoke of [14 houses](source:2031-05-04-mayor "14 houses were lost").

    The flood took [14 houses](question:houses-lost).

    The town lost [](question:houses-lost) houses.

    At first, the mayor spoke of [14](claim:2031-05-04-houses) houses.

    See [the houses](houses.md#by-the-river).

    ![The bridge of Marnow, its middle arch gone](images/bridge.png)

    The **old** bridge is gone.

    """,
    RuleExample.card: """
    ---
    seed: mayor.txt
    sha256: \(sha256(Array(RuleExample.seed.utf8)))
    title: Marnow counts its losses
    published: 2031-05-04
    published_basis: stated
    recorded: 2031-05-06
    fidelity: original
    not_evidence:
      - quote: "Leave a reply: 1 comment."
        why: comment form
    claims:
      - question: homes-left
        as_of: 2031-05-03
        said_by: mayor
        answer: more than 3,800
        quote: "More than 3,800 people left their homes"
      - id: 2031-05-04-houses
        question: houses-lost
        said_by: mayor
        answer: "14"
        quote: "14 houses were lost"
      - id: 2031-05-04-bridges
        question: bridges-lost
        said_by: mayor
        answer: "2"
        quote: "Two bridges"
      - question: sheep-saved
        said_by: report
        answer: some 3,500
        reads: some 3,500
        why: the 7 is the number of the page
        quote: "Some 3 1/2 7 thousand sheep were saved"
      - question: houses-damaged
        said_by: mayor
        answer: "60"
        quote: "60 others are damaged"
      - question: bridge
        said_by: report
        answer: closed
        quote: "Two bridges"
      - question: events
        said_by: report
        answer: the river rose
        happened: 2031-05-03
        quote: "The river rose on Saturday, 3 May."
    ---
    A short report.

    """,
  ]

  /// The edits that an example describes or needs in the rest of the site.
  static func given(_ rule: Rule) -> [Edit] {
    let card = RuleExample.card
    switch rule {
    case .quoteAmbiguous:
      return [.replace(card, "quote: \"14 houses were lost\"", "quote: \"14\"\n    suffix: houses were lost")]
    case .quoteTooLong: return [.replace("sitegen.yaml", "longest: 60", "longest: 50")]
    case .quoteBudget:
      return [
        .replace("sitegen.yaml", "share: 100%", "share: 45%"),
        .replace(
          card, "seed: mayor.txt\n",
          "seed: mayor.txt\nquotations:\n  share: 80%\n"
            + "  why: The document is four sentences long, and each holds a figure.\n"),
      ]
    case .answerAmbiguous:
      return [
        .replace(
          card, "quote: \"14 houses were lost\"",
          "quote: \"Two bridges and 14 houses were lost\"\n    figure: \"14 houses\"")
      ]
    case .coverageShort:
      return [
        .replace("sitegen.yaml", "quotations:", "coverage: 90%\nquotations:"),
        .replace(
          card, "claims:",
          "left:\n  - quote: \"14 people are in hospital\"\n    why: no topic asks about the injured\nclaims:"),
      ]
    case .claimIdMissing:
      return [
        .replace(
          card, "  - question: houses-damaged",
          "  - id: 2031-05-04-homes-left-report\n    question: homes-left\n    said_by: report\n"
            + "    answer: more than 3,800\n    quote: \"More than 3,800 people\"\n  - question: houses-damaged")
      ]
    case .replacementImpossible:
      return [
        .replace(
          card, "  - id: 2031-05-04-bridges\n",
          "  - id: 2031-05-04-first-count\n    question: bridges-lost\n    said_by: mayor\n    answer: \"2\"\n"
            + "    quote: \"Two bridges\"\n"
            + "  - id: 2031-05-04-bridges\n    replaces: 2031-05-04-first-count\n")
      ]
    case .noteOutdated:
      return [.replace(RuleExample.note, "title: The river", "title: The river\nupdated: 2031-05-06")]
    case .publishedName: return [.replace("sitegen.yaml", "quotations:", "never_publish: [Otto Feld]\nquotations:")]
    case .hashCutsValue:
      return [.replace(card, "title: Marnow counts its losses", "title_by: editor\ntitle: \"Order #5 restored\"")]
    case .languageWithoutWords:
      let strings = (try? fileOfProject("Templates/strings.en.yaml"))?.contents ?? ""
      return [
        .write("Templates/strings.nl.yaml", strings), .write(card, cardWithoutWords),
        .write(RuleExample.note, "---\ntitle: River\n---\n"),
        .replace("sitegen.yaml", "language: en", "language: nl\nrules: {language-without-words: off}"),
      ]
    case .textUntranslated:
      let strings = (try? fileOfProject("Templates/strings.en.yaml"))?.contents ?? ""
      let translated = strings.replacing(
        "search: Search\nsearch_label: Search this site", with: "search: Zoeken\nsearch_label: Zoek op deze site")
      return [
        .write("Templates/strings.nl.yaml", "falls_back: en\n" + translated),
        .write(card, cardWithoutWords.replacing("fidelity: original", with: "fidelity: original\nlang: en")),
        .write(RuleExample.note, "---\ntitle: River\n---\n"),
        .replace("sitegen.yaml", "language: en", "language: nl"),
      ]
    case .templateError:
      return [.write("Templates/note.mustache", (try? fileOfProject("Templates/note.mustache"))?.contents ?? "")]
    default: return []
    }
  }

  /// The card with only the claim that can be read in every language.
  private static var cardWithoutWords: String {
    let text = files[RuleExample.card] ?? ""
    let first = text.firstRange(of: "  - question: homes-left")?.lowerBound ?? text.endIndex
    let kept = text.firstRange(of: "  - question: houses-damaged")?.lowerBound ?? text.endIndex
    let rest = text.firstRange(of: "  - question: bridge\n")?.lowerBound ?? text.endIndex
    return String(text[..<first] + text[kept..<rest]) + "---\n"
  }

  /// The edits that the commands of an example without a path make: for the failing and the corrected site.
  static func files(_ rule: Rule) -> (failing: [Edit], corrected: [Edit]) {
    let bridges = "---\ntitle: Bridges — what is left\n---\n"
    let letter = "Nobody told us.\n"
    let letterCard = """
      ---
      seed: letter.txt
      sha256: \(sha256(Array(letter.utf8)))
      title: A letter
      title_by: editor
      published: 2031-05-06
      published_basis: inferred
      published_note: It came on this day.
      recorded: 2031-05-06
      fidelity: original
      ---

      """
    switch rule {
    case .seedUnreadable: return ([.bytes("seeds/mayor.txt", utf16(RuleExample.seed))], [])
    case .seedWithoutCard:
      return (
        [.write("seeds/letter.txt", letter)],
        [.write("seeds/letter.txt", letter), .write("Content/sources/2031-05-06-letter.md", letterCard)]
      )
    case .fileUnreadable:
      return ([.bytes("Content/bridges.md", utf16(bridges))], [.write("Content/bridges.md", bridges)])
    case .invisibleCharacters:
      let note = files[RuleExample.note] ?? ""
      return (
        [.write(RuleExample.note, note + "The old brid\u{AD}ge is gone.\n")],
        [.write(RuleExample.note, note + "The old bridge is gone.\n")]
      )
    case .noteInFolder:
      return ([.write("Content/rivers/bridges.md", bridges)], [.write("Content/bridges.md", bridges)])
    case .notAPicture: return ([.write("Content/images/flood.html", "<p>The flood</p>")], [])
    case .unsafeName:
      return (
        [.write("Content/images/bridge:2.png", "a picture")], [.write("Content/images/bridge-2.png", "a picture")]
      )
    case .unusedFile: return ([.write("Content/bridges.markdown", bridges)], [.write("Content/bridges.md", bridges)])
    case .staleCard:
      let old = Edit.bytes("Content/cards/houses.png", pictureWithoutPixels(text: "Houses\nnothing is known"))
      return (pictures() + [old], pictures())
    default: return ([], [])
    }
  }

  /// The files of the site after some edits, sorted by path; nil if an edit replaces a missing passage.
  static func site(_ edits: [Edit]) -> [SourceFile]? {
    var bytes = files.mapValues { Array($0.utf8) }
    for edit in edits {
      switch edit {
      case .write(let path, let text): bytes[path] = Array(text.utf8)
      case .bytes(let path, let content): bytes[path] = content
      case .replace(let path, let passage, let text):
        guard let old = bytes[path], let place = old.firstRange(of: Array(passage.utf8)) else { return nil }
        bytes[path] = old[..<place.lowerBound] + Array(text.utf8) + old[place.upperBound...]
      }
    }
    return bytes.sorted { $0.key < $1.key }.map { SourceFile(path: $0.key, bytes: $0.value) }
  }

  /// The edit that puts the failing passage of an example in place of the corrected one in a file.
  static func spoiling(_ example: RuleExample, in file: SourceFile) -> Edit? {
    func lines(_ text: String) -> [String] {
      Array(text.split(separator: "\n").map(String.init).drop { $0.hasPrefix("# ") && !$0.hasPrefix("## ") })
    }
    let corrected = lines(example.corrected)
    guard let first = corrected.first else { return nil }
    let all = file.contents.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for line in all {
      guard let start = line.firstRange(of: first)?.lowerBound else { continue }
      let indent = "\n" + String(repeating: " ", count: line[..<start].count)
      let passage = corrected.joined(separator: indent)
      if file.contents.contains(passage) {
        return .replace(file.path, passage, lines(example.failing).joined(separator: indent))
      }
    }
    return nil
  }

  private static func utf16(_ text: String) -> [UInt8] {
    [0xFF, 0xFE] + text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
  }
}
