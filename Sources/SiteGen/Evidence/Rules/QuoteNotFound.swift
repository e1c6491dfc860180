extension Rule {
  static let quoteNotFound = Rule(
    "quote-not-found", .error, about: .quotations, "the quotation is not in its seed",
    reason: """
      A quotation is the seed's own words, complete and in order. Only white space, line endings and Unicode \
      normalisation may differ. A changed letter, a missing word, half a word or another kind of quotation mark makes \
      it a different quotation. The diagnostic shows the nearest passage. It also says whether the words are in the seed \
      of another source, and which invisible characters make the difference.
      """,
    example: .card(
      failing: #"quote: "More than 3,800 people fled their homes""#,
      corrected: #"quote: "More than 3,800 people left their homes""#))
}

func quoteNotFound(_ quoted: QuotedWords, _ search: SeedText.Search, in text: SourceText) -> [Diagnostic] {
  switch search {
  case .found, .ambiguous: []
  case .elsewhere(let places): [.outsideOfContext(quoted, places, text)]
  case .insideWord(let place): [.cutWord(quoted, place, text)]
  case .notFound: [.notFound(quoted, text)]
  }
}

/// The text between the quotation marks at both ends; nil if there are none.
private func withoutMarks(_ words: String) -> String? {
  guard let first = words.first, let last = words.last, words.count > 2 else { return nil }
  let pairs: [(Character, Character)] = [
    ("“", "”"), ("„", "“"), ("„", "”"), ("”", "”"), ("‘", "’"), ("‚", "‘"), ("«", "»"), ("»", "«"), ("\"", "\""),
  ]
  return pairs.contains { $0 == (first, last) } ? String(words.dropFirst().dropLast()) : nil
}

private func isFound(_ words: String, _ text: SourceText) -> Bool {
  switch text.seed.search(words) {
  case .found, .ambiguous, .elsewhere: true
  case .insideWord, .notFound: false
  }
}

extension Diagnostic {
  fileprivate static func notFound(_ quoted: QuotedWords, _ text: SourceText) -> Diagnostic {
    if quoted.words.utf8.allSatisfy(\.isWhitespace) {
      return Diagnostic(
        .quoteNotFound, "the quotation of \(text.name) is empty", at: quoted.place,
        remedy: "quote the words of the seed that serve as evidence")
    }
    if let inner = withoutMarks(quoted.words), isFound(inner, text) { return .inMarks(quoted, inner, text) }
    if let place = text.visible.value.place(of: text.seed.folded.folding(quoted.words)) {
      return .invisible(quoted, place, text)
    }
    let nearest = text.nearest.value.nearest(to: quoted.words)
    if let nearest, nearest.isOfSameWords { return .nearMatch(quoted, nearest, text) }
    let others = text.others.matches(of: quoted.words, besides: text.seed.file.path)
    if !others.isEmpty { return .inOtherSeed(quoted, others, text) }
    if let nearest { return .nearMatch(quoted, nearest, text) }
    return Diagnostic(
      .quoteNotFound, "these words are not in \(text.name)", at: quoted.place,
      remedy: "copy the words exactly as they are in \(text.seed.file.path)")
  }

  /// Reports words that are in the seeds of other sources.
  fileprivate static func inOtherSeed(
    _ quoted: QuotedWords, _ others: [OtherSeeds.Match], _ text: SourceText
  ) -> Diagnostic {
    let lines = others.map { other in
      "line \(LineIndex(other.place.file).position(of: other.place.span.lowerBound).line) of \(other.place.file.name)"
    }
    let id = others[0].sourceID
    return Diagnostic(
      .quoteNotFound, "these words are not in \(text.name), but in \(lines.joined(separator: " and in "))",
      at: quoted.place, notes: others.map { Note("in the seed of the source '\($0.sourceID)'", at: $0.place) },
      remedy: quoted.isValue
        ? "move this to the card Content/sources/\(id).md, or quote \(text.name)"
        : "link to source:\(id), or quote \(text.name)")
  }

  /// Reports words that differ from the seed only in invisible characters.
  fileprivate static func invisible(_ quoted: QuotedWords, _ place: Range<Int>, _ text: SourceText) -> Diagnostic {
    let passage = text.seed.text(place)
    let (own, theirs) = (hidden(in: quoted.words), hidden(in: passage))
    let isOnlyInSeed = !theirs.isEmpty
    let message =
      isOnlyInSeed
      ? "the passage in \(text.name) has \(theirs.joined(separator: ", ")), which nobody sees"
      : "these words have \(own.joined(separator: ", ")), which nobody sees and \(text.name) does not have"
    return Diagnostic(
      .quoteNotFound, message, at: quoted.place, notes: [Note("here", at: text.seed.place(place))],
      remedy: isOnlyInSeed
        ? "write \(quoted.isValue ? "\"" + withEscapes(passage, "\\") + "\"" : withEscapes(passage, "&"))"
        : "write '\(passage)'", fix: quoted.fix(passage)?.safe)
  }

  /// Reports words that are in the seed without the quotation marks around them.
  fileprivate static func inMarks(_ quoted: QuotedWords, _ words: String, _ text: SourceText) -> Diagnostic {
    let before = quoted.place.span.lowerBound - 1
    let bytes = quoted.place.file.bytes
    let isQuoted =
      bytes.indices.contains(before) && [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(bytes[before])
    guard quoted.isValue, !isQuoted, words.unicodeScalars.allSatisfy({ $0 != "\"" && $0 != "\\" }) else {
      return Diagnostic(
        .quoteNotFound, "these words are in \(text.name), but without these quotation marks", at: quoted.place,
        remedy: "remove the quotation marks at both ends, or place them as the seed does")
    }
    return Diagnostic(
      .quoteNotFound, "quotation marks around a YAML value must be straight: these are read as part of the value",
      at: quoted.place, remedy: "write \"\(words)\"", fix: quoted.fix(words)?.safe)
  }

  fileprivate static func outsideOfContext(
    _ quoted: QuotedWords, _ places: [Range<Int>], _ text: SourceText
  ) -> Diagnostic {
    Diagnostic(
      .quoteNotFound, "these words are in \(text.name), but not between this prefix and suffix", at: quoted.place,
      notes: places.prefix(3).map { Note("here", at: text.seed.contextPlace($0)) },
      remedy: "give the words directly before or after the passage as 'prefix' or 'suffix'")
  }

  fileprivate static func cutWord(_ quoted: QuotedWords, _ place: Range<Int>, _ text: SourceText) -> Diagnostic {
    let folded = text.seed.folded
    let starts = folded.cutsWord(at: place.lowerBound)
    let start = starts ? folded.word(around: place.lowerBound) : place.lowerBound..<place.lowerBound
    let end =
      folded.cutsWord(at: place.upperBound)
      ? folded.word(around: place.upperBound) : place.upperBound..<place.upperBound
    let whole = min(start.lowerBound, place.lowerBound)..<max(end.upperBound, place.upperBound)
    let word = text.seed.text(starts ? start : end)
    return Diagnostic(
      .quoteNotFound, "the quotation \(starts ? "starts" : "ends") inside the word '\(word)' of \(text.name)",
      at: quoted.place, notes: [Note("with whole words", at: text.seed.place(whole))],
      remedy: "write '\(text.seed.text(whole))'", fix: quoted.fix(text.seed.text(whole)))
  }

  fileprivate static func nearMatch(
    _ quoted: QuotedWords, _ nearest: NearestPassages.Match, _ text: SourceText
  ) -> Diagnostic {
    let passage = text.seed.text(nearest.place)
    let isSameWords = nearest.isOfSameWords
    let difference: String? =
      switch nearest.difference {
      case .marks: "only quotation marks or dashes differ"
      case .letterCase: "only the capitalisation differs"
      case .punctuation: "only punctuation differs"
      case .missing(let words): "'\(text.seed.text(words))' is missing"
      case .words: nil
      }
    return Diagnostic(
      .quoteNotFound, "these words are not in \(text.name)" + (difference.map { ": " + $0 } ?? ""), at: quoted.place,
      notes: [Note("nearest passage", at: text.seed.place(nearest.place))],
      remedy: isSameWords ? "write '\(passage)'" : nil, fix: isSameWords ? quoted.fix(passage)?.safe : nil)
  }
}

/// The invisible characters of a text with the words before each, "U+00AD (soft hyphen) after 'Straßen'"; the first
/// three.
private func hidden(in words: String) -> [String] {
  var found: [String] = []
  var before = ""
  for scalar in words.unicodeScalars {
    if scalar.isInvisible {
      found.append(scalar.codePoint + (before.isEmpty ? " at the start" : " after '\(before.suffix(16))'"))
    } else {
      before = scalar.properties.isWhitespace ? "" : before + String(scalar)
    }
  }
  let more = found.count - 3
  return more > 0 ? found.prefix(3) + ["\(more) more"] : found
}

/// A text with its invisible characters as escapes of YAML ("\\") or Markdown ("&").
private func withEscapes(_ text: String, _ kind: String) -> String {
  text.unicodeScalars.map { scalar in
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let zeros = String(repeating: "0", count: max(0, (scalar.value > 0xFFFF ? 8 : 4) - digits.utf8.count))
    if scalar.isInvisible {
      return kind == "&" ? "&#x\(digits);" : (scalar.value > 0xFFFF ? "\\U" : "\\u") + zeros + digits
    }
    return kind != "&" && (scalar == "\"" || scalar == "\\") ? "\\" + String(scalar) : String(scalar)
  }.joined()
}

extension NearestPassages.Match {
  /// Whether only marks or capitals differ.
  fileprivate var isOfSameWords: Bool {
    switch difference {
    case .marks, .letterCase, .punctuation: true
    case .missing, .words: false
    }
  }
}

extension QuotedWords {
  /// Replaces these words with others, in a YAML value or in Markdown; nil if the Markdown does not contain these words
  /// verbatim, or would read the others differently.
  fileprivate func fix(_ words: String) -> Fix? {
    if isValue { return Fix(scalarAt: place, words) }
    let mayEnd: Set<UInt8> = [UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "\\")]
    guard place.file.text(place.span) == self.words, !words.utf8.contains(where: mayEnd.contains) else { return nil }
    return Fix(place, words)
  }
}
