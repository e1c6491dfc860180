/// Knows the kinds of things that the nouns of a language name: people, buildings, vehicles.
protocol NounKinds: Sendable {
  /// The kinds of a noun in lower case; empty if the noun is unknown.
  ///
  /// Two of the kinds say how a noun is used. A noun of the kind `general` names a whole kind, as "people" does. One of
  /// the kind `unnamed` stands in place of a noun, as "others" does.
  func kinds(ofNoun noun: String) -> Set<String>
}

extension QuantityGrammar: NounKinds {}
