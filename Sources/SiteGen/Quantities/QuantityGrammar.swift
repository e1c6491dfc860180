/// What a text holds of numbers and days.
struct QuantityReading: Sendable {
  /// In order, without overlap.
  var quantities: [QuantityMatch] = []
  /// In order, without overlap, and never part of a quantity.
  var dates: [DateMention] = []
}

/// Finds the quantities and dates of running text in one language; making one builds its tables, so make it once.
struct QuantityGrammar: Sendable {
  init(language: String) {}

  func read(_ bytes: [UInt8], in range: Range<Int>? = nil) -> QuantityReading { QuantityReading() }
  func quantities(in bytes: [UInt8], range: Range<Int>? = nil) -> [QuantityMatch] { read(bytes, in: range).quantities }
  func dates(in bytes: [UInt8], range: Range<Int>? = nil) -> [DateMention] { read(bytes, in: range).dates }
  func years(in bytes: [UInt8], range: Range<Int>? = nil) -> [Int] { [] }
  func parseAnswer(_ text: String) -> Quantity? { nil }
}
