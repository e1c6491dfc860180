/// The conditions of an element of a pattern: "WORD&!function|time-noun".
extension PatternReader {
  /// The alternatives of "a|b&!c".
  mutating func alternatives(
    _ text: Substring, _ kind: inout QuantityPattern.Element.Kind
  ) throws(Fault) -> [TokenTest] {
    var tests: [TokenTest] = []
    for part in text.split(separator: "|", omittingEmptySubsequences: false) {
      var conjunction = [TokenTest()]
      for atom in part.split(separator: "&", omittingEmptySubsequences: false) {
        switch atom {
        case "NUMBER": kind = .number
        case "FIGURE": kind = .figure
        case "QUALIFIERS": kind = .qualifiers
        case "ANY": break
        default:
          if atom.hasPrefix("QUALIFIER="), let qualifier = Qualifier(rawValue: String(atom.dropFirst(10))) {
            kind = .qualifier(qualifier)
            continue
          }
          let other = atom.hasPrefix("!") ? try denied(atom.dropFirst()) : try condition(atom)
          var product: [TokenTest] = []
          for test in conjunction {
            for other in other {
              guard let both = test.and(other) else {
                throw Fault(reason: "'\(text)' has too many conditions of one kind")
              }
              product.append(both)
            }
          }
          conjunction = product
        }
      }
      tests += conjunction
    }
    return merged(tests)
  }

  /// The alternatives, with those that ask for one role alone put together.
  private func merged(_ tests: [TokenTest]) -> [TokenTest] {
    let roles = tests.filter(\.isRoleAlone)
    guard roles.count > 1 else { return tests }
    var test = TokenTest()
    for role in roles { test.anyRoles.formUnion(role.roles) }
    return [test] + tests.filter { !$0.isRoleAlone }
  }

  private mutating func condition(_ atom: Substring) throws(Fault) -> [TokenTest] {
    if let test = builtIn(String(atom)) { return [test] }
    if atom.first == "\"", atom.last == "\"", atom.count > 2 { return [try literal(atom.dropFirst().dropLast())] }
    if let mark = atom.firstIndex(of: "=") { return [try range(atom, mark)] }
    if let sequence = use(definition: atom) {
      guard sequence.count == 1, sequence[0].isOneToken else {
        throw Fault(reason: "'\(atom)' is a sequence; only a definition of one token can be combined with others")
      }
      return sequence[0].tests.isEmpty ? [TokenTest()] : sequence[0].tests
    }
    let known = Array(WordRole.named.keys) + Array(TokenTest.kinds.keys) + Array(TokenTest.flags.keys)
    let remedy = didYouMean(String(atom), among: known + Array(TokenTest.Facts.named.keys) + Array(definitions.keys))
    throw Fault(reason: "unknown condition '\(atom)'\(remedy.map { "; \($0)" } ?? "")")
  }

  /// A role, a kind of token, a flag or a fact.
  func builtIn(_ name: String) -> TokenTest? {
    var test = TokenTest()
    if let role = WordRole.named[name] {
      test.roles = role
    } else if name == "cardinal" {
      test.anyRoles = .cardinal
    } else if name == "currency" {
      test.roles = .currency
    } else if name == "singular-noun" {
      test.roles = .singularNoun
    } else if let kinds = TokenTest.kinds[name] {
      test.kinds = kinds.reduce(0) { $0 | TokenTest.bit($1) }
    } else if let flag = TokenTest.flags[name] {
      test.flags = flag
    } else if let fact = TokenTest.Facts.named[name] {
      test.facts = fact
    } else {
      return nil
    }
    return test
  }

  private mutating func denied(_ atom: Substring) throws(Fault) -> [TokenTest] {
    var denied = [TokenTest()]
    for test in try condition(atom) {
      guard !test.hasLimits else { throw Fault(reason: "'!\(atom)': write the other range instead") }
      var parts: [TokenTest] = []
      func part(_ change: (inout TokenTest) -> Void) {
        var part = TokenTest()
        change(&part)
        parts.append(part)
      }
      if test.kinds != .max, test.sign == 0 { part { $0.kinds = ~test.kinds } }
      let roles = test.roles.union(test.anyRoles)
      if !roles.isEmpty { part { $0.excludedRoles = roles } }
      if !test.excludedRoles.isEmpty { part { $0.roles = test.excludedRoles } }
      if !test.flags.isEmpty { part { $0.excludedFlags = test.flags } }
      if !test.excludedFlags.isEmpty { part { $0.flags = test.excludedFlags } }
      if !test.facts.isEmpty { part { $0.excludedFacts = test.facts } }
      if !test.excludedFacts.isEmpty { part { $0.facts = test.excludedFacts } }
      if test.word >= 0 { part { $0.excludedWord = test.word } }
      if test.sign > 0 { part { $0.excludedSign = test.sign } }
      var product: [TokenTest] = []
      for test in denied {
        for part in parts {
          guard let both = test.and(part) else { throw Fault(reason: "'!\(atom)' has too many conditions of one kind") }
          product.append(both)
        }
      }
      denied = product
    }
    return denied
  }

  /// A word of the language, a mark or a letter.
  private mutating func literal(_ text: Substring) throws(Fault) -> TokenTest {
    var test = TokenTest()
    let scalars = text.unicodeScalars
    let isKnown = text != "x" && lexicon.index(of: Array(text.lowercased().utf8)[...]) != nil
    if !isKnown, scalars.count == 1, let first = scalars.first, first.isASCII || !first.properties.isAlphabetic {
      test.sign = first.value
      let kinds: [QuantityToken.Kind] =
        first.properties.isAlphabetic ? [.word, .other] : [.other, .currency, .open, .minus]
      test.kinds = kinds.reduce(0) { $0 | TokenTest.bit($1) }
      return test
    }
    guard let word = lexicon.add(word: String(text)) else {
      throw Fault(reason: "'\(text)' is neither a word nor one mark")
    }
    test.word = Int32(word)
    lexicon.add(.literal, to: word)
    return test
  }

  /// "VALUE=1..31", "PLACES=4"
  private func range(_ atom: Substring, _ mark: Substring.Index) throws(Fault) -> TokenTest {
    let text = atom[atom.index(after: mark)...]
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let isRange = parts.count == 3 && parts[1].isEmpty
    guard let measure = TokenTest.Measure(rawValue: String(atom[..<mark])), isRange || parts.count == 1,
      parts.allSatisfy({ $0.isEmpty || Double($0) != nil }), text != "..", !text.isEmpty
    else {
      let known = TokenTest.Measure.allCases.map(\.rawValue).joined(separator: ", ")
      throw Fault(reason: "'\(atom)' is not a range such as 'VALUE=1..31'; the names are \(known)")
    }
    let least = Double(parts[0]) ?? -.infinity
    let most = isRange ? Double(parts[2]) ?? .infinity : least
    guard least <= most else { throw Fault(reason: "'\(atom)' is empty") }
    var test = TokenTest()
    test[keyPath: measure.path] = least...most
    test.hasLimits = true
    return test
  }
}
