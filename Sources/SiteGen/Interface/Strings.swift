/// The texts of the interface in one language, read from strings.<language>.yaml.
struct Strings: Sendable {
  private let forms: [StringKey: Form]
  private var phrases = QuantityPhrases()
  private var textDirection = TextDirection.leftToRight

  enum Form: Sendable {
    case text(String)
    case plural(Plural)
    case list([String])
  }

  /// A text with a count, and its language, which may be the fallback language.
  struct Plural: Sendable {
    let language: String
    let forms: [PluralRules.Category: String]
    private let rules: PluralRules

    init(_ forms: [PluralRules.Category: String], language: String) {
      self.language = language
      self.forms = forms
      rules = PluralRules(language: language)
    }

    /// The form for a count; for 0 the form `zero` if there is one, even if the language does not need it.
    func form(for count: Int) -> String? {
      if count == 0, let zero = forms[.zero] { return zero }
      return forms[rules.category(of: count)] ?? forms[.other]
    }
  }

  /// Every text under its key in the file.
  static let fields = Fields<Strings>(StringKey.allCases.map { key in .text(key.name) { $0[key] } })

  init(_ forms: [StringKey: Form]) {
    self.forms = forms
    if self[.direction] == "rtl" { textDirection = .rightToLeft }
    phrases = readPhrases()
  }

  /// The text of a key; for a text with a count, the form `other`.
  subscript(key: StringKey) -> String {
    switch forms[key] {
    case .text(let text): text
    case .plural(let plural): plural.forms[.other] ?? ""
    case .list(let list): list.joined(separator: ", ")
    case nil: ""
    }
  }

  func list(_ key: StringKey) -> [String] {
    if case .list(let list) = forms[key] { list } else { [] }
  }

  /// All forms of a text with a count; nil for other texts.
  func plural(_ key: StringKey) -> Plural? {
    if case .plural(let plural) = forms[key] { plural } else { nil }
  }

  /// These texts, with missing ones from another language.
  func fallingBack(on other: Strings) -> Strings {
    let isOtherWay = self[.direction] != other[.direction] && forms[.direction] != nil
    var others = isOtherWay ? other.isolated().forms : other.forms
    // Why: a language with its own date format must not combine it with another language's formats for ranges of dates.
    if forms[.date] != nil {
      for key in [StringKey.dateWithoutYear, .dateRangeMonth, .dateRangeMonthWithoutYear, .dateRangeYear] {
        others[key] = nil
      }
    }
    return Strings(forms.merging(others) { own, _ in own })
  }

  /// Encloses each text and each placeholder in marks that isolate it from surrounding text of the other direction.
  ///
  /// Why: otherwise "from 23 on 13 May to 31" is reordered within right-to-left text.
  private func isolated() -> Strings {
    let start: Unicode.Scalar = self[.direction] == "rtl" ? "\u{2067}" : "\u{2066}"
    let (first, end): (Unicode.Scalar, Unicode.Scalar) = ("\u{2068}", "\u{2069}")
    func framed(_ text: String) -> String {
      var framed = String.UnicodeScalarView([start])
      for scalar in text.unicodeScalars {
        if scalar == "{" { framed.append(first) }
        framed.append(scalar)
        if scalar == "}" { framed.append(end) }
      }
      framed.append(end)
      return String(framed)
    }
    var isolated = forms
    for (key, form) in forms where !Strings.marks.contains(key) {
      switch form {
      case .text(let text): isolated[key] = .text(framed(text))
      case .plural(let plural):
        isolated[key] = .plural(Plural(plural.forms.mapValues(framed), language: plural.language))
      case .list: break
      }
    }
    return Strings(isolated)
  }

  /// Texts that are not isolated: sitegen reads them, or they join numbers and words.
  private static let marks: Set<StringKey> = [
    .direction, .groupSeparator, .decimalSeparator, .listSeparator, .alphabet, .pageTitle, .chartMonth,
  ]

  /// The text, with the named values in place of `{name}`.
  func fill(_ key: StringKey, _ values: (name: String, value: String)...) -> String {
    fill(self[key], values)
  }

  /// The form for a count, with values in place of `{count}` and the other placeholders.
  func count(_ key: StringKey, _ count: Int, _ values: (name: String, value: String)...) -> String {
    let text = plural(key)?.form(for: count) ?? self[key]
    return fill(text, [("count", number(count))] + values)
  }

  /// Digits in groups of three.
  func number(_ value: Int) -> String {
    Quantity.digits(Double(value), separator: self[.groupSeparator], phrases: phrases)
  }

  /// "a, b and c".
  func joined(_ items: [String]) -> String {
    guard items.count > 1 else { return items.first ?? "" }
    // Why: a whole list must not be enclosed as one.
    let items = items.map(textDirection.isolating)
    let list = items.dropLast().joined(separator: self[.listSeparator])
    return fill(.listLast, ("list", list), ("last", items[items.count - 1]))
  }

  /// A day, without its year if that is `knownYear`, which the reader knows.
  func day(_ day: Day, knownYear: Int? = nil) -> String {
    let leavesOutYear = day.year == knownYear && forms[.dateWithoutYear] != nil
    return fill(
      leavesOutYear ? .dateWithoutYear : .date, ("day", String(day.day)), ("month", month(of: day)),
      ("year", String(day.year)))
  }

  /// A day, with its time if it has one.
  func moment(_ moment: Moment, knownYear: Int? = nil) -> String {
    let day = day(moment.day, knownYear: knownYear)
    return moment.time.map { fill(.dateTime, ("day", day), ("time", $0.description)) } ?? day
  }

  /// A day or a range of days; a month or year that both ends share is written once.
  func days(_ days: ClosedRange<Day>, knownYear: Int? = nil) -> String {
    let (first, last) = (days.lowerBound, days.upperBound)
    guard first != last else { return day(first, knownYear: knownYear) }
    let isKnown = last.year == knownYear && forms[.dateWithoutYear] != nil
    let key: StringKey =
      first.month != last.month
      ? .dateRangeYear : isKnown ? .dateRangeMonthWithoutYear : .dateRangeMonth
    guard first.year == last.year, forms[key] != nil, key != .dateRangeYear || !isKnown else {
      return fill(
        .dateRange, ("first", day(first, knownYear: knownYear)), ("last", day(last, knownYear: knownYear)))
    }
    let values = [
      ("first", String(first.day)), ("first_month", month(of: first)), ("last", String(last.day)),
      ("month", month(of: last)), ("year", String(last.year)),
    ]
    return fill(self[key], values)
  }

  /// The name of a day's month.
  func month(of day: Day) -> String {
    let months = list(.months)
    return months.indices.contains(day.month - 1) ? months[day.month - 1] : ""
  }

  func quantity(_ quantity: Quantity) -> String {
    quantity.words(separator: self[.groupSeparator], phrases: phrases)
  }

  /// How numbers are printed.
  var numberStyle: NumberStyle { NumberStyle(separator: self[.groupSeparator], phrases: phrases) }

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
    phrases.third = self[.quantityThird]
    phrases.twoThirds = self[.quantityTwoThirds]
    phrases.decimal = self[.decimalSeparator]
    return phrases
  }

  /// Words in quotation marks: in the inner ones of the language if the words have outer ones of their own.
  func quoted(_ words: String) -> String {
    fill(words.hasOuterQuotationMarks ? .nestedTitle : .reportTitle, ("title", words))
  }

  /// Replaces placeholders with values; see `TextDirection.isolating`. If a value ends in a full stop, such as a day with
  /// "г.", a full stop after the placeholder is left out. A narrow space keeps the quotation marks of a value from those
  /// around it: “ ‘Order restored’, he says”.
  private func fill(_ text: String, _ values: [(name: String, value: String)]) -> String {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
    let bytes = Array(text.utf8)
    var filled: [UInt8] = []
    var end = 0
    let (open, direction) = (Array("\u{2068}".utf8), textDirection)
    let narrowSpace = "\u{202F}".utf8
    for placeholder in Strings.placeholders(in: text) {
      guard let value = values.first(where: { $0.name == placeholder.name })?.value else { continue }
      filled += bytes[end..<placeholder.span.lowerBound]
      if filled.endsInQuotationMark, value.utf8.startsWithQuotationMark { filled += narrowSpace }
      // Why: the texts of a language of the other direction have marks of their own.
      filled += (filled.suffix(3).elementsEqual(open) ? value : direction.isolating(value)).utf8
      end = placeholder.span.upperBound
      if value.utf8.endsInQuotationMark, bytes[end...].startsWithQuotationMark { filled += narrowSpace }
      let point = UInt8(ascii: ".")
      if filled.last == point, end < bytes.count, bytes[end] == point { end += 1 }
    }
    return String(decoding: filled + bytes[end...], as: UTF8.self)
  }

  /// The placeholders of a text, each with its span in UTF-8 bytes, including the braces.
  static func placeholders(in text: String) -> [(name: String, span: Range<Int>)] {
    var placeholders: [(name: String, span: Range<Int>)] = []
    var name: [UInt8] = []
    var start: Int?
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "{"):
        start = index
        name = []
      case UInt8(ascii: "}"):
        if let start { placeholders.append((String(decoding: name, as: UTF8.self), start..<index + 1)) }
        start = nil
      default:
        if start != nil { name.append(byte) }
      }
    }
    return placeholders
  }
}

extension BidirectionalCollection where Element == UInt8 {
  fileprivate var startsWithQuotationMark: Bool {
    guard let first, first >= 0xC2 else { return false }
    return isQuotationMark(prefix(3)) || isQuotationMark(prefix(2))
  }

  fileprivate var endsInQuotationMark: Bool {
    guard let last, last >= 0x80 else { return false }
    return isQuotationMark(suffix(3)) || isQuotationMark(suffix(2))
  }
}

/// Whether bytes are one of the marks ‘’‚“”„‹›«» in UTF-8.
private func isQuotationMark(_ bytes: some Collection<UInt8>) -> Bool {
  let bytes = Array(bytes)
  guard bytes.count == 3 else { return bytes == [0xC2, 0xAB] || bytes == [0xC2, 0xBB] }
  return bytes[0] == 0xE2 && bytes[1] == 0x80 && ((0x98...0x9F).contains(bytes[2]) || (0xB9...0xBA).contains(bytes[2]))
}

extension String {
  /// Whether the words contain quotation marks that open or close a quotation on their own: “…”, „…“, «…» or "…".
  var hasOuterQuotationMarks: Bool {
    unicodeScalars.contains { ["\u{22}", "\u{AB}", "\u{BB}", "\u{201C}", "\u{201D}", "\u{201E}"].contains($0) }
  }
}
