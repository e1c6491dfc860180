/// Words: letters of any script, looked up in the lexicon, and split into those of which they are made.
extension QuantityLexer {
  mutating func word(at start: Int) -> Int {
    if lexicon.traits.contains(.noSpaces), isHan(at: start) { return hanWord(at: start) }
    if let end = plainWord(at: start) { return end }
    folded.removeAll(keepingCapacity: true)
    var hash = QuantityLexicon.Hash()
    var position = start
    var kind = QuantityToken.Kind.word
    // Where a word with an apostrophe divides: after "who" in "who's".
    var stem: (count: Int, hash: QuantityLexicon.Hash, end: Int)?
    var isSimple = true
    while position < range.upperBound {
      let byte = bytes[position]
      if byte.isLetter {
        folded.append(byte | 0x20)
        hash.append(byte | 0x20)
        position += 1
      } else if byte >= 0x80 {
        let (scalar, length) = scalar(at: position)
        if isApostrophe(scalar) {
          if digit(at: position + length) != nil, isLeading(with: 0x27) {
            position += length
            break
          }
          guard isLetter(at: position + length) else { break }
          stem = (folded.count, hash, position)
          folded.append(0x27)
          hash.append(0x27)
        } else if case .letter = ScalarClass(scalar) {
          if lexicon.traits.contains(.noSpaces), isHan(at: position) { break }
          append(scalar, &hash)
          isSimple = false
        } else if scalar == "\u{AD}" || scalar == "\u{200C}" || scalar == "\u{200D}" {
          guard isLetter(at: position + length) else { break }
        } else if case .digit = ScalarClass(scalar) {
          if isLeading { break }
          kind = .name
        } else {
          break
        }
        position += length
      } else if byte == 0x27 {
        if digit(at: position + 1) != nil, isLeading(with: 0x27) {
          position += 1
          break
        }
        guard isLetter(at: position + 1) else { break }
        stem = (folded.count, hash, position)
        folded.append(0x27)
        hash.append(0x27)
        position += 1
      } else if byte.isDigit {
        if isLeading { break }
        kind = .name
        folded.append(byte)
        hash.append(byte)
        position += 1
      } else {
        break
      }
    }
    var token = QuantityToken(start: start, end: position, kind: kind)
    if isCapital(at: start) { token.flags.insert(.capital) }
    var count = folded.count
    if let stem, count == stem.count + 2, folded.last == 0x73 {
      (count, hash) = (stem.count, stem.hash)
      token.flags.insert(.possessive)
    }
    addEndings(&token, count) { folded[count - 1 - $0] }
    let following = self.byte(position)
    if following == 0x3A || following == 0x2E, let address = addressEnd(position) {
      append(QuantityToken(start: start, end: address, kind: .name))
      return address
    }
    if count == 1, isSimple {
      token.sign = UInt32(folded[0])
      // The cross of "5 x 5".
      if folded[0] == 0x78 { token.kind = .other }
    }
    guard kind == .word else {
      append(token)
      return position
    }
    if folded.last == 0x27 { hash = QuantityLexicon.Hash(folded) }
    if let index = lexicon.index(of: folded[..<count], hash) {
      enter(&token, index)
    } else if let value = lexicon.joinedNumber(folded[..<count]) {
      token.roles = .unit
      token.isJoined = true
      token.value = value
      triggers.append(tokens.count)
    } else if let parts = divided(token, stem?.end) {
      for part in parts { append(part) }
      return position
    } else if token.flags.contains(.capital), lexicon.endsInDesignator(folded[..<count]) {
      token.roles = .designator
    }
    append(token)
    return position
  }

  /// Reads a word of ASCII letters alone, as most are; nil for one that needs a closer look.
  @inline(__always) private mutating func plainWord(at start: Int) -> Int? {
    var hash = QuantityLexicon.Hash()
    var position = start
    while position < range.upperBound, bytes[position].isLetter {
      hash.append(bytes[position] | 0x20)
      position += 1
    }
    let after = byte(position)
    guard position - start > 1, after < 0x80, after != 0x27, after != 0x3A, after != 0x2E, !after.isDigit else {
      return nil
    }
    let index = lexicon.index(ofLetters: bytes[start..<position], hash)
    guard index != nil || isPlain else { return nil }
    var token = QuantityToken(start: start, end: position, kind: .word)
    if bytes[start] & 0x20 == 0 { token.flags.insert(.capital) }
    addEndings(&token, position - start) { bytes[position - 1 - $0] | 0x20 }
    if let index { enter(&token, index) }
    append(token)
    return position
  }

  /// Whether words outside the table are never parts of numbers.
  private var isPlain: Bool {
    lexicon.joinedParts.isEmpty && lexicon.suffixes.isEmpty && lexicon.leading.isEmpty
  }

  /// Whether the letters so far are a word that is written together with the next: "و5".
  private var isLeading: Bool { lexicon.leading.contains { lexicon.words[$0].key == folded } }

  /// Adds an apostrophe to the letters so far if that makes such a word: "d'1 million".
  private mutating func isLeading(with apostrophe: UInt8) -> Bool {
    guard lexicon.leading.contains(where: { lexicon.words[$0].key == folded + [apostrophe] }) else { return false }
    folded.append(apostrophe)
    return true
  }

  /// Gives a token the roles of a word, and notes it if a quantity may begin with it.
  private mutating func enter(_ token: inout QuantityToken, _ index: Int) {
    token.word = Int32(index)
    token.roles = lexicon.words[index].roles
    token.value = lexicon.words[index].value
    if !token.roles.isDisjoint(with: .triggers) { triggers.append(tokens.count) }
  }

  private mutating func append(_ scalar: Unicode.Scalar, _ hash: inout QuantityLexicon.Hash) {
    var letter = scalar
    if WordFolding.isMark(scalar) {
      guard let composed = composedWithLast(scalar) else { return }
      letter = composed
      hash = QuantityLexicon.Hash(folded)
    }
    guard let lower = WordFolding.folded(letter) else { return }
    for byte in UTF8.encode(lower).map({ Array($0) }) ?? [] {
      folded.append(byte)
      hash.append(byte)
    }
  }

  /// Removes the last letter of the word, and gives the letter that it makes with a mark; nil if there is none.
  private mutating func composedWithLast(_ mark: Unicode.Scalar) -> Unicode.Scalar? {
    guard let start = folded.lastIndex(where: { $0 & 0xC0 != 0x80 }),
      let last = String(decoding: folded[start...], as: UTF8.self).unicodeScalars.first,
      let composed = WordFolding.composed(last, mark)
    else { return nil }
    folded.removeSubrange(start...)
    return composed
  }

  /// Notes the endings of a word of `count` bytes; `byte` gives its bytes from the end.
  @inline(__always) private func addEndings(_ token: inout QuantityToken, _ count: Int, _ byte: (Int) -> UInt8) {
    if count <= 4 {
      let isVowel = { (byte: UInt8) in [0x61, 0x65, 0x69, 0x6F, 0x75, 0x79].contains(byte) || byte >= 0x80 }
      if !(0..<count).contains(where: { isVowel(byte($0)) }) { token.flags.insert(.noVowel) }
    }
    guard count > 3 else { return }
    let (last, before) = (byte(0), byte(1))
    if last == 0x73, !token.flags.contains(.possessive), before != 0x73, before != 0x75, before != 0x69 {
      token.flags.insert(.endsInS)
    }
    guard count > 4 else { return }
    if last == 0x74, before == 0x73, byte(2) == 0x65 { token.flags.insert(.endsInEst) }
    switch (before, last) {
    case (0x65, 0x64): token.flags.insert(.endsInEd)
    case (0x6C, 0x79), (0x6E, 0x67): token.flags.insert(.endsInIngOrLy)
    default: break
    }
  }

  /// The tokens of a number word with a case ending ("yüzden"), or of two words that are written as one ("وعشرون").
  private mutating func divided(_ token: QuantityToken, _ apostrophe: Int?) -> [QuantityToken]? {
    for index in lexicon.leading {
      let lead = lexicon.words[index].key
      guard folded.count > lead.count, folded.starts(with: lead) else { continue }
      let rest = folded[lead.count...]
      guard let word = lexicon.index(of: rest) else { continue }
      var (first, second) = (token, token)
      // A curly apostrophe is longer in the text than in the table.
      first.end = lead.last == 0x27 ? apostrophe.map { $0 + scalar(at: $0).1 } ?? token.start : token.start + lead.count
      second.start = first.end
      if !isCapital(at: second.start) { second.flags.remove(.capital) }
      enter(&first, index)
      append(first)
      enter(&second, word)
      return [second]
    }
    for index in lexicon.suffixes {
      let suffix = lexicon.words[index].key
      guard folded.count > suffix.count + 1, folded.suffix(suffix.count).elementsEqual(suffix) else { continue }
      var stem = folded.dropLast(suffix.count)
      if stem.last == 0x27 { stem = stem.dropLast() }
      var (first, second) = (token, token)
      if let word = lexicon.index(of: stem), !lexicon.words[word].roles.isDisjoint(with: .declined) {
        enter(&first, word)
      } else if let value = lexicon.joinedNumber(stem) {
        first.roles = .unit
        first.isJoined = true
        first.value = value
        triggers.append(tokens.count)
      } else {
        continue
      }
      first.end = apostrophe ?? sourceEnd(token, dropping: suffix)
      second.start = apostrophe.map { $0 + scalar(at: $0).1 } ?? first.end
      enter(&second, index)
      second.flags = []
      return [first, second]
    }
    return nil
  }

  /// The end of a word in the text without a suffix, counted in letters from the end.
  private func sourceEnd(_ token: QuantityToken, dropping suffix: [UInt8]) -> Int {
    var letters = suffix.count { $0 & 0xC0 != 0x80 }
    var end = token.end
    while letters > 0, end > token.start {
      end -= 1
      if bytes[end] & 0xC0 != 0x80 { letters -= 1 }
    }
    return end
  }

  /// Whether the word at a position is a case ending.
  func isSuffix(at position: Int) -> Bool {
    guard !lexicon.suffixes.isEmpty else { return false }
    var (end, key): (Int, [UInt8]) = (position, [])
    while isLetter(at: end), key.count < 24 {
      let (scalar, length) = scalar(at: end)
      if let folded = scalar.isASCII ? scalar : WordFolding.folded(scalar) {
        key += scalar.isASCII ? [UInt8(ascii: scalar) | 0x20] : Array(String(folded).utf8)
      }
      end += length
    }
    return lexicon.suffixes.contains { lexicon.words[$0].key == key }
  }

  /// The longest word of the table at a position, or else one character.
  private mutating func hanWord(at start: Int) -> Int {
    folded.removeAll(keepingCapacity: true)
    var (position, ends): (Int, [Int]) = (start, [])
    while position < range.upperBound, isHan(at: position), folded.count < lexicon.longest {
      let (scalar, length) = scalar(at: position)
      folded.append(contentsOf: String(scalar).utf8)
      position += length
      ends.append(folded.count)
    }
    var token = QuantityToken(start: start, end: start + scalar(at: start).1, kind: .word)
    for end in ends.reversed() {
      guard let index = lexicon.index(of: folded[..<end]) else { continue }
      token.end = start + end
      enter(&token, index)
      break
    }
    append(token)
    return token.end
  }

  private func isHan(at position: Int) -> Bool {
    let value = scalar(at: position).0.value
    return (0x4E00...0x9FFF).contains(value) || value == 0x3007 || (0x3400...0x4DBF).contains(value)
  }

  func isLetter(at position: Int) -> Bool {
    let first = byte(position)
    if first < 0x80 { return first.isLetter }
    if case .letter = ScalarClass(scalar(at: position).0) { return true }
    return false
  }

  private func isCapital(at position: Int) -> Bool {
    let first = bytes[position]
    return first < 0x80 ? first & 0x20 == 0 : WordFolding.isCapital(scalar(at: position).0)
  }

  private func isApostrophe(_ scalar: Unicode.Scalar) -> Bool { scalar == "\u{2019}" || scalar == "\u{2BC}" }

  /// The end of an address that begins with "…://" or "www.": a space, a quotation mark or a bracket.
  private func addressEnd(_ position: Int) -> Int? {
    let isScheme = byte(position) == 0x3A && byte(position + 1) == 0x2F && byte(position + 2) == 0x2F
    let isHost =
      byte(position) == 0x2E
      && [1, 2, 3].allSatisfy { byte(position - $0) | 0x20 == 0x77 } && !byte(position - 4).isLetter
    guard isScheme || isHost else { return nil }
    var end = position
    while end < range.upperBound, bytes[end] > 0x20, ![0x22, 0x27, 0x29, 0x3E, 0x5D, 0xC2, 0xE2].contains(bytes[end]) {
      end += 1
    }
    return end
  }
}
