/// Where the words of some texts, and the pairs of adjacent words, are in a longer text: how often, and the first places.
///
/// It is made in one pass over the longer text, and needs little memory whatever its length.
struct WordOccurrences: Sendable {
  /// The places of a word or pair, as numbers of words before it.
  struct Places: Sendable {
    var count = 0
    /// The first ones, in order; at most `WordOccurrences.most`.
    var first: [Int32] = []
  }

  static let most = 40

  private let text: [UInt8]
  private var places: [UInt32: Places] = [:]
  /// The byte after each word whose number is one less than a multiple of `stride`, from which to read on.
  private var marks: [Int] = [0]
  private(set) var count = 0

  private static let stride = 256

  /// Finds the words of several lists in a text.
  init(of lists: [[PassageWord]], in text: [UInt8]) {
    self.text = text
    for words in lists {
      for hash in WordOccurrences.hashes(words) { places[hash] = Places() }
    }
    // Why: looking up each word of the text in the table would take most of the time.
    var filter = [Bool](repeating: false, count: 1 << 16)
    for hash in places.keys { filter[Int(hash & 0xFFFF)] = true }
    var found: [UInt32: Places] = [:]
    swap(&found, &places)
    func note(_ hash: UInt32, at position: Int) {
      guard filter[Int(hash & 0xFFFF)], let index = found.index(forKey: hash) else { return }
      found.values[index].count += 1
      if found.values[index].first.count < WordOccurrences.most {
        found.values[index].first.append(Int32(truncatingIfNeeded: position))
      }
    }
    var words = PassageWords(text)
    var last: PassageWord?
    while let word = words.next() {
      if let last { note(last.hash(with: word), at: count - 1) }
      note(word.hash, at: count)
      last = word
      count += 1
      if count % WordOccurrences.stride == 0 { marks.append(words.position) }
    }
    places = found
  }

  /// Whether the places of some words are known.
  func covers(_ words: [PassageWord]) -> Bool { WordOccurrences.hashes(words).allSatisfy { places[$0] != nil } }

  /// The places of a word or a pair.
  subscript(hash: UInt32) -> Places { places[hash] ?? Places() }

  /// The words of the text in a range of their numbers.
  func words(in range: Range<Int>) -> [PassageWord] {
    let mark = range.lowerBound / WordOccurrences.stride
    var words = PassageWords(text, from: marks[mark])
    var found: [PassageWord] = []
    for number in mark * WordOccurrences.stride..<range.upperBound {
      guard let word = words.next() else { break }
      if range.contains(number) { found.append(word) }
    }
    return found
  }

  private static func hashes(_ words: [PassageWord]) -> [UInt32] {
    words.map(\.hash) + zip(words, words.dropFirst()).map { $0.hash(with: $1) }
  }
}
