/// The keys that each template may use, as Markdown with examples from a site. They are the keys against which templates
/// are checked.
func keyDocument(_ site: Site?) -> String {
  KeyDocument(examples: KeyExamples(site)).text()
}

/// The templates and their keys. A record that several keys hold, or whose keys other records include, has its own
/// section.
private struct KeyDocument {
  let examples: KeyExamples
  /// The records with a section of their own, in order of appearance, except the words of the interface.
  private var shared: [Schema] = []
  /// The keys that hold each record, by the record's name.
  private var uses: [String: Set<String>] = [:]

  private static let parts = [
    (template: CitationMark.template, schema: CitationMark.fields.schema),
    (template: FigureView.template, schema: FigureView.fields.schema),
  ]
  private static let pages = PageKind.all.map { (template: $0.template, schema: $0.schema) }
    .sorted { utf8Precedes($0.template, $1.template) }

  init(examples: KeyExamples) {
    self.examples = examples
    let included = [
      PageFrame.fields.schema, NoteText.fields.schema, QuestionView.fields.schema, AgreementView.fields.schema,
      CitedPassage.fields.schema,
    ]
    for (_, schema) in KeyDocument.pages + KeyDocument.parts { count(schema) }
    var seen: Set<String> = [Strings.fields.schema.name]
    func find(_ schema: Schema) -> [Schema] {
      guard seen.insert(schema.name).inserted else { return [] }
      let isShared = included.contains { $0.name == schema.name } || uses[schema.name, default: []].count > 1
      return (isShared ? [schema] : []) + schema.fields.compactMap(\.type.schema).flatMap(find)
    }
    shared = included.flatMap(find) + (KeyDocument.pages + KeyDocument.parts).flatMap { find($0.schema) }
  }

  private mutating func count(_ schema: Schema) {
    for field in schema.fields {
      guard let inner = field.type.schema else { continue }
      let isNew = uses[inner.name] == nil
      uses[inner.name, default: []].insert(field.owner + "." + field.name)
      if isNew { count(inner) }
    }
  }

  func text() -> String {
    """
    ## Pages and their keys

    \(KeyDocument.pages.map(section).joined(separator: "\n"))
    ## Parts of notes and their keys

    \(KeyDocument.parts.map(section).joined(separator: "\n"))
    ## Records

    Records of several templates, by the name that the tables above use.

    ### strings

    Every text of `strings.<language>.yaml`, under the same key: `{{strings.answer}}`\
    \(examples[Schema.Field("answer", owner: Strings.fields.schema)].map { ": " + code($0) } ?? ""). All are texts.

    \(shared.map(section).joined(separator: "\n"))
    """
  }

  private func section(_ template: String, _ schema: Schema) -> String {
    let purpose = templatePurpose(of: template) ?? ""
    let (words, address) =
      purpose.firstRange(of: ": ").map {
        (purpose[..<$0.lowerBound], ": `" + purpose[$0.upperBound...] + "`")
      } ?? (purpose[...], "")
    let line = words.prefix(1).uppercased() + words.dropFirst() + address
    return "### \(template)\n\n\(line).\n\n" + keys(of: schema)
  }

  private func section(_ schema: Schema) -> String {
    "### \(words(for: schema.name))\n\n" + keys(of: schema)
  }

  /// Links to the records whose keys a record includes, then the table of its own keys.
  private func keys(of schema: Schema) -> String {
    let rows = rows(of: schema, below: "")
    let text = included(in: schema).map { "It has the keys of \($0)\(rows.isEmpty ? "" : ", and these").\n" }
    guard !rows.isEmpty else { return text ?? "" }
    return (text.map { $0 + "\n" } ?? "") + "| key | kind | example |\n|---|---|---|\n"
      + rows.joined(separator: "\n") + "\n"
  }

  /// Links to the records whose keys a record includes; nil if there are none.
  private func included(in schema: Schema) -> String? {
    var owners: [String] = []
    for field in schema.fields where field.owner != schema.name && !owners.contains(field.owner) {
      owners.append(field.owner)
    }
    let links = owners.map(link)
    guard let last = links.last else { return nil }
    return links.count == 1 ? last : links.dropLast().joined(separator: ", ") + " and " + last
  }

  /// The rows of a record's own keys. After a key that holds a record without a section, the keys of that record
  /// follow: `days[].title` for a list, `a.b` for a record.
  private func rows(of schema: Schema, below path: String) -> [String] {
    schema.fields.filter { $0.owner == schema.name }.flatMap { field -> [String] in
      let name = path + field.name
      let example = examples[field].map(code) ?? ""
      let row = "| `\(name)` | \(kind(of: field.type)) | \(field.type.schema == nil ? example : "") |"
      guard let inner = field.type.schema, !isShared(inner) else { return [row] }
      if case .list = field.type { return [row] + rows(of: inner, below: name + "[].") }
      return [row] + rows(of: inner, below: name + ".")
    }
  }

  private func isShared(_ schema: Schema) -> Bool {
    schema.name == Strings.fields.schema.name || shared.contains { $0.name == schema.name }
  }

  private func kind(of type: FieldType) -> String {
    switch type {
    case .text: "text"
    case .markup: "markup"
    case .address: "address"
    case .flag: "flag"
    case .json: "JSON"
    case .record(let schema): isShared(schema) ? link(schema.name) : "record" + others(in: schema)
    case .list(of: .record(let schema)): "list" + (isShared(schema) ? " of " + link(schema.name) : others(in: schema))
    case .list(of: let type): "list of " + kind(of: type) + "s"
    }
  }

  private func others(in schema: Schema) -> String {
    included(in: schema).map { ", also with the keys of \($0)" } ?? ""
  }

  private func link(_ name: String) -> String {
    let words = words(for: name)
    return "[\(words)](#\(words.split(separator: " ").joined(separator: "-")))"
  }
}

extension Schema.Field {
  fileprivate init(_ name: String, owner: Schema) {
    self.init(name, .text)
    self.owner = owner.name
  }
}

extension FieldType {
  /// The schema of a record, or of the records in a list; nil for other types.
  fileprivate var schema: Schema? {
    switch self {
    case .record(let schema), .list(of: .record(let schema)): schema
    default: nil
    }
  }
}

/// The name of a type in words: "cited passage" for `CitedPassage`, and "answer" for `AnswerView`.
private func words(for type: String) -> String {
  var words = ""
  for letter in type.hasSuffix("View") ? type.dropLast(4) : type[...] {
    if letter.isUppercase, !words.isEmpty { words += " " }
    words += letter.lowercased()
  }
  return words
}

/// A value as code on one line, shortened if it is long.
private func code(_ value: String) -> String {
  // Why without versions: the document would change with every change of a style sheet.
  let line = value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    .replacing(/\?v=[0-9a-f]{10}/, with: "?v=…")
  let shown = line.count > 96 ? line.prefix(95) + "…" : line[...]
  let escaped = shown.replacing("|", with: "\\|")
  return escaped.contains("`") ? "`` \(escaped) ``" : "`\(escaped)`"
}
