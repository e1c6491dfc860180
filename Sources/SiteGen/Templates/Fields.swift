/// The keys that templates may use of an `Owner`, declared in one place with the functions that read them.
///
/// Both the schema and the records come from the one list, so that neither can name what the other lacks. Of two keys
/// with one name the later one holds. Fields that contain their own owner cannot be declared: templates do not recurse.
struct Fields<Owner>: Sendable {
  /// One key, or those of an included list, and how to append their values.
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

  /// Plain words; none or empty ones are falsey.
  static func text(_ name: String, _ get: @escaping @Sendable (Owner) -> String?) -> Self {
    Self(name, .text) { get($0).map(TemplateValue.text) ?? .nothing }
  }

  /// An address, relative or with a scheme of `linkSchemes`; none or an empty one is falsey.
  static func address(_ name: String, _ get: @escaping @Sendable (Owner) -> String?) -> Self {
    Self(name, .address) { get($0).map(TemplateValue.text) ?? .nothing }
  }

  /// HTML that the program has made; none or empty is falsey.
  static func markup(_ name: String, _ get: @escaping @Sendable (Owner) -> HTML?) -> Self {
    Self(name, .markup) { get($0).map(TemplateValue.markup) ?? .nothing }
  }

  /// JSON that the program has made, for a script of data.
  static func json(_ name: String, _ get: @escaping @Sendable (Owner) -> EmbeddedJSON?) -> Self {
    Self(name, .json) { get($0).map(TemplateValue.json) ?? .nothing }
  }

  /// True or false, for sections.
  static func flag(_ name: String, _ get: @escaping @Sendable (Owner) -> Bool) -> Self {
    Self(name, .flag) { .flag(get($0)) }
  }

  /// A record of another owner; none is falsey.
  static func record<Part>(
    _ name: String, _ part: Fields<Part>, _ get: @escaping @Sendable (Owner) -> Part?
  ) -> Self {
    Self(name, .record(part.schema)) { get($0).map { .record(part.record(of: $0)) } ?? .nothing }
  }

  /// A record that was made before, as one that every page shows.
  static func made(_ name: String, _ schema: Schema, _ get: @escaping @Sendable (Owner) -> Record) -> Self {
    Self(name, .record(schema)) { .record(get($0)) }
  }

  /// A list of records, in the order in which it is given.
  static func list<Item>(
    _ name: String, _ item: Fields<Item>, _ get: @escaping @Sendable (Owner) -> [Item]
  ) -> Self {
    Self(name, .list(item.schema)) { .list(get($0).map { .record(item.record(of: $0)) }) }
  }

  /// A list of records after the flag `has_<name>`, which holds unless the list is empty.
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

  /// A list of plain texts, each of them `{{.}}` in its section.
  static func texts(_ name: String, _ get: @escaping @Sendable (Owner) -> [String]) -> Self {
    Self(name, .texts) { .list(get($0).map(TemplateValue.text)) }
  }

  /// All keys of another owner's fields, as keys of this level.
  static func all<Part>(_ part: Fields<Part>, _ get: @escaping @Sendable (Owner) -> Part) -> Self {
    Self(
      fields: part.schema.fields,
      append: { owner, values in values.append(contentsOf: part.record(of: get(owner)).values) })
  }
}
