import Testing

@testable import SiteGen

@Suite("Facsimiles of documents") struct FacsimileTests {
  /// The parts of a text in which shown words stand in brackets, sensitive ones in double brackets: `¶` starts a
  /// paragraph, `-` continues it; a number in parentheses is a bar on the line of words, one after `=` stands for bars on
  /// lines of their own, both in quarters of a line, and `…` says that there would be more. Words left out follow `/`.
  private func parts(of text: String) -> [String] {
    var (plain, runs): ([UInt8], [Facsimile.Run]) = ([], [])
    var (start, isSensitive): (Int?, Bool) = (nil, false)
    for byte in text.utf8 {
      switch (byte, start) {
      case (UInt8(ascii: "["), nil): start = plain.count
      case (UInt8(ascii: "["), _): isSensitive = true
      case (UInt8(ascii: "]"), let begin?):
        runs.append(Facsimile.Run(span: begin..<plain.count, isSensitive: isSensitive))
        (start, isSensitive) = (nil, false)
      case (UInt8(ascii: "]"), nil): break
      default: plain.append(byte)
      }
    }
    let file = SourceFile(path: "seeds/a.txt", bytes: plain)
    return Facsimile(file, runs).parts.map { part in
      let mark = part.startsParagraph ? "¶" : "-"
      switch part.content {
      case .omitted(let omitted):
        return mark + "=\(omitted.quarters)" + (omitted.isCut ? "…" : "") + (omitted.words.map { "/\($0)" } ?? "")
      case .shown(let stretches):
        let shown = stretches.map { stretch in
          switch stretch {
          case .words(let run): file.text(run.span)
          case .gap(let gap): gap.words == 0 ? " " : "(\(gap.quarters)/\(gap.words))"
          }
        }
        return mark + shown.joined()
      }
    }
  }

  private let long = String(repeating: "many words ", count: 8)

  @Test func drawsTextsWithoutWords() {
    #expect(parts(of: "") == [])
    #expect(parts(of: "\n\n . \n\n") == [])
    #expect(parts(of: "[a]") == ["¶a"])
    #expect(parts(of: "“[a]”.\n\n“[b],” ") == ["¶a", "¶b"])
  }

  @Test func drawsAFewWordsOnTheLineOfOthers() {
    #expect(parts(of: "[a] small [b]") == ["¶a(1/1)b"])
    #expect(parts(of: "[a], [b]") == ["¶a b"])
    #expect(parts(of: "[a]—[b]") == ["¶ab"])
    #expect(parts(of: "Once [a] ends here.\n\nThen [b]") == ["¶(1/1)a(1/2)", "¶(1/1)b"])
    #expect(parts(of: "“So [b]") == ["¶(1/1)b"])
  }

  @Test func drawsManyWordsAsLines() {
    #expect(parts(of: "[a] \(long)[b]") == ["¶a", "-=6/16", "-b"])
    #expect(parts(of: "[a] \(long)\n\n\(long)\n\n[b]") == ["¶a", "-=6", "¶=6/32", "¶b"])
    #expect(parts(of: "[a] \(long)") == ["¶a", "-=6/16"])
    #expect(parts(of: long + "[a]") == ["¶=6/16", "-a"])
  }

  @Test func knowsParagraphs() {
    #expect(parts(of: "[a]\r\n\r\n[b]") == ["¶a", "¶b"])
    #expect(parts(of: "[a]\n \t\n[b]") == ["¶a", "¶b"])
    #expect(parts(of: "[a]\n[b]\n\n[c]") == ["¶a b", "¶c"])
    // Without blank lines, each line is a paragraph.
    #expect(parts(of: "[a]\n[b]\n") == ["¶a", "¶b"])
    #expect(parts(of: "One\n[b]\n") == ["¶=1/1", "¶b"])
  }

  @Test func keepsSensitiveWordsApart() {
    #expect(parts(of: "[a] and [[b]] and [c]") == ["¶a", "-=1/1", "-b", "-=1/1", "-c"])
    #expect(parts(of: "[a] [[b]] [c]") == ["¶a", "-b", "-c"])
  }

  @Test func limitsTheLinesOfAGap() {
    let most = Facsimile.mostLines * OmittedBars.quartersOfLine
    #expect(parts(of: "[a] " + String(repeating: long, count: 1000)) == ["¶a", "-=\(most)…/16000"])
    let paragraphs = parts(of: "[a]\n\n" + String(repeating: long + "\n\n", count: 1000) + "[b]")
    #expect(paragraphs == ["¶a"] + [String](repeating: "¶=6", count: 5) + ["¶=6…/16000", "¶b"])
    let short = parts(of: "[a]\n\n" + String(repeating: "word\n\n", count: 1000) + "[b]")
    #expect(short == ["¶a"] + [String](repeating: "¶=1", count: 11) + ["¶=4…/1000", "¶b"])
    #expect(parts(of: "[a]\n\n" + String(repeating: "word\n\n", count: 12) + "[b]").last == "¶b")
  }

  @Test func countsLettersNotBytes() {
    #expect(parts(of: "[a] " + String(repeating: "ж", count: 15) + " [b]") == ["¶a(1/1)b"])
    #expect(parts(of: "[a] " + String(repeating: "水", count: 16) + " [b]") == ["¶a(2/1)b"])
  }

  @Test func doesNotGiveAwayTheLengthOfWords() {
    #expect(parts(of: "[a] no one said so [b]") != parts(of: "[a] it [b]"))
    #expect(OmittedBars.quarters(for: 1) == OmittedBars.quarters(for: 15))
    #expect(parts(of: "[a] I [b]") == parts(of: "[a] responsibility [b]"))
  }
}

/// The page of a document with passages that overlap, are damaged, and need a content note.
@Suite struct SourcePageTests {
  private static let seed =
    "Headline\n\nThe mayor said 14 houses were lost and 3 people died. Nothing else of it was known at that time. "
    + "“The warter rose by 2 metres in the night,” he added.\n\nSecret words end it.\n"

  private static let inputs: [String: String] = [
    "sitegen.yaml": "title: The flood\nlanguage: en\nquotations: {share: 100%}\n",
    "Content/index.md": "---\ntitle: Home\nsummary: A flood\n---\n\nWords.\n",
    "Content/flood.md": """
    ---
    title: The flood
    summary: What is known
    questions:
      houses: {asks: How many houses were lost?, label: Houses, unit: houses, counts: cumulative}
      dead: {asks: How many people died?, label: Dead, unit: people, counts: cumulative, sensitive: true}
      ill: {asks: How many people fell ill?, label: Ill, unit: people, counts: cumulative}
      rise: {asks: How far did it rise?, label: Rise, unit: metres, counts: event}
    ---

    """,
    "Content/speakers.yaml": "mayor:\n  name: the mayor\n  kind: person\n",
    "Content/sources/mayor.md": """
    ---
    seed: a.txt
    sha256: \(sha256(Array(seed.utf8)))
    title: Headline
    published: 2031-05-04
    published_basis: inferred
    published_note: none is given
    recorded: 2031-05-06
    fidelity: original
    damaged:
      - quote: The warter
        probably: The water
        why: a letter too many
    claims:
      - {id: m-houses, question: houses, answer: "14", said_by: mayor, quote: The mayor said 14 houses were lost}
      - {id: m-short, question: houses, answer: "14", said_by: report, quote: 14 houses}
      - {id: m-rise, question: rise, answer: "2", said_by: mayor, quote: The warter rose by 2 metres}
    ---

    """,
    "seeds/a.txt": seed,
  ]

  private func page(_ edit: (String) -> String = { $0 }) throws -> String {
    try site(edit).text("sources/mayor.html")
  }

  private func site(_ edit: (String) -> String = { $0 }) throws -> BuiltFiles {
    let files = Self.inputs.map { path, text in
      SourceFile(path: path, text: path.hasPrefix("Content/sources/") ? edit(text) : text)
    }
    let built = BuiltFiles(files.sorted { utf8Precedes($0.path, $1.path) })
    try #require(!built.paths.isEmpty, "\(built.printedDiagnostics)")
    return built
  }

  @Test func listsReportsWithWhatIsQuoted() throws {
    let list = try site {
      $0.replacing("title: Headline", with: "title: Headline\nshort_title: Head\noutlet: The Post")
    }
    .text("sources.html")
    #expect(list.contains("<a href=\"sources/mayor.html\">Head</a> <span class=\"details\">Headline</span>"))
    #expect(list.contains("<td>The Post</td>") && list.contains("data-label=\"Answers: \">3</td>"))
    #expect(list.contains("<svg class=\"position\" aria-hidden=\"true\""))
    // Three passages, of which one contains another: two strokes.
    let strip = try #require(list.firstMatch(of: /class="quoted" d="M0 7([^"]*)"/))
    #expect(strip.output.1.split(separator: "m").count == 2)
  }

  @Test func listsReportsThatNameNoOutlet() throws {
    let list = try site().text("sources.html")
    let outlet = "<td><span class=\"details\">not named in the report</span></td>"
    #expect(list.contains("<a href=\"sources/mayor.html\">Headline</a></th>\n" + outlet))
  }

  private let sensitive = "  - {id: m-dead, question: dead, answer: \"3\", said_by: mayor, quote: 3 people died}\n"

  @Test func showsNothingButTheQuotedWords() throws {
    let page = try page()
    for hidden in ["people died", "Nothing else", "at that time", "in the night", "he added", "Secret", "end it"] {
      #expect(!page.contains(hidden), "\(hidden)")
    }
    #expect(page.contains("1 word not shown"))
  }

  @Test func nestsPassagesThatOverlap() throws {
    let page = try page()
    let outer =
      "<span class=\"quoted\" id=\"at_10_44\">The mayor said <span class=\"quoted\" id=\"at_25_34\">14 houses</span>"
    #expect(page.contains(outer))
    let partly = try self.page {
      $0.replacing(
        "claims:",
        with: "claims:\n  - {id: m-x, question: ill, answer: \"3\", said_by: report, quote: were lost and 3 people}")
    }
    #expect(partly.ranges(of: "<span class=\"quoted\"").count == 4)
    let text = try #require(partly.firstRange(of: "<blockquote"))
    let end = try #require(partly[text.upperBound...].firstRange(of: "</blockquote>"))
    let words = partly[text.lowerBound..<end.lowerBound]
    #expect(words.ranges(of: "<span").count == words.ranges(of: "</span>").count)
    #expect(!words.contains("people died"))
  }

  @Test func marksDamagedWordsInPlace() throws {
    let page = try page()
    #expect(page.contains("<span class=\"faulty\">The warter</span> rose by 2 metres</span>"))
    #expect(page.contains("Probably meant: The water. a letter too many."))
    let alone = try self.page { card in
      String(card[..<(card.firstRange(of: "claims:")?.lowerBound ?? card.endIndex)]) + "---\n"
    }
    #expect(alone.contains("<span class=\"faulty\">The warter</span>") && !alone.contains("class=\"quoted\""))
  }

  @Test func keepsSensitiveWordsBehindTheirNote() throws {
    let page = try page { $0.replacing("claims:\n", with: "claims:\n" + sensitive) }
    let note = try #require(page.firstRange(of: "<details class=\"sensitive\">"))
    let end = try #require(page[note.upperBound...].firstRange(of: "</details>"))
    #expect(page.ranges(of: "<details").count == 1)
    for words in ["3 people died", "id=\"m-dead\"", ">Dead<"] {
      #expect(page[note.upperBound..<end.lowerBound].contains(words), "\(words)")
      #expect(!page[..<note.lowerBound].contains(words) && !page[end.upperBound...].contains(words), "\(words)")
    }
  }

  @Test func staysSmallForALongDocument() throws {
    let filler = String(repeating: "Nobody there knew any more of it at all. ", count: 30)
    let count = 60
    let long = (1...count).map { "The mayor counted \($0 + 100) houses. " + filler }.joined(separator: "\n\n")
    let claims = (1...count).map {
      "  - {id: m-\($0), question: houses, answer: \"\($0 + 100)\", said_by: mayor, quote: counted \($0 + 100) houses}\n"
    }
    var inputs = Self.inputs
    inputs["seeds/a.txt"] = "Headline\n\n" + long
    inputs["Content/sources/mayor.md"] = """
      ---
      seed: a.txt
      sha256: \(sha256(Array(("Headline\n\n" + long).utf8)))
      title: Headline
      published: 2031-05-04
      published_basis: inferred
      published_note: none is given
      recorded: 2031-05-06
      fidelity: original
      claims:
      \(claims.joined())---

      """
    let files = inputs.map { SourceFile(path: $0.key, text: $0.value) }.sorted { utf8Precedes($0.path, $1.path) }
    let built = BuiltFiles(files)
    try #require(!built.paths.isEmpty, "\(built.printedDiagnostics)")
    #expect(built.text("sources/mayor.html").utf8.count < 8000 + count * 1800)
    #expect(built.text("sources/mayor.html").contains("<p>… 270 words not shown</p>"))
  }
}
