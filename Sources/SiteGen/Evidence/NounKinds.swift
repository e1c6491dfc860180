/// Knows the kinds of things that the nouns of a language name: people, buildings, vehicles.
protocol NounKinds: Sendable {
  /// The kinds of a noun in lower case; empty if the noun is unknown.
  ///
  /// Three of the kinds say how a noun is used. A noun of the kind `general` names a whole kind, as "people" does. One of
  /// the kind `unnamed` stands in place of a noun, as "others" does. One of the kind `collective` is several things in
  /// the singular, as "family" is.
  func kinds(ofNoun noun: String) -> Set<String>
  /// Whether two words in lower case are known as forms of one noun: "house" and "houses".
  func areForms(_ one: String, _ other: String) -> Bool
}

extension QuantityGrammar: NounKinds {}
