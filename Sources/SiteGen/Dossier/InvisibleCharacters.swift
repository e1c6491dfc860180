extension Rule {
  static let invisibleCharacters = Rule(
    "invisible-characters", .warning, about: .files, "a text contains characters that nobody sees",
    reason: """
      A seed, card or note contains a soft hyphen, a zero-width or bidirectional control, a variation selector or \
      another character that is not shown. Words with such a character are not found by those who type them. Characters \
      that a script needs are not reported: joiners in Arabic, Persian and Indic words, the marks of right-to-left \
      text, zero-width spaces in Thai or Khmer, and the parts of emoji. In a card or note, words copied from a seed are \
      not reported either.
      """,
    example: .console(
      failing: #"$ printf 'The old brid\u00ADge is gone.\n' >> Content/river.md"#,
      corrected: #"$ printf 'The old bridge is gone.\n' >> Content/river.md"#))
}

/// Reports the invisible characters of a note, card or settings file that its writing does not need.
func invisibleCharacters(in file: SourceFile, _ limits: Limits = .standard) -> [Diagnostic] {
  let all = InvisibleCharacters(file).found
  // Why more than are printed: those in words that are copied from a seed are dropped later.
  let most = max(10_000, limits.diagnostics)
  var diagnostics = all.prefix(most).map { found in
    Diagnostic(
      .invisibleCharacters, "\(found.value.codePoint) \(wordsBefore(found.span, file)) is invisible",
      at: Place(file, found.span), remedy: "delete it", fix: Fix(Place(file, found.span), "").safe)
  }
  if all.count > most { diagnostics[most - 1].unlisted = all.count - most }
  return diagnostics
}

/// Reports each kind of invisible character in a seed once, at its first place.
func invisibleCharacters(inSeed file: SourceFile) -> [Diagnostic] {
  var all: [(first: Located<Unicode.Scalar>, count: Int)] = []
  for found in InvisibleCharacters(file).found {
    if let known = all.firstIndex(where: { $0.first.value == found.value }) {
      all[known].count += 1
    } else {
      all.append((found, 1))
    }
  }
  return all.map { found, count in
    let more = count > 1 ? ", and so \(count == 2 ? "is one" : "are \(count - 1)") more in this seed" : ""
    return Diagnostic(
      .invisibleCharacters, "\(found.value.codePoint) \(wordsBefore(found.span, file)) is invisible\(more)",
      at: Place(file, found.span),
      remedy: "copy quotations from this file, because typed words are not found; or get the text without it")
  }
}

/// Drops the diagnostics about characters in words that are copied from a seed: there, they are reported once.
func withoutCopies(_ diagnostics: [Diagnostic], from seeds: [SourceFile]) -> [Diagnostic] {
  guard diagnostics.contains(where: { $0.rule == .invisibleCharacters }) else { return diagnostics }
  var patterns: [[UInt8]: Bool] = [:]
  let words = diagnostics.map { $0.rule == .invisibleCharacters ? wordAround($0.place) : nil }
  for case let word? in words { patterns[word] = false }
  let all = patterns.keys.sorted { $0.lexicographicallyPrecedes($1) }
  let search = PatternSearch(all)
  for seed in seeds {
    let isDone = search.forEachOccurrence(in: seed.bytes) { pattern, _ in patterns[all[pattern]] = true }
    // Why: the seed is too repetitive for one pass.
    if !isDone { for word in all where seed.bytes.firstRange(of: word) != nil { patterns[word] = true } }
  }
  return zip(diagnostics, words).filter { _, word in word.map { patterns[$0] == false } ?? true }.map(\.0)
}

/// The character at a place with up to twelve bytes of its word on each side.
private func wordAround(_ place: Place) -> [UInt8] {
  let bytes = place.file.bytes
  func isInWord(_ index: Int) -> Bool {
    bytes.indices.contains(index) && (bytes[index] >= 0x80 || bytes[index].isLetterOrDigit)
  }
  var (start, end) = (place.span.lowerBound, place.span.upperBound)
  while place.span.lowerBound - start < 12, isInWord(start - 1) { start -= 1 }
  while end - place.span.upperBound < 12, isInWord(end) { end += 1 }
  return Array(bytes[start..<end])
}

/// "after 'Straßen'": the word before a place on its line.
private func wordsBefore(_ span: Range<Int>, _ file: SourceFile) -> String {
  var start = span.lowerBound
  while start > file.textStart, span.lowerBound - start < 80, file.bytes[start - 1] > 0x20 { start -= 1 }
  let words = file.text(start..<span.lowerBound).drop { $0 == "\u{FFFD}" }
  return words.isEmpty ? "after a space" : "after '\(words.suffix(24))'"
}

/// The invisible characters of a text that its writing does not need.
private struct InvisibleCharacters {
  private(set) var found: [Located<Unicode.Scalar>] = []
  private var scalars: [Unicode.Scalar] = []
  private var isRightToLeft = false

  init(_ file: SourceFile) {
    var lineStart = file.textStart
    var isDocumentRead = false
    while let candidate = firstCandidate(file.bytes, from: lineStart) {
      if !isDocumentRead {
        isDocumentRead = true
        isRightToLeft = isMostlyRightToLeft(file.text(file.textStart..<file.bytes.count))
      }
      let bytes = file.bytes
      let start = (bytes[..<candidate].lastIndex { $0 == 0x0A || $0 == 0x0D } ?? lineStart - 1) + 1
      let end = bytes[candidate...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
      read(file, max(start, lineStart)..<end)
      lineStart = end
    }
  }

  private mutating func read(_ file: SourceFile, _ line: Range<Int>) {
    scalars = Array(file.text(line).unicodeScalars)
    let hasRightToLeft = isRightToLeft || scalars.contains(where: \.isRightToLeftLetter)
    let isBalanced = areControlsBalanced(scalars)
    var offset = line.lowerBound
    for (index, scalar) in scalars.enumerated() {
      let end = offset + UTF8.width(scalar)
      if scalar.isInvisible, !isNeeded(scalar, at: index, hasRightToLeft: hasRightToLeft, isBalanced: isBalanced) {
        found.append(Located(scalar, offset..<end))
      }
      offset = end
    }
  }

  /// Whether the characters around an invisible one need it.
  private func isNeeded(_ scalar: Unicode.Scalar, at index: Int, hasRightToLeft: Bool, isBalanced: Bool) -> Bool {
    let before = index > 0 ? scalars[index - 1] : " "
    let after = index + 1 < scalars.count ? scalars[index + 1] : " "
    switch scalar.value {
    case 0x200C: return before.joins || (after.joins && before.properties.isAlphabetic)
    case 0x200D: return before.joins || after.joins || (before.isPartOfEmoji && after.isEmojiBase)
    case 0xFE0E, 0xFE0F: return before.isEmojiBase || (before.properties.isEmoji && after.value == 0x20E3)
    case 0xFE00...0xFE0D:
      return before.properties.isIdeographic || before.properties.generalCategory == .mathSymbol
        || (0x1000...0x109F).contains(before.value) || (0xA840...0xA877).contains(before.value)
    case 0xE0100...0xE01EF: return before.properties.isIdeographic
    case 0x180B...0x180F: return (0x1800...0x18AF).contains(before.value)
    case 0xE0020...0xE007F: return before.value == 0x1F3F4 || (0xE0020...0xE007E).contains(before.value)
    case 0x200E, 0x200F, 0x061C: return hasRightToLeft
    case 0x202A...0x202C, 0x2066...0x2069: return hasRightToLeft && isBalanced
    case 0x200B: return before.isWrittenWithoutSpaces || after.isWrittenWithoutSpaces
    case 0x034F: return (0x0590...0x05FF).contains(before.value)
    case 0x115F, 0x1160: return (0x1100...0x11FF).contains(before.value) || (0x1100...0x11FF).contains(after.value)
    case 0x17B4, 0x17B5: return (0x1780...0x17FF).contains(before.value)
    default: return false
    }
  }
}

extension Unicode.Scalar {
  /// Whether a letter or mark belongs to a script in which joiners select the forms of letters: Arabic and the scripts
  /// like it, the scripts of India and South-East Asia, Mongolian.
  fileprivate var joins: Bool {
    switch value {
    case 0x0600...0x109F, 0x1700...0x1CFF, 0xA800...0xAAFF, 0xABC0...0xABFF, 0xFB50...0xFDFF, 0xFE70...0xFEFC,
      0x10A00...0x11FFF, 0x1E900...0x1E95F:
      true
    default: false
    }
  }

  fileprivate var isRightToLeftLetter: Bool {
    switch value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
      properties.isAlphabetic
    default: false
    }
  }

  /// Thai, Lao, Tibetan, Myanmar, Khmer and their relatives.
  fileprivate var isWrittenWithoutSpaces: Bool {
    switch value {
    case 0x0E00...0x109F, 0x1780...0x17FF, 0x1900...0x1AAF, 0xA9E0...0xA9FF, 0xAA60...0xAADF: true
    default: false
    }
  }

  fileprivate var isEmojiBase: Bool { properties.isEmoji && value > 0x7F }

  fileprivate var isPartOfEmoji: Bool { isEmojiBase || value == 0xFE0F || (0xE0020...0xE007F).contains(value) }
}

/// Whether a quarter of the letters of a text are written from right to left.
private func isMostlyRightToLeft(_ text: String) -> Bool {
  var (letters, others) = (0, 0)
  for scalar in text.unicodeScalars {
    if scalar.isRightToLeftLetter { letters += 1 } else if scalar.properties.isAlphabetic { others += 1 }
  }
  return letters * 3 > others
}

/// Whether each embedding and isolate on a line is closed, and nothing else.
private func areControlsBalanced(_ scalars: [Unicode.Scalar]) -> Bool {
  var open: [UInt32] = []
  for scalar in scalars {
    switch scalar.value {
    case 0x202A, 0x202B, 0x202D, 0x202E: open.append(0x202C)
    case 0x2066...0x2068: open.append(0x2069)
    case 0x202C, 0x2069: if open.popLast() != scalar.value { return false }
    default: break
    }
  }
  return open.isEmpty
}

/// The first byte from an offset on at which an invisible character may start. Fast, because every text is searched.
private func firstCandidate(_ bytes: [UInt8], from start: Int) -> Int? {
  bytes.withUnsafeBufferPointer { bytes in
    var index = start
    while index < bytes.count {
      if index + 8 <= bytes.count, EightBytes(bytes, at: index).areASCII {
        index += 8
        continue
      }
      if bytes[index] >= 0xC2, index + 1 < bytes.count,
        mayBeInvisible(bytes[index], bytes[index + 1], index + 2 < bytes.count ? bytes[index + 2] : 0)
      {
        return index
      }
      index += 1
    }
    return nil
  }
}

/// Whether an invisible character may start with three bytes.
private func mayBeInvisible(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
  switch first {
  case 0xC2: second == 0xAD
  case 0xCD: second == 0x8F
  case 0xD8: second == 0x9C
  case 0xE1: second == 0x85 || second == 0x9E || second == 0xA0
  // Why not 90 to A9: dashes, quotation marks and the ellipsis.
  case 0xE2: second == 0x80 ? !(0x90...0xA9).contains(third) : second == 0x81 && third >= 0xA0
  case 0xE3: second == 0x85 && third == 0xA4
  case 0xEF:
    switch second {
    case 0xB8: third <= 0x8F
    case 0xBB: third == 0xBF
    case 0xBE: third == 0xA0
    case 0xBF: third >= 0xB0
    default: false
    }
  case 0xF0: second == 0x9B || second == 0x9D
  case 0xF3: true
  default: false
  }
}
