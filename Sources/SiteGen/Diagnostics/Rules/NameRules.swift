extension RuleDeclaration {
  static let unknownQuestion = RuleDeclaration(
    .error, about: .names, "no topic asks the question",
    why: "A claim, a link, `asked_most` or `part_of` names a question that no topic asks.",
    example: RuleExample(
      "yaml", in: RuleExample.card,
      fails: """
        question: houses-lots
        """,
      mended: """
        question: houses-lost
        """))

  static let unknownSpeaker = RuleDeclaration(
    .error, about: .names, "speakers.yaml does not name the speaker",
    why: """
      `said_by`, `via` or `voice_of` names a speaker that Content/speakers.yaml does not have. `report` is the document \
      itself.
      """,
    example: RuleExample(
      "yaml", in: RuleExample.card,
      fails: """
        said_by: major
        """,
      mended: """
        said_by: mayor
        """))

  static let unknownSource = RuleDeclaration(
    .error, about: .names, "no card has the identifier",
    why: "A note or card cites a source for which there is no card.",
    example: RuleExample(
      "markdown", in: RuleExample.note,
      fails: """
        The mayor spoke of [14 houses](source:2031-05-04-major "14 houses were lost").
        """,
      mended: """
        The mayor spoke of [14 houses](source:2031-05-04-mayor "14 houses were lost").
        """))

  static let unknownKey = RuleDeclaration(
    .error, about: .names, "the key is not one that is known here",
    why:
      "A key that is not known in its place. A misspelt key that were passed over would drop in silence what it says.",
    example: RuleExample(
      "yaml", in: RuleExample.card,
      fails: """
        qoute: "14 houses were lost"
        """,
      mended: """
        quote: "14 houses were lost"
        """))

  static let duplicateId = RuleDeclaration(
    .error, about: .names, "an identifier is used twice in its kind",
    why: """
      Two questions, speakers or claims have one identifier. Identifiers are addresses, so each stands for one thing.
      """,
    example: RuleExample(
      "yaml", in: RuleExample.card,
      fails: """
        # another claim of the card has: id: 2031-05-04-houses
        id: 2031-05-04-houses
        question: bridges-lost
        """,
      mended: """
        # another claim of the card has: id: 2031-05-04-houses
        id: 2031-05-04-bridges
        question: bridges-lost
        """))

  static let claimIdMissing = RuleDeclaration(
    .error, about: .names, "a second claim of one source and question needs an id of its own",
    why: """
      A claim's identifier is its source and its question; the second claim of one source and question needs one of its \
      own, and so does a claim whose identifier would be longer than 64 characters. Claims are never numbered, so that an \
      address still means the same when a claim is added.
      """,
    example: RuleExample(
      "yaml", in: RuleExample.card,
      fails: """
        # another claim of the card has: question: homes-left
        question: homes-left
        said_by: report
        """,
      mended: """
        # another claim of the card has: question: homes-left
        id: 2031-05-04-homes-left-report
        question: homes-left
        said_by: report
        """))

  static let dateImpossible = RuleDeclaration(
    .error, about: .days, "the days of a claim or source contradict each other",
    why: """
      Days that contradict each other: `as_of` after `published`, `published` after `recorded`, or `happened` after \
      `published` where the claim is not projected. A report cannot know what came after it.
      """,
    example: RuleExample(
      "yaml", in: RuleExample.card,
      fails: """
        # the card has: published: 2031-05-04
        as_of: 2031-05-06
        """,
      mended: """
        # the card has: published: 2031-05-04
        as_of: 2031-05-03
        """))

  static let dateContradictsQuote = RuleDeclaration(
    .warning, about: .days, "the quotation names a day that is none of the claim's",
    why: "The quotation names a weekday or a date that is none of the claim's days.",
    example: RuleExample(
      "yaml", in: RuleExample.card,
      fails: """
        # the card has: published: 2031-05-04
        quote: "The river rose on Saturday, 3 May."
        """,
      mended: """
        # the card has: published: 2031-05-04
        happened: 2031-05-03
        quote: "The river rose on Saturday, 3 May."
        """))
}
