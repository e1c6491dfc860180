import Foundation
import Testing

@testable import SiteGen

/// The test cases of the Mustache specification, if they are in the folder that `SITEGEN_SPECS` names or in
/// `../shared/specs` next to the package.
@Suite struct MustacheSpecificationTests {
  /// Published cases that this engine reports as errors: unknown names, missing templates, and templates that call
  /// themselves.
  static let expectedErrors: Set<String> = [
    "interpolation: Basic Context Miss Interpolation",
    "interpolation: Triple Mustache Context Miss Interpolation",
    "interpolation: Ampersand Context Miss Interpolation",
    "interpolation: Dotted Names - Broken Chains",
    "interpolation: Dotted Names - Broken Chain Resolution",
    "interpolation: Dotted Names - Context Precedence",
    "interpolation: Dotted Names are never single keys",
    "sections: Context Misses",
    "sections: Dotted Names - Broken Chains",
    "inverted: Context",
    "inverted: List",
    "inverted: Context Misses",
    "inverted: Dotted Names - Broken Chains",
    "inheritance: Negative Sections",
    "inheritance: Recursion",
    "partials: Failed Lookup",
    "partials: Recursion",
  ]

  @Test(arguments: SpecificationCase.published)
  func rendersAsPublished(_ test: SpecificationCase) throws {
    let rendered = try test.render()
    if Self.expectedErrors.contains(test.name) {
      #expect(rendered.output == nil)
      #expect(!rendered.messages.isEmpty)
    } else {
      #expect(rendered.messages == [])
      #expect(rendered.output == test.expected)
    }
  }

  @Test func expectsErrorsOnlyInPublishedCases() {
    let published = Set(SpecificationCase.published.map(\.name))
    guard !published.isEmpty else { return }
    #expect(Self.expectedErrors.subtracting(published) == [])
  }
}

/// One published case: a template, its partials, its data and the expected output.
struct SpecificationCase: Sendable, CustomTestStringConvertible {
  let name: String
  let template: String
  let partials: [String: String]
  let data: Data
  let expected: String

  var testDescription: String { name }

  static let published: [SpecificationCase] = {
    guard let folder = folder() else { return [] }
    let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return files.filter { $0.pathExtension == "json" }.sorted { $0.path < $1.path }.flatMap(cases)
  }()

  private static func folder() -> URL? {
    if let named = ProcessInfo.processInfo.environment["SITEGEN_SPECS"] {
      return URL(fileURLWithPath: named).appendingPathComponent("mustache")
    }
    var package = URL(fileURLWithPath: #filePath)
    while package.path != "/" {
      package.deleteLastPathComponent()
      guard FileManager.default.fileExists(atPath: package.appendingPathComponent("Package.swift").path) else {
        continue
      }
      return package.deletingLastPathComponent().appendingPathComponent("shared/specs/mustache")
    }
    return nil
  }

  private static func cases(in file: URL) -> [SpecificationCase] {
    guard let content = try? Data(contentsOf: file),
      let json = try? JSONSerialization.jsonObject(with: content) as? [String: Any],
      let tests = json["tests"] as? [[String: Any]]
    else { return [] }
    let subject = file.deletingPathExtension().lastPathComponent
    return tests.compactMap { test in
      guard let name = test["name"] as? String, let template = test["template"] as? String,
        let expected = test["expected"] as? String,
        let data = try? JSONSerialization.data(withJSONObject: test["data"] ?? [:], options: .fragmentsAllowed)
      else { return nil }
      return SpecificationCase(
        name: "\(subject): \(name)", template: template, partials: test["partials"] as? [String: String] ?? [:],
        data: data, expected: expected)
    }
  }

  func render() throws -> (output: String?, messages: [String]) {
    let json = try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)
    let texts = [template] + partials.keys.sorted().compactMap { partials[$0] }
    let data = InferredData(rawNames: InferredData.rawNames(in: texts))
    let (type, value) = data.infer(json, name: ".")
    let files =
      [SourceFile(path: "main.mustache", text: template)]
      + partials.keys.sorted().map { SourceFile(path: "\($0).mustache", text: partials[$0] ?? "") }
    let set = TemplateSet.parsing(files)
    let compiled = set.value.compile(template: "main.mustache", root: type)
    let messages = (set.diagnostics + compiled.diagnostics).map(\.message)
    guard let ready = compiled.value else { return (nil, messages) }
    var output: [UInt8] = []
    ready.render(value, into: &output)
    return (String(decoding: output, as: UTF8.self), messages)
  }
}

/// The schema and values of a case, inferred from its data. A value that its templates insert raw is markup.
private struct InferredData {
  let rawNames: Set<String>

  static func rawNames(in templates: [String]) -> Set<String> {
    var names: Set<String> = []
    for template in templates {
      for match in template.matches(of: /\{\{(?:\{|&)\s*([^}\s]+)\s*\}/) {
        names.insert(match.1.split(separator: ".").last.map(String.init) ?? ".")
      }
    }
    return names
  }

  func infer(_ json: Any, name: String) -> (FieldType, TemplateValue) {
    switch json {
    case let object as [String: Any]:
      let members = object.keys.sorted().map { ($0, infer(object[$0] ?? NSNull(), name: $0)) }
      return (
        .record(Schema(members.map { Schema.Field($0.0, $0.1.0) })), .record(Record(members.map(\.1.1)))
      )
    case let array as [Any]:
      let items = array.map { infer($0, name: ".") }
      return (.list(of: items.first?.0 ?? .text), .list(items.map(\.1)))
    case is NSNull: return rawNames.contains(name) ? (.markup, .nothing) : (.text, .nothing)
    case let number as NSNumber where isBoolean(number): return (.flag, .flag(number.boolValue))
    case let number as NSNumber: return text("\(number)", name)
    default: return text(json as? String ?? "", name)
    }
  }

  private func text(_ text: String, _ name: String) -> (FieldType, TemplateValue) {
    rawNames.contains(name) ? (.markup, .markup(HTML(Array(text.utf8)))) : (.text, .text(text))
  }
}

/// Whether a number from JSON was `true` or `false`.
private func isBoolean(_ number: NSNumber) -> Bool {
  String(cString: number.objCType) == "c"
}
