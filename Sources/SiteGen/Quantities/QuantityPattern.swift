/// A sequence of conditions on tokens around a number, and what the number is if they hold.
///
/// A pattern is one line of `patterns.txt` or of the table of a language. Its elements are tried once each, from left to
/// right (before the number, from right to left), without backtracking, so that matching is linear.
struct QuantityPattern: Sendable {
  enum Outcome: String, CaseIterable, Sendable {
    case nonQuantity = "non-quantity"
    case notUnderstood = "not-understood"
    /// A part of a whole, whose numbers are marked.
    case proportion
    /// An exception to the patterns below it.
    case quantity
  }

  /// What a number is in a share: "part:NUMBER".
  enum Label: String, CaseIterable, Sendable {
    case part, whole
  }

  struct Element: Sendable {
    enum Kind: Sendable {
      /// One token.
      case token
      /// A number in digits or words.
      case number
      /// Digits, with groups after spaces.
      case figure
      /// The qualifiers before a number, or none; nothing matches where they are denied.
      case qualifiers
      /// A qualifier of one class.
      case qualifier(Qualifier)
      case phrase(QuantityLexicon.PhraseKind)
      /// One of several sequences.
      case group
      /// As a group, but nothing is consumed.
      case presence, absence
    }

    var kind: Kind
    /// The alternatives, in `PatternTable.tests`.
    var tests = 0..<0
    /// The sequences of a group, in `PatternTable.sequences`.
    var branches = 0..<0
    var least = 1
    var most = 1
    var label: Label?
  }

  /// The line on which it begins, in the table of the language or in `patterns.txt`.
  var line: Int
  var isCommon: Bool
  var outcome: Outcome
  var inAnswers: Bool
  var inTexts: Bool
  var isAge: Bool
  /// The elements before the number, from the number away; those of the number; those after it.
  var before: Range<Int>
  var consumed: Range<Int>
  var after: Range<Int>
  /// The first element that consumes something.
  var anchor: Int
}

/// The patterns of a language, with those of all languages. The elements of all patterns are in one list.
struct PatternTable: Sendable {
  var tests: [TokenTest] = []
  var elements: [QuantityPattern.Element] = []
  var sequences: [Range<Int>] = []
  var patterns: [QuantityPattern] = []
  /// The patterns that may begin with digits, and those that may begin with a word, in order, by the kind of the token
  /// that follows; the last list of each is for all kinds.
  private(set) var digits = [[Head]](repeating: [], count: TokenTest.countOfKinds + 1)
  private(set) var words = [[Head]](repeating: [], count: TokenTest.countOfKinds + 1)

  /// What the tokens at a pattern's ends must be, to pass over most patterns quickly.
  struct Head: Sendable {
    var pattern: Int
    var outcome: QuantityPattern.Outcome
    var isNumber = false
    var anchor = Need.anything
    var before = Need.anything
    /// Of the token after the anchor; any token after one that may have several.
    var after = Need.anything
  }

  /// One of some kinds or of some roles, and flags; whether the token touches the one before it.
  struct Need: Sendable {
    var kinds: UInt32
    var roles: WordRole = []
    var flags: QuantityToken.Flags = []
    var isGlued = false

    @inline(__always) func admits(_ token: QuantityToken, isGlued: Bool) -> Bool {
      (TokenTest.bit(token.kind) & kinds != 0 || !token.roles.isDisjoint(with: roles)) && (isGlued || !self.isGlued)
        && token.flags.isSuperset(of: flags)
    }

    static let anything = Need(kinds: .max)
    /// Admits no token.
    static let nothing = Need(kinds: 0)

    mutating func formUnion(_ other: Need) {
      if other.isNothing { return }
      if isNothing {
        self = other
        return
      }
      roles.formUnion(other.roles)
      kinds |= other.kinds
      flags.formIntersection(other.flags)
      isGlued = isGlued && other.isGlued
    }

    private var isNothing: Bool { kinds == 0 && roles.isEmpty }
  }

  mutating func add(_ pattern: QuantityPattern) {
    let anchor = elements[pattern.anchor]
    var head = Head(pattern: patterns.count, outcome: pattern.outcome)
    head.anchor = first([pattern.anchor..<pattern.anchor + 1])
    head.before = first([pattern.before])
    let rest = [pattern.anchor + 1..<pattern.consumed.upperBound, pattern.after]
    switch anchor.kind {
    case .token: head.after = first(rest)
    case .number: (head.isNumber, head.after) = (true, first(rest))
    default: break
    }
    patterns.append(pattern)
    let isDigits = head.anchor.kinds & TokenTest.bit(.number) != 0
    let isWord = head.anchor.kinds & TokenTest.bit(.word) != 0 || !head.anchor.roles.isEmpty
    for kind in 0...TokenTest.countOfKinds
    where kind == TokenTest.countOfKinds || head.after.kinds & 1 << UInt32(kind) != 0 || !head.after.roles.isEmpty {
      if isDigits { digits[kind].append(head) }
      if isWord { words[kind].append(head) }
    }
  }

  /// What the first token of consecutive sequences must be.
  private func first(_ ranges: [Range<Int>]) -> Need {
    var need = Need.nothing
    for index in ranges.joined() {
      let element = elements[index]
      switch element.kind {
      case .presence, .absence: continue
      case .token: need.formUnion(self.need(element.tests))
      case .number:
        var number = self.need(element.tests)
        number.kinds &= TokenTest.bit(.number) | TokenTest.bit(.word)
        need.formUnion(number)
      case .figure: need.formUnion(Need(kinds: TokenTest.bit(.number)))
      case .group: for branch in element.branches { need.formUnion(first([sequences[branch]])) }
      case .phrase(.half):
        need.formUnion(Need(kinds: TokenTest.bit(.hyphen), roles: [.and, .startsOther]))
      case .phrase: need.formUnion(Need(kinds: 0, roles: .startsOther))
      case .qualifier where !element.tests.isEmpty: need.formUnion(self.need(element.tests))
      case .qualifiers, .qualifier: return .anything
      }
      if element.least > 0 { return need }
    }
    return .anything
  }

  private func need(_ tests: Range<Int>) -> Need {
    if tests.isEmpty { return .anything }
    return tests.reduce(into: Need.nothing) { need, index in
      let test = self.tests[index]
      let roles = test.word >= 0 ? .literal : test.anyRoles.isEmpty ? test.roles : test.anyRoles
      need.formUnion(
        Need(
          kinds: roles.isEmpty ? test.kinds : 0, roles: roles, flags: test.flags, isGlued: test.facts.contains(.glued)))
    }
  }
}
