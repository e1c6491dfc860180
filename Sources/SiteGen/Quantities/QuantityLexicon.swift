/// The words of a language, looked up by their folded spelling, and its phrases, by their last or first word.
struct QuantityLexicon: Sendable {
  struct Word: Sendable {
    /// As `WordFolding` spells it.
    var key: [UInt8]
    /// As it is printed: the first of its forms, with its capital letter.
    var printed: String
    var roles: WordRole = []
    /// The value of a number, month or weekday; 0 for other words.
    var value = 0.0
    /// The factor of an "m" or "k" directly after digits.
    var shortScale = 0.0
    /// An index into `currencies`.
    var currency = 0
  }

  struct Phrase: Sendable {
    var qualifier: Qualifier
    /// Words in the order in which they are compared: from the number away.
    var words: [Int32]
  }

  struct Verb: Sendable {
    /// Nil for one that bounds a number only with a negation: "reach".
    var qualifier: Qualifier?
    /// From the last word on.
    var words: [Int32]
  }

  enum PhraseKind: String, CaseIterable, Sendable {
    /// "and a half"
    case half = "and-a-half"
    /// Between the numbers of a share: "de cada".
    case share = "share-phrase"
    /// Before the hour of a time: "a las".
    case clock
    /// After degrees: "bajo cero".
    case belowZero = "below-zero"
    /// Zero by itself, in answers: "no one".
    case nobody
    /// One of several, in answers: "یکی از".
    case oneOf = "one-of"
    /// Two, in answers: "her iki".
    case bothOf = "both-of"

    /// The number that such a phrase is in answers.
    var answer: Double? {
      switch self {
      case .nobody: 0
      case .oneOf: 1
      case .bothOf: 2
      default: nil
      }
    }
  }

  private(set) var words: [Word] = []
  /// For each word, the phrases before a number that end with it, longest first.
  private(set) var before: [[Phrase]] = []
  /// For each word, the phrases after a number that begin with it, longest first.
  private(set) var after: [[Phrase]] = []
  /// The other phrases, by their first word, and those before a number by their last one, from the number away.
  private(set) var phrases: [PhraseKind: [Int32: [[Int32]]]] = [:]
  /// The verbs that bound a number, by their last word, longest first.
  private(set) var verbs: [Int32: [Verb]] = [:]
  private(set) var currencies: [String] = []
  /// The kinds of things that nouns name, by word: "people", "buildings".
  private(set) var kinds: [Int: Set<String>] = [:]
  /// The words that deny statements or bound clauses.
  var clauses = ClauseWords()
  /// The singulars of nouns, by the other forms.
  private(set) var singulars: [Int: Int] = [:]
  /// The marks that may group digits in threes, besides spaces that do not break and apostrophes.
  var groupSeparators: [UInt8] = []
  var decimalSeparators: [UInt8] = []
  var traits: LanguageTraits = []
  /// The article of vague words: "a few".
  private(set) var article = ""
  /// For each class of qualifiers, the words printed before a vague word.
  private(set) var prefixes: [Qualifier: String] = [:]
  /// The parts of numbers that are written as one word, longest first.
  private(set) var joinedParts: [JoinedPart] = []
  /// The case endings that are split from numbers, and the words that are written together with the next, longest first.
  private(set) var suffixes: [Int] = []
  private(set) var leading: [Int] = []
  /// The last parts of words that are written together and name what has a number: "Lindenstraße 12".
  private(set) var designatorEndings: [[UInt8]] = []
  /// The patterns of the language and of all languages.
  var patterns = PatternTable()
  private(set) var patternIndex = PatternIndex(PatternTable(), [])
  /// The length in bytes of the longest word, for languages without spaces.
  private(set) var longest = 0
  private var hashes: [UInt64] = []
  /// Open addressing by hash, -1 for none; the size is a power of two.
  private var slots = [Int32](repeating: -1, count: 2048)

  /// Whether there are words at all: without them only digits are read.
  var hasWords: Bool { !words.isEmpty }

  /// For languages without a table: digits with either separator, and no words.
  static let digitsAlone: QuantityLexicon = {
    var lexicon = QuantityLexicon()
    lexicon.groupSeparators = [UInt8(ascii: ","), UInt8(ascii: ".")]
    lexicon.decimalSeparators = lexicon.groupSeparators
    lexicon.traits = [.pluralS, .monthFirst]
    PatternReader.compile([], for: &lexicon) { _, _ in }
    return lexicon
  }()

  /// The hash of a folded word (FNV-1a), made byte by byte.
  struct Hash {
    var value: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always) mutating func append(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

    init() {}

    init(_ bytes: some Sequence<UInt8>) { for byte in bytes { append(byte) } }
  }

  /// The index of a folded word; nil for a word that is in no table.
  @inline(__always) func index(of word: ArraySlice<UInt8>, _ hash: Hash) -> Int? {
    var slot = Int(truncatingIfNeeded: hash.value ^ hash.value >> 32) & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if hashes[index] == hash.value, words[index].key.elementsEqual(word) { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The index of a word of ASCII letters in any case.
  @inline(__always) func index(ofLetters word: Slice<UnsafeBufferPointer<UInt8>>, _ hash: Hash) -> Int? {
    var slot = Int(truncatingIfNeeded: hash.value ^ hash.value >> 32) & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if hashes[index] == hash.value, words[index].key.elementsEqual(word.lazy.map { $0 | 0x20 }) { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  func index(of word: ArraySlice<UInt8>) -> Int? { index(of: word, Hash(word)) }

  /// The index of a word of letters and apostrophes, which is added if it is new; nil for anything else.
  mutating func add(word text: String) -> Int? {
    var key: [UInt8] = []
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        guard UInt8(ascii: scalar).isLetter || scalar == "'" else { return nil }
        key.append(UInt8(ascii: scalar) | (scalar == "'" ? 0 : 0x20))
      } else if let folded = WordFolding.folded(scalar) {
        key.append(contentsOf: String(folded).utf8)
      }
    }
    return key.isEmpty ? nil : add(key, printed: text, [])
  }

  /// Gives a word a role, adding the word if it is new.
  mutating func add(_ key: [UInt8], printed: String, _ role: WordRole) -> Int {
    if role == .article, article.isEmpty { article = printed }
    if let index = index(of: key[...]) {
      words[index].roles.formUnion(role)
      if words[index].roles.contains(.suffix), role == .suffix { note(index, in: \.suffixes) }
      if words[index].roles.contains(.prefix), role == .prefix { note(index, in: \.leading) }
      return index
    }
    words.append(Word(key: key, printed: printed, roles: role))
    hashes.append(Hash(key).value)
    before.append([])
    after.append([])
    longest = max(longest, key.count)
    let index = words.count - 1
    if role == .suffix { note(index, in: \.suffixes) }
    if role == .prefix { note(index, in: \.leading) }
    if words.count * 3 > slots.count {
      slots = [Int32](repeating: -1, count: slots.count * 2)
      for index in words.indices { fill(index) }
    } else {
      fill(index)
    }
    return index
  }

  private mutating func fill(_ index: Int) {
    let hash = Hash(words[index].key)
    var slot = Int(truncatingIfNeeded: hash.value ^ hash.value >> 32) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(index)
  }

  private mutating func note(_ index: Int, in list: WritableKeyPath<QuantityLexicon, [Int]>) {
    guard !self[keyPath: list].contains(index) else { return }
    let length = words[index].key.count
    let place = self[keyPath: list].firstIndex { words[$0].key.count < length } ?? self[keyPath: list].count
    self[keyPath: list].insert(index, at: place)
  }

  /// Sets the value of a word.
  mutating func set(_ value: Double, of word: Int, as role: WordRole) {
    if role == .shortScale { words[word].shortScale = value } else { words[word].value = value }
  }

  mutating func add(_ role: WordRole, to word: Int) { words[word].roles.formUnion(role) }

  /// Sets the patterns. Words and roles that are added later are not in their index.
  mutating func use(_ patterns: PatternTable) {
    self.patterns = patterns
    patternIndex = PatternIndex(patterns, words)
  }

  /// Notes that a noun names a kind of things.
  mutating func add(kind: String, to word: Int) { kinds[word, default: []].insert(kind) }

  /// Notes that a word is a form of a noun other than its singular.
  mutating func add(form word: Int, of singular: Int) {
    singulars[word] = singular
    words[word].roles.formUnion(.pluralNoun)
    words[singular].roles.formUnion(.singularNoun)
  }

  /// Sets the printed form of a word.
  mutating func set(printed: String, of word: Int) { words[word].printed = printed }

  /// Adds a part of numbers that are written as one word.
  mutating func addJoined(_ part: JoinedPart) {
    guard !part.bytes.isEmpty, !joinedParts.contains(part) else { return }
    let place = joinedParts.firstIndex { $0.bytes.count < part.bytes.count } ?? joinedParts.count
    joinedParts.insert(part, at: place)
  }

  mutating func add(designatorEnding key: [UInt8]) { designatorEndings.append(key) }

  /// Whether a word ends with one of these parts, and has more letters before it.
  func endsInDesignator(_ word: ArraySlice<UInt8>) -> Bool {
    designatorEndings.contains { word.count > $0.count + 1 && word.suffix($0.count).elementsEqual($0) }
  }

  /// Makes a word the name of a currency; `sign` is the sign or name that is printed.
  mutating func setCurrency(_ sign: String, of word: Int) {
    words[word].currency = currencies.firstIndex(of: sign) ?? currencies.count
    if words[word].currency == currencies.count { currencies.append(sign) }
  }

  /// Adds a phrase, whose words are in the order in which they are written.
  mutating func addPhrase(_ qualifier: Qualifier, _ words: [Int], before isBefore: Bool) {
    guard let first = isBefore ? words.last : words.first else { return }
    if isBefore, prefixes[qualifier] == nil {
      prefixes[qualifier] = words.map { self.words[$0].printed }.joined(separator: " ")
    }
    let phrase = Phrase(qualifier: qualifier, words: (isBefore ? words.reversed() : words).map { Int32($0) })
    func insert(into phrases: inout [Phrase]) {
      let place = phrases.firstIndex { $0.words.count < words.count } ?? phrases.count
      phrases.insert(phrase, at: place)
    }
    self.words[first].roles.formUnion(isBefore ? .endsPhrase : .startsPhrase)
    if isBefore { insert(into: &before[first]) } else { insert(into: &after[first]) }
  }

  /// Adds a verb of one or more words.
  mutating func addVerb(_ qualifier: Qualifier?, _ words: [Int]) {
    guard let last = words.last else { return }
    let place = verbs[Int32(last)]?.firstIndex { $0.words.count < words.count } ?? verbs[Int32(last)]?.count ?? 0
    let verb = Verb(qualifier: qualifier, words: words.reversed().map { Int32($0) })
    verbs[Int32(last), default: []].insert(verb, at: place)
  }

  /// Adds a phrase that is no qualifier.
  mutating func add(_ words: [Int], as kind: PhraseKind) {
    let ordered = (kind == .clock ? words.reversed() : words).map { Int32($0) }
    guard let first = ordered.first else { return }
    phrases[kind, default: [:]][first, default: []].append(ordered)
    self.words[Int(first)].roles.formUnion(kind.answer == nil ? .startsOther : [.startsOther, .startsAnswer])
  }
}
