extension RuleDeclaration {
  static let quoteNotFound = RuleDeclaration(
    .error, about: .quotations, "the quotation is not in its seed",
    why: """
      A quotation is the seed's own words, whole and in their order. Only white space, line ends and Unicode \
      normalisation may differ: a changed letter, a missing word, half a word or another kind of quotation mark is \
      another quotation. The finding shows the nearest passage.
      """,
    example: RuleExample(
      "yaml", in: RuleExample.card,
      fails: """
        quote: "More than 3,800 people fled their homes"
        """,
      mended: """
        quote: "More than 3,800 people left their homes"
        """))

  static let quoteAmbiguous = RuleDeclaration(
    .error, about: .quotations, "the quotation stands in its seed more than once, and prefix and suffix do not decide",
    why: """
      The words stand in the seed more than once, so nobody can tell which of them prove the claim. Quote more words, or \
      give in `prefix` or `suffix` what stands directly before or after them.
      """,
    example: RuleExample(
      "yaml", in: RuleExample.card,
      fails: """
        answer: "14"
        quote: "14"
        """,
      mended: """
        answer: "14"
        quote: "14"
        suffix: houses were lost
        """))

  static let quoteCutsQuantity = RuleDeclaration(
    .error, about: .quotations, "the quotation starts or ends inside a quantity, its qualifier, range or negation",
    why: """
      “3,800 people” is in the seed, but the seed says more than 3,800: the quantity is read in the seed around the \
      quotation, so that its qualifier, the other end of a range or a negation cannot be cut off.
      """,
    example: RuleExample(
      "yaml", in: RuleExample.card,
      fails: """
        answer: "3,800"
        quote: "3,800 people left their homes"
        """,
      mended: """
        answer: more than 3,800
        quote: "More than 3,800 people left their homes"
        """))

  static let quoteNotEvidence = RuleDeclaration(
    .error, about: .quotations, "the quotation overlaps a passage that the card says proves nothing",
    why: """
      The card lists under `not_evidence` what is no report of the event: a caption, a comment form, an advertisement. \
      Such words prove nothing.
      """,
    example: RuleExample(
      "yaml", in: RuleExample.card,
      fails: """
        not_evidence:
          - quote: "Leave a reply: 1 comment."
            why: comment form
        claims:
          - question: comments
            answer: "1"
            said_by: report
            quote: "1 comment"
        """,
      mended: """
        not_evidence:
          - quote: "Leave a reply: 1 comment."
            why: comment form
        claims:
        """))

  static let quoteTooLong = RuleDeclaration(
    .error, about: .quotations, "the quotation is longer than the site allows",
    why: """
      The quotation has more characters than `quotations: longest:` in sitegen.yaml allows. Short quotations can be read \
      at a glance, and long ones publish another's work.
      """,
    example: RuleExample(
      "yaml", in: RuleExample.card,
      fails: """
        # sitegen.yaml: quotations: {longest: 50}
        quote: "More than 3,800 people left their homes, the mayor said."
        """,
      mended: """
        # sitegen.yaml: quotations: {longest: 50}
        quote: "More than 3,800 people left their homes"
        """))

  static let quoteBudget = RuleDeclaration(
    .error, about: .quotations, "more of a seed is quoted than the site allows",
    why: """
      All that the site shows of one seed, counted once, is a larger share of its text than `quotations: share:` in \
      sitegen.yaml, or in the card, allows.
      """,
    example: RuleExample(
      "yaml", in: RuleExample.card,
      fails: """
        # sitegen.yaml: quotations: {share: 45%}
        seed: mayor.txt
        """,
      mended: """
        # sitegen.yaml: quotations: {share: 45%}
        seed: mayor.txt
        quotations:
          share: 80%
          why: The document is four sentences long, and each holds a figure.
        """))
}
