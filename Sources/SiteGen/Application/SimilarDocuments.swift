/// The seeds that share at least a fifth of their runs of five words with a text, with the share of the shorter one's
/// runs in per cent; the most similar first. Words are compared without case, accents and marks, so a reworded copy is
/// found as far as its wording was kept.
func similarDocuments(to text: [UInt8], among seeds: [SourceFile]) -> [(path: String, share: Int)] {
  let own = wordRuns(of: text)
  guard !own.isEmpty else { return [] }
  let texts = seeds.filter { $0.path.hasSuffix(".txt") }
  return parallelMap(texts) { seed -> (path: String, share: Int) in
    let other = wordRuns(of: seed.bytes)
    let shorter = min(own.count, other.count)
    return (seed.path, shorter == 0 ? 0 : own.intersection(other).count * 100 / shorter)
  }
  .filter { $0.share >= 20 }
  .sorted { ($1.share, $0.path) < ($0.share, $1.path) }
}

/// A hash of each run of five words (FNV-1a over the numbers of the words).
private func wordRuns(of text: [UInt8]) -> Set<UInt64> {
  var hashes: [UInt64] = []
  var words = SearchWords()
  words.forEach(in: text) { hashes.append($0.mixed) }
  guard hashes.count >= 5 else { return [] }
  return Set(
    (0...hashes.count - 5).map { start in
      hashes[start..<start + 5].reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ $1) &* 0x100_0000_01B3 }
    })
}
