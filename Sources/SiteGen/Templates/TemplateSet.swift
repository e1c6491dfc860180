extension Rule {
  static let templateError = Rule(
    "template-error", .error, about: .files, "a template cannot be used",
    reason: """
      A template cannot be used. For example, it names a value or partial that does not exist, leaves a section open, \
      includes itself (directly or through other templates), or inserts a value where it cannot be made safe.
      """,
    example: RuleExample(
      "html", in: "Templates/note.mustache",
      failing: "<h1>{{headnig}}</h1>", corrected: "<h1>{{heading}}</h1>"))
}

/// The parsed templates of a site, which `{{> name}}` and `{{< name}}` can call.
struct TemplateSet: Sendable {
  private let templates: [String: ParsedTemplate]
  /// Templates with errors of their own, including those that call themselves or a missing template.
  private let broken: Set<String>
  private let recursive: Set<String>
  /// The files whose addresses get a version when a template is compiled.
  let files: VersionedFiles
  let limits: Limits

  /// Parses the files and checks all their calls. The name of a template is its file name without `.mustache`.
  ///
  /// Files that no page uses are checked, too. Two files with the same name are an error.
  static func parsing(
    _ files: [SourceFile], versioned: VersionedFiles = .none, _ limits: Limits = .standard
  ) -> Checked<TemplateSet> {
    var templates: [String: ParsedTemplate] = [:]
    var order: [ParsedTemplate] = []
    var broken: Set<String> = []
    var diagnostics: [Diagnostic] = []
    for file in files {
      let name = callName(file.name)
      let parsed = TemplateParser.parse(file, name: name, limits)
      diagnostics += parsed.diagnostics
      if !parsed.diagnostics.isEmpty { broken.insert(name) }
      if let other = templates[name] {
        let note = Diagnostic.Note("the other template", at: Place(other.file, 0..<0))
        let message = "two templates have the name '\(name)'"
        diagnostics.append(Diagnostic(.templateError, message, at: Place(file, 0..<0), notes: [note]))
      } else {
        templates[name] = parsed.value
        order.append(parsed.value)
      }
    }
    let names = order.map(\.name).sorted()
    for template in order {
      for call in template.calls where templates[call.value] == nil {
        broken.insert(template.name)
        let message = "there is no template '\(call.value)'"
        let remedy = didYouMean(call.value, among: names) ?? "write a file '\(call.value).mustache'"
        diagnostics.append(
          Diagnostic(.templateError, message, at: Place(template.file, call.span), remedy: remedy))
      }
    }
    var cycles = CycleFinder(templates)
    for template in order { cycles.visit(template) }
    diagnostics += cycles.diagnostics
    let set = TemplateSet(
      templates: templates, broken: broken.union(cycles.found), recursive: cycles.found, files: versioned,
      limits: limits)
    return Checked(set, diagnostics)
  }

  /// The template with the name; nil if there is none or it calls itself.
  func callee(_ name: String) -> ParsedTemplate? { recursive.contains(name) ? nil : templates[name] }

  /// Whether `parsing` has reported errors in the template itself, not in the templates that it calls.
  func isBroken(_ name: String) -> Bool { broken.contains(name) }

  /// Compiles a template for records of a schema; nil if it or a template that it calls has an error.
  ///
  /// The diagnostics are about names and positions of values, which `parsing` cannot check.
  func compile(template file: String, _ schema: Schema) -> Checked<CompiledTemplate?> {
    compile(template: file, root: .record(schema))
  }

  /// Compiles a template for values of any type. The template refers to its value as `{{.}}`.
  func compile(template file: String, root: FieldType) -> Checked<CompiledTemplate?> {
    guard let template = templates[Self.callName(file)] else {
      let names = templates.keys.map { "\($0).mustache" }.sorted()
      let message = "there is no template '\(file)'"
      return Checked(
        nil,
        [Diagnostic(.templateError, message, at: Place(path: file), remedy: didYouMean(file, among: names))])
    }
    return TemplateCompiler.compile(template, in: self, root: root)
  }

  private static func callName(_ file: String) -> String {
    file.hasSuffix(".mustache") ? String(file.dropLast(".mustache".count)) : file
  }
}

/// Finds cycles of calls between templates.
private struct CycleFinder {
  private let templates: [String: ParsedTemplate]
  private var done: Set<String> = []
  private var path: [String] = []
  private(set) var found: Set<String> = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ templates: [String: ParsedTemplate]) {
    self.templates = templates
  }

  mutating func visit(_ template: ParsedTemplate) {
    // Why an explicit stack: a chain of calls may have any length.
    var stack: [(template: ParsedTemplate, calls: ArraySlice<Located<String>>)] = []
    enter(template, &stack)
    while let last = stack.last {
      guard let call = last.calls.first else {
        done.insert(last.template.name)
        path.removeLast()
        stack.removeLast()
        continue
      }
      stack[stack.count - 1].calls.removeFirst()
      if let start = path.firstIndex(of: call.value) {
        report(call, in: last.template, cycle: path[start...])
      } else if let next = templates[call.value] {
        enter(next, &stack)
      }
    }
  }

  private mutating func enter(
    _ template: ParsedTemplate, _ stack: inout [(template: ParsedTemplate, calls: ArraySlice<Located<String>>)]
  ) {
    guard !done.contains(template.name) else { return }
    path.append(template.name)
    stack.append((template, template.calls[...]))
  }

  private mutating func report(_ call: Located<String>, in template: ParsedTemplate, cycle: ArraySlice<String>) {
    found.formUnion(cycle)
    let way = cycle.dropFirst().map { "'\($0)'" }.joined(separator: " and ")
    let message = "template '\(call.value)' calls itself" + (way.isEmpty ? "" : " through \(way)")
    diagnostics.append(
      Diagnostic(
        .templateError, message, at: Place(template.file, call.span),
        remedy: "remove the call: a template cannot include itself"))
  }
}
