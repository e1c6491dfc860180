/// A part of a number that is written as one word.
struct JoinedPart: Hashable, Sendable {
  /// Folded.
  var bytes: [UInt8]
  var value: Double
  /// A role of `NumberComposer`, `half` for one half that is added, or `and`.
  var role: WordRole
}

/// Numbers that are written as one word: "einundzwanzig", "duecentoventitré", "zweieinhalb".
extension QuantityLexicon {
  /// The value of a folded word of at least two parts; nil for any other word, and for a year in words.
  func joinedNumber(_ word: ArraySlice<UInt8>) -> Double? {
    guard word.count < 120, let first = word.first, joinedParts.contains(where: { $0.bytes[0] == first }) else {
      return nil
    }
    var steps = 0
    return joined(word, NumberComposer(traits), 0, &steps)
  }

  private func joined(_ word: ArraySlice<UInt8>, _ composer: NumberComposer, _ count: Int, _ steps: inout Int)
    -> Double?
  {
    steps += 1
    guard steps < 500 else { return nil }
    if word.isEmpty { return count > 1 && !composer.isAfterAnd ? composer.value : nil }
    for part in joinedParts where word.starts(with: part.bytes) {
      var next = composer
      let rest = word.dropFirst(part.bytes.count)
      switch part.role {
      case .and:
        guard count > 0, !next.isAfterAnd else { continue }
        next.isAfterAnd = true
      case .half:
        guard rest.isEmpty, !next.isAfterAnd, next.value >= 1, next.value < 20 else { continue }
        return next.value + part.value
      // Why: from 1,100 on, "neunzehnhundert" is more often a year than a number.
      case .hundred where next.belowScale >= 10: continue
      default: guard next.append(part.role, part.value) else { continue }
      }
      if let value = joined(rest, next, count + 1, &steps) { return value }
    }
    return nil
  }
}
