extension RuleDeclaration {
  static let unsourcedNumber = RuleDeclaration(
    .warning, about: .prose, "a number in a note stands in no citation and no question link",
    why: """
      A number in a note or summary stands in no citation and no question link, so that nobody can trace it. Dates, times \
      and numbers inside names are not meant; a note with `about: this-site` is exempt. A number that an editor computed \
      is one that no source gives: it is reported on purpose.
      """,
    example: RuleExample(
      "markdown", in: RuleExample.note,
      fails: """
        The flood took 14 houses.
        """,
      mended: """
        The flood took [14 houses](question:houses-lost).
        """))

  static let staleNumber = RuleDeclaration(
    .error, about: .prose, "a linked number is no answer of the question",
    why: """
      A number in the words of a question link is no answer that a claim gives to the question: the note has fallen \
      behind the claims.
      """,
    example: RuleExample(
      "markdown", in: RuleExample.note,
      fails: """
        Lost were [12](question:houses-lost) houses.
        """,
      mended: """
        Lost were [](question:houses-lost) houses.
        """))

  static let brokenLink = RuleDeclaration(
    .error, about: .prose, "a link leads to nothing",
    why: """
      A link leads to a file, part or address that is not there, or to a kind of address that a page may not have; an \
      entry of `navigation` names no note.
      """,
    example: RuleExample(
      "markdown", in: RuleExample.note,
      fails: """
        See [the houses](house.md#by-the-river).
        """,
      mended: """
        See [the houses](houses.md#by-the-river).
        """))

  static let missingAlternativeText = RuleDeclaration(
    .warning, about: .prose, "a picture has no words for those who cannot see it",
    why: """
      A picture has no words for those who cannot see it. A picture that says nothing may have none on purpose: its title \
      is then "decorative".
      """,
    example: RuleExample(
      "markdown", in: RuleExample.note,
      fails: """
        ![](images/bridge.png)
        """,
      mended: """
        ![The bridge of Marnow, its middle arch gone](images/bridge.png)
        """))

  static let duplicateAddress = RuleDeclaration(
    .error, about: .prose, "two pages or anchors would have one address",
    why: """
      Two pages would have one address, also when it differs only in the case of letters, or a heading would have the \
      anchor of a question or claim on its page. In the example the page has a question `houses-lost`.
      """,
    example: RuleExample(
      "markdown", in: RuleExample.topic,
      fails: """
        ## Houses lost
        """,
      mended: """
        ## What was lost
        """))

  static let rawHtml = RuleDeclaration(
    .error, about: .prose, "a note holds HTML, which is never passed on",
    why: """
      A note or card holds HTML. What a person writes reaches a page as text and Markdown alone; markup that is passed on \
      could load or run anything.
      """,
    example: RuleExample(
      "markdown", in: RuleExample.note,
      fails: """
        The <b>old</b> bridge is gone.
        """,
      mended: """
        The **old** bridge is gone.
        """))
}
