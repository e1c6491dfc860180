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

  /// The number of entries.
  private var count = 0
  private var vocabulary = SearchVocabulary()
  private var reader = SearchWords()
  private var entryPieces = SearchPieces("entries", in: ("[", "]"), upTo: SearchIndex.pieceSize.entries)
  /// The last entry.
  private var json = JSONWriter()

  /// Adds an entry. Why one by one: the texts of all entries would take as much memory as the finished files.
  mutating func add(_ entry: SearchEntry) {
    reader.forEach(in: entry.title.utf8) { vocabulary.add($0, to: count, inTitle: true) }
    reader.forEach(in: entry.text.utf8) { vocabulary.add($0, to: count, inTitle: false) }
    json.removeAll()
    json.onOneLine { json in
      json.array { json in
        json.number(entry.kind.rawValue)
        json.string(entry.title)
        json.string(entry.address)
        json.string(entry.text)
      }
    }
    entryPieces.add(count, json.bytes)
    count += 1
  }

  /// Words that are in more entries are useless, and their lists are long.
  private var mostEntries: Int { max(400, count / 2) }

  /// The words that a search can find, in order.
  var words: [SearchPostings] {
    vocabulary.words.filter { $0.entries <= mostEntries }.sorted { $0.word < $1.word }
  }

  /// Words that are in more than half of the entries, and in more than 400. A search ignores them.
  var common: [String] { vocabulary.words.filter { $0.entries > mostEntries }.map(\.word.string).sorted() }

  /// A file of the search.
  struct File: Sendable {
    /// In the folder from which search.js loads it.
    let name: String
    let bytes: [UInt8]
    let sha256: String

    fileprivate init(_ name: String, _ bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
      sha256 = SiteGen.sha256(bytes)
    }

    /// Why: after an update, the numbers in an old piece mean other entries.
    var version: String { contentVersion(sha256: sha256) }

    var address: String { name + "?v=" + version }
  }

  /// Every file. The last one is the index, which names the versions of the others. The files take over the memory of the
  /// entries, so this must be called only once.
  mutating func files() -> [File] {
    var wordPieces = SearchPieces("words", in: ("{", "}"), upTo: SearchIndex.pieceSize.words)
    let words = words
    for (number, word) in words.enumerated() { wordPieces.add(number, word.member) }
    let (firstWords, firstEntries) = (wordPieces.firsts, entryPieces.firsts)
    let (wordFiles, entryFiles) = (wordPieces.files(), entryPieces.files())
    var json = JSONWriter()
    json.object { json in
      json.member("entries", count)
      json.key("common")
      json.array(common)
      json.key("words")
      json.array(firstWords.map { words[$0].word.string })
      json.array("pieces") { json in
        for first in firstEntries { json.number(first) }
      }
      json.key("word_versions")
      json.array(wordFiles.map(\.version))
      json.key("piece_versions")
      json.array(entryFiles.map(\.version))
    }
    let index = File("index.js", Array("sitegenSearch.index(".utf8) + json.bytes + Array(")\n".utf8))
    return wordFiles + entryFiles + [index]
  }
}

/// Items joined into scripts of at most a certain size, each of which calls a function of search.js.
private struct SearchPieces: Sendable {
  private let name: String
  private let brackets: (open: StaticString, close: StaticString)
  private let most: Int
  /// The number of the first item of each piece.
  private(set) var firsts: [Int] = []
  private var scripts: [[UInt8]] = []
  /// The bytes of the items in the last piece.
  private var size = 0

  init(_ name: String, in brackets: (open: StaticString, close: StaticString), upTo most: Int) {
    self.name = name
    self.brackets = brackets
    self.most = most
  }

  mutating func add(_ number: Int, _ item: [UInt8]) {
    if !firsts.isEmpty, size + item.count < most {
      scripts[scripts.count - 1] += [0x2C, 0x0A]
      size += 2
    } else {
      var script: [UInt8] = []
      script.reserveCapacity(most + 64)
      script += "sitegenSearch.\(name)(\(firsts.count),\(brackets.open)".utf8
      scripts.append(script)
      firsts.append(number)
      size = 0
    }
    scripts[scripts.count - 1] += item
    size += item.count
  }

  /// The files of the pieces, which takes their memory over.
  mutating func files() -> [SearchIndex.File] {
    var files: [SearchIndex.File] = []
    files.reserveCapacity(scripts.count)
    for number in scripts.indices {
      var script: [UInt8] = []
      swap(&script, &scripts[number])
      script += "\(brackets.close))\n".utf8
      files.append(SearchIndex.File("\(name)-\(number).js", script))
    }
    return files
  }
}
