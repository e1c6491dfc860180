/// A question of the fact sheet.
struct Question: Sendable {
  var id: String
  /// The identifier of the topic that asks it.
  var topic: String
  var asks: String
  var label: String
  var kind: Kind
  /// The identifier of the question that this one is a part of.
  var partOf: Located<String>?
  var isSensitive: Bool
  /// The plural forms of the unit; empty if the question has only one form.
  var unitForms: [UnitForm] = []
  var related: [Related] = []
  /// The editor's headline for a list.
  var inBrief: Paragraph?
  /// The span of the identifier in the topic's file.
  var span: Range<Int>
  /// The texts of the question, its label and its choices in the topic's file.
  var wording: [Wording] = []

  /// A text that a question shows, with the choice's identifier if it belongs to a choice.
  struct Wording: Sendable {
    var words: Located<String>
    var choice: String?
  }

  struct UnitForm: Sendable {
    var category: PluralRules.Category
    var words: Located<String>
  }

  enum Kind: Sendable {
    /// The unit is its form `other`. The units `year` and `date` are reserved.
    case numeric(unit: String, counts: Counts)
    /// The answers of a state (`counts: stock`) are compared only within one day and place.
    case worded(choices: [Choice], isState: Bool)
    case list
  }

  /// How counts from different days relate.
  enum Counts: String, Sendable, CaseIterable {
    case cumulative, event, stock, projected
  }

  struct Choice: Sendable {
    var id: String
    var words: String
  }

  /// Every paragraph of Markdown.
  var paragraphs: [Paragraph] { (inBrief.map { [$0] } ?? []) + related.map(\.note) }

  var unit: String? {
    if case .numeric(let unit, _) = kind { unit } else { nil }
  }

  /// A plural form of the unit; nil if the question does not give it.
  func unit(inForm category: PluralRules.Category) -> String? {
    unitForms.first { $0.category == category }?.words.value
  }

  /// All forms of the unit, to compare them with nouns.
  var unitInAllForms: String? {
    unitForms.isEmpty ? unit : unitForms.map(\.words.value).joined(separator: " ")
  }

  var counts: Counts? {
    switch kind {
    case .numeric(_, let counts): counts
    case .worded(_, let isState): isState ? .stock : nil
    case .list: nil
    }
  }

  var choices: [Choice] {
    if case .worded(let choices, _) = kind { choices } else { [] }
  }

  /// The text of a choice; nil if the question has no such choice.
  func words(ofChoice id: String) -> String? {
    choices.first { $0.id == id }?.words
  }

  /// Whether its text, label or unit contains a noun; false for an empty noun.
  func names(_ noun: String) -> Bool {
    let noun = noun.lowercased()
    return !noun.isEmpty && [asks, label, unitInAllForms ?? ""].contains { $0.lowercased().contains(noun) }
  }
}
