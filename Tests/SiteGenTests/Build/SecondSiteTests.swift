import Testing

@testable import SiteGen

/// A whole site on another event and in another language, beside the shipped one: what holds of every site.
@Suite struct SecondSiteTests {
  @Test(arguments: SiteInTests.all) func buildsWithoutFindings(_ site: SiteInTests) throws {
    let built = try site.build()
    let isClean = built.findings.isEmpty
    #expect(isClean, "the site has findings:\n\(built.printedFindings)")
  }

  @Test func writesEveryAddressThatIsPromised() throws {
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
    #expect(!built.paths.contains { $0.hasSuffix(".txt") && $0 != "robots.txt" }, "a seed is published")
  }

  @Test(arguments: SiteInTests.all) func leadsEveryLinkToAFileAndItsPart(_ site: SiteInTests) throws {
    let built = try site.build()
    let scanned = Dictionary(uniqueKeysWithValues: built.pages.map { ($0, ScannedPage(built.text($0))) })
    let ids = scanned.mapValues(\.ids)
    for (page, scan) in scanned.sorted(by: { $0.key < $1.key }) {
      for address in scan.addresses {
        guard let target = target(of: address, on: page, baseURL: built.baseURL) else { continue }
        #expect(built.bytes[target.path] != nil, "\(page) leads to \(address), and there is no \(target.path)")
        guard let fragment = target.fragment, let ids = ids[target.path] else { continue }
        let isThere = ids.contains(fragment)
        #expect(isThere, "\(page) leads to \(address), and \(target.path) has no part '\(fragment)'")
      }
    }
  }

  @Test(arguments: SiteInTests.all) func fetchesNothingFromElsewhere(_ site: SiteInTests) throws {
    let built = try site.build()
    let inputs = built.inputs.filter { !$0.path.hasPrefix("Templates/") }.map(\.contents).joined()
    for page in built.pages {
      let scan = ScannedPage(built.text(page))
      for element in scan.elements {
        if let source = element["src"] {
          #expect(target(of: source, on: page, baseURL: nil) != nil, "\(page) loads \(source)")
        }
        guard let address = element["href"], target(of: address, on: page, baseURL: built.baseURL) == nil else {
          continue
        }
        #expect(element.name == "a", "\(page) loads \(address) with <\(element.name)>")
        let written = address.hasPrefix("mailto:") ? String(address.dropFirst("mailto:".count)) : address
        #expect(inputs.contains(written), "\(page) leads to \(address), which no input says")
      }
    }
  }

  @Test(arguments: SiteInTests.all) func givesEveryPageWhatReadersNeed(_ site: SiteInTests) throws {
    let built = try site.build()
    for page in built.pages {
      let scan = ScannedPage(built.text(page))
      func count(_ name: String) -> Int { scan.elements.count { $0.name == name } }
      #expect(built.text(page).hasPrefix("<!DOCTYPE html>"), "\(page) has no document type")
      #expect(scan.elements.first { $0.name == "html" }?["lang"] == built.language, "\(page) has not the site's lang")
      #expect(count("h1") == 1, "\(page) has \(count("h1")) headings of the first level")
      #expect(scan.texts["title"]?.first?.isEmpty == false, "\(page) has no title")
      #expect(count("main") == 1, "\(page) has \(count("main")) main parts")
      let description = scan.elements.first { $0["name"] == "description" }?["content"] ?? ""
      #expect(!description.isEmpty, "\(page) has no description")
      let skip = scan.elements.first { $0.name == "a" }
      #expect(skip?["href"] == "#main" && scan.ids.contains("main"), "\(page) does not start with a skip link")
      #expect(scan.elements.allSatisfy { $0.name != "img" || $0["alt"] != nil }, "\(page) has a picture without alt")
      let ids = scan.elements.compactMap { $0["id"] }
      #expect(ids.count == Set(ids).count, "\(page) has an id twice: \(repeated(ids))")
      let levels = scan.elements.compactMap { element in
        element.name.count == 2 && element.name.first == "h" ? element.name.last?.wholeNumberValue : nil
      }
      for (above, below) in zip(levels, levels.dropFirst()) {
        #expect(below <= above + 1, "\(page) skips from a heading of level \(above) to one of level \(below)")
      }
    }
  }

  @Test func speaksTheLanguageOfTheSite() throws {
    let built = try SiteInTests.second.build()
    let said = built.pages.map { ($0, ScannedPage(built.text($0)).everythingSaid) }
    let german = try words(of: fileOfProject("Tests/Sites/hochwasser/Templates/strings.de.yaml"))
    let own = wordSet(
      built.inputs.filter { !$0.path.hasPrefix("Templates/") }.map(\.contents).joined(separator: " ")
        + german.joined(separator: " ") + built.paths.joined(separator: " "))
    let english = try Set(words(of: fileOfProject("Templates/strings.en.yaml")).flatMap(wordSet)).subtracting(own)
    for (page, text) in said {
      let foreign = wordSet(text).intersection(english)
      #expect(foreign.isEmpty, "\(page) has English words of the interface: \(foreign.sorted())")
    }
    let everything = said.map(\.1).joined(separator: "\n")
    for words in ["Zum Inhalt springen", "Was am meisten gefragt wird", "Gesagt von", "bestritten", "Gerücht"] {
      let isSaid = everything.contains(words)
      #expect(isSaid, "no page says '\(words)'")
    }
    #expect(everything.contains("3. Juni 2019"), "no page writes a day as the language does")
  }

  @Test func putsTheSitesOwnTemplateBeforeTheEmbeddedOne() throws {
    let built = try SiteInTests.second.build()
    let isUsed = built.text("updates.html").contains("<li class=\"aenderung\">")
    #expect(isUsed, "the site's change.mustache was not used")
  }

  @Test func publishesWhatTheCardsSay() throws {
    let built = try SiteInTests.second.build()
    for (page, words) in [
      ("questions/tote.html", "agreement fell"), ("questions/gerettete.html", "agreement disagree"),
      ("questions/vermisste.html", "agreement changed"), ("questions/tote-kinder.html", "agreement single-voice"),
      ("questions/pegel.html", "agreement reported"), ("questions/strom.html", "agreement unanswered"),
      ("questions/hilfe.html", "agreement list"), ("corrections.html", "Die Zahl meint Anträge, nicht Häuser."),
      ("sources/2019-06-03-altstadt-unter-wasser.html", "612 Zentimetern"),
      ("sources/2019-06-04-murrenau-zaehlt-seine-toten.html", "Bildunterschrift einer früheren Flut"),
      ("timeline.html", "Mühlwehr"), ("unknowns.html", "das Wehr sei absichtlich geöffnet worden"),
      ("flut.html", "„Es sind 5 Tote.“"), ("index.html", "Wo sich die Berichte widersprechen"),
    ] {
      let isSaid = built.text(page).contains(words)
      #expect(isSaid, "\(page) does not say '\(words)'")
    }
  }

  @Test(arguments: SiteInTests.all) func countsOffsetsInTheFileAsReceived(_ site: SiteInTests) throws {
    let project = ProjectFiles(site.read().value)
    let dossier = assembleDossier(
      files: project, settings: project.settings.map(readSettings), notes: project.notes.map(readNote),
      cards: project.cards.map(readCard), speakers: project.speakers.map(readSpeakers))
    let proven = try proveClaims(#require(dossier.value)).value
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

  @Test(arguments: SiteInTests.all) func comesToTheSameBytesInAnyOrder(_ site: SiteInTests) throws {
    let first = try site.build()
    let inputs = first.inputs
    let again = BuiltFiles(inputs)
    #expect(differing(first, again).isEmpty, "a second build differs")
    // Why: a fixed permutation, so that a failure can be seen again.
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

/// The texts of a file of strings, every form of those that count, without their keys and `{names}`.
private func words(of file: SourceFile) -> [String] {
  file.contents.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
    line.firstRange(of: ": ").map { String(line[$0.upperBound...]).replacing(/\{[a-z_]+\}/, with: " ") }
  }
}
