/// **answer-ambiguous**: where the words that are to prove an answer hold more than one quantity, `figure` says which is
/// meant, and holds exactly one.
func answerAmbiguous(
  _ claimed: ClaimedAnswer, _ answer: Quantity, _ fitting: [QuantityMatch], among matches: [QuantityMatch]
) -> [Diagnostic] {
  let held = matches.map { "'\(claimed.text.words($0.span))'" }.joined(separator: ", ")
  let proposal = fitting.lazy.compactMap { claimed.figure(for: $0) }.first
  return [
    Diagnostic(
      .answerAmbiguous, "the \(claimed.proof) holds more than one quantity: \(held)", at: claimed.proofPlace,
      remedy: proposal.map { "add 'figure: \"\($0)\"'" } ?? "add 'figure' with the part of the quotation that is meant")
  ]
}

extension Diagnostic {
  static func yearAmbiguous(_ claimed: ClaimedAnswer, _ years: [Int]) -> Diagnostic {
    let held = Set(years).sorted().map(String.init).joined(separator: ", ")
    return Diagnostic(
      .answerAmbiguous, "the \(claimed.proof) names more than one year: \(held)", at: claimed.proofPlace,
      remedy: "add 'figure' with the part of the quotation that is meant")
  }
}

extension ClaimedAnswer {
  /// Words of the quotation that stand there once and hold this quantity alone; nil when there are none.
  fileprivate func figure(for match: QuantityMatch) -> String? {
    let folded = text.seed.folded
    let quotation = folded.folded(words.span.lowerBound)..<folded.folded(words.span.upperBound)
    var candidates = [match.span]
    if let noun = match.noun, noun.lowerBound >= match.span.lowerBound, noun.upperBound <= words.span.upperBound {
      candidates.insert(match.span.lowerBound..<noun.upperBound, at: 0)
    }
    for span in candidates where text.quantities(in: span).count == 1 {
      let words = text.words(span)
      var count = 0
      folded.forEachPlace(of: folded.folding(words)) { place in
        if place.lowerBound >= quotation.lowerBound, place.upperBound <= quotation.upperBound { count += 1 }
        return place.lowerBound < quotation.upperBound
      }
      if count == 1 { return words }
    }
    return nil
  }
}
