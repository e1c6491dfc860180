/// A negation or condition of a quoted clause that the quotation leaves out.
struct CutWords: Sendable {
  enum Meaning: Sendable {
    case negation, condition
  }

  let meaning: Meaning
  /// The negating or conditional words, in bytes of the seed.
  let words: Range<Int>
  let isBefore: Bool
}

extension ClauseWords {
  /// The words outside a span of a file's bytes that negate the clause in it or make it conditional; nil if there are
  /// none, and in a language without a table.
  ///
  /// Only the sentence of the span is read, at most some 60 words of it on each side.
  func wordsCut(by span: Range<Int>, in file: SourceFile) -> CutWords? {
    guard !isEmpty else { return nil }
    return before(span, in: file).cut ?? after(span, in: file)?.cut
  }

  /// The items before a span in its sentence, and the first item of the span.
  private func before(_ span: Range<Int>, in file: SourceFile) -> ClauseBefore {
    let start = wordStart(atOrAfter: span.lowerBound - 500, in: file)
    let end = wordStart(atOrAfter: min(span.upperBound, span.lowerBound + 60), in: file)
    let items = items(of: file.bytes, in: start..<max(end, span.lowerBound))
    let before = items.prefix { $0.span.upperBound <= span.lowerBound }
    let sentence = before.lastIndex { $0.kind == .end }.map { before[($0 + 1)...] } ?? before
    return ClauseBefore(items: Array(sentence), first: items.first { $0.span.lowerBound >= span.lowerBound })
  }

  /// The items after a span in its sentence; nil if the span ends its sentence.
  private func after(_ span: Range<Int>, in file: SourceFile) -> ClauseAfter? {
    let start = wordStart(atOrAfter: max(span.lowerBound, span.upperBound - 60), in: file)
    let end = wordStart(atOrAfter: span.upperBound + 300, in: file)
    let items = items(of: file.bytes, in: min(start, span.upperBound)..<max(end, span.upperBound))
    let last = items.last { $0.span.lowerBound < span.upperBound }
    guard last?.kind != .end else { return nil }
    let after = items.drop { $0.span.lowerBound < span.upperBound }.prefix { $0.kind != .end }
    return ClauseAfter(items: Array(after), hasPaused: last?.kind == .pause)
  }

  /// The first byte at or after an offset at which no word or character is cut.
  private func wordStart(atOrAfter offset: Int, in file: SourceFile) -> Int {
    let bytes = file.bytes
    guard offset > file.textStart else { return file.textStart }
    var start = min(offset, bytes.count)
    while start < bytes.count, start - offset < 60, !bytes[start].isWhitespace { start += 1 }
    guard start - offset == 60 else { return start }
    // Why: in a script without spaces, any whole character will do.
    start = offset
    while start < bytes.count, bytes[start] & 0xC0 == 0x80 { start += 1 }
    return start
  }
}

/// The part of a sentence before a quotation.
private struct ClauseBefore {
  var items: [ClauseItem]
  /// The first item of the quotation.
  var first: ClauseItem?

  var cut: CutWords? { cutFromClause ?? cutFromOpening }

  /// A negation or condition of the clause in which the quotation starts.
  ///
  /// A verb of reporting ends the search unless it is negated itself: in "officials who did not want to be named said",
  /// what was said is not negated.
  private var cutFromClause: CutWords? {
    var next = first
    for (index, item) in items.enumerated().reversed() {
      defer { next = item }
      let opensContent = next?.has([.that, .whether]) == true
      switch item.kind {
      case .end, .stop: return nil
      // Why: "bestätigte nicht, dass" is one statement.
      case .pause: if !opensContent { return nil }
      case .word:
        if item.has(.affirmation) { continue }
        if item.has([.negation, .denial]) { return CutWords(item, .negation) }
        if item.has([.condition, .whether]) { return CutWords(item, .condition) }
        // Why: "and said" in one word begins a clause itself.
        if item.has(.reporting), item.has(.clause) { return nil }
        if item.has(.reporting) { return negation(before: index).map { CutWords($0, .negation) } }
        if item.has(.clause), !opensContent { return nil }
      }
    }
    return nil
  }

  /// The negation among the three words before an item ("has not been reported") or at the start of its clause ("no one
  /// on the ferry said").
  private func negation(before index: Int) -> ClauseItem? {
    let start = items[..<index].lastIndex { $0.kind != .word || $0.has(.clause) }.map { $0 + 1 } ?? 0
    let clause = items[start..<index]
    return (clause.suffix(3).reversed() + clause.prefix(1)).first {
      $0.has([.negation, .denial]) && !$0.has(.affirmation)
    }
  }

  /// The condition that opens the sentence: "If the dam breaks, …".
  private var cutFromOpening: CutWords? {
    guard let opening = items.prefix(2).first(where: { $0.has(.condition) && !$0.has(.affirmation) }) else {
      return nil
    }
    let rest = items.drop { $0.span.lowerBound <= opening.span.lowerBound }
    let pauses = rest.count { $0.kind == .pause }
    let isSimple = rest.allSatisfy { $0.kind != .stop && !$0.has([.clause, .reporting]) }
    return isSimple && (1...2).contains(pauses) ? CutWords(opening, .condition) : nil
  }
}

/// The part of a sentence after a quotation.
private struct ClauseAfter {
  var items: [ClauseItem]
  /// Whether the quotation ends with a comma.
  var hasPaused: Bool

  /// A negation or condition of the clause in which the quotation ends, or of the short clause that follows: "26 died,
  /// police denied".
  var cut: CutWords? {
    var pauses = hasPaused ? 1 : 0
    for (index, item) in items.enumerated() {
      switch item.kind {
      case .end, .stop: return nil
      case .pause:
        pauses += 1
        if pauses > 1 { return nil }
      case .word:
        if item.has(.affirmation) { continue }
        if item.has(.condition) { return CutWords(item, .condition, isBefore: false) }
        if item.has(.denial) || item.has(.negation) && pauses == 0 {
          return CutWords(item, .negation, isBefore: false)
        }
        if item.has([.reporting, .clause, .that, .whether]) || index > 12 { return nil }
      }
    }
    return nil
  }
}

extension CutWords {
  fileprivate init(_ item: ClauseItem, _ meaning: Meaning, isBefore: Bool = true) {
    self.init(meaning: meaning, words: item.span, isBefore: isBefore)
  }
}
