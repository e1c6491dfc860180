/// The quantities and dates of a seed.
///
/// A seed may hold millions of numbers. Of a long seed it keeps the places of all quantities, but their values only
/// where the seed is quoted; it reads any other part again when that part is asked for.
struct SeedReading: Sendable {
  private let kept: QuantityReading
  /// The spans for which `kept` is complete; nil for the whole seed.
  private let complete: SpanSet?
  private let readAgain: @Sendable (Range<Int>) -> [QuantityReading]
  private let anyPart: @Sendable (@escaping @Sendable (QuantityMatch) -> Bool) -> Bool
  private let places: [(start: Int32, end: Int32)]
  /// The different days that the whole seed names, and its weekdays and years.
  let days: Set<DateMention.Kind>
  /// Whether the seed has a day of a calendar other than the Gregorian one.
  let hasOtherCalendar: Bool

  /// With `quoted`, the quoted spans of a long seed; nil for a short one, of which everything is kept.
  init(_ file: SourceFile, _ grammar: QuantityGrammar, quoted: [Range<Int>]?, readsAges: Bool = false) {
    let complete = quoted.map(SpanSet.init)
    let text = file.textStart..<file.bytes.count
    let parts = grammar.readParts(of: file.bytes, in: text, readsAges: readsAges) { part in
      (
        kept: part.filtered { complete?.touches($0) ?? true }, places: readsAges ? [] : SeedReading.places(in: part),
        days: Set(part.dates.map(\.kind))
      )
    }
    kept = QuantityReading(joining: parts.map(\.kept))
    self.complete = complete
    places = parts.flatMap(\.places)
    days = parts.reduce(into: []) { $0.formUnion($1.days) }
    hasOtherCalendar = kept.hasOtherCalendar
    readAgain = { span in
      grammar.readParts(of: file.bytes, in: text, touching: span, readsAges: readsAges) { $0 }
    }
    anyPart = { isFitting in
      grammar.readParts(of: file.bytes, in: text, readsAges: readsAges) { $0.quantities.contains(where: isFitting) }
        .contains(true)
    }
  }

  /// A reading of the whole seed.
  init(_ reading: QuantityReading) {
    kept = reading
    complete = nil
    places = SeedReading.places(in: reading)
    days = Set(reading.dates.map(\.kind))
    hasOtherCalendar = reading.hasOtherCalendar
    readAgain = { _ in [reading] }
    anyPart = { reading.quantities.contains(where: $0) }
  }

  /// The spans of the quantities that count for coverage, in order; none if ages were read as well.
  var counted: some Sequence<Range<Int>> {
    places.lazy.map { Int($0.start)..<Int($0.end) }
  }

  /// A reading that is complete inside a span and at its ends.
  func around(_ span: Range<Int>) -> QuantityReading {
    guard let complete, !complete.contains(span) else { return kept }
    return QuantityReading(joining: readAgain(span))
  }

  /// Whether a quantity of the seed meets a condition.
  func contains(where isFitting: @escaping @Sendable (QuantityMatch) -> Bool) -> Bool {
    if kept.quantities.contains(where: isFitting) { return true }
    guard complete != nil else { return false }
    return anyPart(isFitting)
  }

  private static func places(in reading: QuantityReading) -> [(Int32, Int32)] {
    var places: [(Int32, Int32)] = []
    places.reserveCapacity(reading.quantities.count)
    // Why by index: a loop over the elements would copy each of them.
    for index in reading.quantities.indices where !reading.quantities[index].countsOnlyInAnswers {
      let span = reading.quantities[index].span
      places.append((Int32(truncatingIfNeeded: span.lowerBound), Int32(truncatingIfNeeded: span.upperBound)))
    }
    return places
  }
}

extension QuantityReading {
  /// What a reading holds at the spans that are asked for.
  fileprivate func filtered(where isKept: (Range<Int>) -> Bool) -> QuantityReading {
    var kept = QuantityReading()
    for index in quantities.indices where isKept(quantities[index].span) { kept.quantities.append(quantities[index]) }
    kept.dates = dates.filter { isKept($0.span) }
    kept.notUnderstood = notUnderstood.filter(isKept)
    kept.hasOtherCalendar = hasOtherCalendar
    return kept
  }

  /// The readings of adjacent parts of a text, in order.
  fileprivate init(joining parts: [QuantityReading]) {
    for part in parts {
      quantities += part.quantities
      dates += part.dates
      notUnderstood += part.notUnderstood
      hasOtherCalendar = hasOtherCalendar || part.hasOtherCalendar
    }
  }
}
