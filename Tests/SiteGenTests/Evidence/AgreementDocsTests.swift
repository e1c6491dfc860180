import Testing

@testable import SiteGen

/// Checks the tables of docs/agreement.md against the results of sitegen. All cases are questions of one small site.
@Suite struct AgreementDocsTests {
  @Test func givesTheDocumentedResults() throws {
    let cases = try AgreementCase.all()
    #expect(cases.count >= 40)
    #expect(Set(cases.map { $0.counts + $0.answers }).count == cases.count, "a case stands there twice")
    let site = try AgreementCase.site(of: cases)
    for (index, example) in cases.enumerated() {
      let answered = try #require(site.answered("case-\(index)"))
      let row = AgreementCase(example.counts, example.answers, shownBy: site, answered)
      #expect(example == row, "docs/agreement.md should say\n\(row)")
    }
  }

  @Test func doesNotDependOnTheOrderOfSources() throws {
    let cases = try AgreementCase.all()
    let files = AgreementCase.files(of: cases)
    func judged(_ files: [SourceFile]) throws -> [String] {
      let site = try AgreementCase.site(from: files)
      return site.sheet.answeredQuestions.map { answered in
        AgreementCase("", "", shownBy: site, answered).description + answered.voices.joined(separator: "|")
      }
    }
    #expect(try judged(files) == judged(files.reversed()))
  }
}

@Suite struct IntervalDocsTests {
  /// Each row names numbers that its words allow, and numbers that they exclude.
  @Test func givesTheNumbersThatWordsAllow() throws {
    let grammar = QuantityGrammar(language: "en")
    let rows = try AgreementCase.rows(under: "leaves possible")
    #expect(rows.count > 10)
    for row in rows {
      for words in row[0].split(separator: ",").map({ $0.trimmed() }) {
        let quantity = try #require(grammar.parseAnswer(words), "\(words)")
        for (cell, isInside) in [(row[2], true), (row[3], false)] {
          for number in cell.split(separator: ";").map({ $0.trimmed() }) where !number.isEmpty {
            let value = try #require(grammar.parseAnswer(number), "\(number)")
            #expect(quantity.overlaps(value) == isInside, "'\(words)' and \(number)")
          }
        }
      }
    }
  }
}

/// A row of the tables of cases.
struct AgreementCase: Equatable, CustomStringConvertible {
  var counts: String
  var answers: String
  /// With the doubts and denials that are shown under it.
  var brief = ""
  /// The status, then the reason.
  var reason = ""
  /// The agreements of the data.
  var agreements = ""

  var description: String { "| \(counts) | \(answers) | \(brief) | \(reason) | \(agreements) |" }

  static func all() throws -> [AgreementCase] {
    try rows(under: "answers", columns: 5).map {
      AgreementCase(counts: $0[0], answers: $0[1], brief: $0[2], reason: $0[3], agreements: $0[4])
    }
  }

  /// The rows of all tables with so many columns whose second column has this heading.
  static func rows(under heading: String, columns: Int = 4) throws -> [[String]] {
    var rows: [[String]] = []
    var isMeant = false
    for line in try fileOfProject("docs/agreement.md").contents.split(separator: "\n") {
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast().map {
        $0.trimmed()
      }
      if cells.count != columns {
        isMeant = false
      } else if cells[1] == heading {
        isMeant = true
      } else if isMeant, cells[0] != "---" {
        rows.append(cells)
      }
    }
    return rows
  }

  static func site(of cases: [AgreementCase]) throws -> Site { try site(from: files(of: cases)) }

  static func site(from files: [SourceFile]) throws -> Site {
    let checked = factSheet(ProjectFiles(files))
    let errors = checked.diagnostics.filter { $0.severity == .error }
    try #require(errors.isEmpty, "\(formatted(sortedForPrinting(errors), as: .text))")
    let sheet = try #require(checked.value)
    let theme = try #require(readTheme([], for: sheet.dossier.settings).value)
    return Site(sheet, theme.strings, figure: nil)
  }

  static func files(of cases: [AgreementCase]) -> [SourceFile] {
    let questions = cases.enumerated().map { "case-\($0): {asks: 'How many?', label: Case, \($1.kind)}" }
    return project(questions) + cases.enumerated().flatMap { $1.sources("case-\($0)", id: "c\($0)") }
  }

  /// The files of a site with questions but without sources.
  static func project(_ questions: [String]) -> [SourceFile] {
    let speakers = """
      police: {name: the police, kind: police}
      spokesman: {name: a spokesman of the police, kind: person, voice_of: police}
      deputy: {name: his deputy, kind: person, voice_of: spokesman}
      mayor: {name: the mayor, kind: government, also: [the town hall]}
      hall: {name: the town hall, kind: government}
      army: {name: the army, kind: government}
      agency: {name: Ela News, kind: media}
      officials: {name: unnamed officials, kind: unattributed}
      source: {name: a source, kind: person, voice_of: officials}

      """
    let topic = "---\ntitle: Cases\nquestions:\n" + questions.map { "  \($0)\n" }.joined() + "---\n"
    return [
      SourceFile(path: "sitegen.yaml", text: "title: Cases\nlanguage: en\nquotations: {share: 100%}\n"),
      SourceFile(path: "Content/index.md", text: "---\ntitle: Cases\n---\n"),
      SourceFile(path: "Content/speakers.yaml", text: speakers), SourceFile(path: "Content/cases.md", text: topic),
    ]
  }

  init(counts: String, answers: String, brief: String = "", reason: String = "", agreements: String = "") {
    (self.counts, self.answers, self.brief, self.reason, self.agreements) = (counts, answers, brief, reason, agreements)
  }

  /// The row for a question that a site has answered.
  init(_ counts: String, _ answers: String, shownBy site: Site, _ answered: FactSheet.AnsweredQuestion) {
    let brief = [site.words(of: answered.brief, to: answered.question)] + site.doubts(about: answered)
    self.init(
      counts: counts, answers: answers, brief: brief.joined(separator: "<br>"),
      reason: "**\(site.words(of: answered.status))**: \(site.reason(of: answered))",
      agreements: answered.all.map(\.agreement.rawValue).joined(separator: ", "))
  }

  /// The YAML with which a topic declares the question.
  var kind: String {
    let choices = "choices: {open: open, partly: open at times, closed: closed}"
    return switch counts {
    case "choice": choices
    case "state": "counts: stock, " + choices
    case "list": "answers: many"
    case "year", "date": "unit: \(counts), counts: event"
    default: "unit: houses, counts: \(counts)"
    }
  }

  /// The seeds and cards of a question's answers.
  func sources(_ question: String, id: String) -> [SourceFile] {
    answers.split(separator: ";").enumerated().flatMap { source(question, id: "\(id)-\($0)", $1.trimmed()) }
  }

  /// The seed and card of one claim: `modality answer on day at time in place by speaker via speaker replaces
  /// number`; with `reported` in place of `on`, it has no `as_of`.
  private func source(_ question: String, id: String, _ claim: String) -> [SourceFile] {
    var words = claim.split(separator: " ").map(String.init)
    var fields: [String: String] = [:]
    for mark in ["replaces", "via", "by", "in", "at", "on", "reported"] {
      guard let place = words.lastIndex(of: mark), place == words.count - 2 else { continue }
      fields[mark] = words.removeLast()
      words.removeLast()
    }
    var modality = "asserted"
    if let first = words.first, words.count > 1, Claim.Modality(rawValue: first) != nil || first == "withdrawn" {
      modality = words.removeFirst()
    }
    let answer = words.joined(separator: " ")
    let quote =
      switch (counts, modality) {
      case (_, "absence"), (_, "doubt"): "It was not said how many."
      case ("choice", _), ("state", _), ("list", _): "This is what was said."
      case ("year", _): "It has been so since \(answer)."
      case ("date", _): "It was so on January \(answer.suffix(1))."
      default: "It was said that \(answer) of the houses were flooded."
      }
    let number = fields["on"] ?? fields["reported"] ?? ""
    let day = "2033-01-" + (number.count == 1 ? "0" : "") + number
    var entry = "question: \(question), answer: \"\(answer)\", said_by: \(fields["by"] ?? ""), quote: \"\(quote)\""
    if fields["on"] != nil { entry += ", as_of: \(day)" + (fields["at"].map { " " + $0 } ?? "") }
    if let earlier = fields["replaces"].flatMap(Int.init) {
      entry += ", replaces: \(id.split(separator: "-")[0])-\(earlier - 1)-\(question)"
    }
    if let place = fields["in"] { entry += ", place: \(place)" }
    if let via = fields["via"] { entry += ", via: [\(via)]" }
    if modality == "withdrawn" {
      entry += ", withdrawn: {on: 2033-02-02, why: misread}"
    } else {
      entry += ", modality: \(modality)"
    }
    let card = """
      ---
      seed: \(id).txt
      sha256: \(sha256(Array(quote.utf8)))
      title: Report \(reportNumber(of: id))
      published: \(day)
      published_basis: stated
      recorded: 2033-02-01
      fidelity: original
      claims:
        - {\(entry)}
      ---

      """
    return [
      SourceFile(path: "seeds/\(id).txt", text: quote), SourceFile(path: "Content/sources/\(id).md", text: card),
    ]
  }
}

/// The number of a source in its row: 1 for "c12-0".
private func reportNumber(of id: String) -> Int { (id.split(separator: "-").last.flatMap { Int($0) } ?? 0) + 1 }

extension Substring {
  fileprivate func trimmed() -> String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
