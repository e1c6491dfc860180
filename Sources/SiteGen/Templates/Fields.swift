/// The keys of an `Owner` that templates may use, each with the function that reads its value.
///
/// The schema and the records come from the same list, so their keys always match. If two keys have the same name, the
/// later one is used. The fields of an owner cannot contain fields of the same owner, because templates do not recurse.
struct Fields<Owner>: Sendable {
  /// One or more keys, and a function that appends their values.
  struct Entry: Sendable {
    fileprivate let fields: [Schema.Field]
    fileprivate let append: @Sendable (Owner, inout [TemplateValue]) -> Void
  }

  let schema: Schema
  private let entries: [Entry]

  init(_ entries: [Entry]) {
    self.entries = entries
    schema = Schema(entries.flatMap(\.fields), name: String(describing: Owner.self))
  }

  /// Reads every key of the owner, in the schema's order.
  func record(of owner: Owner) -> Record {
    var values: [TemplateValue] = []
    values.reserveCapacity(schema.fields.count)
    for entry in entries { entry.append(owner, &values) }
    return Record(values)
  }
}

extension Fields.Entry {
  private init(_ name: String, _ type: FieldType, _ value: @escaping @Sendable (Owner) -> TemplateValue) {
    fields = [Schema.Field(name, type)]
    append = { owner, values in values.append(value(owner)) }
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
    Self(name, .record(part.schema)) { get($0).map { .record(part.record(of: $0)) } ?? .nothing }
  }

  /// A record that already exists, such as one that every page shows.
  static func made(_ name: String, _ schema: Schema, _ get: @escaping @Sendable (Owner) -> Record) -> Self {
    Self(name, .record(schema)) { .record(get($0)) }
  }

  /// A list of records.
  static func list<Item>(
    _ name: String, _ item: Fields<Item>, _ get: @escaping @Sendable (Owner) -> [Item]
  ) -> Self {
    Self(name, .list(item.schema)) { .list(get($0).map { .record(item.record(of: $0)) }) }
  }

  /// The flag `has_<name>`, which is false if the list is empty, and the list of records.
  static func flaggedList<Item>(
    _ name: String, _ item: Fields<Item>, _ get: @escaping @Sendable (Owner) -> [Item]
  ) -> Self {
    Self(
      fields: [Schema.Field("has_" + name, .flag), Schema.Field(name, .list(item.schema))],
      append: { owner, values in
        let items = get(owner)
        values.append(.flag(!items.isEmpty))
        values.append(.list(items.map { .record(item.record(of: $0)) }))
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
      append: { owner, values in values.append(contentsOf: part.record(of: get(owner)).values) })
  }
}
