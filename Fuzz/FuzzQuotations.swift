@testable import SiteGen

/// The first two bytes choose a passage of the rest, which is the seed. The words of the passage are found at its
/// position. Each match folds to the words searched for and has the code points that are published.
func fuzzQuotations(_ bytes: [UInt8]) {
  guard bytes.count > 3 else { return }
  let file = SourceFile(path: "seeds/a.txt", bytes: Array(bytes[2...]))
  guard checkText(file, .seedUnreadable).isEmpty else { return }
  let seed = SeedText(file)
  let count = file.bytes.count
  let start = file.textStart + Int(bytes[0]) * (count - file.textStart) / 256
  let span = start..<max(start, min(count, start + Int(bytes[1])))
  // The passage is extended to whole grapheme clusters and words.
  let (low, high) = (seed.folded.folded(span.lowerBound), seed.folded.folded(span.upperBound))
  var (first, end) = (seed.folded.word(around: low).lowerBound, max(low, seed.folded.word(around: high).upperBound))
  while !seed.folded.isClusterBoundary(first) { first -= 1 }
  while !seed.folded.isClusterBoundary(end) { end += 1 }
  let words = first..<end
  guard !seed.folded.cutsWord(at: first), !seed.folded.cutsWord(at: end) else { return }
  let exact = seed.quotation(at: words).exact
  let pattern = seed.folded.folding(exact)
  if !pattern.isEmpty {
    var isThere = false
    seed.folded.forEachPlace(of: pattern) { place in
      isThere = place.clamped(to: words) == place
      return !isThere
    }
    demand(isThere, "words are not found at their position: \(words) of \(file.bytes)")
  }
  // Also search for other words: the passage without its extension, and the end of the input.
  for looked in [file.text(span), file.text(count - min(count, 9)..<count)] {
    let search = seed.search(looked, prefix: bytes[0] % 4 == 0 ? "a" : nil)
    guard case .found(let place) = search else { continue }
    let quotation = seed.quotation(at: place)
    demand(seed.folded.folding(quotation.exact) == seed.folded.folding(looked), "different words are found")
    let scalars = Array(String(decoding: file.bytes, as: UTF8.self).unicodeScalars)
    demand(
      quotation.start <= quotation.end && quotation.end <= scalars.count
        && scalars[quotation.start..<quotation.end].elementsEqual(quotation.exact.unicodeScalars),
      "the offsets do not give the words")
  }
  let missing = file.text(span) + " x"
  _ = NearestPassages(seed, to: [missing]).nearest(to: missing)
}
