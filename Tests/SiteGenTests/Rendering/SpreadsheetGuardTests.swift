import Testing

@testable import SiteGen

@Suite("Tables for spreadsheet programs") struct SpreadsheetGuardTests {
  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(1)", "'@SUM(1)"), ("\t=1", "'\t'=1"), ("\r1", "'\r1"),
    (" =1", " '=1"), ("\"=1\"", "\"'=1\""), ("'=1", "''=1"), ("\u{A0}=1", "\u{A0}'=1"), ("\u{FF1D}1", "'\u{FF1D}1"),
    ("a;=1", "a;'=1"), ("a; \"=1", "a; \"'=1"), ("a\t@b", "a\t'@b"), ("a\n-b", "a\n'-b"),
    ("a=1", "a=1"), ("a, -b", "a, -b"), ("2031-05-04", "2031-05-04"), ("", ""), ("a;b", "a;b"),
  ])
  func guardsWhatWouldBeRun(_ text: String, _ guarded: String) {
    #expect(guardedForSpreadsheets(text) == guarded)
  }

  @Test func keepsEveryByteOfTheOrdinaryTable() {
    let table = DataTable<String>(columns: [.init("a") { .text($0) }, .init("b", .number) { _ in .number(-5) }]) {
      ["=1+1", "x\r\ny", "@a", "say \"-\""]
    }
    let strings = readTheme([], for: Self.settings).value?.strings
    let files = strings.map { table.files(at: "data/x", title: "x", $0) } ?? []
    #expect(files.map(\.path) == ["data/x.csv", "data/x.spreadsheet.csv", "data/x.json"])
    #expect(
      files.first.map { String(decoding: $0.bytes, as: UTF8.self) }
        == "a,b\r\n=1+1,-5\r\n\"x\r\ny\",-5\r\n@a,-5\r\n\"say \"\"-\"\"\",-5\r\n")
    #expect(
      files.dropFirst().first.map { String(decoding: $0.bytes, as: UTF8.self) }
        == "\"a\",\"b\"\r\n\"'=1+1\",\"-5\"\r\n\"x\r\ny\",\"-5\"\r\n\"'@a\",\"-5\"\r\n\"say \"\"-\"\"\",\"-5\"\r\n")
  }

  private static let settings: Settings = {
    let file = SourceFile(path: "sitegen.yaml", text: "title: A\nlanguage: en\n")
    return readSettings(file, rules: Rule.all).value!
  }()
}
