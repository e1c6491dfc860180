extension Rule {
  static let answerAmbiguous = Rule(
    "answer-ambiguous", .error, about: .answers,
    "the quotation holds more than one quantity, and no figure says which one is meant",
    reason: """
      The quotation holds more than one quantity, and nothing says which one is meant. `figure` names the part of the \
      quotation that holds the answer; it holds exactly one quantity.
      """,
    example: .card(
      failing: """
        answer: "14"
        quote: "Two bridges and 14 houses were lost"
        """,
      corrected: """
        answer: "14"
        quote: "Two bridges and 14 houses were lost"
        figure: "14 houses"
        """))
}

/// **answer-ambiguous**: where the words that are to prove an answer hold more than one quantity, `figure` says which is
/// meant, and holds exactly one.
func answerAmbiguous(
  _ claimed: ClaimedAnswer, _ answer: Quantity, _ fitting: [QuantityMatch], among matches: [QuantityMatch]
) -> [Diagnostic] {
  let held = matches.map { "'\(claimed.text.words($0.span))'" }.joined(separator: ", ")
  return [
    .ambiguous(
      claimed, "the \(claimed.proof) holds more than one quantity: \(held)", fitting.compactMap(claimed.figure))
  ]
}

extension Diagnostic {
  static func yearAmbiguous(_ claimed: ClaimedAnswer, _ year: Int, _ years: [Located<Int>]) -> Diagnostic {
    let held = Set(years.map(\.value)).sorted().map(String.init).joined(separator: ", ")
    let spans = years.filter { $0.value == year }.map(\.span)
    return .ambiguous(
      claimed, "the \(claimed.proof) names more than one year: \(held)",
      spans.compactMap { claimed.figure([$0]) { claimed.text.years(in: $0).count == 1 } })
  }

  /// The first three figures that may be meant are proposed.
  fileprivate static func ambiguous(_ claimed: ClaimedAnswer, _ message: String, _ figures: [String]) -> Diagnostic {
    let proposals = figures.prefix(3).map(claimed.settingFigure)
    return Diagnostic(
      .answerAmbiguous, message, at: claimed.proofPlace,
      remedy: proposals.isEmpty
        ? "quote fewer words, so that they hold one quantity" : proposals.joined(separator: " or "))
  }
}

extension ClaimedAnswer {
  /// What to do so that some words are the claim's figure.
  func settingFigure(_ words: String) -> String {
    if self.words.isFigure { return "write '\(words)'" }
    let mark = words.utf8.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") } ? "'" : "\""
    return "add 'figure: \(mark)\(words)\(mark)'"
  }

  /// The shortest run of words that stands once in what is to prove the answer, holds this quantity alone, and has its
  /// noun where one follows; nil when there is none.
  func figure(for match: QuantityMatch) -> String? {
    var candidates = [match.span]
    if let noun = match.noun, noun.lowerBound >= match.span.upperBound, noun.upperBound <= words.span.upperBound {
      candidates.insert(match.span.lowerBound..<noun.upperBound, at: 0)
    }
    return figure(candidates) { numbers(in: $0).count == 1 && cuts($0, in: text.quantities) == nil }
  }

  /// The first of some spans, or of these lengthened by up to eight words, that is good and stands there once.
  fileprivate func figure(_ candidates: [Range<Int>], isGood: (Range<Int>) -> Bool) -> String? {
    guard let shortest = candidates.last else { return nil }
    let folded = text.seed.folded
    let proof = folded.folded(words.span.lowerBound)..<folded.folded(words.span.upperBound)
    let start = folded.folded(shortest.lowerBound)
    var longer: [Range<Int>] = []
    var end = folded.folded(shortest.upperBound)
    while longer.count < 8, end < proof.upperBound {
      end += 1
      while end < proof.upperBound, folded.bytes[end] != 0x20 { end += 1 }
      var wordEnd = end
      while wordEnd > start, [0x2C, 0x2E, 0x3A, 0x3B].contains(folded.bytes[wordEnd - 1]) { wordEnd -= 1 }
      longer.append(folded.source(start..<wordEnd))
    }
    for span in candidates + longer where isGood(span) {
      let words = text.words(span)
      if text.seed.places(of: words, in: self.words.span).count == 1 { return words }
    }
    return nil
  }
}
