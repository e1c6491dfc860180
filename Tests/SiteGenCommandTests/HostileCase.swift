import Foundation
import Testing

/// One project of Tests/Hostile: edits of the base project, and what sitegen must do with it.
struct HostileCase: Sendable, CustomTestStringConvertible {
  enum Edit: Hashable, Sendable {
    case write(path: [UInt8], [UInt8])
    /// Replaces a passage of a file.
    case replace(path: String, passage: String, [UInt8])
    /// Writes the seed, and its hash into its card.
    case seed([UInt8])
    case link(path: [UInt8], target: String)
    case folder(path: [UInt8])
    case remove(path: String)
    case mode(path: String, UInt16)
  }

  let name: String
  let edits: [Edit]
  let arguments: [String]
  let status: Int32
  /// The rule of at least one diagnostic; nil if none is expected.
  let rule: String?
  /// Must be in what is printed.
  let phrase: String

  var testDescription: String { name }

  /// What two cases may not share.
  struct Input: Hashable {
    let edits: [Edit]
    let arguments: [String]
  }

  var input: Input { Input(edits: edits, arguments: arguments) }

  /// The cases of every table in Tests/Hostile, in the order of the files.
  static func all() throws -> [HostileCase] {
    let folder = hostileFolder
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".tsv") }.sorted()
    return try names.flatMap { name in
      var reader = CaseReader(table: String(name.dropLast(4)))
      let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
      for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        try reader.read(String(line), number: index + 1)
      }
      return reader.cases
    }
  }
}

let hostileFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .appendingPathComponent("Hostile").path

struct HostileTableError: Error, CustomStringConvertible {
  let description: String
}

/// Reads a table: lines that start with `@` begin a group and say where its payloads go; each other line is a case.
private struct CaseReader {
  let table: String
  var cases: [HostileCase] = []
  private var steps: [[String]] = []
  private var arguments = "build"
  private var isInHead = false

  init(table: String) { self.table = table }

  mutating func read(_ line: String, number: Int) throws {
    if line.isEmpty || line.hasPrefix("#") { return }
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    if line.hasPrefix("@") {
      if !isInHead { (steps, arguments, isInHead) = ([], "build", true) }
      if fields[0] == "@run" { arguments = fields[1] } else { steps.append(fields) }
      return
    }
    isInHead = false
    guard fields.count == 4, let status = Int32(fields[0]) else {
      throw HostileTableError(description: "\(table).tsv:\(number): not 'status, rule, phrase, payload'")
    }
    let payload = fields[3]
    let edits = try steps.map { step in
      let parts = step.dropFirst().map { unescaped($0.replacing("{}", with: payload)) }
      func text(_ index: Int) -> String { String(decoding: parts[index], as: UTF8.self) }
      switch (step[0], parts.count) {
      case ("@write", 2): return HostileCase.Edit.write(path: parts[0], parts[1])
      case ("@replace", 3): return .replace(path: text(0), passage: text(1), parts[2])
      case ("@seed", 1): return .seed(parts[0])
      case ("@link", 2): return .link(path: parts[0], target: text(1))
      case ("@folder", 1): return .folder(path: parts[0])
      case ("@remove", 1): return .remove(path: text(0))
      case ("@mode", 2): return .mode(path: text(0), UInt16(text(1), radix: 8) ?? 0)
      default: throw HostileTableError(description: "\(table).tsv:\(number): unknown step '\(step[0])'")
      }
    }
    cases.append(
      HostileCase(
        name: "\(table).tsv:\(number) \(payload.prefix(60))", edits: edits,
        arguments: arguments.replacing("{}", with: payload).split(separator: " ").map(String.init), status: status,
        rule: fields[1].isEmpty ? nil : fields[1], phrase: String(decoding: unescaped(fields[2]), as: UTF8.self)))
  }
}

/// Replaces `\n`, `\t`, `\r`, `\\`, `\xHH` (a byte), `\u{HEX}` (a code point) and `\*{COUNT}{TEXT}` (a repetition).
private func unescaped(_ text: String) -> [UInt8] {
  var bytes: [UInt8] = []
  var rest = text[...]
  func upTo(_ end: Character, _ rest: inout Substring) -> Substring {
    let part = rest.prefix { $0 != end }
    rest = rest.dropFirst(part.count + 1)
    return part
  }
  while let character = rest.popFirst() {
    guard character == "\\", let kind = rest.popFirst() else {
      bytes.append(contentsOf: String(character).utf8)
      continue
    }
    switch kind {
    case "n": bytes.append(0x0A)
    case "t": bytes.append(0x09)
    case "r": bytes.append(0x0D)
    case "x":
      bytes.append(UInt8(rest.prefix(2), radix: 16) ?? 0x3F)
      rest = rest.dropFirst(2)
    case "u":
      rest = rest.dropFirst()
      let scalar = UInt32(upTo("}", &rest), radix: 16).flatMap(Unicode.Scalar.init) ?? "?"
      bytes.append(contentsOf: String(Character(scalar)).utf8)
    case "*":
      rest = rest.dropFirst()
      let count = Int(upTo("}", &rest)) ?? 0
      rest = rest.dropFirst()
      let part = unescaped(String(upTo("}", &rest)))
      bytes.reserveCapacity(bytes.count + count * part.count)
      for _ in 0..<count { bytes.append(contentsOf: part) }
    default: bytes.append(contentsOf: String(kind).utf8)
    }
  }
  return bytes
}
