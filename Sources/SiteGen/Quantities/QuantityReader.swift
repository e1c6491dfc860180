/// Reads the quantities and dates of a text from its tokens, from left to right, each token once.
struct QuantityReader {
  /// A number by itself, before its surroundings are considered.
  struct Cardinal {
    var value: Double
    /// What its scale words multiply by, 1 without.
    var scale: Double
    /// Token indices, half open; an article ("a dozen") and a currency's sign belong to it.
    var tokens: Range<Int>
    /// Its value if "m" means metres: "3.4m".
    var inMetres: Double?
    var isWords: Bool
    /// Whether it ends in a round word: "two dozen", "five hundred".
    var isRound: Bool
  }

  /// The qualification of a quantity, kept for the quantities coordinated with it.
  struct Qualification {
    var qualifier: Qualifier?
    var about = false
    /// Whether a verb bounds the number in a way that is not certain.
    var isUnclear = false
    var isEmpty: Bool { qualifier == nil && !about && !isUnclear }
  }

  struct Found {
    var tokens: Range<Int>
    var bounds: (Double, Double)?
    var qualification: Qualification
  }

  let lexicon: QuantityLexicon
  /// Whether the text is an answer, in which years, ages and names are not looked for.
  let isAnswer: Bool
  let readsAges: Bool
  private(set) var tokens: [QuantityToken]
  /// The indices of tokens that may begin a quantity or a date.
  private var triggers: [Int] = []
  /// The patterns of the index that may match in the part that is being read, of all for such a text.
  private(set) var patterns: [UInt64]
  private let allPatterns: [UInt64]
  /// Whether one of these patterns gives a quantity a qualifier.
  private(set) var mayGiveQualifiers = true
  /// What was read in all parts so far.
  var reading = QuantityReading()
  /// The quantities of the part that is being read.
  var found: [Found] = []
  /// The first token that no quantity or date has used.
  var next = 0
  /// The number at the token that is being read, because many patterns ask for it.
  private(set) var current: (index: Int, number: Cardinal?)?
  /// The qualifier that a pattern gives the quantity that is being read.
  private(set) var given: Qualifier?
  /// Whether a pattern says that the number that is being read begins no range.
  private(set) var standsAlone = false

  init(_ lexicon: QuantityLexicon, isAnswer: Bool, readsAges: Bool, tokens: [QuantityToken] = []) {
    self.lexicon = lexicon
    self.isAnswer = isAnswer
    self.readsAges = readsAges
    self.tokens = tokens
    allPatterns = lexicon.patternIndex.patterns(isAnswer: isAnswer, readsAges: readsAges)
    patterns = allPatterns
  }

  /// Reads a part of a text. The memory that this needs is used again for the next part.
  mutating func read(_ bytes: [UInt8], _ range: Range<Int>) {
    bytes.withUnsafeBufferPointer { buffer in
      var lexer = QuantityLexer(buffer, range, lexicon, isAnswer: isAnswer)
      swap(&lexer.tokens, &tokens)
      swap(&lexer.triggers, &triggers)
      lexer.run()
      swap(&lexer.tokens, &tokens)
      swap(&lexer.triggers, &triggers)
    }
    found.removeAll(keepingCapacity: true)
    next = 0
    // Why: in a short text, this costs more than it saves.
    patterns = triggers.count < 100 ? allPatterns : lexicon.patternIndex.patterns(allPatterns, among: tokens)
    mayGiveQualifiers = zip(patterns, lexicon.patternIndex.sets.givingQualifiers).contains { $0 & $1 != 0 }
    if !triggers.isEmpty { run() }
  }

  private mutating func run() {
    for index in triggers {
      if isNumber(index), has(index - 1, .calendar) || has(index + 1, .calendar) { reading.hasOtherCalendar = true }
      guard index >= next else { continue }
      current = nil
      current = (index, cardinal(at: index))
      let isDay = at(index).kind == .isoDate
      let match = isDay ? nil : pattern(at: index)
      if isDay {
        readDay(at: index)
      } else if let match, match.outcome != .twoQuantities {
        var end = match.tokens.upperBound
        if match.outcome == .notUnderstood {
          reading.notUnderstood.append(at(max(index, next)).start..<at(end - 1).end)
        } else if let share = match.share {
          end = addShare(share, match.tokens)
        }
        reading.dates += match.dates
        next = max(next, end)
      } else {
        let pattern = qualifierOfPattern(at: index)
        (given, standsAlone) = (pattern?.0, match != nil)
        if let end = readWords(at: index) ?? readNumber(at: index), end > index {
          next = max(next, end, pattern?.1 ?? end)
        }
        (given, standsAlone) = (nil, false)
      }
    }
    current = nil
    reachCoordinated()
  }

  /// Adds a day in digits: "2022-01-07".
  private mutating func readDay(at index: Int) {
    let digits = Int(at(index).value)
    if let day = Day(year: digits / 10000, month: digits / 100 % 100, day: digits % 100) {
      let kind = DateMention.Kind.dayMonth(day: day.day, month: day.month, year: day.year)
      reading.dates.append(DateMention(span: at(index).start..<at(index).end, kind: kind))
    }
    next = max(next, index + 1)
  }

  // MARK: - Looking at tokens

  func at(_ index: Int) -> QuantityToken { index >= 0 && index < tokens.count ? tokens[index] : .edge }

  func has(_ index: Int, _ roles: WordRole) -> Bool { !at(index).roles.isDisjoint(with: roles) }

  func has(_ trait: LanguageTraits) -> Bool { lexicon.traits.contains(trait) }

  func isNumber(_ index: Int) -> Bool { at(index).kind == .number }

  /// Whether a token directly follows the one before it.
  func isGlued(_ index: Int) -> Bool {
    index > 0 && index < tokens.count && tokens[index - 1].end == tokens[index].start
  }

  /// Digits alone, with neither separators nor decimals.
  func isPlainInteger(_ index: Int) -> Bool {
    let token = at(index)
    return token.kind == .number && token.decimals == 0
      && token.flags.isDisjoint(with: [.grouped, .noQuantity])
  }

  func looksPlural(_ index: Int) -> Bool {
    let token = at(index)
    guard token.kind == .word else { return false }
    if token.roles.contains(.counted) { return true }
    if token.roles.contains(.pluralNoun), !has(.capitalNouns) || token.flags.contains(.capital) { return true }
    if has(.capitalNouns) {
      return token.flags.contains(.capital)
        && token.roles.isDisjoint(with: [
          .function, .determiner, .pluralVerb, .weekday, .month, .designator, .timeMark, .currency,
        ])
    }
    return token.flags.contains(.endsInS) && !token.flags.contains(.possessive)
      && token.roles.isDisjoint(with: [.function, .pluralVerb, .weekday, .month])
  }

  // MARK: - Nouns

  /// The noun that a number before `index` counts: within four words, nothing but words between.
  func noun(from index: Int, singular: Bool = false) -> Int? {
    var index = index
    if has(index, .of) { index += has(index + 1, .determiner) ? 2 : 1 }
    var adjective: Int?
    for offset in 0..<4 {
      let token = at(index + offset)
      guard token.kind == .word, token.roles.isDisjoint(with: [.function, .pluralVerb, .cardinal, .weekday]) else {
        break
      }
      if looksPlural(index + offset) {
        // "26 schwer verletzte Feuerwehrleute"
        if !has(.capitalNouns) || token.flags.contains(.capital) { return index + offset }
        adjective = adjective ?? index + offset
      }
      if has(.noSpaces) { break }
      if singular, offset == 0, !has(.capitalNouns) { return index }
    }
    return adjective
  }

  func startsSentence(_ index: Int) -> Bool {
    if at(index).flags.contains(.lineStart) { return true }
    switch at(index - 1).kind {
    case .edge, .period, .stop, .paragraph, .open: return true
    default: return false
    }
  }

  /// Whether the digits that end before a token count what follows, unlike digits in names.
  func countsSomething(_ after: Int) -> Bool {
    if at(after).kind == .percent { return true }
    if [.dash, .hyphen, .plus].contains(at(after).kind) { return isGlued(after) }
    if has(after, [.pluralVerb, .afterPlural, .of, .scale, .hundred, .dozen, .percent, .currency]) {
      return true
    }
    // Why: "por" and "pour" are other prepositions, too.
    if has(after, .per) { return isNumber(after + 1) || has(after + 1, [.cent, .scale, .hundred, .timeNoun]) }
    if has(after, [.or, .to]) { return cardinal(at: after + 1) != nil }
    if has(.capitalNouns) { return looksPlural(after) }
    guard let noun = noun(from: after) else { return false }
    // Why: "Kanal 24 counted votes" and "Kanal 24 lists the votes" continue with what Kanal 24 did.
    return !(after..<noun).contains { at($0).flags.contains(.endsInEd) }
      && !(has(noun + 1, [.article, .determiner]) && !has(noun, .counted))
  }

  // MARK: - Adding

  /// A qualification, with the qualifier that a pattern gives the quantity: "не дотянула и до 30" is not up to 30.
  func qualification(_ how: Qualification) -> Qualification {
    guard let given else { return how }
    return given == .about
      ? Qualification(qualifier: how.qualifier, about: true) : Qualification(qualifier: given, about: how.about)
  }

  mutating func add(_ match: QuantityMatch, _ used: Range<Int>, _ bounds: (Double, Double)?, _ how: Qualification) {
    if how.isUnclear { return reading.notUnderstood.append(match.span) }
    reading.quantities.append(match)
    found.append(Found(tokens: used, bounds: bounds, qualification: how))
  }

  /// Gives coordinated quantities the qualifier of the first one as a further reading.
  private mutating func reachCoordinated() {
    guard found.count > 1 else { return }
    let first = reading.quantities.count - found.count
    var reaching = found[0].qualification
    for index in 1..<found.count {
      let (before, this) = (found[index - 1], found[index])
      guard !reaching.isEmpty, this.qualification.isEmpty, let bounds = this.bounds,
        !reading.quantities[first + index].countsOnlyInAnswers, isCoordinated(before.tokens.upperBound, this.tokens)
      else {
        reaching = this.qualification
        continue
      }
      let quantity = QuantityReader.quantity(bounds, reaching)
      if !reading.quantities[first + index].alternatives.contains(quantity) {
        reading.quantities[first + index].alternatives.append(quantity)
      }
    }
  }

  /// Whether "and", "or" or a comma joins a quantity to the one before it, in one sentence and not far away.
  private func isCoordinated(_ start: Int, _ this: Range<Int>) -> Bool {
    let end = this.lowerBound
    guard start < end, end - start <= 10 else { return false }
    // "four of them" is a part, "a 5-metre wall" is not a second count.
    if has(this.upperBound, .of) || (at(this.upperBound).kind == .hyphen && isGlued(this.upperBound)) { return false }
    var join = end - 1
    if has(join, .article) { return false }
    while join > start, has(join, .further) { join -= 1 }
    guard at(join).kind == .comma || has(join, [.and, .or]) else { return false }
    return !(start..<end).contains { index in
      [.period, .stop, .paragraph, .open, .close].contains(at(index).kind)
    }
  }

  /// The quantity for a value or range with its qualifier.
  static func quantity(_ bounds: (Double, Double), _ how: Qualification) -> Quantity {
    let (low, high) = bounds
    switch how.qualifier {
    case nil, .about?: return Quantity(lower: low, upper: high, approximate: how.about || how.qualifier == .about)
    // Why: with "about" the bound itself is soft, so that open and closed are one.
    case .moreThan?: return Quantity(lower: low, upper: nil, lowerOpen: !how.about, approximate: how.about)
    case .atLeast?: return Quantity(lower: low, upper: nil, approximate: how.about)
    case .justOver?: return Quantity(lower: low, upper: nil, lowerOpen: true, approximate: true)
    case .fewerThan?: return Quantity(lower: nil, upper: high, upperOpen: !how.about, approximate: how.about)
    case .atMost?: return Quantity(lower: nil, upper: high, approximate: how.about)
    case .nearly?: return Quantity(lower: nil, upper: high, upperOpen: true, approximate: true)
    }
  }
}
