extension Rule {
  static let quantityNotUnderstood = Rule(
    "quantity-not-understood", .error, about: .answers,
    "words that may be a quantity are not understood as a whole",
    reason: """
      Something next to a number may belong to it, and sitegen does not understand it: another number, a fraction, an \
      unknown abbreviation. A part of a number is never taken for the number, so these words prove nothing. If you can \
      read them, give your reading as `reads` and its reason as `why`: the site shows both. In a note, such words are \
      a warning, because nobody has checked them; where `unsourced-number` is off, notes are not searched for numbers, \
      and such words are not reported.
      """,
    example: .card(
      failing: """
        answer: some 3,500
        quote: "Some 3 1/2 7 thousand sheep were saved"
        """,
      corrected: """
        answer: some 3,500
        reads: some 3,500
        why: the 7 is the number of the page
        quote: "Some 3 1/2 7 thousand sheep were saved"
        """))
}

/// Checks whether words that are not understood may be why nothing in the proving words equals the answer.
func quantityNotUnderstood(_ answer: Answer, _ claimed: ClaimedAnswer) -> [Diagnostic] {
  guard case .quantity(let quantity) = answer, !claimed.isUnderstood,
    !claimed.quantities.contains(where: { claimed.fits($0, quantity) })
  else { return [] }
  let words = claimed.notUnderstood.map { "'\(claimed.text.words($0))'" }.joined(separator: ", ")
  return [
    Diagnostic(
      .quantityNotUnderstood,
      "the \(claimed.proof) does not say '\(claimed.claim.answer.value)' in words that are understood",
      at: claimed.place,
      notes: claimed.notUnderstood.map {
        .init("these words may be a quantity", at: Place(claimed.text.seed.file, $0))
      },
      remedy: "quote other words, or give your own reading of \(words) as 'reads: \"…\"' and its reason as 'why'")
  ]
}

/// Warns of words in a note that may be a quantity and are not understood, so that nothing has checked them.
func quantityNotUnderstood(_ words: String, at place: Place) -> Diagnostic {
  var diagnostic = Diagnostic(
    .quantityNotUnderstood, "'\(words)' may be a quantity, but is not understood as a whole", at: place,
    notes: [.init("no number in it is compared with a source")], remedy: "write it as one number in digits")
  diagnostic.severity = .warning
  return diagnostic
}
