/// The words of a text in the form that a search compares: in lower case, without accents, and numbers without
/// separators between their groups of digits ("3,800" is "3800").
///
/// search.js does the same with a reader's query; Tests/Search/words.tsv and `make test-site` compare the two. In a script
/// that is written without spaces, each letter is a word.
struct SearchWords {
  private var known: [Unicode.Scalar: [[UInt8]]] = [:]

  /// Calls `body` with each folded word, in the order of the text.
  @inline(__always)
  mutating func forEach(in text: some Collection<UInt8>, _ body: (SearchWord) -> Void) {
    withContiguousBytes(text) { bytes in
      var word = SearchWord.Builder()
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte.isLetter {
          word.append(byte | 0x20)
          index += 1
        } else if byte >= 0x80 {
          index = add(letterAt: index, of: bytes, to: &word, body)
        } else if byte.isDigit {
          index = add(digitAt: index, of: bytes, to: &word)
        } else {
          if !word.isEmpty { body(word.finish()) }
          index += 1
        }
      }
      if !word.isEmpty { body(word.finish()) }
    }
  }

  /// Adds an ASCII digit or, at the start of a word, the number that starts there. Returns the offset after it.
  private func add(digitAt index: Int, of bytes: UnsafeBufferPointer<UInt8>, to word: inout SearchWord.Builder) -> Int {
    guard word.isEmpty, let number = DigitGroups(in: bytes, at: index) else {
      word.append(bytes[index])
      return index + 1
    }
    for digit in number.digits { word.append(digit) }
    return number.end
  }

  /// Adds a letter outside ASCII, or ends the word before it. Returns the offset after it.
  ///
  /// Why a separate path: such letters are rare in most texts, and decoding one takes as long as an ASCII word.
  private mutating func add(
    letterAt index: Int, of bytes: UnsafeBufferPointer<UInt8>, to word: inout SearchWord.Builder,
    _ body: (SearchWord) -> Void
  ) -> Int {
    var next = index + 1
    while next < bytes.count, bytes[next] & 0xC0 == 0x80 { next += 1 }
    for scalar in String(decoding: bytes[index..<next], as: UTF8.self).unicodeScalars {
      if SearchWords.isMark(scalar) { continue }
      if !SearchWords.isWord(scalar), let letters = folded(scalar) {
        if word.isEmpty, letters[0][0].isDigit, let number = DigitGroups(in: bytes, at: index) {
          for digit in number.digits { word.append(digit) }
          return number.end
        }
        for letter in letters { word.append(letter: letter) }
        continue
      }
      if !word.isEmpty { body(word.finish()) }
      if SearchWords.isWord(scalar) {
        word.append(letter: Array(String(scalar).utf8))
        body(word.finish())
      }
    }
    return next
  }

  /// The letters, without accents and in lower case, that a letter or digit becomes; nil for a separator.
  private mutating func folded(_ scalar: Unicode.Scalar) -> [[UInt8]]? {
    if let letters = known[scalar] { return letters.isEmpty ? nil : letters }
    var letters: [[UInt8]] = []
    switch scalar.properties.generalCategory {
    case .decimalNumber: letters = [[SearchWords.digit(scalar)]]
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber,
      .otherNumber, .spacingMark, .nonspacingMark, .enclosingMark:
      for lower in scalar.properties.lowercaseMapping.unicodeScalars where !SearchWords.isMark(lower) {
        letters += LetterBase.plainLetters(of: lower).unicodeScalars.map { Array(String($0).utf8) }
      }
    default: break
    }
    known[scalar] = letters
    return letters.isEmpty ? nil : letters
  }

  /// The digit 0 to 9 for a decimal digit of any script.
  fileprivate static func digit(_ scalar: Unicode.Scalar) -> UInt8 {
    UInt8(ascii: "0") + UInt8(scalar.properties.numericValue ?? 0)
  }

  /// Whether a scalar is a combining accent (block Combining Diacritical Marks).
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool { (0x300...0x36F).contains(scalar.value) }

  /// Whether a letter counts as a word: Han, kana, and scripts of South-East Asia without spaces between words.
  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3041...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFD, 0x0E01...0x0E30,
      0x0E32...0x0EAF, 0x1780...0x17B3:
      true
    default: false
    }
  }
}

/// A number whose groups of digits have one separator between them: "3,800", "1.234.567", "1,00,000".
///
/// A space is no separator, because two numbers can follow each other.
private struct DigitGroups {
  /// In ASCII.
  private(set) var digits: [UInt8] = []
  /// The offset after the number.
  private(set) var end: Int

  private static let separators = [",", ".", "'", "’", "\u{A0}", "\u{2009}", "\u{202F}", "\u{66C}"].map {
    Array($0.utf8)
  }

  /// Nil if no such number starts at an offset. The first group has one to three digits, the last one three, and those
  /// between them two or three.
  init?(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
    end = start
    guard case let first = DigitGroups.digits(in: bytes, at: start), first.digits.count <= 3,
      let separator = DigitGroups.separators.first(where: { bytes[first.end...].starts(with: $0) })
    else { return nil }
    var all = first.digits
    var next = first.end
    while bytes[next...].starts(with: separator) {
      let group = DigitGroups.digits(in: bytes, at: next + separator.count)
      guard 2...3 ~= group.digits.count else { break }
      all += group.digits
      next = group.end
      if group.digits.count == 3 { (digits, end) = (all, next) }
    }
    guard end > start else { return nil }
  }

  /// The digits that start at an offset, in ASCII, and the offset after them.
  private static func digits(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> (digits: [UInt8], end: Int) {
    var digits: [UInt8] = []
    var end = start
    while end < bytes.count, digits.count <= 3 {
      var next = end + 1
      while next < bytes.count, bytes[next] & 0xC0 == 0x80 { next += 1 }
      guard let scalar = String(decoding: bytes[end..<next], as: UTF8.self).unicodeScalars.first,
        scalar.properties.generalCategory == .decimalNumber
      else { break }
      digits.append(SearchWords.digit(scalar))
      end = next
    }
    return (digits, end)
  }
}

/// Letters without their accents: the canonical decomposition of a letter without its marks.
///
/// Why a table: the standard library compares by canonical equivalence, but has no decomposition. A test compares the table
/// with Foundation's.
enum LetterBase {
  /// A letter without accents and strokes, in plain letters: "l" for "ł", "ss" for "ß".
  static func plainLetters(of scalar: Unicode.Scalar) -> String {
    let base = base(of: scalar)
    return undecomposed[base] ?? String(base)
  }

  /// Letters that Unicode does not decompose.
  private static let undecomposed: [Unicode.Scalar: String] = [
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ł": "l", "þ": "th", "ŧ": "t",
    "ς": "σ",
  ]

  /// The letter without accents; the letter itself if it has none, or is not a lower-case letter of the table.
  static func base(of scalar: Unicode.Scalar) -> Unicode.Scalar { bases[scalar] ?? scalar }

  private static let bases: [Unicode.Scalar: Unicode.Scalar] = {
    var bases: [Unicode.Scalar: Unicode.Scalar] = [:]
    for row in table.split(separator: "\n") {
      let letters = row.unicodeScalars
      for letter in letters.dropFirst(2) { bases[letter] = letters.first }
    }
    return bases
  }()

  /// In each line a letter, and the lower-case letters of Latin, Greek and Cyrillic that Unicode decomposes into it and
  /// marks.
  private static let table = """
    a àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ
    b ḃḅḇ
    c çćĉċčḉ
    d ďḋḍḏḑḓ
    e èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ
    f ḟ
    g ĝğġģǧǵḡ
    h ĥȟḣḥḧḩḫẖ
    i ìíîïĩīĭįǐȉȋḭḯỉị
    j ĵǰ
    k ķǩḱḳḵ
    l ĺļľḷḹḻḽ
    m ḿṁṃ
    n ñńņňǹṅṇṉṋ
    o òóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ
    p ṕṗ
    r ŕŗřȑȓṙṛṝṟ
    s śŝşšșṡṣṥṧṩ
    t ţťțṫṭṯṱẗ
    u ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự
    v ṽṿ
    w ŵẁẃẅẇẉẘ
    x ẋẍ
    y ýÿŷȳẏẙỳỵỷỹ
    z źżžẑẓẕ
    æ ǣǽ
    ø ǿ
    ſ ẛ
    ʒ ǯ
    α άἀἁἂἃἄἅἆἇὰάᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ
    ε έἐἑἒἓἔἕὲέ
    η ήἠἡἢἣἤἥἦἧὴήᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ
    ι ΐίϊἰἱἲἳἴἵἶἷὶίῐῑῒΐῖῗ
    ο όὀὁὂὃὄὅὸό
    υ ΰϋύὐὑὒὓὔὕὖὗὺύῠῡῢΰῦῧ
    ω ώὠὡὢὣὤὥὦὧὼώᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ
    ρ ῤῥ
    а ӑӓ
    г ѓ
    е ѐёӗ
    ж ӂӝ
    з ӟ
    и йѝӣӥ
    к ќ
    о ӧ
    у ўӯӱӳ
    ч ӵ
    ы ӹ
    э ӭ
    і ї
    ѵ ѷ
    ә ӛ
    ө ӫ
    """
}
