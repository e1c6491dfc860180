import Testing

@testable import SiteGen

/// Checks the rules of ARCHITECTURE.md: the dependencies between the modules of the library, and the contents of files.
@Suite struct ArchitectureTests {
  /// Lowest first: a module uses only modules before it.
  static let modules = [
    "Text", "Timings", "Diagnostics", "YAML", "Markdown", "Templates", "Quantities", "Charts", "Search", "Dossier",
    "Evidence", "Interface", "Pages", "Rendering", "Build", "Disk", "Application",
  ]

  /// The modules that may import each library. A new import must be added here first.
  static let importers: [String: Set<String>] = [
    "CYAML": ["YAML"], "CArena": ["Markdown"], "CCMark": ["Markdown"], "CCrypto": ["Text"], "CommonCrypto": ["Text"],
    "CEmbedded": ["Text"],
    "CThreads": ["Timings", "Text"], "Foundation": ["Text", "Disk", "Application"], "CDisk": ["Disk", "Application"],
    "Synchronization": ["Text", "Timings", "Disk"],
  ]

  @Test func keepsEveryFileInAModule() throws {
    for file in try swiftFiles() where !Self.modules.contains(module(of: file)) {
      Issue.record("\(file.path) is in no module of ARCHITECTURE.md")
    }
  }

  @Test func usesOnlyEarlierModules() throws {
    let code = try swiftFiles().map { Code($0) }
    let declared = Dictionary(grouping: code) { module(of: $0.file) }.mapValues { files in
      (
        topLevel: Set(files.flatMap(\.topLevelNames)), functions: Set(files.flatMap(\.functions)),
        all: Set(files.flatMap(\.allNames))
      )
    }
    for (index, module) in Self.modules.enumerated() {
      let known = Self.modules[...index].reduce(into: Set<String>()) { $0.formUnion(declared[$1]?.all ?? []) }
      for later in Self.modules[(index + 1)...] {
        let unavailable = (declared[later]?.topLevel ?? []).subtracting(known)
        for file in code where self.module(of: file.file) == module {
          for word in file.words where unavailable.contains(word.text) && word.isUse {
            if declared[later]?.functions.contains(word.text) == true, word.after != "(" { continue }
            Issue.record(
              "\(file.file.path):\(word.line) uses '\(word.text)' of \(later), a module that comes after \(module)")
          }
        }
      }
    }
  }

  @Test func importsOnlyAllowedLibraries() throws {
    for file in try swiftFiles() {
      for line in swiftCode(file.contents).split(separator: "\n") {
        let words = line.split { $0 == " " || $0 == "." }
        guard let at = words.firstIndex(of: "import"), at + 1 < words.count else { continue }
        let imported = words[(at + 1)...].first {
          !["struct", "class", "func", "enum", "protocol", "let"].contains($0)
        }
        let name = String(imported ?? "")
        #expect(
          Self.importers[name]?.contains(module(of: file)) == true,
          "\(file.path) imports \(name), which only \(Self.importers[name]?.sorted() ?? ["no module"]) may")
      }
    }
  }

  @Test func keepsFilesShort() throws {
    for file in try filesOfProject(below: "Sources") where file.path.hasSuffix(".swift") {
      let lines = file.bytes.count { $0 == UInt8(ascii: "\n") }
      #expect(lines <= 400, "\(file.path) has \(lines) lines; give a part of it a file of its own")
    }
  }

  @Test func trapsNowhere() throws {
    let trapping: Set = ["fatalError", "preconditionFailure", "precondition", "assertionFailure"]
    for file in try filesOfProject(below: "Sources") where file.path.hasSuffix(".swift") {
      for word in swiftWords(swiftCode(file.contents)) {
        #expect(!trapping.contains(word.text), "\(file.path):\(word.line) may trap: '\(word.text)'")
        let forces = ["try", "as"].contains(word.text) && word.after == "!"
        #expect(!forces, "\(file.path):\(word.line) may trap: '\(word.text)!'")
      }
    }
  }

  @Test func knowsNothingOfTheShippedEvent() throws {
    let words = try wordsOfTheShippedEvent()
    guard !words.isEmpty else { return }
    for file in try filesOfProject(below: "Sources") + filesOfProject(below: "Templates") {
      for (index, line) in file.contents.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        for word in line.split(whereSeparator: { !$0.isLetter }) where words.contains(word.lowercased()) {
          Issue.record("\(file.path):\(index + 1) names the shipped event: '\(word)'; take an invented one")
        }
      }
    }
  }

  @Test func carriesTheTemplatesInTheProgram() throws {
    let folder = try filesOfProject(below: "Templates")
    let embedded = embeddedTemplates()
    for file in folder {
      let name = String(file.path.dropFirst("Templates/".count))
      guard let other = embedded[name] else {
        Issue.record("\(file.path) is not in the program: list it in Sources/CEmbedded/CEmbedded.c")
        continue
      }
      #expect(other.bytes == file.bytes, "\(file.path) differs from the one in the program: build it anew")
    }
    let names = Set(folder.map { String($0.path.dropFirst("Templates/".count)) })
    for name in embedded.keys.sorted() where !names.contains(name) {
      Issue.record("the program carries '\(name)', and Templates/ has no such file")
    }
  }

  @Test func carriesTheFontsOfSocialCardsInTheProgram() throws {
    let embedded = embeddedFiles(at: "SiteGen/Charts/Fonts/")
    let files = try filesOfProject(below: "Sources/SiteGen/Charts/Fonts")
    #expect(embedded.map { "Sources/" + $0.path } == files.map(\.path))
    #expect(embedded.map(\.bytes) == files.map(\.bytes), "build the program anew")
  }

  @Test func carriesTheFilesOfANewSiteInTheProgram() throws {
    let embedded = embeddedFiles(at: "SiteGen/Application/Starter/")
    let files = try filesOfProject(below: "Sources/SiteGen/Application/Starter")
    #expect(embedded.map { "Sources/" + $0.path } == files.map(\.path))
    #expect(embedded.map(\.bytes) == files.map(\.bytes), "build the program anew")
  }

  @Test func carriesTheTablesOfWordsInTheProgram() throws {
    for file in try filesOfProject(below: "Sources/SiteGen/Quantities/Languages") {
      let code = String(file.path.split(separator: "/").last?.dropLast(".txt".count) ?? "")
      let isSame = quantityTable(of: code)?.bytes == file.bytes
      #expect(isSame, "\(file.path) is not in the program as it is: list it in Sources/CEmbedded/CEmbedded.c")
    }
    let patterns = try fileOfProject("Sources/SiteGen/Quantities/patterns.txt")
    #expect(embeddedFiles(at: "SiteGen/Quantities/patterns.txt").map(\.bytes) == [patterns.bytes])
  }

  @Test func saysEveryTextOfTheInterfaceInEnglish() throws {
    let english = try fileOfProject("Templates/strings.en.yaml")
    let strings = readStrings(english, in: "en", embedded: ["strings.en.yaml": english])
    let messages = strings.diagnostics.map(\.message)
    #expect(messages.isEmpty, "Templates/strings.en.yaml and StringKey do not agree: \(messages)")
  }

  @Test func usesEveryTextOfTheInterface() throws {
    let code =
      try swiftFiles().filter { file in
        file.name != "StringKey.swift" && ["Interface", "Pages", "Rendering"].contains(module(of: file))
      }
    let members = Set(code.flatMap { swiftWords(swiftCode($0.contents)) }.filter { $0.before == "." }.map(\.text))
    let templates = try filesOfProject(below: "Templates").filter { $0.path.hasSuffix(".mustache") }
      .map(\.contents).joined()
    for key in StringKey.allCases {
      let isUsed = members.contains(String(describing: key)) || templates.contains("{{strings.\(key.name)}}")
      #expect(isUsed, "no page and no template says the text '\(key.name)'")
    }
  }

  @Test func leavesEveryWordOfTemplatesToTheStrings() throws {
    let allowed: Set = ["SHA", "SVG", "PNG", "CSV", "JSON"]
    for file in try filesOfProject(below: "Templates") where file.path.hasSuffix(".mustache") {
      let page = ScannedPage(file.contents.replacing(/\{\{\{?[^}]*\}?\}\}/, with: ""))
      let spoken =
        page.words + " "
        + page.elements.flatMap { element in
          ["alt", "aria-label", "title"].compactMap { element[$0] }
        }.joined(separator: " ")
      // An anchor that a template passes to another contains an underscore; texts never do.
      for word in spoken.split(whereSeparator: { !$0.isLetter && $0 != "_" })
      where !allowed.contains(String(word)) && !word.contains("_") {
        Issue.record("\(file.path) says '\(word)': put it into strings.en.yaml")
      }
    }
  }

  private func swiftFiles() throws -> [SourceFile] {
    try filesOfProject(below: "Sources/SiteGen").filter { $0.path.hasSuffix(".swift") }
  }

  private func module(of file: SourceFile) -> String {
    let parts = file.path.split(separator: "/")
    return parts.count > 3 ? String(parts[2]) : ""
  }
}

/// The code of one file, with the names that it declares.
private struct Code {
  let file: SourceFile
  let words: [SwiftWord]
  /// The names of types, functions and constants that other files may use.
  let topLevelNames: [String]
  /// The functions among them.
  let functions: [String]
  /// The names of everything, including members and parameters.
  let allNames: [String]

  init(_ file: SourceFile) {
    self.file = file
    words = swiftWords(swiftCode(file.contents))
    let kinds: Set = ["struct", "enum", "class", "protocol", "actor", "func", "typealias", "let", "var"]
    var (topLevel, functions, all): ([String], [String], [String]) = ([], [], [])
    for (index, word) in words.enumerated() {
      if word.after == ":" { all.append(word.text) }
      guard index > 0, kinds.contains(words[index - 1].text) || words[index - 1].text == "case" else { continue }
      all.append(word.text)
      guard word.depth == 0, words[index - 1].text != "case" else { continue }
      let isPrivate = index > 1 && ["private", "fileprivate"].contains(words[index - 2].text)
      if !isPrivate { topLevel.append(word.text) }
      if !isPrivate, words[index - 1].text == "func" { functions.append(word.text) }
    }
    topLevelNames = topLevel
    self.functions = functions
    allNames = all
  }
}

extension SwiftWord {
  /// Whether the word may refer to a top-level declaration: it is neither a member nor a label.
  fileprivate var isUse: Bool { before != "." && after != ":" }
}

/// The words, in lower case, that are specific to the shipped site: long words of its title, names of its speakers, and
/// names that its seeds repeat.
private func wordsOfTheShippedEvent() throws -> Set<String> {
  let inputs = SiteInTests.shipped.read().value
  let project = ProjectFiles(inputs)
  guard let settings = project.settings.flatMap({ readSettings($0, rules: Rule.all).value }) else { return [] }
  var words = Set(settings.title.split { !$0.isLetter }.filter { $0.count > 6 }.map { $0.lowercased() })
  var (capitalised, inLowerCase): ([String: Int], Set<String>) = ([:], [])
  for word in project.seeds.flatMap({ $0.contents.split { !$0.isLetter } }) where word.count > 3 {
    if word.first?.isUppercase == true {
      capitalised[word.lowercased(), default: 0] += 1
    } else {
      inLowerCase.insert(String(word))
    }
  }
  words.formUnion(capitalised.filter { $0.value >= 3 && !inLowerCase.contains($0.key) }.keys)
  for speaker in project.speakers.flatMap({ readSpeakers($0).value }) ?? [] where speaker.kind == .person {
    words.formUnion(speaker.name.split { !$0.isLetter }.filter { $0.count > 5 }.map { $0.lowercased() })
  }
  return words.subtracting(generalWords)
}

/// Words with a capital letter in reports that are not specific to an event.
private let generalWords: Set = [
  "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april",
  "august", "september", "october", "november", "december", "however", "organization", "union", "national", "defense",
  "treaty", "president", "minister", "ministry", "security", "council", "former", "deputy",
]
