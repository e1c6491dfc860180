import Testing

@testable import SiteGen

@Suite("Names that must not be published") struct PublishedNameTests {
  private static func found(_ names: [String], _ edits: [ExampleSite.Edit]) throws -> [Diagnostic] {
    let list = names.map { "\"\($0)\"" }.joined(separator: ", ")
    let site = try #require(
      ExampleSite.site(edits + [.replace("sitegen.yaml", "quotations:", "never_publish: [\(list)]\nquotations:")]))
    return buildSite(site).diagnostics
  }

  private static func note(_ text: String) -> [ExampleSite.Edit] {
    [.replace(RuleExample.note, "The **old** bridge is gone.", text)]
  }

  @Test(
    "finds whole words in any case and normalisation",
    arguments: [
      ("Otto Feld", "OTTO FELD came."), ("Otto Feld", "Otto\nFeld came."), ("Otto Feld", "Otto-Feld came."),
      ("Otto Feld", "Otto *Feld* came."), ("Otto Feld", "O*tto* Feld came."), ("Otto Feld", "Otto\u{A0}Feld came."),
      ("Otto Feld", "Ot\u{AD}to Fe\u{200B}ld came."), ("Otto Feld", "Otto&nbsp;Feld came."),
      ("Otto Feld", "Ｏｔｔｏ Feld came."),
      ("Zoë Groß", "ZOE\u{308} GROSS came."), ("ZOË GROSS", "Zoë Groß came."), ("J. Feld", "J. Feld and J Feld came."),
      ("O'Brien", "O’Brien came."), ("Мар'яна", "Марʼяна приїхала."), ("Анна Ким", "АННА КИМ приехала."),
      ("İnan", "inan geldi"), ("王小明", "记者王小明说。"), ("สมชาย", "นายสมชายกล่าว"), ("أحمد علي", "قال أحمد علي اليوم"),
      ("anna@marnow.example", "Write to Anna@marnow.example today."), ("+7 701 123", "Call +7 (701) 123 now."),
      ("Feld", "Feld's house"), ("Otto Feld", "x \\<Otto Feld> y"), ("otto feld", "x `<otto feld>` y"),
      ("Σίσυφος", "ΣΊΣΥΦΟΣ ήρθε."),
    ])
  func findsIt(_ name: String, _ text: String) throws {
    let found = try Self.found([name], Self.note(text))
    let others = found.filter { ![.publishedName, .invisibleCharacters].contains($0.rule) }
    #expect(found.contains { $0.rule == .publishedName } && others.isEmpty, "\(found.map(\.message))")
  }

  @Test(
    "does not find parts of words",
    arguments: [
      ("Feld", "Feldmann came."), ("Feld", "Rapsfeld"), ("Otto Feld", "Otto. Feld came."), ("Otto Feld", "Otto, Feld"),
      ("Otto Feld", "Otto\n\n- a\n- Feld"), ("Zoe", "Zoë came."),
      ("Href", "See [it](houses.md)."), ("Анна", "Анны нет."), ("Li", "Live list"),
      ("48213", "482130"),
      ("Otto Feld", "Feld, Otto"), ("王小明", "王小月明"),
    ])
  func leavesOthers(_ name: String, _ text: String) throws {
    #expect(try Self.found([name], Self.note(text)).filter { $0.rule == .publishedName }.map(\.message) == [])
  }

  @Test("points at the words in the inputs and names the files of the site")
  func pointsAtTheInput() throws {
    let found = try Self.found(["Otto Feld"], Self.note("The bridge of Otto Feld is gone."))
    #expect(found.count == 1)
    let first = try #require(found.first)
    #expect(first.place.file.path == RuleExample.note && first.place.file.text(first.place.span) == "Otto Feld")
    #expect(
      first.message.hasPrefix("'Otto Feld' must not be published, but would be in 'river.html'"), "\(first.message)")
    #expect(first.notes.first?.place?.file.path == "sitegen.yaml")
  }

  @Test("searches every file that sitegen writes")
  func searchesEveryFile() throws {
    let name = "Otto Feld"
    let edits: [(String, [ExampleSite.Edit])] = [
      ("Content/speakers.yaml", [.replace("Content/speakers.yaml", "Mayor of Marnow", "Mayor Otto Feld")]),
      ("sitegen.yaml", [.replace("sitegen.yaml", "title: The flood of Marnow", "title: The flood of Otto Feld")]),
      (RuleExample.card, [.replace(RuleExample.card, "title: Marnow counts", "title: Otto Feld counts")]),
      (RuleExample.topic, [.replace(RuleExample.topic, "asks: What happened?", "asks: What happened to Otto Feld?")]),
      ("Content/otto-feld.md", [.write("Content/otto-feld.md", "---\ntitle: A man\n---\n")]),
      ("Content/images/otto_feld.png", [.write("Content/images/otto_feld.png", "x")]),
      (
        "images/bridge.png", [.bytes("Content/images/bridge.png", [0x89, 0, 1] + Array("by Otto Feld".utf8) + [0, 2])]
      ),
      ("assets/more.css", [.write("Templates/assets/more.css", "/* Otto Feld */")]),
      ("assets/more.js", [.write("Templates/assets/more.js", "say('Otto \\u0046eld')")]),
      (
        "assets/more.svg",
        [.write("Templates/assets/more.svg", "<svg><text><tspan>Otto</tspan><tspan>Feld</tspan></text></svg>")]
      ),
      ("assets/more.txt", [.write("Templates/assets/more.txt", "more.html?by=Otto%20%46eld")]),
    ]
    for (path, edits) in edits {
      let found = try Self.found([name], edits)
      #expect(
        found.contains { $0.rule == .publishedName && $0.place.file.path == path }, "\(path): \(found.map(\.message))")
      // Why the second rule: a title with the name is not in the seed.
      #expect(found.allSatisfy { [.publishedName, .cardNotInSource].contains($0.rule) }, "\(found.map(\.message))")
    }
  }

  @Test("searches the text of social cards before they are made")
  func searchesSocialCards() throws {
    let pictures = OutputFile(path: "Content/cards/houses.png") { Array("Houses\nOtto Feld".utf8) }
    let site = try #require(
      ExampleSite.site([.replace("sitegen.yaml", "quotations:", "never_publish: [Otto Feld]\nquotations:")]))
    let dossier = try #require(readDossier(ProjectFiles(site)).value)
    #expect(publishedName(in: [pictures], dossier).map(\.place.file.path) == ["Content/cards/houses.png"])
  }

  @Test("accepts a name in a seed that is not quoted, and its own list")
  func acceptsWhatIsNotPublished() throws {
    #expect(try Self.found(["hospital", "Leeds"], []).map(\.message) == [])
  }

  @Test(arguments: ["'…'", "'- -'"]) func rejectsWhatHasNoWords(_ name: String) throws {
    let settings = "title: A\nlanguage: en\nnever_publish: [\(name)]\n"
    let found = readSettings(SourceFile(path: "sitegen.yaml", text: settings), rules: Rule.all)
    #expect(found.diagnostics.map(\.rule) == [.wrongValue])
  }

  @Test("every built-in page, file of data and feed is searched", .long) func findsSeededViolations() throws {
    var trial = RuleTrial(.publishedName)
    let names = ["Otto Feld", "Zoë Groß", "Анна Ким", "Айгүл Сәт", "أحمد علي", "王小明", "Jean-Luc Île", "Şule İnan"]
    for name in names {
      let texts: [(String, [ExampleSite.Edit])] = [
        ("note", Self.note("So said \(name).")), ("note, in capitals", Self.note("So said \(name.uppercased()).")),
        ("note, with markup", Self.note("So said **\(name.prefix(1))**\(name.dropFirst()).")),
        ("speaker", [.replace("Content/speakers.yaml", "Mayor of Marnow", name)]),
        ("card", [.replace(RuleExample.card, "A short report.", "By \(name).")]),
        ("title", [.replace(RuleExample.note, "title: The river", "title: \(name)")]),
        ("picture", [.write("Content/images/\(name).png", "x")]),
      ]
      for (kind, edits) in texts { trial.violation(kind, name, try Self.found([name], edits)) }
    }
    // Words that no site has: parts and neighbours of words that it has.
    for site in CleanSite.all {
      let text = site.inputs.filter { $0.path.hasSuffix(".md") }.map(\.contents).joined(separator: " ")
      let words = Set(text.split { !$0.isLetter }.filter { $0.count > 7 }.map(String.init)).sorted().prefix(150)
      let parts = words.map { String($0.dropLast(2)) + "q" } + words.map { "xq" + $0 }
      let list = parts.map { "'\($0)'" }.joined(separator: ", ")
      let files = site.inputs.map { file in
        file.path == "sitegen.yaml"
          ? SourceFile(path: file.path, text: file.contents + "\nnever_publish: [\(list)]\n") : file
      }
      trial.clean("words that \(site.name) does not have", parts.count, buildSite(files).diagnostics)
    }
    trial.check()
  }
}
