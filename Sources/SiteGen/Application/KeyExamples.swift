/// An example value for each key: the first non-empty value on the pages of a site.
struct KeyExamples {
  private var values: [String: String] = [:]

  /// Fifty are enough, because pages of one kind have similar values.
  private static let pagesOfAKind = 50

  init(_ site: Site?) {
    guard let site else { return }
    for kind in PageKind.all {
      for page in kind.pages(site, [:], .all).prefix(KeyExamples.pagesOfAKind) { add(page.record(), kind.schema) }
    }
    for answered in site.sheet.answeredQuestions {
      let view = QuestionView(
        page: PageContext(site, address: Address.page(.index)), answered: answered, isAnchored: true)
      add(FigureView.fields.record(of: FigureView(question: view)), FigureView.fields.schema)
    }
    if let source = site.sourcesInOrder.first {
      let mark = CitationMark(site: site, number: 1, href: Address.source(source))
      add(CitationMark.fields.record(of: mark), CitationMark.fields.schema)
    }
  }

  /// Nil if none of the pages has a value.
  subscript(field: Schema.Field) -> String? { values[key(of: field)] }

  private mutating func add(_ record: Record, _ schema: Schema) {
    for (field, value) in zip(schema.fields, record.values) { add(value, field, field.type) }
  }

  private mutating func add(_ value: TemplateValue, _ field: Schema.Field, _ type: FieldType) {
    switch (value, type) {
    case (.record(let record), .record(let schema)): add(record, schema)
    case (.list(let items), .list(let type)): for item in items { add(item, field, type) }
    case (.text(let text), _): keep(Array(text.utf8), of: field)
    case (.markup(let html), _): keep(html.bytes, of: field)
    case (.json(let json), _): keep(json.bytes, of: field)
    case (.flag(let flag), _):
      // Why: `true` is the better example.
      if flag || values[key(of: field)] == nil { values[key(of: field)] = String(flag) }
    default: break
    }
  }

  private mutating func keep(_ bytes: [UInt8], of field: Schema.Field) {
    guard !bytes.isEmpty, values[key(of: field)] == nil else { return }
    values[key(of: field)] = String(decoding: bytes, as: UTF8.self)
  }

  private func key(of field: Schema.Field) -> String { field.owner + "." + field.name }
}
