/// How quoted words correspond to consecutive words of a seed.
struct PassageAlignment: Sendable {
  /// The number of words that differ, are missing or are added.
  private(set) var cost = 0
  /// Positions in the words of the seed that were given.
  private(set) var words: Range<Int>
  private var missing: Range<Int>?

  /// The consecutive words of the seed that are missing from the quoted words, if nothing else differs.
  var onlyMissing: Range<Int>? { missing?.count == cost ? missing : nil }

  /// Finds the cheapest alignment with some words of the seed.
  init(_ quoted: [PassageWord], with seed: [PassageWord]) {
    // For each position, the best alignment of the quoted words so far that ends there.
    var row = (0...seed.count).map { PassageAlignment(at: $0) }
    for word in quoted {
      var next = [row[0].adding()]
      for position in seed.indices {
        let replaced = row[position].replacing(position, isSame: word.hash == seed[position].hash)
        let skipped = next[position].skipping(position)
        let added = row[position + 1].adding()
        let best = skipped.cost < replaced.cost ? skipped : replaced
        next.append(added.cost < best.cost ? added : best)
      }
      row = next
    }
    self = row.dropFirst().reduce(row[0]) { $1.cost < $0.cost ? $1 : $0 }
  }

  private init(at position: Int) {
    words = position..<position
  }

  /// The alignment extended by a quoted word that the seed does not have.
  private func adding() -> PassageAlignment {
    var longer = self
    longer.cost += 1
    return longer
  }

  /// The alignment extended by a quoted word and the word of the seed at its position.
  private func replacing(_ position: Int, isSame: Bool) -> PassageAlignment {
    var longer = self
    longer.cost += isSame ? 0 : 1
    longer.words = words.lowerBound..<position + 1
    return longer
  }

  /// The alignment extended by a word of the seed that is not quoted.
  private func skipping(_ position: Int) -> PassageAlignment {
    var longer = self
    longer.cost += 1
    longer.words = words.lowerBound..<position + 1
    if missing == nil { longer.missing = position..<position + 1 }
    if let missing, missing.upperBound == position { longer.missing = missing.lowerBound..<position + 1 }
    return longer
  }
}
