import Testing

@testable import SiteGen

/// Properties of every site, tested with a complete second site about another event in another language.
@Suite struct SecondSiteTests {
  @Test(arguments: SiteInTests.inEveryTheme) func reportsOnlyTheExpectedDiagnostics(_ site: SiteInTests) throws {
    let built = try site.build()
    let isAsExpected = built.diagnostics.map(\.rule) == site.expected
    #expect(isAsExpected, "the site has diagnostics:\n\(built.printedDiagnostics)")
  }

  @Test func writesEveryGuaranteedAddress() throws {
    let built = try SiteInTests.second.build()
    let questions = [
      "tote", "tote-kinder", "vermisste", "gerettete", "pegel", "haeuser", "antraege", "ursache", "wehr",
      "trinkwasser", "hilfe", "strom",
    ]
    let sources = [
      "2019-06-03-altstadt-unter-wasser", "2019-06-04-murrenau-zaehlt-seine-toten",
      "2019-06-06-zahl-der-toten-korrigiert",
    ]
    let pages = [
      "index", "flut", "mithelfen", "methodology", "sources", "disagreements", "unknowns", "timeline", "updates",
      "corrections", "data", "404",
    ]
    let others = [
      "data/claims.csv", "data/claims.json", "data/questions.csv", "data/questions.json", "data/sources.csv",
      "data/sources.json", "data/speakers.csv", "data/speakers.json", "data/topics/flut.csv", "robots.txt",
      "assets/style.css", "assets/icon.svg", "images/damm über der Aule.svg",
    ]
    let expected =
      pages.map { $0 + ".html" } + questions.map { "questions/\($0).html" } + sources.map { "sources/\($0).html" }
      + others
    for path in expected { #expect(built.bytes[path]?.isEmpty == false, "\(path) is missing or empty") }
    for path in ["feed.xml", "feed.json", "sitemap.xml"] {
      #expect(built.bytes[path] == nil, "\(path) needs a base_url, and the site has none")
    }
    #expect(built.paths == built.paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }, "paths are not sorted")
    let texts = built.paths.filter { $0.hasSuffix(".txt") }
    #expect(texts == ["assets/fonts/OFL.txt", "robots.txt"], "a seed is published")
  }

  @Test(arguments: SiteInTests.inEveryTheme) func linksOnlyToExistingFilesAndAnchors(_ site: SiteInTests) throws {
    expectNone(try site.build().brokenLinks)
  }

  @Test(arguments: SiteInTests.inEveryTheme) func loadsNothingFromOtherSites(_ site: SiteInTests) throws {
    let built = try site.build()
    let inputs = built.inputs.filter { !$0.path.hasPrefix("Templates/") }.map(\.contents).joined()
    var faults: [String] = []
    for page in built.pages {
      for element in ScannedPage(built.text(page)).elements {
        if let source = element["src"], target(of: source, on: page, baseURL: nil) == nil {
          faults.append("\(page) loads \(source)")
        }
        // The page for any address contains its icon.
        if page == "404.html", element["rel"] == "icon", element["href"]?.hasPrefix("data:") == true { continue }
        guard let address = element["href"], target(of: address, on: page, baseURL: built.baseURL) == nil else {
          continue
        }
        if element.name != "a" { faults.append("\(page) loads \(address) with <\(element.name)>") }
        let written = address.hasPrefix("mailto:") ? String(address.dropFirst("mailto:".count)) : address
        if !inputs.contains(written) { faults.append("\(page) leads to \(address), which no input says") }
      }
    }
    expectNone(faults)
  }

  @Test(arguments: SiteInTests.inEveryTheme) func makesEveryPageAccessible(_ site: SiteInTests) throws {
    let built = try site.build()
    var faults: [String] = []
    for page in built.pages {
      let scan = ScannedPage(built.text(page))
      func hold(_ isGood: Bool, _ fault: String) { if !isGood { faults.append("\(page) \(fault)") } }
      func first(_ name: String) -> ScannedPage.Element? { scan.elements.first { $0.name == name } }
      func count(_ name: String) -> Int { scan.elements.count { $0.name == name } }
      hold(built.text(page).hasPrefix("<!DOCTYPE html>"), "has no document type")
      hold(first("html")?["lang"] == built.language, "has not the site's lang")
      hold(count("h1") == 1, "has \(count("h1")) headings of the first level")
      hold(scan.texts["title"]?.first?.isEmpty == false, "has no title")
      hold(count("main") == 1, "has \(count("main")) main parts")
      let description = scan.elements.first { $0["name"] == "description" }?["content"] ?? ""
      hold(!description.isEmpty, "has no description")
      let main = first("main")?["id"]
      // Why: a page for a frame has nothing before its main part.
      let isFramed = page.hasPrefix("embed/")
      hold(
        isFramed || main != nil && first("a")?["href"] == main.map { "#" + $0 },
        "does not start with a link to its main part")
      hold(scan.elements.allSatisfy { $0.name != "img" || $0["alt"] != nil }, "has a picture without alt")
      let twice = repeated(scan.elements.compactMap { $0["id"] })
      hold(twice.isEmpty, "has ids twice: \(twice)")
      let levels = scan.elements.compactMap { element in
        element.name.count == 2 && element.name.first == "h" ? element.name.last?.wholeNumberValue : nil
      }
      for (above, below) in zip(levels, levels.dropFirst()) {
        hold(below <= above + 1, "skips from a heading of level \(above) to one of level \(below)")
      }
    }
    expectNone(faults)
  }

  @Test(arguments: SiteInTests.inEveryTheme.filter { $0.folder == SiteInTests.second.folder })
  func usesTheLanguageOfTheSite(_ site: SiteInTests) throws {
    let built = try site.build()
    let said = built.pages.map { ($0, ScannedPage(built.text($0)).everythingSaid) }
    let german = try texts(of: fileOfProject(germanStrings)).map(\.text)
    let own = wordSet(
      built.inputs.filter { !$0.path.hasPrefix("Templates/") }.map(\.contents).joined(separator: " ")
        + withoutNames(german.joined(separator: " ")) + built.paths.joined(separator: " "))
    let english = try Set(
      texts(of: fileOfProject("Templates/strings.en.yaml")).flatMap { wordSet(withoutNames($0.text)) }
    ).subtracting(own)
    var faults: [String] = []
    for (page, text) in said {
      let foreign = wordSet(text).intersection(english)
      if !foreign.isEmpty { faults.append("\(page) has English words of the interface: \(foreign.sorted())") }
    }
    let everything = said.map(\.1).joined(separator: "\n")
    for words in [
      "Zum Inhalt springen", "Auf einen Blick", "Bericht", "bestritten", "Gerücht", "3. Juni 2019",
    ] where !everything.contains(words) {
      faults.append("no page says '\(words)'")
    }
    expectNone(faults)
  }

  @Test func prefersTheSitesOwnTemplate() throws {
    let built = try SiteInTests.second.build()
    let isUsed = built.text("updates.html").contains("<li class=\"aenderung\">")
    #expect(isUsed, "the site's change.mustache was not used")
  }

  @Test func publishesTheClaimsOfTheCards() throws {
    let built = try SiteInTests.second.build()
    for (page, words) in [
      ("questions/tote.html", "agreement fell"), ("questions/gerettete.html", "agreement disagree"),
      ("questions/vermisste.html", "agreement changed"), ("questions/tote-kinder.html", "agreement single-voice"),
      ("questions/pegel.html", "agreement reported"), ("questions/strom.html", "agreement unanswered"),
      ("questions/hilfe.html", "agreement list"), ("corrections.html", "Die Zahl meint Anträge, nicht Häuser."),
      ("sources/2019-06-03-altstadt-unter-wasser.html", "612 Zentimetern"),
      ("sources/2019-06-04-murrenau-zaehlt-seine-toten.html", "Bildunterschrift einer früheren Flut"),
      ("timeline.html", "Mühlwehr"), ("unknowns.html", "das Wehr sei absichtlich geöffnet worden"),
      ("flut.html", "„Es sind 5 Tote.“"), ("index.html", "Alle Widersprüche"),
    ] {
      let isSaid = built.text(page).contains(words)
      #expect(isSaid, "\(page) does not say '\(words)'")
    }
  }

  @Test(arguments: SiteInTests.all) func countsOffsetsInTheFileAsReceived(_ site: SiteInTests) throws {
    let dossier = readDossier(ProjectFiles(site.read().value))
    let proven = try proveClaims(#require(dossier.value))
    let seeds = Dictionary(uniqueKeysWithValues: proven.texts.map { ($0.source.id, $0.seed.file) })
    #expect(!proven.evidence.isEmpty, "no claim is proven")
    for evidence in proven.evidence {
      let (start, end) = (evidence.quotation.start, evidence.quotation.end)
      let scalars = Array(String(decoding: seeds[evidence.sourceID]?.bytes ?? [], as: UTF8.self).unicodeScalars)
      let slice = start <= end && end <= scalars.count ? String(String.UnicodeScalarView(scalars[start..<end])) : nil
      #expect(
        slice.map { Array($0.utf8) } == Array(evidence.quotation.exact.utf8),
        "\(evidence.id): the code points \(start)..<\(end) of the seed are not the quotation")
    }
  }

  @Test(arguments: SiteInTests.all) func makesTheSameBytesFromFilesInAnyOrder(_ site: SiteInTests) throws {
    let first = try site.build()
    let inputs = first.inputs
    let again = BuiltFiles(inputs)
    #expect(differing(first, again).isEmpty, "a second build differs")
    // Why: a fixed permutation makes failures reproducible.
    let shuffled = inputs.enumerated().sorted {
      ($0.offset * 7919 % 1009, $0.offset) < ($1.offset * 7919 % 1009, $1.offset)
    }
    for order in [shuffled.map(\.element), inputs.reversed()] {
      let other = BuiltFiles(order)
      #expect(differing(first, other).isEmpty, "the order in which files are read matters")
    }
  }
}

private func differing(_ first: BuiltFiles, _ second: BuiltFiles) -> [String] {
  Set(first.paths).symmetricDifference(second.paths).sorted()
    + first.paths.filter { first.bytes[$0] != second.bytes[$0] }
}

private func repeated(_ ids: [String]) -> [String] {
  Dictionary(grouping: ids) { $0 }.filter { $1.count > 1 }.keys.sorted()
}

/// The words of at least three letters in a text.
private func wordSet(_ text: String) -> Set<String> {
  Set(text.split { !$0.isLetter }.filter { $0.count >= 3 }.map(String.init))
}

private let germanStrings = "Templates/strings.de.yaml"

/// The texts of a strings file with their keys, including every plural form.
private func texts(of file: SourceFile) -> [(key: String, text: String)] {
  file.contents.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
    line.firstRange(of: ": ").map { (String(line[..<$0.lowerBound]), String(line[$0.upperBound...])) }
  }
}

private func withoutNames(_ text: String) -> String { text.replacing(/\{[a-z_]+\}/, with: " ") }

/// Fails the test with the first twenty faults, one a line.
func expectNone(_ faults: [String]) {
  let more = faults.count > 20 ? "\nand \(faults.count - 20) more" : ""
  let isGood = faults.isEmpty
  #expect(isGood, "\(faults.prefix(20).joined(separator: "\n") + more)")
}
