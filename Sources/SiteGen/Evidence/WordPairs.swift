/// The pairs of adjacent words of a text, as a set that says of some other pairs, too, that it contains them: a Bloom
/// filter with one hash. It tells in little time that a text does not have a quotation.
///
/// The words are in Unicode normalisation form C, because each text has its own spelling of equivalent characters.
struct WordPairs: Sendable {
  private var bits: [UInt64]

  init(of text: [UInt8]) {
    let pairs = WordPairs.hashes(PassageWord.words(of: inNormalisationFormC(text))[...])
    // Eight to sixteen bits for each pair.
    var size = 1
    while size < pairs.count / 8 { size *= 2 }
    bits = [UInt64](repeating: 0, count: size)
    for pair in pairs { bits[Int(pair >> 6) & (size - 1)] |= 1 << UInt64(pair & 63) }
  }

  /// Whether the text may contain all pairs with these hashes.
  func mayContain(_ hashes: [UInt32]) -> Bool {
    hashes.allSatisfy { bits[Int($0 >> 6) & (bits.count - 1)] & 1 << UInt64($0 & 63) != 0 }
  }

  /// The hashes of the pairs that are in every text in which folded words appear.
  static func hashes(within words: [UInt8]) -> [UInt32] {
    // Why without the first and the last word: in a text, they may be part of longer ones, such as "«Hello".
    hashes(PassageWord.words(of: inNormalisationFormC(words)).dropFirst().dropLast())
  }

  private static func hashes(_ words: ArraySlice<PassageWord>) -> [UInt32] {
    zip(words, words.dropFirst()).map { word, next in word.hash(with: next) }
  }
}
