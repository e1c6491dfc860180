extension Rule {
  static let needlessReading = Rule(
    "needless-reading", .warning, about: .answers, "sitegen reads the answer in the quotation without 'reads'",
    reason: """
      `reads` is the editor's reading of a quotation that sitegen cannot read or misreads. The site marks the answer, \
      so that readers can judge the reading for themselves. Here sitegen reads the same answer, so the mark would cast \
      doubt on a number that is certain.
      """,
    example: .card(
      failing: """
        answer: "14"
        reads: "14"
        why: houses were counted
        quote: "14 houses were lost"
        """,
      corrected: """
        answer: "14"
        quote: "14 houses were lost"
        """))
}

func needlessReading(_ reading: Claim.Reading, in file: SourceFile) -> Diagnostic {
  Diagnostic(
    .needlessReading, "sitegen reads '\(reading.words.value)' in the quotation itself",
    at: Place(file, reading.words.span), remedy: "leave 'reads' and 'why' out")
}
