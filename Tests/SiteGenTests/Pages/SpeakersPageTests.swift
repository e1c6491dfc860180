import Testing

@testable import SiteGen

private let seed = """
  The bridge falls
  4 May 2031

  The mayor said 4 people were hurt. He had first spoken of 3 people hurt. A man said 5 people were hurt.
  The spokesman of the mayor said 2 people had died. The clerk counted 9 people hurt.

  """

private let inputs: [String: String] = [
  "sitegen.yaml": "title: The bridge\nlanguage: en\nquotations: {share: 100%}\n",
  "Content/index.md": "---\ntitle: Home\n---\n",
  "Content/bridge.md": """
  ---
  title: The bridge
  questions:
    hurt:
      asks: How many people were hurt?
      label: Hurt
      unit: people
      counts: cumulative
    dead:
      asks: How many people died?
      label: Dead
      unit: people
      counts: cumulative
      sensitive: true
  ---

  """,
  "Content/speakers.yaml": """
  spokesman: {name: the mayor’s spokesman, kind: government, voice_of: mayor}
  mayor: {name: the mayor, kind: government, also: [the head of the town]}
  man: {name: an unnamed man, kind: unattributed}
  clerk: {name: the clerk, kind: witness}

  """,
  "Content/sources/2031-05-04-bridge.md": """
  ---
  seed: bridge.txt
  sha256: \(sha256(Array(seed.utf8)))
  title: The bridge falls
  published: 2031-05-04
  published_basis: stated
  recorded: 2031-05-06
  fidelity: original
  claims:
    - {question: hurt, answer: "4", said_by: mayor, quote: The mayor said 4 people were hurt.}
    - id: 2031-05-04-bridge-first
      question: hurt
      answer: "3"
      as_of: 2031-05-03
      said_by: mayor
      quote: He had first spoken of 3 people hurt.
    - {id: 2031-05-04-bridge-man, question: hurt, answer: "5", said_by: man, quote: A man said 5 people were hurt.}
    - {question: dead, answer: "2", said_by: spokesman, quote: the mayor said 2 people had died}
    - id: 2031-05-04-bridge-clerk
      question: hurt
      answer: "9"
      said_by: clerk
      quote: The clerk counted 9 people hurt.
      withdrawn: {on: 2031-05-06, why: misread}
  ---

  """,
  "seeds/bridge.txt": seed,
]

@Suite struct SpeakersPageTests {
  private func built(_ more: [String: String] = [:]) -> BuiltFiles {
    BuiltFiles(
      inputs.merging(more) { $1 }.map { SourceFile(path: $0.key, text: $0.value) }
        .sorted { utf8Precedes($0.path, $1.path) })
  }

  @Test func reservesItsName() {
    let found = built(["Content/speakers.md": "---\ntitle: Who spoke\n---\n"]).diagnostics
    #expect(found.map(\.rule) == [.duplicateAddress])
    #expect(found.map(\.message) == ["the page 'speakers.html' is built in and cannot have a note"])
    #expect(found.map(\.remedy) == ["rename the note"])
  }

  @Test func isLinkedFromTheListOfSourcesOnly() throws {
    let site = built()
    try #require(!site.paths.isEmpty, "\(site.printedDiagnostics)")
    let linking = site.pages.filter { page in
      ScannedPage(site.text(page)).addresses.contains { $0.contains("speakers.html") }
    }
    #expect(linking == ["sources.html"])
  }

  @Test func listsEachSpeakerWithAllAnswers() throws {
    let page = built().text("speakers.html")
    let sections = page.split(separator: "<section").dropFirst().map(String.init)
    let speakers = sections.map { $0.matches(of: /id="speaker_([a-z]+)"/).map { String($0.1) } }
    // A speaker whose only answer is withdrawn is not listed.
    #expect(speakers == [["mayor"], ["man"], ["spokesman"]])
    let mayor = try #require(sections.first)
    #expect(mayor.contains("Authorities · also called the head of the town · 2 answers</p>"))
    let answers = mayor.matches(of: /data-field="answer">([^<]*)</).map { String($0.1) }
    #expect(answers == ["3", "4"])
    #expect(mayor.contains("He had first spoken of <mark>3</mark> people hurt."))
    #expect(mayor.contains(">3 May</time>"))
    #expect(mayor.contains("<a href=\"sources/2031-05-04-bridge.html#at_"))
    #expect(sections.dropFirst().first?.contains("<p class=\"details\">Not named · 1 answer</p>") == true)
    #expect(!page.contains("9 people"))
  }

  @Test func showsNothingSensitive() throws {
    let page = built().text("speakers.html")
    #expect(page.contains("· speaks for <a href=\"#speaker_mayor\">the mayor</a> · 1 answer</p>"))
    #expect(page.contains("data-field=\"label\">Dead</span></a>: hidden behind a content note</p>"))
    #expect(!page.contains("2 people"))
  }
}
