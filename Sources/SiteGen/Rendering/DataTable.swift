/// A table that is written as CSV and as JSON.
struct DataTable<Row>: Sendable {
  let columns: [Column]
  /// Called when a file is made.
  let rows: @Sendable () -> [Row]

  /// One column. A name with a dot is a field of a nested object in JSON; in CSV, `_` replaces the dot.
  struct Column: Sendable {
    let name: String
    let type: ColumnType
    let read: @Sendable (Row) -> Cell

    init(_ name: String, _ type: ColumnType = .string, _ read: @escaping @Sendable (Row) -> Cell) {
      self.name = name
      self.type = type
      self.read = read
    }

    var csvName: String { String(decoding: name.utf8.map { $0 == 0x2E ? 0x5F : $0 }, as: UTF8.self) }
  }

  /// Data Package's field types (Table Schema, 2.0).
  enum ColumnType: String {
    case string, number, integer, boolean, date
  }

  enum Cell {
    case missing
    case text(String)
    case number(Double)
    case integer(Int)
    case flag(Bool)
    /// A list in JSON, joined by spaces in CSV.
    case list([String])
    /// An object in JSON, only the names in CSV.
    case map([(name: String, text: String)])
    /// Objects with `start`, `end` and `line` in JSON; `start-end` joined by spaces in CSV.
    case places([(start: Int, end: Int, line: Int)])

    init(_ text: String?) { self = text.map(Cell.text) ?? .missing }
    init(_ number: Double?) { self = number.map(Cell.number) ?? .missing }
    init(_ number: Int?) { self = number.map(Cell.integer) ?? .missing }
    init(_ flag: Bool?) { self = flag.map(Cell.flag) ?? .missing }
    init(_ day: Day?) { self = day.map { .text($0.description) } ?? .missing }

    var isMissing: Bool { if case .missing = self { true } else { false } }

    /// Whether the cell is text that somebody wrote; a number, for example, is not.
    var isWritten: Bool {
      switch self {
      case .text, .list, .map: true
      case .missing, .number, .integer, .flag, .places: false
      }
    }
  }

  /// The table as CSV and as JSON. `path` has no extension.
  func files(at path: String) -> [OutputFile] {
    [OutputFile(path: path + ".csv") { csv() }, OutputFile(path: path + ".json", bytes: json)]
  }

  /// The table as a part of data/: as CSV, as CSV for spreadsheet programs, and as JSON.
  func files(at path: String, title: String, _ strings: Strings) -> [OutputFile] {
    csvFiles(at: path, title: title, strings) + [OutputFile(path: path + ".json", title: title, bytes: json)]
  }

  func csvFiles(at path: String, title: String, _ strings: Strings) -> [OutputFile] {
    let listed = columns.map { (name: $0.csvName, type: $0.type.rawValue) }
    return [
      OutputFile(path: path + ".csv", title: title, columns: listed) { csv() },
      OutputFile(
        path: path + ".spreadsheet.csv", title: strings.fill(.fileSpreadsheet, ("contents", title)), columns: listed
      ) { csv(isGuarded: true) },
    ]
  }

  /// An array of objects, one for each row.
  func json() -> [UInt8] {
    JSONWriter.file { $0.objects(for: rows(), write) }
  }

  /// RFC 4180 with a header; a missing value is an empty field. If the table is guarded, no spreadsheet program runs a
  /// cell, and all cells are in quotation marks.
  func csv(isGuarded: Bool = false) -> [UInt8] {
    var csv: [UInt8] = []
    func line(_ fields: [String]) {
      for (index, field) in fields.enumerated() {
        if index > 0 { csv.append(0x2C) }
        appendCSVField(field, isAlwaysQuoted: isGuarded, to: &csv)
      }
      csv.append(contentsOf: [0x0D, 0x0A])
    }
    line(columns.map(\.csvName))
    for row in rows() {
      line(
        columns.map { column in
          let cell = column.read(row)
          return isGuarded && cell.isWritten ? guardedForSpreadsheets(text(of: cell)) : text(of: cell)
        })
    }
    return csv
  }

  private func write(_ row: Row, into json: inout JSONWriter) {
    var rest = columns[...]
    while let column = rest.first {
      guard let dot = column.name.firstIndex(of: ".") else {
        json.key(column.name)
        write(column.read(row), into: &json)
        rest = rest.dropFirst()
        continue
      }
      let name = column.name[...dot]
      let group = rest.prefix { $0.name.hasPrefix(name) }
      rest = rest.dropFirst(group.count)
      json.key(String(name.dropLast()))
      let cells = group.map { ($0.name.dropFirst(name.count), $0.read(row)) }
      if cells.allSatisfy(\.1.isMissing) {
        json.null()
      } else {
        json.object { json in
          for (name, cell) in cells {
            json.key(String(name))
            write(cell, into: &json)
          }
        }
      }
    }
  }

  private func write(_ cell: Cell, into json: inout JSONWriter) {
    switch cell {
    case .missing: json.null()
    case .text(let text): json.string(text)
    case .number(let number): json.number(number)
    case .integer(let number): json.number(number)
    case .flag(let flag): json.bool(flag)
    case .list(let list): json.array(list)
    case .map(let pairs):
      json.object { json in
        for pair in pairs { json.member(pair.name, pair.text) }
      }
    case .places(let places):
      json.objects(for: places) { place, json in
        json.member("start", place.start)
        json.member("end", place.end)
        json.member("line", place.line)
      }
    }
  }

  /// A cell as in CSV.
  func text(of cell: Cell) -> String {
    switch cell {
    case .missing: return ""
    case .text(let text): return text
    case .number(let number): return shortestDigits(of: number)
    case .integer(let number): return String(number)
    case .flag(let flag): return flag ? "true" : "false"
    case .list(let list): return list.joined(separator: " ")
    case .map(let pairs): return pairs.map(\.name).joined(separator: " ")
    case .places(let places): return places.map { "\($0.start)-\($0.end)" }.joined(separator: " ")
    }
  }
}

private func appendCSVField(_ field: String, isAlwaysQuoted: Bool, to csv: inout [UInt8]) {
  let needsQuotes = isAlwaysQuoted || field.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
  guard needsQuotes else { return csv.append(contentsOf: field.utf8) }
  csv.append(0x22)
  for byte in field.utf8 {
    if byte == 0x22 { csv.append(0x22) }
    csv.append(byte)
  }
  csv.append(0x22)
}
