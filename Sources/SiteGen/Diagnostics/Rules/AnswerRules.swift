extension RuleDeclaration {
  static let answerNotInQuote = RuleDeclaration(
    .error, about: .answers, "no quantity of the quotation equals the answer, qualifier included",
    why: """
      No quantity in the quotation, or in its `figure`, equals the answer. The qualifier counts: “more than 3,800” is not \
      3,800. A digit in a worded answer or in a claim's note must stand in the quotation too, and a number in the words \
      of a citation must equal one in its quotation. Words that name no year (“January 9”) mean the day nearest to the \
      report's, and a weekday one within 13 days of it, unless `happened` gives the same day as the answer.
      """,
    example: RuleExample(
      "yaml", in: RuleExample.card,
      fails: """
        answer: "3,800"
        quote: "More than 3,800 people left their homes"
        """,
      mended: """
        answer: more than 3,800
        quote: "More than 3,800 people left their homes"
        """))

  static let answerAmbiguous = RuleDeclaration(
    .error, about: .answers, "the quotation holds more than one quantity and no figure says which is meant",
    why: """
      The quotation holds more than one quantity, and nothing says which of them is meant. `figure` names the part of the \
      quotation that is; it holds exactly one quantity.
      """,
    example: RuleExample(
      "yaml", in: RuleExample.card,
      fails: """
        answer: "14"
        quote: "Two bridges and 14 houses were lost"
        """,
      mended: """
        answer: "14"
        quote: "Two bridges and 14 houses were lost"
        figure: "14 houses"
        """))

  static let unknownAnswer = RuleDeclaration(
    .error, about: .answers, "the answer is not one that the question allows",
    why: """
      The answer is not one that the question allows: not the identifier of one of its `choices`, or no quantity where \
      the question has a unit.
      """,
    example: RuleExample(
      "yaml", in: RuleExample.card,
      fails: """
        # the question has: choices: {open: open, closed: closed to all}
        answer: shut
        """,
      mended: """
        # the question has: choices: {open: open, closed: closed to all}
        answer: closed
        """))

  static let partExceedsWhole = RuleDeclaration(
    .warning, about: .answers, "an answer is larger than that of the question of which it is a part",
    why: """
      An answer is larger than that of the question of which its question is a `part_of`. One of the two is wrong, or \
      they count different things.
      """,
    example: RuleExample(
      "yaml", in: RuleExample.topic,
      fails: """
        # 14 houses were lost, and 60 others are damaged
        houses-damaged:
          part_of: houses-lost
          asks: How many other houses were damaged?
        """,
      mended: """
        # 14 houses were lost, and 60 others are damaged
        houses-damaged:
          asks: How many other houses were damaged?
        """))

  static let coverageShort = RuleDeclaration(
    .warning, about: .coverage, "too few of the seeds' quantities are quoted or left with a reason",
    why: """
      Of the quantities in all seeds, `not_evidence` aside, fewer are quoted or listed under `left` than `coverage:` in \
      sitegen.yaml asks for. What is left out without a word is how a selection hides.
      """,
    example: RuleExample(
      "yaml", in: RuleExample.card,
      fails: """
        # sitegen.yaml: coverage: 90%
        claims:
        """,
      mended: """
        # sitegen.yaml: coverage: 90%
        left:
          - quote: "14 people are in hospital"
            why: no topic asks about the injured
        claims:
        """))
}
