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
    /// A day or years, whose parts are marked.
    case date
    /// An exception to the patterns below it.
    case quantity
    /// Two numbers that are no range: by how much something changed, and to what.
    case twoQuantities = "two-quantities"
    // A quantity with a qualifier of a class, unless another one is next to it.
    case about = "quantity about"
    case atLeast = "quantity at-least"
    case atMost = "quantity at-most"
    case moreThan = "quantity more-than"
    case fewerThan = "quantity fewer-than"
    case nearly = "quantity nearly"
    case justOver = "quantity just-over"

    var qualifier: Qualifier? {
      switch self {
      case .about: .about
      case .atLeast: .atLeast
      case .atMost: .atMost
      case .moreThan: .moreThan
      case .fewerThan: .fewerThan
      case .nearly: .nearly
      case .justOver: .justOver
      default: nil
      }
    }
  }

  /// What a number or word is in a share or a date: "part:NUMBER".
  enum Label: String, CaseIterable, Sendable {
    case part, whole, weekday, day, month, year

    static let ofProportions: Set<Label> = [.part, .whole]
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
    /// The value of the label, in place of that of the token: "whole=5:".
    var value: Double?

    /// Whether it matches any qualifiers, or none.
    var isQualifiers: Bool { if case .qualifiers = kind { true } else { false } }

    /// Whether it consumes nothing.
    var isLookahead: Bool {
      switch kind {
      case .presence, .absence: true
      default: false
      }
    }
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
}
