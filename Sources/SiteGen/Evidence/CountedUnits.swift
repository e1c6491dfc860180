/// Compares the nouns of a source with the units of questions, each in its own language.
struct CountedUnits: Sendable {
  /// Nil: no noun is known.
  private let nouns: (any NounKinds)?
  private let units: (any NounKinds)?

  /// `nouns` are those of the source's language, `units` those of the site's language.
  init(nouns: (any NounKinds)? = nil, units: (any NounKinds)? = nil) {
    self.nouns = nouns
    self.units = units
  }

  /// Whether a quantity of a seed may count a unit, judged by its noun.
  ///
  /// A number may count the unit if it has the same noun or none ("3,000 were arrested"), or if the unit names a whole
  /// kind, such as people, and the noun is of that kind. A percentage, money, a part of a whole and a number with
  /// another noun may not.
  func mayCount(_ match: QuantityMatch, _ unit: String, in text: SourceText) -> Bool {
    guard match.unit == .plain, !match.countsOnlyInAnswers else { return false }
    guard let noun = match.noun.map({ text.words($0).lowercased() }) else { return true }
    let named = kinds(ofNoun: noun)
    if named.contains(NounKind.unnamed) { return true }
    return words(ofUnit: unit).contains { word in
      if isSameNoun(noun, word) { return true }
      let asked = units?.kinds(ofNoun: word) ?? []
      return asked.contains(NounKind.general)
        && !NounKind.things(asked).isDisjoint(with: NounKind.withBroader(named))
    }
  }

  /// How a noun of the seed, in lower case, relates to a unit, to tell whether "a man" is one of what is asked for.
  ///
  /// It is counted only if the tables know the noun and the unit, and its kind is of single things.
  func relation(of noun: String, to unit: String) -> NounRelation {
    let named = kinds(ofNoun: noun)
    let words = words(ofUnit: unit)
    let asked = words.map { units?.kinds(ofNoun: $0) ?? [] }
    if named.contains(NounKind.unnamed) || words.contains(where: { isSameNoun(noun, $0) && named.isEmpty }) {
      return .related
    }
    guard asked.contains(where: { !NounKind.areDisjoint(named, $0, ifUnknown: true) }) else { return .other }
    // Why all words: "school buses" are no schools.
    let isOne = asked.allSatisfy { NounKind.things($0).isEmpty || !NounKind.areDisjoint(named, $0) }
    let isCounted = zip(words, asked).contains { word, asked in
      units?.areForms(noun, word) == true
        || (asked.contains(NounKind.general)
          && !NounKind.things(asked).isDisjoint(with: NounKind.withBroader(NounKind.things(named))))
    }
    return isOne && isCounted && NounKind.isOfSingleThings(named) ? .counted : .related
  }

  /// What a quantity counts if that is certainly not the unit; nil otherwise.
  ///
  /// Its noun must be of a known kind, and so must the unit. A word after the noun may be what is counted: in
  /// "12 police stations", `police` is not. A single thing is never reported, because its noun may be part of a name.
  func contradiction(of match: QuantityMatch, to unit: String, in text: SourceText) -> Contradiction? {
    let words = words(ofUnit: unit)
    let asked = words.reduce(into: Set<String>()) { $0.formUnion(units?.kinds(ofNoun: $1) ?? []) }
    guard !NounKind.things(asked).isEmpty, !match.countsOnlyInAnswers, match.quantity != Quantity(1) else { return nil }
    if case .money = match.unit {
      return NounKind.areDisjoint([NounKind.money], asked) ? Contradiction(span: match.span, noun: nil) : nil
    }
    guard match.unit == .plain, let place = match.noun else { return nil }
    let noun = text.words(place)
    let named = kinds(ofNoun: noun.lowercased())
    guard !named.contains(NounKind.unnamed), NounKind.areDisjoint(named, asked) else { return nil }
    let next = text.word(after: place)?.lowercased() ?? ""
    let mayBeMeant =
      words.contains { isSameNoun(next, $0) } || !NounKind.areDisjoint(kinds(ofNoun: next), asked, ifUnknown: true)
    guard !mayBeMeant, !words.contains(where: { isSameNoun(noun.lowercased(), $0) }) else { return nil }
    return Contradiction(
      span: min(match.span.lowerBound, place.lowerBound)..<max(match.span.upperBound, place.upperBound), noun: noun)
  }

  struct Contradiction {
    /// The quantity and its noun, in bytes of the seed's file.
    var span: Range<Int>
    /// Nil for money.
    var noun: String?
  }

  private func kinds(ofNoun noun: String) -> Set<String> { nouns?.kinds(ofNoun: noun) ?? [] }

  private func words(ofUnit unit: String) -> [String] {
    unit.split { !$0.isLetter }.map { $0.lowercased() }
  }
}

/// Whether two nouns in lower case are forms of one noun: equal apart from an ending of up to two letters.
private func isSameNoun(_ one: String, _ other: String) -> Bool {
  let (short, long) = one.count <= other.count ? (one, other) : (other, one)
  return long == short || (short.count >= 3 && long.count <= short.count + 2 && long.hasPrefix(short))
}

/// The kinds with a meaning of their own. All others are names that the data files share.
private enum NounKind {
  static let general = "general"
  static let unnamed = "unnamed"
  static let money = "money"
  static let collective = "collective"

  /// The kinds of what is measured, not counted: "twice a day".
  private static let measures: Set<String> = [money, "time", "length", "weight", "volume", "area"]

  /// The kinds that are part of a broader one: children are people.
  private static let broader = ["children": "people", "ships": "vehicles", "aircraft": "vehicles"]

  /// Kinds that are never compared, because their nouns may stand for people and things: "six states", "two raids".
  private static let standing: Set<String> = ["events", "organisations", "places"]

  /// Without the kinds that say only how a noun is used, and those that are never compared.
  static func things(_ kinds: Set<String>) -> Set<String> {
    kinds.subtracting([general, unnamed, collective]).subtracting(standing)
  }

  /// Whether a noun in the singular is one thing: "a family" is several people.
  static func isOfSingleThings(_ kinds: Set<String>) -> Bool {
    !kinds.contains(collective) && kinds.isDisjoint(with: measures) && !things(kinds).isEmpty
  }

  static func withBroader(_ kinds: Set<String>) -> Set<String> { kinds.union(kinds.compactMap { broader[$0] }) }

  /// Whether nothing is of one of the first kinds and of one of the second ones. `ifUnknown` is the result if there are
  /// no first kinds.
  static func areDisjoint(_ first: Set<String>, _ second: Set<String>, ifUnknown: Bool = false) -> Bool {
    let first = things(first)
    // Why the broadest kinds: students are listed as people, and may be children.
    func broadest(_ kinds: Set<String>) -> Set<String> { Set(kinds.map { broader[$0] ?? $0 }) }
    return first.isEmpty ? ifUnknown : broadest(first).isDisjoint(with: broadest(things(second)))
  }
}

extension SourceText {
  /// The word after a span of the seed's bytes, if there is only a space or a hyphen before it.
  fileprivate func word(after span: Range<Int>) -> String? {
    let folded = seed.folded
    let start = folded.folded(span.upperBound) + 1
    guard start < folded.bytes.count, [0x20, 0x2D].contains(folded.bytes[start - 1]) else { return nil }
    let word = folded.bytes[start...].prefix { $0.isLetter || $0 >= 0x80 }
    return word.isEmpty ? nil : seed.text(word.indices)
  }
}
