/// The words of a language that deny a statement or make it conditional, and those at which a clause begins or ends.
///
/// They are kept apart from the words of the lexicon, so that they never change how a number is read.
struct ClauseWords: Sendable {
  struct Roles: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    /// Negates its clause: "not".
    static var negation: Roles { Roles(rawValue: 1) }
    /// Denies a statement or leaves it unproven: "denied", "no evidence".
    static var denial: Roles { Roles(rawValue: 2) }
    /// Makes a statement conditional: "unless".
    static var condition: Roles { Roles(rawValue: 4) }
    /// Opens an indirect question: "whether".
    static var whether: Roles { Roles(rawValue: 8) }
    /// Reports a statement: "said".
    static var reporting: Roles { Roles(rawValue: 16) }
    /// Opens a clause that belongs to the clause before it: "that".
    static var that: Roles { Roles(rawValue: 32) }
    /// Begins another clause: "but".
    static var clause: Roles { Roles(rawValue: 64) }
    /// Contains a word of another role and denies nothing: "not only".
    static var affirmation: Roles { Roles(rawValue: 128) }

    /// The roles as tables name them.
    static let named: [String: Roles] = [
      "negation": .negation, "denial": .denial, "condition": .condition, "whether": .whether,
      "reporting": .reporting, "that": .that, "clause": .clause, "affirmation": .affirmation,
    ]
  }

  /// A word, or an ending ("-n't") or beginning ("n'-") of at least two letters more.
  private enum Pattern: Hashable {
    case word(String)
    case ending(String)
    case beginning(String)

    func matches(_ word: String) -> Bool {
      switch self {
      case .word(let other): word == other
      case .ending(let ending): word.hasSuffix(ending) && word.utf8.count >= ending.utf8.count + 2
      case .beginning(let beginning): word.hasPrefix(beginning) && word.utf8.count > beginning.utf8.count
      }
    }
  }

  private struct Phrase: Sendable {
    var words: [Pattern]
    var roles: Roles
  }

  /// By their first word, longest first.
  private var phrases: [String: [Phrase]] = [:]
  /// Those that begin with an ending or a beginning, longest first.
  private var others: [Phrase] = []

  var isEmpty: Bool { phrases.isEmpty && others.isEmpty }

  /// Adds a phrase as a table writes it; false if it already has the role. Nil if it is not made of words.
  mutating func add(_ text: String, _ roles: Roles) -> Bool? {
    var words: [Pattern] = []
    for word in text.split(separator: " ") {
      if let affix = affix(word) {
        words.append(affix)
      } else {
        let tokens = clauseTokens(of: Array(word.utf8))
        guard !tokens.isEmpty, tokens.allSatisfy({ $0.kind == .word }) else { return nil }
        words += tokens.map { .word($0.word) }
      }
    }
    guard let first = words.first else { return nil }
    if case .word(let word) = first { return ClauseWords.add(words, roles, to: &phrases[word, default: []]) }
    return ClauseWords.add(words, roles, to: &others)
  }

  /// An ending ("-n't") or a beginning ("n'-"); nil for any other text.
  private func affix(_ text: Substring) -> Pattern? {
    let (isEnding, isBeginning) = (text.hasPrefix("-"), text.hasSuffix("-"))
    guard isEnding != isBeginning else { return nil }
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where scalar != "-" {
      guard let scalar = scalar.isASCII ? scalar.lowerASCII : WordFolding.folded(scalar) else { continue }
      guard scalar.isWordPart || scalar == "'" else { return nil }
      folded.append(scalar)
    }
    return folded.isEmpty ? nil : isEnding ? .ending(String(folded)) : .beginning(String(folded))
  }

  private static func add(_ words: [Pattern], _ roles: Roles, to phrases: inout [Phrase]) -> Bool {
    if let index = phrases.firstIndex(where: { $0.words == words }) {
      guard phrases[index].roles.isDisjoint(with: roles) else { return false }
      phrases[index].roles.formUnion(roles)
    } else {
      let place = phrases.firstIndex { $0.words.count < words.count } ?? phrases.count
      phrases.insert(Phrase(words: words, roles: roles), at: place)
    }
    return true
  }

  /// The words and marks of a part of a text. A phrase of the table is one item with its roles; other words have none.
  func items(of bytes: [UInt8], in range: Range<Int>) -> [ClauseItem] {
    let tokens = clauseTokens(of: bytes, in: range)
    var items: [ClauseItem] = []
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      var (count, roles) = (1, Roles())
      if token.kind == .word, let phrase = longest(at: index, tokens) {
        (count, roles) = (phrase.words.count, phrase.roles)
      }
      items.append(
        ClauseItem(
          span: token.span.lowerBound..<tokens[index + count - 1].span.upperBound, kind: token.kind, roles: roles))
      index += count
    }
    return items
  }

  private func longest(at index: Int, _ tokens: [ClauseToken]) -> Phrase? {
    func fits(_ phrase: Phrase) -> Bool {
      guard index + phrase.words.count <= tokens.count else { return false }
      return phrase.words.indices.allSatisfy {
        tokens[index + $0].kind == .word && phrase.words[$0].matches(tokens[index + $0].word)
      }
    }
    let named = phrases[tokens[index].word]?.first(where: fits)
    let other = others.first(where: fits)
    guard let named, let other else { return named ?? other }
    return named.words.count >= other.words.count ? named : other
  }
}

/// A phrase, word or mark of a sentence.
struct ClauseItem: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case word
    /// A comma, dash or bracket.
    case pause
    /// A colon or semicolon.
    case stop
    /// The end of a sentence or paragraph.
    case end
  }

  /// In bytes of the text.
  var span: Range<Int>
  var kind: Kind
  var roles: ClauseWords.Roles = []

  func has(_ roles: ClauseWords.Roles) -> Bool { !self.roles.isDisjoint(with: roles) }
}

private struct ClauseToken {
  var span: Range<Int>
  var kind: ClauseItem.Kind
  /// Folded as in tables; empty for a mark.
  var word = ""
  var isCapital = false
}

/// Splits a text into words and marks. Quotation marks are skipped. Where a script has no spaces between words, each
/// character is a word.
private func clauseTokens(of bytes: [UInt8], in range: Range<Int>? = nil) -> [ClauseToken] {
  var tokens: [ClauseToken] = []
  let text = String(decoding: bytes[(range ?? bytes.indices).clamped(to: bytes.indices)], as: UTF8.self).unicodeScalars
  let start = (range ?? bytes.indices).lowerBound
  /// The end of the last token that was a letter; a word goes on there.
  var (offset, wordEnd, lineEnds) = (start, -1, 0)
  var scalars = text.makeIterator()
  var next = scalars.next()
  while let scalar = next {
    next = scalars.next()
    let end = offset + UTF8.width(scalar)
    defer { offset = end }
    let isApostrophe = scalar == "'" || scalar == "\u{2019}" || scalar == "\u{2BC}"
    let isJoiner = isApostrophe || scalar == "-"
    if scalar.isWordPart || isJoiner && wordEnd == offset && next?.isWordPart == true {
      lineEnds = 0
      let folded = isApostrophe ? "'" : scalar.isASCII ? scalar.lowerASCII : WordFolding.folded(scalar)
      if wordEnd == offset, !scalar.isWholeWord, let last = tokens.indices.last {
        if let folded { tokens[last].word.unicodeScalars.append(folded) }
        tokens[last].span = tokens[last].span.lowerBound..<end
      } else if let folded {
        tokens.append(
          ClauseToken(
            span: offset..<end, kind: .word, word: String(folded), isCapital: WordFolding.isCapital(scalar)))
      }
      wordEnd = scalar.isWholeWord ? -1 : end
      continue
    }
    if scalar == "\n" { lineEnds += 1 } else if !scalar.properties.isWhitespace { lineEnds = 0 }
    if let kind = markKind(scalar, next, tokens.last) ?? (lineEnds == 2 ? .end : nil) {
      tokens.append(ClauseToken(span: offset..<end, kind: kind))
    }
  }
  return undoingAbbreviations(tokens)
}

private func markKind(_ scalar: Unicode.Scalar, _ next: Unicode.Scalar?, _ last: ClauseToken?) -> ClauseItem.Kind? {
  switch scalar {
  case ",", "(", ")", "[", "]", "\u{2013}", "\u{2014}", "\u{2026}", "\u{60C}", "\u{3001}", "\u{FF0C}": .pause
  // A hyphen between spaces.
  case "-": next?.properties.isWhitespace == true ? .pause : nil
  case ":", ";", "\u{61B}", "\u{FF1A}", "\u{FF1B}": .stop
  case "!", "?", "\u{61F}", "\u{FF01}", "\u{FF1F}", "\u{3002}", "\u{6D4}", "\u{964}": .end
  // The point of an abbreviation or a day: "Mr. Ellis", "3. Mai".
  case ".":
    next?.isWordPart == true || last?.isAbbreviated == true ? nil : .end
  default: nil
  }
}

/// Without the ends before a small letter ("approx. twenty", "“Why?” they asked"), and with "no. 12" as no word.
private func undoingAbbreviations(_ tokens: [ClauseToken]) -> [ClauseToken] {
  var tokens = tokens
  for index in tokens.indices.dropFirst().dropLast() where tokens[index].kind == .end {
    let (before, after) = (tokens[index - 1], tokens[index + 1])
    let isNumbered = before.kind == .word && before.word.utf8.count <= 2 && after.word.utf8.first?.isDigit == true
    if isNumbered { tokens[index - 1].word = "" }
    if isNumbered || after.startsSmall { tokens[index].kind = .pause }
  }
  return tokens
}

extension ClauseToken {
  /// Whether a point after it does not end a sentence.
  var isAbbreviated: Bool {
    guard kind == .word, word.unicodeScalars.count <= 2 else { return false }
    return isCapital || word.utf8.allSatisfy(\.isDigit)
  }

  /// Whether it is a word with a small first letter, in a script that has capital letters.
  var startsSmall: Bool {
    kind == .word && !isCapital && word.unicodeScalars.first?.properties.isLowercase == true
  }
}

extension Unicode.Scalar {
  fileprivate var lowerASCII: Unicode.Scalar { ("A"..."Z").contains(self) ? Unicode.Scalar(UInt8(value) | 0x20) : self }

  fileprivate var isWordPart: Bool {
    if isASCII { return UInt8(ascii: self).isLetter || UInt8(ascii: self).isDigit }
    // Soft hyphens and joiners are parts of the words around them.
    if value == 0xAD || value == 0x200C || value == 0x200D { return true }
    return switch ScalarClass(self) {
    case .letter, .digit: true
    case .skipped, .mark: false
    }
  }

  /// Whether it is a word by itself: Han and kana.
  fileprivate var isWholeWord: Bool { (0x3041...0x30FF).contains(value) || (0x3400...0x9FFF).contains(value) }
}
