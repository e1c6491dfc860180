/// A line of a table that is a pattern or a definition, with its line number.
struct PatternLine: Sendable {
  enum Key: Hashable, Sendable {
    case pattern(QuantityPattern.Outcome)
    case definition(String)

    /// Nil for another key of a table.
    init?(_ key: String) {
      if let outcome = QuantityPattern.Outcome(rawValue: key) {
        self = .pattern(outcome)
      } else if key.hasPrefix("define ") {
        self = .definition(String(key.dropFirst("define ".count)))
      } else {
        return nil
      }
    }
  }

  var key: Key
  var line: Int
  var text: String
  /// Sentences, each with what is read in it: "They left at 1730 hours.", "fr: Il a 5 ans et 3 chiens. → 3".
  var examples: [String] = []
  /// Whether it is one of all languages.
  var isCommon = false

  var isDefinition: Bool {
    if case .definition = key { true } else { false }
  }
}

/// Compiles patterns for the words and traits of a lexicon.
struct PatternReader {
  struct Fault: Error { var reason: String }

  /// Before it is put into the lists of the table.
  struct Tree {
    var element: QuantityPattern.Element
    var tests: [TokenTest] = []
    var branches: [[Tree]] = []

    /// Whether it is conditions on one token, and nothing else.
    var isOneToken: Bool {
      guard case .token = element.kind else { return false }
      return element.least == 1 && element.most == 1 && element.label == nil
    }
  }

  var lexicon: QuantityLexicon
  private let allRoles: WordRole
  /// The sequence that each definition stands for, and how deep definitions are nested in it.
  private(set) var definitions: [String: (sequence: [Tree], depth: Int)] = [:]
  /// How deep the definitions are nested that the current line has used.
  private var depthOfDefinitions = 0
  private var table = PatternTable()
  /// The most repetitions of an element, so that a long text without a match is not read over and over.
  private static let most = 50
  private var tokens: ArraySlice<Substring> = []
  private var depth = 0

  /// Compiles the patterns of a language and those of all languages, which come after them. The lexicon gets the words
  /// that patterns name.
  static func compile(
    _ own: [PatternLine], _ common: [PatternLine] = commonPatterns, for lexicon: inout QuantityLexicon,
    _ report: (PatternLine, String) -> Void
  ) {
    var reader = PatternReader(lexicon)
    let definitions = common.filter(\.isDefinition)
    for line in definitions + own + common.filter({ !$0.isDefinition }) {
      do throws(Fault) { try reader.read(line) } catch { report(line, error.reason) }
    }
    lexicon = reader.lexicon
    lexicon.use(reader.table)
  }

  private init(_ lexicon: QuantityLexicon) {
    self.lexicon = lexicon
    allRoles = lexicon.words.reduce(into: WordRole()) { $0.formUnion($1.roles) }
  }

  private mutating func read(_ line: PatternLine) throws(Fault) {
    let parts = line.text.split(separator: " ")
    if parts.isEmpty, line.examples.isEmpty { return }
    switch line.key {
    case .definition(let name):
      guard isName(name[...]) else { throw Fault(reason: "a definition has a name in capital letters, such as 'JOIN'") }
      guard definitions[name] == nil, builtIn(name) == nil else { throw Fault(reason: "'\(name)' is defined twice") }
      depthOfDefinitions = 0
      let sequence = try sequence(parts[...])
      guard depthOfDefinitions < 15 else { throw Fault(reason: "definitions are nested too deeply") }
      definitions[name] = (sequence, depthOfDefinitions + 1)
    case .pattern(let outcome):
      guard !line.examples.isEmpty else {
        throw Fault(reason: "a pattern needs an example: a line that begins with 'e.g.'")
      }
      try readPattern(parts, outcome, line)
    }
  }

  // MARK: - Patterns

  private mutating func readPattern(_ parts: [Substring], _ outcome: QuantityPattern.Outcome, _ line: PatternLine)
    throws(Fault)
  {
    var (inAnswers, inTexts, isAge, applies) = (false, true, false, true)
    let conditions = parts.prefix { $0.hasPrefix("@") }
    for condition in conditions {
      let isDenied = condition.hasPrefix("@!")
      let name = String(condition.dropFirst(isDenied ? 2 : 1))
      switch name {
      case "answers" where !isDenied: inAnswers = true
      case "only-answers" where !isDenied: (inAnswers, inTexts) = (true, false)
      case "ages" where !isDenied: isAge = true
      case "words": applies = applies && lexicon.hasWords != isDenied
      case "articles": applies = applies && lexicon.article.isEmpty == isDenied
      default:
        guard let trait = LanguageTraits.named[name] else { throw Fault(reason: "unknown condition '\(condition)'") }
        applies = applies && lexicon.traits.contains(trait) != isDenied
      }
    }
    let rest = parts[conditions.endIndex...]
    guard let open = rest.firstIndex(of: "("), let close = rest.firstIndex(of: ")"), open < close else {
      throw Fault(reason: "a pattern must have '(' and ')' around what it describes")
    }
    let before = try sequence(rest[..<open])
    let consumed = try sequence(rest[(open + 1)..<close])
    let after = try sequence(rest[(close + 1)...])
    guard applies, (before + consumed + after).allSatisfy(isPossible) else { return }
    let labels = Set(labels(before + consumed))
    guard outcome != .proportion || labels.union([.part]) == QuantityPattern.Label.ofProportions else {
      throw Fault(reason: "a proportion must have a 'whole:', such as 'whole:NUMBER', and may have a 'part:'")
    }
    guard outcome != .date || !labels.isEmpty && labels.isDisjoint(with: QuantityPattern.Label.ofProportions),
      labels.contains(.day) == labels.contains(.month)
    else {
      throw Fault(reason: "a date must have a 'weekday:', a 'year:', or a 'day:' and a 'month:', such as 'year:NUMBER'")
    }
    guard let anchor = consumed.firstIndex(where: { !$0.element.isLookahead }), consumed[anchor].element.least > 0
    else {
      throw Fault(reason: "a pattern must describe something between '(' and ')'")
    }
    let ranges = (add(before, isBackward: true), add(consumed), add(after))
    table.patterns.append(
      QuantityPattern(
        line: line.line, isCommon: line.isCommon, outcome: outcome, inAnswers: inAnswers, inTexts: inTexts,
        isAge: isAge, before: ranges.0, consumed: ranges.1, after: ranges.2,
        anchor: ranges.1.lowerBound + anchor))
  }

  private func labels(_ trees: [Tree]) -> [QuantityPattern.Label] {
    trees.flatMap { tree in (tree.element.label.map { [$0] } ?? []) + tree.branches.flatMap(labels) }
  }

  /// Whether the lexicon has the words without which an element matches nothing.
  private func isPossible(_ tree: Tree) -> Bool {
    guard tree.element.least > 0 else { return true }
    switch tree.element.kind {
    case .absence, .qualifiers: return true
    case .phrase(let kind): return lexicon.phrases[kind] != nil || kind == .half
    case .group, .presence: return tree.branches.contains { $0.allSatisfy(isPossible) }
    default:
      return tree.tests.isEmpty
        || tree.tests.contains { test in
          allRoles.isSuperset(of: test.roles) && (test.anyRoles.isEmpty || !allRoles.isDisjoint(with: test.anyRoles))
        }
    }
  }

  /// Puts the elements of a sequence next to each other in the list of all elements.
  private mutating func add(_ trees: [Tree], isBackward: Bool = false) -> Range<Int> {
    let elements = (isBackward ? trees.reversed() : trees).map { tree in
      var element = tree.element
      let test = table.tests.count
      table.tests += tree.tests
      element.tests = test..<table.tests.count
      let ranges = tree.branches.map { add($0, isBackward: isBackward) }
      let branch = table.sequences.count
      table.sequences += ranges
      element.branches = branch..<table.sequences.count
      return element
    }
    let start = table.elements.count
    table.elements += elements
    return start..<table.elements.count
  }

  // MARK: - Elements

  private mutating func sequence(_ parts: ArraySlice<Substring>) throws(Fault) -> [Tree] {
    let outside = tokens
    tokens = parts
    defer { tokens = outside }
    let trees = try sequence()
    guard tokens.isEmpty else { throw Fault(reason: "unexpected '\(tokens.first ?? "")'") }
    return trees
  }

  private mutating func sequence() throws(Fault) -> [Tree] {
    var trees: [Tree] = []
    while let part = tokens.first, part != "/", !part.hasPrefix("]") {
      tokens.removeFirst()
      trees.append(try element(part))
    }
    return trees
  }

  private mutating func element(_ part: Substring) throws(Fault) -> Tree {
    if part == "[" || part == "![" || part == "&[" {
      depth += 1
      defer { depth -= 1 }
      guard depth < 16 else { throw Fault(reason: "groups are nested too deeply") }
      var branches = [try sequence()]
      while tokens.first == "/" {
        tokens.removeFirst()
        branches.append(try sequence())
      }
      guard let end = tokens.popFirst(), end.hasPrefix("]") else { throw Fault(reason: "a '[' has no ']'") }
      let kind: QuantityPattern.Element.Kind = part == "![" ? .absence : part == "&[" ? .presence : .group
      var tree = Tree(element: QuantityPattern.Element(kind: kind), branches: branches)
      try repeated(end.dropFirst(), &tree)
      return tree
    }
    let label = QuantityPattern.Label.allCases.first { label in
      part.hasPrefix(label.rawValue + ":") || part.hasPrefix(label.rawValue + "=")
    }
    var rest = part.dropFirst(label?.rawValue.count ?? 0)
    var value: Double?
    if label != nil, rest.first == "=" {
      let digits = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
      value = Double(digits)
      rest = rest.dropFirst(digits.count + 1)
      guard value != nil, rest.first == ":" else {
        throw Fault(reason: "'\(part)' must have a number and a colon after '=', as in 'whole=5:\"fifth\"'")
      }
    }
    let (text, suffix) = divided(label == nil ? part : rest.dropFirst())
    var tree = try plainElement(text)
    (tree.element.label, tree.element.value) = (label, value)
    if label == .whole, value != nil {
      for test in tree.tests where test.word >= 0 { lexicon.add(.shareWord, to: Int(test.word)) }
    }
    try repeated(suffix, &tree)
    return tree
  }

  /// An element and its number of repetitions: "x?", "x*", "x+", "x{0,3}".
  private func divided(_ part: Substring) -> (Substring, Substring) {
    if let last = part.last, part.count > 1, last == "?" || last == "*" || last == "+" {
      return (part.dropLast(), part.suffix(1))
    }
    guard part.last == "}", let brace = part.lastIndex(of: "{") else { return (part, "") }
    return (part[..<brace], part[brace...])
  }

  private func repeated(_ suffix: Substring, _ tree: inout Tree) throws(Fault) {
    switch suffix {
    case "": return
    case "?": tree.element.least = 0
    case "*": (tree.element.least, tree.element.most) = (0, Self.most)
    case "+": tree.element.most = Self.most
    default:
      let numbers = suffix.dropFirst().dropLast().split(separator: ",").compactMap { Int($0) }
      guard suffix.hasPrefix("{"), suffix.hasSuffix("}"), numbers.count == 2, numbers[0] >= 0,
        numbers[0] <= numbers[1], numbers[1] <= Self.most
      else { throw Fault(reason: "'\(suffix)' is not a number of repetitions such as '?', '*', '+' or '{0,3}'") }
      (tree.element.least, tree.element.most) = (numbers[0], numbers[1])
    }
  }

  private mutating func plainElement(_ text: Substring) throws(Fault) -> Tree {
    if let kind = QuantityLexicon.PhraseKind(rawValue: String(text)) {
      return Tree(element: QuantityPattern.Element(kind: .phrase(kind)))
    }
    if let sequence = use(definition: text) {
      if sequence.count == 1 { return sequence[0] }
      return Tree(element: QuantityPattern.Element(kind: .group), branches: [sequence])
    }
    var kind = QuantityPattern.Element.Kind.token
    let tests = try alternatives(text, &kind)
    return Tree(element: QuantityPattern.Element(kind: kind), tests: tests == [TokenTest()] ? [] : tests)
  }

  /// The sequence that a definition stands for; nil if there is none of this name.
  mutating func use(definition name: Substring) -> [Tree]? {
    guard let definition = definitions[String(name)] else { return nil }
    depthOfDefinitions = max(depthOfDefinitions, definition.depth)
    return definition.sequence
  }

  private func isName(_ name: Substring) -> Bool {
    name.first?.isUppercase == true && name.allSatisfy { $0.isUppercase || $0 == "-" }
  }
}
