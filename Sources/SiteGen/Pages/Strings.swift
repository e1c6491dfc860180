/// The words of the interface in one language, read from strings.<language>.yaml.
struct Strings: Sendable {
  private let forms: [StringKey: Form]
  private var phrases = QuantityPhrases()

  enum Form: Sendable {
    case text(String)
    /// By plural category (CLDR), of which zero, one and other are used.
    case plural([String: String])
    case list([String])
  }

  init(_ forms: [StringKey: Form]) {
    self.forms = forms
    phrases = readPhrases()
  }

  /// The text of a key; of one that counts, the form for many.
  subscript(key: StringKey) -> String {
    switch forms[key] {
    case .text(let text): text
    case .plural(let forms): forms["other"] ?? ""
    case .list(let list): list.joined(separator: ", ")
    case nil: ""
    }
  }

  func list(_ key: StringKey) -> [String] {
    if case .list(let list) = forms[key] { list } else { [] }
  }

  /// The forms of a text that counts, sorted by plural category; of another text itself as `other`.
  func forms(of key: StringKey) -> [(category: String, text: String)] {
    switch forms[key] {
    case .plural(let forms): forms.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    default: [("other", self[key])]
    }
  }

  /// The text with the named values in the place of `{name}`.
  func fill(_ key: StringKey, _ values: (name: String, value: String)...) -> String {
    Strings.fill(self[key], values)
  }

  /// The form for a count, `{count}` and the named values filled in.
  func count(_ key: StringKey, _ count: Int, _ values: (name: String, value: String)...) -> String {
    var text = self[key]
    if case .plural(let forms) = forms[key] {
      let category = count == 0 && forms["zero"] != nil ? "zero" : count == 1 ? "one" : "other"
      text = forms[category] ?? text
    }
    return Strings.fill(text, [("count", number(count))] + values)
  }

  /// Digits in groups of three.
  func number(_ value: Int) -> String {
    Quantity.digits(Double(value), separator: self[.groupSeparator], phrases: phrases)
  }

  /// "a, b and c".
  func joined(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return fill(.listLast, ("list", items.dropLast().joined(separator: self[.listSeparator])), ("last", last))
  }

  func day(_ day: Day) -> String {
    let months = list(.months)
    return fill(
      .date, ("day", String(day.day)), ("month", months.indices.contains(day.month - 1) ? months[day.month - 1] : ""),
      ("year", String(day.year)))
  }

  func days(_ days: ClosedRange<Day>) -> String {
    days.lowerBound == days.upperBound
      ? day(days.lowerBound)
      : fill(.dateRange, ("first", day(days.lowerBound)), ("last", day(days.upperBound)))
  }

  func quantity(_ quantity: Quantity) -> String {
    quantity.words(separator: self[.groupSeparator], phrases: phrases)
  }

  private func readPhrases() -> QuantityPhrases {
    func phrase(_ key: StringKey) -> String { fill(key, ("number", "{}")) }
    var phrases = QuantityPhrases()
    phrases.about = phrase(.quantityAbout)
    phrases.moreThan = phrase(.quantityMoreThan)
    phrases.justOver = phrase(.quantityJustOver)
    phrases.atLeast = phrase(.quantityAtLeast)
    phrases.atLeastAbout = phrase(.quantityAtLeastAbout)
    phrases.fewerThan = phrase(.quantityFewerThan)
    phrases.nearly = phrase(.quantityNearly)
    phrases.atMost = phrase(.quantityAtMost)
    phrases.atMostAbout = phrase(.quantityAtMostAbout)
    phrases.between = fill(.briefBetween, ("low", "{}"), ("high", "{}"))
    phrases.both = fill(.listLast, ("list", "{}"), ("last", "{}"))
    phrases.decimal = self[.decimalSeparator]
    return phrases
  }

  private static func fill(_ text: String, _ values: [(name: String, value: String)]) -> String {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
    let bytes = Array(text.utf8)
    var filled: [UInt8] = []
    var end = 0
    for hole in holes(in: text) {
      guard let value = values.first(where: { $0.name == hole.name })?.value else { continue }
      filled += bytes[end..<hole.span.lowerBound]
      filled += value.utf8
      end = hole.span.upperBound
    }
    return String(decoding: filled + bytes[end...], as: UTF8.self)
  }

  /// The names in braces in a text, each with its span in UTF-8 bytes, braces included.
  static func holes(in text: String) -> [(name: String, span: Range<Int>)] {
    var holes: [(name: String, span: Range<Int>)] = []
    var name: [UInt8] = []
    var start: Int?
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "{"):
        start = index
        name = []
      case UInt8(ascii: "}"):
        if let start { holes.append((String(decoding: name, as: UTF8.self), start..<index + 1)) }
        start = nil
      default:
        if start != nil { name.append(byte) }
      }
    }
    return holes
  }
}
