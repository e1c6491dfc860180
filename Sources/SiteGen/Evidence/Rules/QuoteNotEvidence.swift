extension Rule {
  static let quoteNotEvidence = Rule(
    "quote-not-evidence", .error, about: .quotations,
    "the quotation overlaps a passage that the card lists under 'not_evidence'",
    reason: """
      The quotation overlaps a passage under `not_evidence`, where the card lists the passages that do not report the \
      event: a caption, a comment form, an advertisement. They prove nothing.
      """,
    example: .card(
      failing: """
        not_evidence:
          - quote: "Leave a reply: 1 comment."
            why: comment form
        claims:
          - question: comments
            answer: "1"
            said_by: report
            quote: "1 comment"
        """,
      corrected: """
        not_evidence:
          - quote: "Leave a reply: 1 comment."
            why: comment form
        claims:
        """))
}

func quoteNotEvidence(
  _ quoted: QuotedWords, _ quotation: Quotation, _ passages: [FactSheet.NamedPassage], _ text: SourceText
) -> [Diagnostic] {
  passages.filter { $0.quotation.span.overlaps(quotation.span) }.map { overlapped in
    let passage = overlapped.passage
    let why = passage.why.map { ": " + $0 } ?? ""
    return Diagnostic(
      .quoteNotEvidence, "the quotation overlaps a passage that proves nothing", at: quoted.place,
      notes: [.init("not evidence\(why)", at: Place(text.source.file, passage.quote.span))])
  }
}
