/// A word and the entries that contain it.
struct SearchPostings: Sendable {
  let word: SearchWord
  /// The number of entries.
  private(set) var entries = 0
  /// What the entries are encoded as; see `SearchIndex`.
  private var encoded: [UInt8] = []
  private var last = 0

  fileprivate init(_ word: SearchWord) { self.word = word }

  /// The word and its entries as a member of a JSON object.
  var member: [UInt8] {
    var member: [UInt8] = []
    member.reserveCapacity(encoded.count + 37)
    member.append(UInt8(ascii: "\""))
    member += word.utf8
    member += "\":\"".utf8
    member += encoded
    member.append(UInt8(ascii: "\""))
    return member
  }

  /// Adds an entry, whose number must not be less than those before. Only the first place in an entry counts.
  @inline(__always) fileprivate mutating func add(_ entry: Int, inTitle: Bool) {
    guard entries == 0 || last >> 1 != entry else { return }
    let value = entry * 2 + (inTitle ? 1 : 0)
    if entries > 0 { encoded.append(0x20) }
    encoded.appendBase36(value - last)
    last = value
    entries += 1
  }
}

/// All words of a search, numbered in the order in which they are first found.
struct SearchVocabulary {
  private(set) var words: [SearchPostings] = []
  /// Open addressing, -1 for none; the size is a power of two.
  private var slots = [Int32](repeating: -1, count: 1 << 12)

  /// Adds a word of an entry; the entries must come in order, each with its title before its text.
  mutating func add(_ word: SearchWord, to entry: Int, inTitle: Bool) {
    words[number(of: word)].add(entry, inTitle: inTitle)
  }

  private mutating func number(of word: SearchWord) -> Int {
    let slot = slot(of: word)
    if slots[slot] >= 0 { return Int(slots[slot]) }
    slots[slot] = Int32(truncatingIfNeeded: words.count)
    words.append(SearchPostings(word))
    if words.count * 2 > slots.count { grow() }
    return words.count - 1
  }

  private func slot(of word: SearchWord) -> Int {
    var slot = Int(truncatingIfNeeded: word.mixed) & (slots.count - 1)
    while slots[slot] >= 0, words[Int(slots[slot])].word != word { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (number, word) in words.enumerated() { slots[slot(of: word.word)] = Int32(truncatingIfNeeded: number) }
  }
}

extension [UInt8] {
  /// Appends the digits of a number of at least 0 in base 36.
  fileprivate mutating func appendBase36(_ number: Int) {
    if number >= 36 { appendBase36(number / 36) }
    let digit = UInt8(truncatingIfNeeded: number % 36)
    append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
  }
}
