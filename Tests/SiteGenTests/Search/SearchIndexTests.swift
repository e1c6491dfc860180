import Foundation
import Testing

@testable import SiteGen

/// The words of a search and the files of its index.
@Suite struct SearchIndexTests {
  /// `make test-site` reads the same cases with search.js.
  @Test func readsWords() throws {
    let file = Data(try fileOfProject("Tests/Search/words.json").bytes)
    let cases = try #require(JSONSerialization.jsonObject(with: file) as? [[Any]])
    #expect(cases.count > 20)
    for pair in cases {
      let text = try #require(pair.first as? String)
      #expect(words(of: text) == pair.last as? [String], "\(text)")
    }
  }

  @Test(arguments: ["3800", "3,800", "lodz", "Łódź", "LÓDZ", "3\u{202F}800"]) func findsBothSpellings(query: String) {
    let entries = ["The mayor of Łódź spoke of 3800.", "Lodz: 3’800 held", "Other: 380 and 800"].enumerated().map {
      SearchEntry(kind: .note, title: "", address: "\($0).html", text: $1)
    }
    let asked = words(of: query)
    let found = SearchIndex(entries).words.filter { asked.contains($0.word.string) }
    #expect(found.map(postings) == [[0, 2]])
  }

  @Test func removesTheAccentsThatUnicodeDecomposes() {
    var checked = 0
    for value in [0xC0...0x24F, 0x386...0x3CE, 0x400...0x4FF, 0x1E00...0x1EFF].joined() {
      guard let scalar = Unicode.Scalar(value), scalar.properties.isLowercase || scalar.properties.isUppercase else {
        continue
      }
      let plain = String(
        String.UnicodeScalarView(
          String(scalar).lowercased().decomposedStringWithCanonicalMapping.unicodeScalars.filter {
            !(0x300...0x36F).contains($0.value)
          }))
      let expected = plain.precomposedStringWithCanonicalMapping.replacingOccurrences(of: "ς", with: "σ")
      let letters = LetterBase.plainLetters(of: expected.unicodeScalars.first ?? " ")
      #expect(
        words(of: String(scalar)) == [expected.unicodeScalars.count == 1 ? letters : expected],
        "U+\(String(value, radix: 16)) \(scalar)")
      checked += 1
    }
    #expect(checked > 900)
  }

  @Test func findsEveryWordInItsEntries() throws {
    var random = SplitMix(seed: 12)
    let vocabulary = (0..<300).map { "w\($0)" }
    let entries = (0..<500).map { number in
      let text = (0..<20).map { _ in vocabulary[random.next(below: 300)] }.joined(separator: " ")
      return SearchEntry(
        kind: .note, title: "Page \(vocabulary[random.next(below: 300)])", address: "\(number).html", text: text)
    }
    let index = SearchIndex(entries)
    #expect(index.common == ["page"])
    for word in index.words {
      let name = word.word.string
      let expected = entries.indices.compactMap { number -> Int? in
        if words(of: entries[number].title).contains(name) { return number * 2 + 1 }
        return words(of: entries[number].text).contains(name) ? number * 2 : nil
      }
      #expect(postings(of: word) == expected, "\(name)")
      #expect(word.entries == expected.count)
    }
  }

  @Test func keepsPiecesSmallAndWhole() throws {
    let entries = (0..<400).map {
      SearchEntry(
        kind: .answer, title: "Title \($0) \"</script>\"", address: "a.html#\($0)",
        text: String(repeating: "quotation\($0) ", count: 20))
    }
    let files = files(of: entries)
    #expect(files.map(\.name).contains("index.js"))
    for file in files {
      let size = file.name.hasPrefix("entries") ? SearchIndex.pieceSize.entries : SearchIndex.pieceSize.words
      #expect(file.bytes.count < size + 2000, "\(file.name) has \(file.bytes.count) bytes")
      let text = String(decoding: file.bytes, as: UTF8.self)
      let open = try #require(text.firstIndex { $0 == "," || $0 == "{" })
      let start = text[open] == "," ? text.index(after: open) : open
      let close = try #require(text.lastIndex(of: ")"))
      _ = try JSONSerialization.jsonObject(with: Data(text[start..<close].utf8))
    }
    let found = files.filter { $0.name.hasPrefix("entries") }.reduce(0) { count, file in
      count + String(decoding: file.bytes, as: UTF8.self).ranges(of: "a.html#").count
    }
    #expect(found == 400)
  }

  @Test func acceptsAnEmptyIndex() {
    #expect(files(of: []).map(\.name) == ["index.js"])
  }

  @Test func sortsWordsByTheirBytes() {
    let words = ["", "a", "ab", "abcdefgh", "abcdefghi", "abcdefghabcdefgh", "b", "z1", "é", "яяяяяяяяяяяяяяяя", "洪"]
    let found = words.reversed().map { word in
      var builder = SearchWord.Builder()
      for scalar in word.unicodeScalars { builder.append(letter: Array(String(scalar).utf8)) }
      return builder.finish()
    }
    #expect(found.sorted().map(\.string) == words.sorted(by: utf8Precedes))
    #expect(Set(found.map(\.mixed)).count == words.count)
  }

  @Test func findsWordsInATableThatHasGrown() {
    let entries = (0..<6000).map {
      SearchEntry(kind: .note, title: "word\($0)", address: "\($0).html", text: "word\($0 * 7 % 6000)")
    }
    let index = SearchIndex(entries)
    #expect(index.words.count == 6000)
    #expect(index.words.map(\.word.string) == entries.map(\.title).sorted(by: utf8Precedes))
    #expect(index.words.allSatisfy { $0.entries == postings(of: $0).count })
  }

  private func words(of text: String) -> [String] {
    var words: [String] = []
    var reader = SearchWords()
    reader.forEach(in: text.utf8) { words.append($0.string) }
    return words
  }

  private func files(of entries: [SearchEntry]) -> [SearchIndex.File] {
    var index = SearchIndex(entries)
    return index.files()
  }

  /// Decodes the entries of a word as search.js does.
  private func postings(of word: SearchPostings) -> [Int] {
    let member = String(decoding: word.member, as: UTF8.self)
    var value = 0
    return member.dropFirst(word.word.utf8.count + 4).dropLast().split(separator: " ").map { step in
      value += Int(step, radix: 36) ?? 0
      return value
    }
  }
}

extension SearchIndex {
  fileprivate init(_ entries: [SearchEntry]) {
    self.init()
    for entry in entries { add(entry) }
  }
}

/// The letters and the order of the index of names.
@Suite struct AlphabetTests {
  static let german = Alphabet("A B C D E F G H I J K L M N O P Q R S T U V W X Y Z")
  static let swedish = Alphabet("A B C D E F G H I J K L M N O P Q R S T U V W X Y Z Å Ä Ö")

  @Test(arguments: [
    ("Ärzte", "A", "Ä"), ("„Öl“", "O", "Ö"), ("5,800 held", "#", "#"), ("…", "#", "#"), ("Дом", "#", "#"),
    ("zeit", "Z", "Z"),
  ])
  func findsTheLetterOfAName(text: String, german: String, swedish: String) {
    #expect(Self.german.letter(of: text) == german)
    #expect(Self.swedish.letter(of: text) == swedish)
  }

  @Test func sortsByTheAlphabet() {
    func sorted(_ words: [String], _ alphabet: Alphabet) -> [String] {
      words.sorted { alphabet.key(of: $0).lexicographicallyPrecedes(alphabet.key(of: $1)) }
    }
    #expect(sorted(["Zug", "Äcker", "Affe", "Ofen"], Self.german) == ["Äcker", "Affe", "Ofen", "Zug"])
    #expect(sorted(["Äcker", "Zug", "Affe", "Åker"], Self.swedish) == ["Affe", "Zug", "Åker", "Äcker"])
    #expect(
      sorted(["The mill 2", "The mill", "The", "Theatre"], Self.german) == ["The", "The mill", "The mill 2", "Theatre"])
    let english = Alphabet("A B C D E F G H I J K L M N O P Q R S T U V W X Y Z", articles: ["a", "an", "the"])
    #expect(
      sorted(["The mill", "Mason", "an Oak", "A", "the", "Nut"], english)
        == ["A", "Mason", "The mill", "Nut", "an Oak", "the"])
    #expect(["The mill", "A", "Theatre", "an “Oak”"].map(english.letter) == ["M", "A", "T", "O"])
  }
}
