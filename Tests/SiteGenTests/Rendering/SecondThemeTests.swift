import Testing

@testable import SiteGen

/// A theme that shares no file with the one in sitegen, and the rules for every theme.
@Suite struct SecondThemeTests {
  private static let sites = SiteInTests.inEveryTheme

  @Test func sharesNoFileWithTheFirstTheme() throws {
    let embedded = embeddedTemplates()
    let files = try filesOfProject(below: SiteInTests.plainTheme)
    let parsed = TemplateSet.parsing(files.filter { $0.path.hasSuffix(".mustache") })
    #expect(parsed.diagnostics.map(\.message) == [], "the theme calls what it does not have")
    for kind in PageKind.all {
      #expect(parsed.value.compile(template: kind.template, kind.schema).diagnostics.map(\.message) == [])
    }
    let entries = Set(PageKind.all.map(\.template) + [FigureView.template, CitationMark.template])
    for file in files {
      let name = String(file.path.dropFirst(SiteInTests.plainTheme.count + 1))
      #expect(embedded[name] == nil || entries.contains(name), "\(name) is a file of the first theme")
      #expect(!embedded.values.contains { $0.bytes == file.bytes }, "\(name) is a copy")
    }
  }

  @Test func leavesNothingOfTheFirstThemeInPages() throws {
    let built = try SiteInTests(folder: SiteInTests.second.folder, theme: SiteInTests.plainTheme).build()
    var faults: [String] = []
    for page in built.pages {
      for element in ScannedPage(built.text(page)).elements {
        for address in [element["href"], element["src"]].compactMap({ $0 })
        where address.contains("style.css") || address.contains("search.js") {
          faults.append("\(page) loads \(address)")
        }
        if let box = element["popovertarget"] { faults.append("\(page) opens \(box), which the theme has not") }
      }
    }
    #expect(faults == [])
  }

  /// In every theme, each field of a claim or question is in an element that names the field.
  @Test(arguments: sites) func marksEveryAnswerAndQuestion(_ tested: SiteInTests) throws {
    let built = try tested.build()
    let site = try #require(siteOfExamples(built.inputs))
    var faults: [String] = []
    for answered in site.sheet.answeredQuestions {
      let page = Address.question(answered.question.id)
      let said = ScannedPage(built.text(page)).fields
      var question = values(
        QuestionView(page: PageContext(site, address: page), answered: answered, isWhole: true), QuestionView.fields)
      question["unit"] = answered.question.unit
      for field in ["asks", "brief", "agreement", "reason", "unit"] where question[field] != nil {
        let isSaid = said.contains {
          $0.element["data-question"] == answered.question.id && $0.element["data-field"] == field
            && $0.text == question[field]
        }
        if !isSaid { faults.append("\(page) does not mark '\(field)' of its question") }
      }
      for evidence in answered.evidence {
        let claim = claimValues(evidence, site, on: page)
        for (field, value) in claim.sorted(by: { $0.key < $1.key }) {
          let isSaid = said.contains {
            $0.element["data-claim"] == evidence.id && $0.element["data-field"] == field && $0.text == value
          }
          if !isSaid { faults.append("\(page) does not mark '\(field)' of \(evidence.id)") }
        }
      }
    }
    #expect(faults.prefix(20).joined(separator: "\n") == "")
  }

  /// Notes, feeds, the search and other sites link to these anchors.
  @Test(arguments: sites) func hasEveryAnchorThatLinksUse(_ tested: SiteInTests) throws {
    let built = try tested.build()
    let site = try #require(siteOfExamples(built.inputs))
    var promised: [(page: String, id: String)] = []
    for evidence in site.sheet.evidence {
      promised.append((Address.question(evidence.question.id), evidence.id))
      promised.append((Address.source(evidence.sourceID), evidence.id))
      promised.append((Address.source(evidence.sourceID), Address.anchor(evidence.quotation)))
    }
    for answered in site.sheet.answeredQuestions {
      promised.append((Address.note(answered.question.topic), answered.question.id))
    }
    for step in site.sheet.history { promised.append(("updates.html", Address.anchor(ofUpdate: step.sourceID))) }
    for speaker in site.sheet.dossier.speakers {
      promised.append((Address.page(.alphabet), Address.anchor(ofSpeaker: speaker.id)))
    }
    for note in site.sheet.dossier.notes {
      for heading in note.body.headings { promised.append((Address.note(note.id), heading.anchor)) }
    }
    let ids = Dictionary(uniqueKeysWithValues: built.pages.map { ($0, ScannedPage(built.text($0)).ids) })
    let missing = promised.filter { ids[$0.page]?.contains($0.id) != true }.map { $0.page + "#" + $0.id }
    #expect(missing.prefix(20).joined(separator: "\n") == "")
  }

  @Test(arguments: sites) func showsOnlyProvenValuesInMarkedElements(_ tested: SiteInTests) throws {
    let built = try tested.build()
    let site = try #require(siteOfExamples(built.inputs))
    var faults: [String] = []
    for page in built.pages {
      for (element, text) in ScannedPage(built.text(page)).fields {
        let field = element["data-field"] ?? ""
        let expected: String?
        switch (element["data-claim"], element["data-question"]) {
        case (let claim?, nil):
          expected = site.evidence(claim).flatMap { claimValues($0, site, on: page)[field] }
        case (nil, let id?) where field == "unit": expected = site.answered(id)?.question.unit
        case (nil, let id?):
          expected = site.answered(id).flatMap {
            values(QuestionView(page: PageContext(site, address: page), answered: $0), QuestionView.fields)[field]
          }
        default: expected = nil
        }
        if text == nil || expected != text {
          faults.append("\(page) says '\(text ?? "other elements")' as \(field), and it is '\(expected ?? "nothing")'")
        }
      }
    }
    #expect(faults.prefix(20).joined(separator: "\n") == "")
  }

  @Test func allowsTheStyleOfAPageByItsHash() throws {
    let built = try SiteInTests(folder: SiteInTests.second.folder, theme: SiteInTests.plainTheme).build()
    func policy(_ page: String) -> String {
      ScannedPage(built.text(page)).elements.first { $0["http-equiv"] != nil }?["content"] ?? ""
    }
    let embed = try #require(built.pages.first { $0.hasPrefix("embed/") })
    #expect(policy(embed).hasPrefix("default-src 'none'; style-src 'self'; font-src"), "\(policy(embed))")
    #expect(policy("404.html").contains("style-src 'sha256-"), "\(policy("404.html"))")
    let own = SourceFile(
      path: "Templates/not-found.mustache",
      text: "<meta http-equiv=\"Content-Security-Policy\" content=\"{{security_policy}}\">\n<p>{{text}}</p>\n")
    let bare = BuiltFiles(SiteInTests.second.read().value + [own])
    #expect(bare.text("404.html").contains("style-src 'none';"))
  }
}

/// The values that a page shows of a claim, by field.
private func claimValues(_ evidence: Evidence, _ site: Site, on page: String) -> [String: String] {
  var values = values(AnswerView(page: PageContext(site, address: page), evidence: evidence), AnswerView.fields)
  values["selector_exact"] = values["quotation"]
  let marked: Set = [
    "answer", "modality", "place", "as_of", "said_by", "via", "source", "selector_exact", "translation", "reads", "why",
    "note",
  ]
  return values.filter { marked.contains($0.key) }
}

private func values<Owner>(_ owner: Owner, _ fields: Fields<Owner>) -> [String: String] {
  var values: [String: String] = [:]
  for (field, value) in zip(fields.schema.fields, fields.record(of: owner).values) {
    if case .text(let text) = value, !text.isEmpty { values[field.name] = text }
  }
  return values
}
