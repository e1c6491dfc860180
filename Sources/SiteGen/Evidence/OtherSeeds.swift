/// The seeds of all sources. It finds words that are quoted from the wrong one.
struct OtherSeeds: Sendable {
  private let seeds: Lazy<[(id: String, seed: SeedText, pairs: WordPairs)]>

  /// Where words are in another seed.
  struct Match: Sendable {
    let sourceID: String
    let place: Place
  }

  init(_ sources: [Source] = []) {
    // Why a limit: the folded text of a seed takes five times its size.
    let sources = sources.filter { $0.seed.file.bytes.count <= 1 << 20 }.map { ($0.id, $0.seed.file) }
    seeds = Lazy {
      sources.map { id, file in
        let seed = SeedText(file)
        return (id: id, seed: seed, pairs: WordPairs(of: seed.folded.bytes))
      }
    }
  }

  /// The first place of words in each of the first three other seeds that have them. Words that are so short that
  /// they could be anywhere are not searched for.
  func matches(of words: String, besides path: String) -> [Match] {
    guard words.utf8.count >= 12, let first = seeds.value.first else { return [] }
    let pairs = WordPairs.hashes(within: first.seed.folded.folding(words))
    return Array(
      seeds.value.lazy.filter { $0.seed.file.path != path && $0.pairs.mayContain(pairs) }.compactMap { id, seed, _ in
        var found: Match?
        seed.folded.forEachPlace(of: seed.folded.folding(words)) { place in
          found = Match(sourceID: id, place: seed.place(place))
          return false
        }
        return found
      }.prefix(3))
  }
}
