/// An error in a table.
struct TableFault: Hashable, Sendable {
  /// From 1 on.
  var line: Int
  var reason: String
}

/// The table of a language, as compiled into the program; nil where there is none. Only the first part of a tag such as
/// `en-GB` counts.
func quantityTable(of language: String) -> SourceFile? {
  let code = language.split(whereSeparator: { $0 == "-" || $0 == "_" }).first.map { $0.lowercased() } ?? ""
  return embeddedFiles(at: "SiteGen/Quantities/Languages/\(code).txt").first
}

/// The patterns and definitions of all languages. A test finds every fault of theirs.
let commonPatterns: [PatternLine] = embeddedFiles(at: "SiteGen/Quantities/patterns.txt").flatMap(patternLines).map {
  line in
  var line = line
  line.isCommon = true
  return line
}

/// The patterns and definitions of a file.
func patternLines(in file: SourceFile) -> [PatternLine] {
  var reader = QuantityTableReader()
  reader.readLines(file)
  return reader.patterns
}

/// Reads the table of a language. Each line is `key: words`; a line that begins with spaces continues the line above.
///
/// Any bytes are accepted: a line that cannot be read is skipped and reported as a fault.
func readQuantityTable(_ file: SourceFile) -> (lexicon: QuantityLexicon, faults: [TableFault]) {
  var reader = QuantityTableReader()
  reader.readLines(file)
  reader.finish()
  return (reader.lexicon, reader.faults)
}

private struct QuantityTableReader {
  enum Key {
    case groups, decimals, languageTraits, joined, designatorEnding
    case role(WordRole)
    case currency(String)
    case phrases(Qualifier, before: Bool)
    case verbs(Qualifier?)
    case kind(QuantityLexicon.PhraseKind)
    case nouns(String)
    case pattern
    case clause(ClauseWords.Roles)
  }

  private(set) var lexicon = QuantityLexicon()
  private(set) var faults: [TableFault] = []
  private(set) var patterns: [PatternLine] = []
  private var line = 0
  /// Nil after an unknown key, whose words are skipped.
  private var key: Key?
  /// The line of the current key, and whether it has no words so far.
  private var keyLine = 0
  private var isEmpty = false
  /// For each word, the line of the key that last listed it.
  private var listed: [Int] = []
  /// The phrases of the current key.
  private var phrases: Set<[Int]> = []
  private var keys: Set<String> = []

  mutating func readLines(_ file: SourceFile) {
    for (index, line) in file.bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      read(line, number: index + 1)
    }
  }

  private mutating func read(_ text: ArraySlice<UInt8>, number: Int) {
    line = number
    var text = text
    if text.last == 0x0D { text.removeLast() }
    let goesOn = text.first == 0x20
    guard let first = text.first(where: { $0 != 0x20 }), first != UInt8(ascii: "#") else { return }
    if goesOn {
      guard keyLine > 0 else { return report("the first line must begin with a key") }
    } else {
      finishKey()
      guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else {
        key = nil
        return report("a line must begin with a key and a colon, or with spaces if it continues the line above")
      }
      (key, keyLine, isEmpty) = (readKey(String(decoding: text[..<colon], as: UTF8.self)), line, true)
      phrases.removeAll(keepingCapacity: true)
      text = text[(colon + 1)...]
    }
    guard let key else { return }
    if case .pattern = key { return readPattern(text) }
    let isPhrases =
      switch key {
      case .phrases, .verbs, .kind, .clause: true
      default: false
      }
    for item in text.split(separator: isPhrases ? UInt8(ascii: ",") : 0x20) where item.contains(where: { $0 != 0x20 }) {
      isEmpty = false
      add(item, to: key)
    }
  }

  /// Reports a last key without words, and required keys that are missing.
  mutating func finish() {
    finishKey()
    if lexicon.traits.contains(.joinedNumbers) { addJoinedParts() }
    PatternReader.compile(patterns, for: &lexicon) { line, reason in
      if !line.isCommon { faults.append(TableFault(line: line.line, reason: reason)) }
    }
    line = 1
    for required in ["decimals", "unit"] where !keys.contains(required) {
      report("a table must have the key '\(required)'")
    }
  }

  private mutating func finishKey() {
    if key != nil, isEmpty { faults.append(TableFault(line: keyLine, reason: "the key has no words")) }
    key = nil
  }

  private mutating func readKey(_ text: String) -> Key? {
    if let key = PatternLine.Key(text) {
      patterns.append(PatternLine(key: key, line: line, text: ""))
      return .pattern
    }
    if !keys.insert(text).inserted { report("the key '\(text)' appears twice") }
    if text == "groups" { return .groups }
    if text == "decimals" { return .decimals }
    if text == "traits" { return .languageTraits }
    if text == "joined" { return .joined }
    if text == "designator-ending" { return .designatorEnding }
    if let kind = QuantityLexicon.PhraseKind(rawValue: text) { return .kind(kind) }
    if let role = WordRole.named[text] { return .role(role) }
    if let roles = ClauseWords.Roles.named[text] { return .clause(roles) }
    let parts = text.split(separator: " ")
    if parts.count == 2 {
      if text == "bound reach" { return .verbs(nil) }
      if parts[0] == "bound", let qualifier = Qualifier(rawValue: String(parts[1])) { return .verbs(qualifier) }
      if parts[0] == "nouns" { return .nouns(String(parts[1])) }
      if parts[0] == "currency" { return .currency(String(parts[1])) }
      if parts[0] == "before" || parts[0] == "after", let qualifier = Qualifier(rawValue: String(parts[1])) {
        return .phrases(qualifier, before: parts[0] == "before")
      }
    }
    report("unknown key '\(text)'")
    return nil
  }

  private mutating func add(_ item: ArraySlice<UInt8>, to key: Key) {
    switch key {
    case .groups, .decimals:
      guard let mark = item.first, item.count == 1, !isLetter(mark), !mark.isDigit else {
        return report("'\(written(item))' is not one ASCII punctuation mark")
      }
      if case .groups = key { lexicon.groupSeparators.append(mark) } else { lexicon.decimalSeparators.append(mark) }
    case .languageTraits:
      guard let trait = LanguageTraits.named[written(item)] else {
        let known = LanguageTraits.named.keys.sorted().joined(separator: ", ")
        return report("unknown trait '\(written(item))'; the traits are \(known)")
      }
      lexicon.traits.formUnion(trait)
    case .joined:
      guard let (word, value) = valued(item, 0.1...1e12), let key = folded(word) else { return }
      let role: WordRole =
        value < 1 ? .half : value >= 1000 ? .scale : value >= 100 ? .hundreds : value >= 20 ? .ten : .unit
      lexicon.addJoined(JoinedPart(bytes: key, value: value, role: role))
    case .designatorEnding:
      if let key = folded(item) { lexicon.add(designatorEnding: key) }
    case .role(let role):
      if role.isSubset(of: .valued) { addValued(item, role) } else { addForms(item, role) }
    case .currency(let sign):
      addForms(item, .currency) { lexicon, word in lexicon.setCurrency(sign, of: word) }
    case .phrases(let qualifier, let isBefore):
      for words in phrases(item) { add(words, qualifier, isBefore) }
    case .verbs(let qualifier):
      for words in phrases(item) where isNew(words) { lexicon.addVerb(qualifier, words) }
    case .nouns(let kind):
      var singular: Int?
      addForms(item, []) { lexicon, word in
        lexicon.add(kind: kind, to: word)
        if let singular { lexicon.add(form: word, of: singular) } else { singular = word }
      }
    case .kind(let kind):
      for words in phrases(item) { lexicon.add(words, as: kind) }
    case .pattern: break
    case .clause(let roles): addClause(item, roles)
    }
  }

  /// Adds a line to a pattern, or notes its example.
  private mutating func readPattern(_ text: ArraySlice<UInt8>) {
    let text = written(text).trimmingPrefix { $0 == " " }
    guard let last = patterns.indices.last, !text.isEmpty else { return }
    isEmpty = false
    if text.hasPrefix("e.g. ") {
      patterns[last].examples.append(String(text.dropFirst(5)))
    } else {
      patterns[last].text += " " + text
    }
  }

  /// Adds the phrases of a key on clauses: "is|was false" is two phrases.
  private mutating func addClause(_ item: ArraySlice<UInt8>, _ roles: ClauseWords.Roles) {
    var phrases = [""]
    for forms in item.split(separator: 0x20) {
      phrases = phrases.flatMap { start in
        forms.split(separator: UInt8(ascii: "|")).map { start.isEmpty ? written($0) : start + " " + written($0) }
      }
    }
    for phrase in phrases {
      switch lexicon.clauses.add(phrase, roles) {
      case true?: break
      case false?: report("'\(phrase)' is listed twice")
      case nil: report("'\(phrase)' is not made of words, endings such as '-ed' and beginnings such as 'un-'")
      }
    }
  }

  private mutating func addValued(_ item: ArraySlice<UInt8>, _ role: WordRole) {
    guard let (forms, value) = valued(item, range(of: role)) else { return }
    var isOther = false
    addForms(forms, role) { lexicon, word in
      let other = lexicon.words[word].value
      isOther = isOther || (other != 0 && other != value && role != .shortScale)
      if !isOther { lexicon.set(value, of: word, as: role) }
    }
    if isOther { report("'\(written(item))' gives a word a second value") }
  }

  /// The phrases that an item stands for: "exceed|exceeded the" is two phrases of two words.
  private mutating func phrases(_ item: ArraySlice<UInt8>) -> [[Int]] {
    var phrases: [[Int]] = [[]]
    for forms in item.split(separator: 0x20) {
      var longer: [[Int]] = []
      for form in forms.split(separator: UInt8(ascii: "|")) {
        guard let word = add(form, []) else { return [] }
        longer += phrases.map { $0 + [word] }
      }
      phrases = longer
    }
    return phrases
  }

  private mutating func add(_ words: [Int], _ qualifier: Qualifier, _ isBefore: Bool) {
    if isNew(words) { lexicon.addPhrase(qualifier, words, before: isBefore) }
  }

  /// Whether the current key does not list a phrase yet; reports one that it does.
  private mutating func isNew(_ words: [Int]) -> Bool {
    if phrases.insert(words).inserted { return true }
    let phrase = words.map { lexicon.words[$0].printed }.joined(separator: " ")
    report("'\(phrase)' is listed twice")
    return false
  }

  /// The parts of "word=value".
  private mutating func valued(
    _ item: ArraySlice<UInt8>, _ known: ClosedRange<Double>
  ) -> (ArraySlice<UInt8>, Double)? {
    guard let mark = item.firstIndex(of: UInt8(ascii: "=")), let value = number(item[(mark + 1)...]) else {
      report("'\(written(item))' must be a word and its value, such as 'two=2'")
      return nil
    }
    if known.contains(value) { return (item[..<mark], value) }
    report("'\(written(item))' must have a value from \(plain(known.lowerBound)) to \(plain(known.upperBound))")
    return nil
  }

  private func range(of role: WordRole) -> ClosedRange<Double> {
    switch role {
    case .unit, .ten: 0...99
    case .hundred: 100...100
    case .hundreds: 100...900
    case .teen: 10...10
    case .multiplier: 10...1000
    case .dozen, .dual: 2...99
    case .half: 0.001...0.999
    case .fraction: 2...1000
    case .month: 1...12
    case .weekday: 1...7
    default: 10...1e12
    }
  }

  private func plain(_ value: Double) -> String { Quantity.digits(value, separator: "") }

  /// Adds the parts of numbers that are written as one word: those that add and multiply, and "and".
  private mutating func addJoinedParts() {
    for word in lexicon.words {
      for role in [WordRole.unit, .ten, .hundred, .hundreds, .scale, .and] where word.roles.contains(role) {
        let isNumber = word.value >= 1 && word.value <= 1000 && word.value == word.value.rounded()
        let isPart = role == .and || isNumber || word.value == 1e6 || word.value == 1e9
        if isPart { lexicon.addJoined(JoinedPart(bytes: word.key, value: word.value, role: role)) }
      }
    }
  }

  /// Adds the forms of one word ("Dutzende|Dutzenden", of which the first is printed), and calls `set` for each.
  private mutating func addForms(
    _ forms: ArraySlice<UInt8>, _ role: WordRole, _ set: (inout QuantityLexicon, Int) -> Void = { _, _ in }
  ) {
    let items = forms.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
    for form in items {
      guard let word = add(form, role) else { continue }
      while listed.count <= word { listed.append(0) }
      if listed[word] == keyLine { report("'\(lexicon.words[word].printed)' is listed twice") }
      listed[word] = keyLine
      // Why: a word may be listed under several keys, and only one of them needs to give its printed form.
      if items.count > 1 || lexicon.words[word].printed.utf8.elementsEqual(lexicon.words[word].key) {
        lexicon.set(printed: written(items[0]), of: word)
      }
      set(&lexicon, word)
    }
  }

  /// Adds a word as the lexer reads it; nil and a report for something else than a word.
  private mutating func add(_ text: ArraySlice<UInt8>, _ role: WordRole) -> Int? {
    guard let key = folded(text) else { return nil }
    return lexicon.add(key, printed: written(text), role)
  }

  private mutating func folded(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    var key: [UInt8] = []
    var isWord = !text.isEmpty
    for scalar in written(text).unicodeScalars {
      if scalar.isASCII {
        isWord = isWord && (UInt8(ascii: scalar).isLetter || scalar == "'")
        key.append(UInt8(ascii: scalar) | (scalar == "'" ? 0 : 0x20))
      } else if let folded = WordFolding.folded(scalar) {
        key.append(contentsOf: String(folded).utf8)
      }
    }
    if !isWord || key.isEmpty { report("'\(written(text))' is not a word of letters and apostrophes") }
    return isWord && !key.isEmpty ? key : nil
  }

  /// Digits, with a decimal point, and with "_" to group them; or two numbers with a slash.
  private func number(_ text: ArraySlice<UInt8>) -> Double? {
    if let slash = text.firstIndex(of: UInt8(ascii: "/")) {
      guard let part = number(text[..<slash]), let whole = number(text[(slash + 1)...]), whole > 0 else { return nil }
      return part / whole
    }
    guard text.count <= 20, text.allSatisfy({ $0.isDigit || $0 == 0x2E || $0 == 0x5F }) else { return nil }
    return Double(String(decoding: text.filter { $0 != 0x5F }, as: UTF8.self))
  }

  private func isLetter(_ byte: UInt8) -> Bool { byte.isLetter || byte >= 0x80 }

  private func written(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  private mutating func report(_ reason: String) { faults.append(TableFault(line: line, reason: reason)) }
}
