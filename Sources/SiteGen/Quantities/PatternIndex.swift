/// Which patterns may match at a place, found from the tokens there without a look at the elements of the patterns.
///
/// Tokens of one kind and with the same roles are one class. For each class and each place around the beginning of a
/// pattern, a set of bits has the patterns that admit such a token there.
struct PatternIndex: Sendable {
  /// A token, counted from the number or word with which a pattern begins.
  enum Place: Int, CaseIterable {
    case secondBefore, before, first, after, secondAfter

    // Why: counting `allCases` costs more than the look-up for which it is needed.
    static var count: Int { 5 }
  }

  /// What a token must be: of some kinds or with some roles, and without others; with flags, and without others.
  struct Need {
    var kinds: UInt32
    var roles: WordRole = []
    var excludedRoles: WordRole = []
    var flags: QuantityToken.Flags = []
    var excludedFlags: QuantityToken.Flags = []
    var isGlued = false
    /// Whether it must have decimals, and at least four digits.
    var hasDecimals = false
    var isLong = false

    static let anything = Need(kinds: .max)

    func union(_ other: Need) -> Need {
      Need(
        kinds: kinds | other.kinds, roles: roles.union(other.roles),
        excludedRoles: excludedRoles.intersection(other.excludedRoles), flags: flags.intersection(other.flags),
        excludedFlags: excludedFlags.intersection(other.excludedFlags), isGlued: isGlued && other.isGlued,
        hasDecimals: hasDecimals && other.hasDecimals, isLong: isLong && other.isLong)
    }

    /// The bits that the shape of such a token must have, and those that it must not have.
    var shape: (set: Int, unset: Int) {
      let set = Shape.bits(of: flags) | (isGlued ? 1 : 0) | (hasDecimals ? 32 : 0) | (isLong ? 64 : 0)
      return (set, Shape.bits(of: excludedFlags))
    }
  }

  /// What the index knows of a token besides its class.
  struct Shape {
    static let bits = 7

    /// A number for each combination.
    let rawValue: Int

    @inline(__always) init(_ token: QuantityToken, isGlued: Bool) {
      var bits = Shape.bits(of: token.flags) | (isGlued ? 1 : 0)
      if token.decimals > 0 { bits |= 32 }
      if token.digits > 3 { bits |= 64 }
      rawValue = bits
    }

    /// The bits of the flags that are known.
    @inline(__always) static func bits(of flags: QuantityToken.Flags) -> Int {
      (flags.contains(.capital) ? 2 : 0) | (flags.contains(.noQuantity) ? 4 : 0) | (flags.contains(.unclear) ? 8 : 0)
        | (flags.contains(.slashed) ? 16 : 0)
    }
  }

  /// Where the sets of a token are: those of its class, and those of its shape.
  struct Key {
    var tokenClass: Int
    var shape: Int
  }

  /// The tokens at each place.
  struct Surroundings {
    var secondBefore, before, first, after, secondAfter: Key
  }

  /// The length of a set in words of 64 bits.
  let width: Int
  /// For each class one set for each place.
  private let setsOfClasses: [UInt64]
  /// The same for each shape.
  private let setsOfShapes: [UInt64]
  /// The patterns that begin with a number: their places are those around the whole number.
  private let ofNumbers: [UInt64]
  /// The patterns that give a quantity a qualifier, all others, and those that make a non-quantity or an exception to it.
  let sets: (givingQualifiers: [UInt64], others: [UInt64], ofNonQuantities: [UInt64])
  /// What tokens each pattern must have anywhere.
  private let musts: [[Need]]
  /// The patterns for texts, for texts where ages are read, and the same for answers.
  private let kinds: [[UInt64]]
  /// The class of each word of the lexicon, and that of numbers that are written as one word.
  private let classes: [Int]
  private let joined: Int
  /// The class of words that end as a designator does.
  private let designator: Int

  init(_ table: PatternTable, _ words: [QuantityLexicon.Word]) {
    var members = (0..<UInt8(TokenTest.countOfKinds)).compactMap(QuantityToken.Kind.init).map { ($0, WordRole()) }
    var known = [WordRole(): Int(QuantityToken.Kind.word.rawValue)]
    let classes = (words.map(\.roles) + [.unit, .designator]).map { roles in
      if let index = known[roles] { return index }
      known[roles] = members.count
      members.append((.word, roles))
      return members.count - 1
    }
    let needs = table.patterns.map { pattern in Place.allCases.map { table.need(of: pattern, at: $0) } }
    width = (needs.count + 63) / 64
    let admissions = Place.allCases.map { place in Admissions(needs.map { $0[place.rawValue] }) }
    setsOfClasses = members.flatMap { kind, roles in admissions.flatMap { $0.set(kind, roles) } }
    setsOfShapes = (0..<1 << Shape.bits).flatMap { shape in admissions.flatMap { $0.set(ofShape: shape) } }
    ofNumbers = PatternIndex.set(of: table.patterns, table.beginsWithNumber)
    sets = (
      PatternIndex.set(of: table.patterns) { $0.outcome.qualifier != nil },
      PatternIndex.set(of: table.patterns) { $0.outcome.qualifier == nil },
      PatternIndex.set(of: table.patterns) { $0.outcome == .nonQuantity || $0.outcome == .quantity }
    )
    musts = table.patterns.map(table.musts)
    kinds = [false, true].flatMap { isAnswer in
      [false, true].map { readsAges in
        PatternIndex.set(of: table.patterns) {
          (isAnswer ? $0.inAnswers : $0.inTexts) && !(readsAges && $0.isAge)
        }
      }
    }
    self.classes = classes.dropLast(2)
    joined = classes[words.count]
    designator = classes[words.count + 1]
  }

  private static func set<Item>(of items: [Item], _ isIn: (Item) -> Bool) -> [UInt64] {
    var set = [UInt64](repeating: 0, count: (items.count + 63) / 64)
    for (index, item) in items.enumerated() where isIn(item) { set[index / 64] |= 1 << UInt64(index % 64) }
    return set
  }

  @inline(__always) func key(of token: QuantityToken, isGlued: Bool) -> Key {
    var key = Key(tokenClass: Int(token.kind.rawValue), shape: Shape(token, isGlued: isGlued).rawValue)
    if token.kind == .word, token.word >= 0 {
      key.tokenClass = classes[Int(token.word)]
    } else if token.isJoined {
      key.tokenClass = joined
    } else if token.roles == .designator {
      key.tokenClass = designator
    }
    return key
  }

  /// The patterns for a text or an answer.
  func patterns(isAnswer: Bool, readsAges: Bool) -> [UInt64] {
    kinds[(isAnswer ? 2 : 0) + (readsAges ? 1 : 0)]
  }

  /// Those of a set that may match somewhere among tokens: others need a word or mark that none of these is.
  func patterns(_ set: [UInt64], among tokens: [QuantityToken]) -> [UInt64] {
    var (kinds, roles) = (TokenTest.bit(.edge), WordRole())
    for token in tokens {
      kinds |= TokenTest.bit(token.kind)
      roles.formUnion(token.roles)
    }
    var set = set
    for (index, needs) in musts.enumerated()
    where !needs.allSatisfy({ $0.kinds & kinds != 0 || !$0.roles.isDisjoint(with: roles) }) {
      set[index / 64] &= ~(1 << UInt64(index % 64))
    }
    return set
  }

  /// A part of the set of patterns that may match: of those that begin with a number, around a number, and of others,
  /// around a token.
  @inline(__always) func candidates(_ word: Int, _ token: Surroundings, _ number: Surroundings?) -> UInt64 {
    let others = admitted(word, token) & ~ofNumbers[word]
    return number.map { others | (admitted(word, $0) & ofNumbers[word]) } ?? others
  }

  @inline(__always) private func admitted(_ word: Int, _ around: Surroundings) -> UInt64 {
    set(word, around.first, .first) & set(word, around.before, .before) & set(word, around.after, .after)
      & set(word, around.secondBefore, .secondBefore) & set(word, around.secondAfter, .secondAfter)
  }

  @inline(__always) private func set(_ word: Int, _ key: Key, _ place: Place) -> UInt64 {
    setsOfClasses[(key.tokenClass * Place.count + place.rawValue) * width + word]
      & setsOfShapes[(key.shape * Place.count + place.rawValue) * width + word]
  }
}

/// Which patterns admit a token at one place. Why by kind, role and bit: there are many more classes and shapes, and so
/// their sets are put together from these.
private struct Admissions {
  private var all: [UInt64]
  /// The patterns for which a kind, or a role, is enough.
  private var ofKinds: [[UInt64]]
  private var ofRoles: [[UInt64]]
  /// The patterns that a role, or a set or unset bit of the shape, rules out.
  private var withoutRoles: [[UInt64]]
  private var withoutBits: [[UInt64]]
  private var withBits: [[UInt64]]

  init(_ needs: [PatternIndex.Need]) {
    let none = [UInt64](repeating: 0, count: (needs.count + 63) / 64)
    all = none
    ofKinds = [[UInt64]](repeating: none, count: UInt32.bitWidth)
    ofRoles = [[UInt64]](repeating: none, count: UInt128.bitWidth)
    withoutRoles = ofRoles
    withoutBits = [[UInt64]](repeating: none, count: PatternIndex.Shape.bits)
    withBits = withoutBits
    for (index, need) in needs.enumerated() {
      let (word, bit) = (index / 64, UInt64(1) << UInt64(index % 64))
      all[word] |= bit
      forEachBit(of: need.kinds) { ofKinds[$0][word] |= bit }
      forEachBit(of: need.roles.rawValue) { ofRoles[$0][word] |= bit }
      forEachBit(of: need.excludedRoles.rawValue) { withoutRoles[$0][word] |= bit }
      let shape = need.shape
      forEachBit(of: UInt(shape.unset)) { withoutBits[$0][word] |= bit }
      forEachBit(of: UInt(shape.set)) { withBits[$0][word] |= bit }
    }
  }

  /// The patterns that admit a kind with some roles.
  func set(_ kind: QuantityToken.Kind, _ roles: WordRole) -> [UInt64] {
    var set = ofKinds[Int(kind.rawValue)]
    forEachBit(of: roles.rawValue) { role in
      for word in set.indices { set[word] |= ofRoles[role][word] }
    }
    forEachBit(of: roles.rawValue) { role in
      for word in set.indices { set[word] &= ~withoutRoles[role][word] }
    }
    return set
  }

  /// The patterns that admit a shape.
  func set(ofShape shape: Int) -> [UInt64] {
    var set = all
    for bit in 0..<PatternIndex.Shape.bits {
      let ruledOut = shape & 1 << bit != 0 ? withoutBits[bit] : withBits[bit]
      for word in set.indices { set[word] &= ~ruledOut[word] }
    }
    return set
  }
}

private func forEachBit(of bits: some FixedWidthInteger, _ visit: (Int) -> Void) {
  var rest = bits
  while rest != 0 {
    visit(rest.trailingZeroBitCount)
    rest &= rest - 1
  }
}

extension PatternTable {
  func beginsWithNumber(_ pattern: QuantityPattern) -> Bool {
    if case .number = elements[pattern.anchor].kind { true } else { false }
  }

  /// What a token must be for a pattern to match.
  func need(of pattern: QuantityPattern, at place: PatternIndex.Place) -> PatternIndex.Need {
    let (anchor, rest) = (pattern.anchor, [pattern.anchor + 1..<pattern.consumed.upperBound, pattern.after])
    let isSingle = isSingleToken(anchor) || beginsWithNumber(pattern) && elements[anchor].most == 1
    return switch place {
    case .secondBefore: need([pattern.before], 1)
    case .before: need([pattern.before], 0)
    case .first: need([anchor..<anchor + 1], 0)
    case .after: isSingle ? need(rest, 0) : .anything
    case .secondAfter: isSingle ? need(rest, 1) : .anything
    }
  }

  /// Whether an element always matches one token.
  private func isSingleToken(_ index: Int) -> Bool {
    let element = elements[index]
    guard element.least == 1, element.most == 1 else { return false }
    switch element.kind {
    case .token: return true
    case .group:
      return element.branches.allSatisfy { sequences[$0].count == 1 && sequences[$0].allSatisfy(isSingleToken) }
    default: return false
    }
  }

  /// What some token must be, for each element that a pattern cannot do without.
  func musts(_ pattern: QuantityPattern) -> [PatternIndex.Need] {
    [pattern.before, pattern.consumed, pattern.after].joined().map { elements[$0] }
      .filter { $0.least > 0 && !$0.isLookahead && !$0.isQualifiers }.map(first)
  }

  /// What the first token of consecutive sequences must be, or the second one.
  private func need(_ ranges: [Range<Int>], _ offset: Int) -> PatternIndex.Need {
    var (needs, offset): ([PatternIndex.Need], Int) = ([], offset)
    for index in ranges.joined() where !elements[index].isLookahead {
      if offset > 0 {
        guard isSingleToken(index) else { return .anything }
        offset -= 1
        continue
      }
      needs.append(first(of: elements[index]))
      if elements[index].least > 0, !elements[index].isQualifiers { return union(needs) }
    }
    return .anything
  }

  private func union(_ needs: [PatternIndex.Need]) -> PatternIndex.Need {
    needs.dropFirst().reduce(needs.first ?? .anything) { $0.union($1) }
  }

  private func first(of element: QuantityPattern.Element) -> PatternIndex.Need {
    let tests = self.tests[element.tests]
    switch element.kind {
    case .token: return union(tests.map { need($0) })
    case .number:
      var number = union(tests.map { need($0) })
      number.kinds &= TokenTest.bit(.number) | TokenTest.bit(.word)
      if !tests.isEmpty, tests.allSatisfy({ $0.facts.contains(.inWords) }) { number.kinds &= TokenTest.bit(.word) }
      return number
    case .figure: return PatternIndex.Need(kinds: TokenTest.bit(.number))
    case .group: return union(element.branches.map { need([sequences[$0]], 0) })
    case .phrase(.half): return PatternIndex.Need(kinds: TokenTest.bit(.hyphen), roles: [.and, .startsOther])
    case .phrase: return PatternIndex.Need(kinds: 0, roles: .startsOther)
    case .qualifier where !tests.isEmpty: return union(tests.map { need($0) })
    case .qualifiers, .qualifier:
      let kinds = TokenTest.bit(.other) | TokenTest.bit(.period)
      return PatternIndex.Need(kinds: kinds, roles: [.endsPhrase, .further])
    case .presence, .absence: return .anything
    }
  }

  private func need(_ test: TokenTest) -> PatternIndex.Need {
    let roles = test.word >= 0 ? .literal : test.anyRoles.isEmpty ? test.roles : test.anyRoles
    var need = PatternIndex.Need(
      kinds: roles.isEmpty ? test.kinds : 0, roles: roles, excludedRoles: test.excludedRoles, flags: test.flags,
      excludedFlags: test.excludedFlags, isGlued: test.facts.contains(.glued),
      hasDecimals: test.decimals.lowerBound >= 1,
      isLong: test.places.lowerBound > 3 || test.facts.contains(.day))
    if !test.facts.isDisjoint(with: [.plain, .clock, .day]) { need.kinds &= TokenTest.bit(.number) }
    if test.facts.contains(.unknown) {
      need.excludedRoles.formUnion(WordRole(rawValue: .max).subtracting(.ofUnknown))
    }
    return need
  }
}
