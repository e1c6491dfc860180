extension Rule {
  static let answerAmbiguous = Rule(
    "answer-ambiguous", .error, about: .answers,
    "the quotation contains more than one quantity, and no 'figure' says which one is the answer",
    reason: """
      The quotation contains more than one quantity, and nothing says which one is the answer. `figure` gives the part \
      of the quotation that contains the answer and no other quantity.
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

func answerAmbiguous(_ answer: Answer, _ claimed: ClaimedAnswer) -> [Diagnostic] {
  switch answer {
  case .quantity(let quantity):
    let numbers = claimed.numbers(in: claimed.words.span)
    if numbers.count == 1, claimed.fits(numbers[0], quantity) { return [] }
    let held = (numbers.count > 1 ? numbers : claimed.quantities).map { "'\(claimed.text.words($0.span))'" }
    return [
      .ambiguous(
        claimed, "the \(claimed.proof) contains more than one quantity: \(held.joined(separator: ", "))",
        claimed.quantities.filter { claimed.fits($0, quantity) }.compactMap(claimed.figure))
    ]
  case .year(let year):
    let years = claimed.text.years(in: claimed.words.span)
    let named = Set(years.map(\.value)).sorted().map(String.init)
    guard named.count > 1 else { return [] }
    return [
      .ambiguous(
        claimed, "the \(claimed.proof) names more than one year: \(named.joined(separator: ", "))",
        years.filter { $0.value == year }.compactMap { year in
          claimed.figure([year.span]) { claimed.text.years(in: $0).count == 1 }
        })
    ]
  case .day, .choice, .words: return []
  }
}

extension Diagnostic {
  /// Proposes the first three figures that the author may mean.
  fileprivate static func ambiguous(_ claimed: ClaimedAnswer, _ message: String, _ figures: [String]) -> Diagnostic {
    let proposals = figures.prefix(3).map(claimed.settingFigure)
    return Diagnostic(
      .answerAmbiguous, message, at: claimed.proofPlace,
      remedy: proposals.isEmpty
        ? "shorten the quotation until it contains only one quantity" : proposals.joined(separator: " or "))
  }
}

extension ClaimedAnswer {
  /// The remedy that makes the given words the claim's figure.
  func settingFigure(_ words: String) -> String {
    if self.words.isFigure { return "write '\(words)'" }
    let needsSingle = words.utf8.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
    return needsSingle
      ? "add 'figure: '\(words.replacing("'", with: "''"))''" : "add 'figure: \"\(words)\"'"
  }

  /// A short run of words that appears once in `words` and contains only this quantity, with its noun if possible; nil
  /// if there is none.
  func figure(for match: QuantityMatch) -> String? {
    var candidates = [match.span]
    if let noun = match.noun, noun.lowerBound >= match.span.upperBound, noun.upperBound <= words.span.upperBound {
      candidates.insert(match.span.lowerBound..<noun.upperBound, at: 0)
    }
    return figure(candidates) { span in
      numbers(in: span) == [match] && text.quantity(cutBy: span) == nil && text.notUnderstood(in: span).isEmpty
    }
  }

  /// The first candidate that is good and whose words appear once. If there is none, extends the last candidate by up
  /// to eight words.
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
      if text.seed.places(of: words, in: quotation).count == 1 { return words }
    }
    return nil
  }
}
