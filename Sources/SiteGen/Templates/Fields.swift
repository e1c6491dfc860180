/// The keys that a template uses, as `owner.key`.
enum UsedKeys: Sendable {
  case all
  case some(Set<String>)

  fileprivate func contains(_ field: Schema.Field) -> Bool {
    switch self {
    case .all: true
    case .some(let keys): keys.contains(field.qualifiedName)
    }
  }
}

/// The keys of an `Owner` that templates may use, each with the function that reads its value.
///
/// The schema and the records come from the same list, so their keys always match. If two keys have the same name, the
/// later one is used. The fields of an owner cannot contain fields of the same owner, because templates do not recurse.
struct Fields<Owner>: Sendable {
  /// Appends the values of an entry's keys.
  typealias Append = @Sendable (Owner, inout [TemplateValue]) -> Void

  /// One or more keys, and a function that makes their reader for the keys that a template uses.
  struct Entry: Sendable {
    fileprivate let fields: [Schema.Field]
    fileprivate let append: @Sendable (UsedKeys) -> Append
  }

  let schema: Schema
  private let entries: [Entry]
  private let appends: [Append]

  init(_ entries: [Entry]) {
    self.init(entries, Schema(entries.flatMap(\.fields), name: String(describing: Owner.self)), .all)
  }

  private init(_ entries: [Entry], _ schema: Schema, _ used: UsedKeys) {
    self.entries = entries
    self.schema = schema
    var rest = schema.fields[...]
    appends = entries.map { entry in
      let fields = rest.prefix(entry.fields.count)
      rest = rest.dropFirst(fields.count)
      if fields.contains(where: used.contains) { return entry.append(used) }
      let nothing = [TemplateValue](repeating: .nothing, count: fields.count)
      return { _, values in values.append(contentsOf: nothing) }
    }
  }

  /// The same keys for a template that uses only some of them. The others have no value, so that it need not be made.
  func reading(_ used: UsedKeys) -> Fields {
    if case .all = used { self } else { Fields(entries, schema, used) }
  }

  /// Reads every key of the owner that is used, in the schema's order.
  func record(of owner: Owner) -> Record {
    var values: [TemplateValue] = []
    values.reserveCapacity(schema.fields.count)
    for append in appends { append(owner, &values) }
    return Record(values)
  }
}

extension Fields.Entry {
  private init(_ name: String, _ type: FieldType, _ value: @escaping @Sendable (Owner) -> TemplateValue) {
    self.init(name, type, reading: { _ in value })
  }

  /// For a value that contains records: `value` makes the reader for the keys that are used.
  private init(
    _ name: String, _ type: FieldType,
    reading value: @escaping @Sendable (UsedKeys) -> @Sendable (Owner) -> TemplateValue
  ) {
    fields = [Schema.Field(name, type)]
    append = { used in
      let value = value(used)
      return { owner, values in values.append(value(owner)) }
    }
  }

  /// Plain text; nil and empty text are falsey.
  static func text(_ name: String, _ get: @escaping @Sendable (Owner) -> String?) -> Self {
    Self(name, .text) { get($0).map(TemplateValue.text) ?? .nothing }
  }

  /// An address, relative or with one of `linkSchemes`; nil and an empty address are falsey.
  static func address(_ name: String, _ get: @escaping @Sendable (Owner) -> String?) -> Self {
    Self(name, .address) { get($0).map(TemplateValue.text) ?? .nothing }
  }

  /// HTML that the program generated; nil and empty HTML are falsey.
  static func markup(_ name: String, _ get: @escaping @Sendable (Owner) -> HTML?) -> Self {
    Self(name, .markup) { get($0).map(TemplateValue.markup) ?? .nothing }
  }

  /// JSON that the program generated, for a script element of type JSON.
  static func json(_ name: String, _ get: @escaping @Sendable (Owner) -> EmbeddedJSON?) -> Self {
    Self(name, .json) { get($0).map(TemplateValue.json) ?? .nothing }
  }

  /// True or false, for sections.
  static func flag(_ name: String, _ get: @escaping @Sendable (Owner) -> Bool) -> Self {
    Self(name, .flag) { .flag(get($0)) }
  }

  /// A record of another owner; nil is falsey.
  static func record<Part>(
    _ name: String, _ part: Fields<Part>, _ get: @escaping @Sendable (Owner) -> Part?
  ) -> Self {
    Self(
      name, .record(part.schema),
      reading: { used in
        let part = part.reading(used)
        return { get($0).map { .record(part.record(of: $0)) } ?? .nothing }
      })
  }

  /// A record that already exists, such as one that every page shows.
  static func made(_ name: String, _ schema: Schema, _ get: @escaping @Sendable (Owner) -> Record) -> Self {
    Self(name, .record(schema)) { .record(get($0)) }
  }

  /// A list of records.
  static func list<Item>(
    _ name: String, _ item: Fields<Item>, _ get: @escaping @Sendable (Owner) -> [Item]
  ) -> Self {
    Self(
      name, .list(item.schema),
      reading: { used in
        let item = item.reading(used)
        return { .list(get($0).map { .record(item.record(of: $0)) }) }
      })
  }

  /// The flag `has_<name>`, which is false if the list is empty, and the list of records.
  static func flaggedList<Item>(
    _ name: String, _ item: Fields<Item>, _ get: @escaping @Sendable (Owner) -> [Item]
  ) -> Self {
    Self(
      fields: [Schema.Field("has_" + name, .flag), Schema.Field(name, .list(item.schema))],
      append: { used in
        let item = item.reading(used)
        return { owner, values in
          let items = get(owner)
          values.append(.flag(!items.isEmpty))
          values.append(.list(items.map { .record(item.record(of: $0)) }))
        }
      })
  }

  /// A list of plain texts. In its section, `{{.}}` is the current text.
  static func texts(_ name: String, _ get: @escaping @Sendable (Owner) -> [String]) -> Self {
    Self(name, .texts) { .list(get($0).map(TemplateValue.text)) }
  }

  /// All keys of another owner, as keys of this owner.
  static func all<Part>(_ part: Fields<Part>, _ get: @escaping @Sendable (Owner) -> Part) -> Self {
    Self(
      fields: part.schema.fields,
      append: { used in
        let part = part.reading(used)
        return { owner, values in values.append(contentsOf: part.record(of: get(owner)).values) }
      })
  }
}
