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

/// Reads the table of a language. Each line is `key: words`; a line that begins with spaces continues the line above.
///
/// Any bytes are accepted: a line that cannot be read is skipped and reported as a fault.
func readQuantityTable(_ file: SourceFile) -> (lexicon: QuantityLexicon, faults: [TableFault]) {
  var reader = QuantityTableReader()
  for (index, line) in file.bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
    reader.read(line, number: index + 1)
  }
  reader.finish()
  return (reader.lexicon, reader.faults)
}

private struct QuantityTableReader {
  enum Key {
    case groups, decimals, languageTraits, joined
    case role(WordRole)
    case traits(WordTraits)
    case currency(String)
    case phrases(Qualifier, before: Bool)
  }

  private(set) var lexicon = QuantityLexicon()
  private(set) var faults: [TableFault] = []
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
  /// The current word in lower case.
  private var folded: [UInt8] = []
  private var keys: Set<String> = []

  mutating func read(_ text: ArraySlice<UInt8>, number: Int) {
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
    let isPhrases = if case .phrases = key { true } else { false }
    for item in text.split(separator: isPhrases ? UInt8(ascii: ",") : 0x20) where item.contains(where: { $0 != 0x20 }) {
      isEmpty = false
      add(item, to: key)
    }
  }

  /// Reports a last key without words, and required keys that are missing.
  mutating func finish() {
    finishKey()
    if lexicon.traits.contains(.joinedNumbers) { addJoinedParts() }
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
    if !keys.insert(text).inserted { report("the key '\(text)' appears twice") }
    if text == "groups" { return .groups }
    if text == "decimals" { return .decimals }
    if text == "traits" { return .languageTraits }
    if text == "joined" { return .joined }
    if let role = WordRole.named[text] { return .role(role) }
    if let traits = WordTraits.named[text] { return .traits(traits) }
    let parts = text.split(separator: " ")
    if parts.count == 2 {
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
      guard let (word, value) = valued(item, as: .unit), fold(word) else { return }
      lexicon.addJoined(JoinedPart(bytes: folded, value: value, role: value < 1 ? .half : .unit))
    case .role(let role):
      if role.isSubset(of: .valued) { addValued(item, role) } else { addForms(item, role) }
    case .traits(let traits):
      addForms(item, []) { lexicon, word in lexicon.set(traits, of: word) }
    case .currency(let sign):
      addForms(item, .currency) { lexicon, word in lexicon.setCurrency(sign, of: word) }
    case .phrases(let qualifier, let isBefore):
      addPhrase(item, qualifier, isBefore)
    }
  }

  private mutating func addValued(_ item: ArraySlice<UInt8>, _ role: WordRole) {
    guard let (forms, value) = valued(item, as: role) else { return }
    var isOther = false
    addForms(forms, role) { lexicon, word in
      let other = lexicon.words[word].value
      isOther = isOther || (other != 0 && other != value && role != .shortScale)
      if !isOther { lexicon.set(value, of: word, as: role) }
    }
    if isOther { report("'\(written(item))' gives a word a second value") }
  }

  private mutating func addPhrase(_ item: ArraySlice<UInt8>, _ qualifier: Qualifier, _ isBefore: Bool) {
    var words: [Int] = []
    for word in item.split(separator: 0x20) {
      guard let word = add(word, []) else { return }
      words.append(word)
    }
    if phrases.insert(words).inserted { return lexicon.addPhrase(qualifier, words, before: isBefore) }
    let phrase = words.map { lexicon.words[$0].key.text }.joined(separator: " ")
    report("'\(phrase)' is listed twice")
  }

  /// The parts of "word=value".
  private mutating func valued(_ item: ArraySlice<UInt8>, as role: WordRole) -> (ArraySlice<UInt8>, Double)? {
    guard let mark = item.firstIndex(of: UInt8(ascii: "=")), let value = number(item[(mark + 1)...]) else {
      report("'\(written(item))' must be a word and its value, such as 'two=2'")
      return nil
    }
    let known: ClosedRange<Double> =
      switch role {
      case .unit, .ten: 0...99
      case .hundred: 100...100
      case .dozen: 2...99
      case .half: 0.5...0.5
      case .fraction: 2...1000
      case .month: 1...12
      case .weekday: 1...7
      default: 10...1e12
      }
    if known.contains(value) { return (item[..<mark], value) }
    report("'\(written(item))' must have a value from \(plain(known.lowerBound)) to \(plain(known.upperBound))")
    return nil
  }

  private func plain(_ value: Double) -> String { Quantity.digits(value, separator: "") }

  /// Adds the parts of numbers that are written as one word: units, tens, hundreds, the first thousand, and "and".
  private mutating func addJoinedParts() {
    for word in lexicon.words {
      let bytes = Array(word.key.text.utf8)
      for role in [WordRole.unit, .ten, .hundred, .scale, .and] where word.roles.contains(role) {
        let isPart = role == .and || (word.value >= 1 && word.value <= 1000 && word.value == word.value.rounded())
        if isPart { lexicon.addJoined(JoinedPart(bytes: bytes, value: word.value, role: role)) }
      }
    }
  }

  /// Adds the forms of one word ("Dutzende|Dutzenden", of which the first is printed), and calls `set` for each.
  private mutating func addForms(
    _ forms: ArraySlice<UInt8>, _ role: WordRole, _ set: (inout QuantityLexicon, Int) -> Void = { _, _ in }
  ) {
    var printed: PackedWord?
    var start = forms.startIndex
    while start <= forms.endIndex {
      let end = forms[start...].firstIndex(of: UInt8(ascii: "|")) ?? forms.endIndex
      if printed == nil { printed = PackedWord(forms[start..<end]) }
      if let word = add(forms[start..<end], role) {
        while listed.count <= word { listed.append(0) }
        if listed[word] == keyLine { report("'\(lexicon.words[word].key.text)' is listed twice") }
        listed[word] = keyLine
        // Why: a word may be listed under several keys, and only one of them needs to give its printed form.
        if let printed, end < forms.endIndex || start > forms.startIndex || lexicon.words[word].isPrintedAsRead {
          lexicon.set(printed: printed, of: word)
        }
        set(&lexicon, word)
      }
      start = end + 1
    }
  }

  private mutating func add(_ written: ArraySlice<UInt8>, _ role: WordRole) -> Int? {
    guard fold(written) else { return nil }
    if let index = lexicon.add(folded, role) { return index }
    report(
      folded.count > 16
        ? "'\(self.written(written))' is longer than 16 bytes" : "the table has too many words")
    return nil
  }

  /// Writes a word to `folded` as the lexer reads it, in lower case and composed; false for something else than a word.
  private mutating func fold(_ word: ArraySlice<UInt8>) -> Bool {
    folded.removeAll(keepingCapacity: true)
    var isWord = !word.isEmpty
    for byte in word {
      switch byte {
      case _ where byte.isCapital: folded.append(byte | 0x20)
      case 0x80...0x9E where byte != 0x97 && folded.last == 0xC3: folded.append(byte | 0x20)
      case 0x88 where folded.last == 0xCC && composedUmlaut(folded.dropLast().last ?? 0) != nil:
        folded.removeLast()
        folded.append(composedUmlaut(folded.removeLast()) ?? byte)
        folded.insert(0xC3, at: folded.count - 1)
      default:
        isWord = isWord && (isLetter(byte) || byte == 0x27)
        folded.append(byte)
      }
    }
    if !isWord { report("'\(written(word))' is not a word of letters and apostrophes") }
    return isWord
  }

  /// Digits, with a decimal point, and with "_" to group them.
  private func number(_ text: ArraySlice<UInt8>) -> Double? {
    guard text.count <= 20, text.allSatisfy({ $0.isDigit || $0 == 0x2E || $0 == 0x5F }) else { return nil }
    return Double(String(decoding: text.filter { $0 != 0x5F }, as: UTF8.self))
  }

  private func isLetter(_ byte: UInt8) -> Bool { byte.isLetter || byte >= 0x80 }

  private func written(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  private mutating func report(_ reason: String) { faults.append(TableFault(line: line, reason: reason)) }
}
