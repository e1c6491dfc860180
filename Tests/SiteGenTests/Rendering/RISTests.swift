import Testing

@testable import SiteGen

/// data/references.ris, read back by a parser that knows the format and nothing of sitegen.
@Suite struct RISTests {
  /// A card may not hold other control characters.
  @Test(arguments: [
    "Lost\nER  - \nTY  - BOOK", "Lost\u{2028}ER  - ", "Lost\u{2029}TY  - X", "Lost\u{85}ER  - ", "ER  - ", "TY  - BOOK",
    "\tLost\n\n\n",
  ])
  func keepsOneRecordWhateverTheTitleHolds(_ title: String) throws {
    let records = try RISRecord.all(in: try references("title: " + quoted(title)))
    #expect(records.map(\.tags) == [["TY", "ID", "TI", "PY", "DA", "LA", "N1", "ER"]])
    let controls = title.unicodeScalars.filter { $0.properties.generalCategory == .control }
    #expect(records.first?["TI"]?.unicodeScalars.contains(where: controls.contains) == false)
  }

  @Test(arguments: [
    "Anna Berg", "Berg, Anna", "Anna Berg, Carl Dorn", "Ministry of Health, Labour and Welfare", "Łucja Žižek, 李",
  ])
  func writesTheAuthorAsInTheCard(_ author: String) throws {
    let record = try #require(try RISRecord.all(in: try references("title: A\nauthor: " + quoted(author))).first)
    #expect(record.tags.count { $0 == "AU" } == 1)
    #expect(record["AU"] == author)
  }

  @Test func omitsFieldsThatTheCardOmits() throws {
    let record = try #require(try RISRecord.all(in: try references("title: Łódź — «вода» ‘水’ 😀")).first)
    #expect(record.tags == ["TY", "ID", "TI", "PY", "DA", "LA", "N1", "ER"])
    #expect(record["TY"] == "GEN")
    #expect(record["TI"] == "Łódź — «вода» ‘水’ 😀")
    #expect(record["PY"] == "2031" && record["DA"] == "2031/05/04")
  }

  @Test func writesEveryFieldOfTheCard() throws {
    let record = try #require(
      try RISRecord.all(
        in: try references("title: A\noutlet: Ela News\nurl: https://ela.example/a?b=c\nauthor: Anna Berg\nlang: en-GB")
      ).first)
    #expect(record.tags == ["TY", "ID", "TI", "AU", "T2", "PY", "DA", "UR", "LA", "N1", "ER"])
    #expect(record["TY"] == "ELEC" && record["T2"] == "Ela News" && record["UR"] == "https://ela.example/a?b=c")
    #expect(record["LA"] == "en-GB" && record["ID"] == "2031-05-04-mayor")
  }

  @Test(arguments: SiteInTests.all) func hasOneRecordForEachSource(_ tested: SiteInTests) throws {
    let built = try tested.build()
    let site = try #require(siteOfExamples(built.inputs))
    let records = try RISRecord.all(in: built.bytes["data/references.ris"] ?? [])
    #expect(records.map { $0["ID"] } == site.sheet.dossier.sources.map(\.id))
    #expect(records.map { $0["TI"] } == site.sheet.dossier.sources.map(\.title.value))
  }

  @Test func isEmptyWithoutSources() throws {
    let files = [("sitegen.yaml", "title: A\nlanguage: en\n"), ("Content/index.md", "---\ntitle: A\n---\n")]
    let built = BuiltFiles(files.map { SourceFile(path: $0, text: $1) })
    #expect(built.bytes["data/references.ris"] == [])
  }

  /// The references of the example site, with other lines in its card instead of the title.
  private func references(_ lines: String) throws -> [UInt8] {
    let site = ExampleSite.site([.replace(RuleExample.card, "title: Marnow counts its losses", lines)])
    let built = BuiltFiles(try #require(site))
    return try #require(built.bytes["data/references.ris"], "\(built.printedDiagnostics)")
  }

  /// A text as YAML in double quotation marks.
  private func quoted(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar -> String in
      guard scalar.value < 0x20 || scalar.value > 0x7E else { return String(scalar) }
      let digits = String(scalar.value, radix: 16)
      return "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
    }
    return "\"" + scalars.joined() + "\""
  }
}

/// One record of a RIS file.
private struct RISRecord {
  var fields: [(tag: String, value: String)] = []

  var tags: [String] { fields.map(\.tag) }
  subscript(tag: String) -> String? { fields.first { $0.tag == tag }?.value }

  struct Fault: Error {
    var line: String
  }

  /// Strict: every line ends in CRLF and is a tag of the format with its value.
  static func all(in bytes: [UInt8]) throws -> [RISRecord] {
    let text = try #require(String(validating: bytes, as: UTF8.self))
    var records: [RISRecord] = []
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    #expect(lines.popLast() == "", "the file does not end in a line end")
    for line in lines {
      guard let match = line.wholeMatch(of: /([A-Z][A-Z0-9])  - ([^\r\n]*)\r/) else { throw Fault(line: line) }
      let (tag, value) = (String(match.1), String(match.2))
      if tag == "TY" { records.append(RISRecord()) }
      guard !records.isEmpty, records[records.count - 1].fields.last?.tag != "ER" else { throw Fault(line: line) }
      records[records.count - 1].fields.append((tag, value))
    }
    #expect(records.allSatisfy { $0.tags.last == "ER" && $0["ER"] == "" })
    return records
  }
}
