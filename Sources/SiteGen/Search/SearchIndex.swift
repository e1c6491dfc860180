/// A search result: a page, a part of a page, or an answer.
struct SearchEntry: Sendable {
  var kind: Kind
  /// The title of the result. Words in it have more weight.
  var title: String
  /// Relative to the root of the site.
  var address: String
  /// The rest of the searchable text, from which the excerpt is taken.
  var text: String

  /// In the order in which results are shown.
  enum Kind: Int, CaseIterable, Sendable {
    case question, answer, note, source, speaker
  }
}

/// The files of a search that needs no server: words with their entries, and the entries. Both are split into pieces,
/// and a search loads only the pieces that it needs.
///
/// The files are scripts, because a page that is opened from disk cannot load files of other types. Each script calls a
/// function of search.js with its data. The entries of a word are encoded as follows: twice the number of the entry,
/// plus one if the word is in its title; then the difference from the previous value, in base 36.
struct SearchIndex: Sendable {
  /// The maximum size of a piece in bytes, unless a single entry or word is larger.
  ///
  /// Why smaller pieces of entries: results are scattered over all pieces, but words with the same prefix are together.
  static let pieceSize = (words: 24_000, entries: 8_000)

  private(set) var words: [(word: [UInt8], postings: [Int])] = []
  /// Words that are in more than half of the entries, and in more than 400. A search ignores them.
  private(set) var common: [String] = []
  private let entries: [SearchEntry]

  init(_ entries: [SearchEntry]) {
    self.entries = entries
    var known = WordNumbers()
    var postings: [[Int32]] = []
    var reader = SearchWords()
    for (number, entry) in entries.enumerated() {
      func add(_ text: String, _ value: Int32) {
        reader.forEach(in: text.utf8) { word in
          let index = known.number(of: word)
          if index == postings.count { postings.append([]) }
          // Why only the last: entries are read in order.
          if let last = postings[index].last, last >> 1 == value >> 1 { return }
          postings[index].append(value)
        }
      }
      add(entry.title, Int32(truncatingIfNeeded: number * 2 + 1))
      add(entry.text, Int32(truncatingIfNeeded: number * 2))
    }
    // Why: the list of entries for a very common word is long and useless.
    let limit = max(400, entries.count / 2)
    let all = zip(known.words, postings)
    common = all.filter { $0.1.count > limit }.map { String(decoding: $0.0, as: UTF8.self) }.sorted()
    words = all.filter { $0.1.count <= limit }.map { ($0.0, $0.1.map(Int.init)) }
      .sorted { $0.word.lexicographicallyPrecedes($1.word) }
  }

  /// A file of the search.
  struct File: Sendable {
    /// In the folder from which search.js loads it.
    let name: String
    let bytes: [UInt8]
    /// Why: after an update, the numbers in an old piece mean other entries.
    let version: String

    init(_ name: String, _ bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
      version = contentVersion(of: bytes)
    }

    var address: String { name + "?v=" + version }
  }

  /// Every file. The last one is the index, which names the versions of the others.
  func files() -> [File] {
    let wordPieces = pieces(
      words.map { entry in
        var bytes = Array("\"".utf8) + entry.word + Array("\":\"".utf8)
        var before = 0
        for (index, value) in entry.postings.enumerated() {
          if index > 0 { bytes.append(0x20) }
          bytes += String(value - before, radix: 36).utf8
          before = value
        }
        return bytes + [0x22]
      }, upTo: SearchIndex.pieceSize.words)
    let entryPieces = pieces(
      entries.map { entry in
        var json = JSONWriter()
        json.onOneLine { json in
          json.array { json in
            json.number(entry.kind.rawValue)
            json.string(entry.title)
            json.string(entry.address)
            json.string(entry.text)
          }
        }
        return json.bytes
      }, upTo: SearchIndex.pieceSize.entries)
    let wordFiles = wordPieces.enumerated().map { number, piece in
      File("words-\(number).js", script("words", number, [0x7B], piece.bytes, [0x7D]))
    }
    let entryFiles = entryPieces.enumerated().map { number, piece in
      File("entries-\(number).js", script("entries", number, [0x5B], piece.bytes, [0x5D]))
    }
    var json = JSONWriter()
    json.object { json in
      json.member("entries", entries.count)
      json.key("common")
      json.array(common)
      json.key("words")
      json.array(wordPieces.map { String(decoding: words[$0.first].word, as: UTF8.self) })
      json.array("pieces") { json in
        for piece in entryPieces { json.number(piece.first) }
      }
      json.key("word_versions")
      json.array(wordFiles.map(\.version))
      json.key("piece_versions")
      json.array(entryFiles.map(\.version))
    }
    let index = File("index.js", Array("sitegenSearch.index(".utf8) + json.bytes + Array(")\n".utf8))
    return wordFiles + entryFiles + [index]
  }

  private func script(
    _ function: String, _ number: Int, _ open: [UInt8], _ bytes: [UInt8], _ close: [UInt8]
  ) -> [UInt8] {
    Array("sitegenSearch.\(function)(\(number),".utf8) + open + bytes + close + Array(")\n".utf8)
  }

  /// The items in order, joined into pieces of at most `size` bytes, with the number of the first item of each.
  private func pieces(_ items: [[UInt8]], upTo size: Int) -> [(first: Int, bytes: [UInt8])] {
    var pieces: [(first: Int, bytes: [UInt8])] = []
    for (number, item) in items.enumerated() {
      if let last = pieces.last, last.bytes.count + item.count < size {
        pieces[pieces.count - 1].bytes += [0x2C, 0x0A] + item
      } else {
        pieces.append((number, item))
      }
    }
    return pieces
  }
}

/// Numbers words from 0 in order of first appearance.
///
/// Why not a dictionary: hashing an array costs several times as much as reading the word.
private struct WordNumbers {
  private(set) var words: [[UInt8]] = []
  private var slots = [Int32](repeating: -1, count: 1 << 12)

  mutating func number(of word: [UInt8]) -> Int {
    if words.count * 2 >= slots.count { grow() }
    let slot = slot(of: word)
    if slots[slot] >= 0 { return Int(slots[slot]) }
    slots[slot] = Int32(truncatingIfNeeded: words.count)
    words.append(word)
    return words.count - 1
  }

  private func slot(of word: [UInt8]) -> Int {
    // FNV-1a, 64 bits.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    var slot = Int(truncatingIfNeeded: (hash ^ (hash >> 32)) & UInt64(slots.count - 1))
    while slots[slot] >= 0, words[Int(slots[slot])] != word { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (number, word) in words.enumerated() { slots[slot(of: word)] = Int32(truncatingIfNeeded: number) }
  }
}
