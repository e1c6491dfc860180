/// The quantities and dates of a seed.
///
/// A seed may hold millions of numbers. Of a long seed it keeps the places of all quantities, but their values only
/// where the seed is quoted; it reads any other part again when that part is asked for.
struct SeedReading: Sendable {
  private let kept: QuantityReading
  /// The spans for which `kept` is complete; nil for the whole seed.
  private let complete: SpanSet?
  private let readAgain: @Sendable (Range<Int>?, (QuantityReading) -> Void) -> Void
  private let places: [(start: Int32, end: Int32)]
  /// The different days that the whole seed names, and its weekdays and years.
  let days: Set<DateMention.Kind>
  /// Whether the seed has a day of a calendar other than the Gregorian one.
  let hasOtherCalendar: Bool

  /// With `quoted`, the quoted spans of a long seed; nil for a short one, of which everything is kept.
  init(_ file: SourceFile, _ grammar: QuantityGrammar, quoted: [Range<Int>]?, readsAges: Bool = false) {
    var kept = QuantityReading()
    var places: [(Int32, Int32)] = []
    var days: Set<DateMention.Kind> = []
    var hasOtherCalendar = false
    let complete = quoted.map(SpanSet.init)
    let text = file.textStart..<file.bytes.count
    grammar.readParts(of: file.bytes, in: text, readsAges: readsAges) { part in
      if !readsAges { places += SeedReading.places(in: part) }
      for date in part.dates { days.insert(date.kind) }
      hasOtherCalendar = hasOtherCalendar || part.hasOtherCalendar
      kept.append(part) { complete?.touches($0) ?? true }
    }
    self.kept = kept
    self.complete = complete
    self.places = places
    self.days = days
    self.hasOtherCalendar = hasOtherCalendar
    readAgain = { span, visit in
      grammar.readParts(of: file.bytes, in: text, touching: span, readsAges: readsAges, visit)
    }
  }

  /// A reading of the whole seed.
  init(_ reading: QuantityReading) {
    kept = reading
    complete = nil
    places = SeedReading.places(in: reading)
    days = Set(reading.dates.map(\.kind))
    hasOtherCalendar = reading.hasOtherCalendar
    readAgain = { _, visit in visit(reading) }
  }

  /// The spans of the quantities that count for coverage, in order; none if ages were read as well.
  var counted: some Sequence<Range<Int>> {
    places.lazy.map { Int($0.start)..<Int($0.end) }
  }

  /// A reading that is complete inside a span and at its ends.
  func around(_ span: Range<Int>) -> QuantityReading {
    guard let complete, !complete.contains(span) else { return kept }
    var reading = QuantityReading()
    readAgain(span) { part in reading.append(part) { _ in true } }
    return reading
  }

  /// Whether a quantity of the seed meets a condition.
  func contains(where isFitting: (QuantityMatch) -> Bool) -> Bool {
    if kept.quantities.contains(where: isFitting) { return true }
    guard complete != nil else { return false }
    var isFound = false
    readAgain(nil) { part in isFound = isFound || part.quantities.contains(where: isFitting) }
    return isFound
  }

  private static func places(in reading: QuantityReading) -> [(Int32, Int32)] {
    reading.quantities.compactMap { match in
      match.countsOnlyInAnswers
        ? nil
        : (Int32(truncatingIfNeeded: match.span.lowerBound), Int32(truncatingIfNeeded: match.span.upperBound))
    }
  }
}

extension QuantityReading {
  /// Appends what a later part of the text holds at the spans that are asked for.
  fileprivate mutating func append(_ part: QuantityReading, where isKept: (Range<Int>) -> Bool) {
    quantities += part.quantities.filter { isKept($0.span) }
    dates += part.dates.filter { isKept($0.span) }
    notUnderstood += part.notUnderstood.filter(isKept)
  }
}
