extension RuleDeclaration {
  static let seedChanged = RuleDeclaration(
    .error, about: .seeds, "the seed is not the one that the card was written for",
    why: """
      The seed's SHA-256 is not the one that its card gives: the document is not the one that was read when the card was \
      written. Restore the seed, or check each quotation anew and write the new hash.
      """,
    example: RuleExample(
      "yaml", in: RuleExample.card,
      fails: """
        sha256: 0000000000000000000000000000000000000000000000000000000000000000
        """,
      mended: """
        sha256: c80b2de0df8d9ac010ba837e49e569e199379eb791d7e676a2825fb63b87cf12
        """))

  static let seedUnreadable = RuleDeclaration(
    .error, about: .seeds, "the seed cannot be read as text",
    why: """
      The seed cannot be read as text: it is empty, too large, no UTF-8, holds a NUL, or is not a file. A byte order mark \
      and any line ends are accepted.
      """,
    example: RuleExample(
      "console",
      fails: """
        $ iconv -f UTF-8 -t UTF-16 mayor.txt > seeds/mayor.txt
        """,
      mended: """
        $ cp mayor.txt seeds/mayor.txt
        """))

  static let sourceWithoutSeed = RuleDeclaration(
    .error, about: .seeds, "the card names a seed that is not there, or that another card has",
    why: """
      The card names a seed that is not in seeds/, or one that another card has already: nothing that it claims can be \
      checked.
      """,
    example: RuleExample(
      "yaml", in: RuleExample.card,
      fails: """
        seed: mayr.txt
        """,
      mended: """
        seed: mayor.txt
        """))

  static let seedWithoutCard = RuleDeclaration(
    .warning, about: .seeds, "no card catalogues the seed",
    why: "No card catalogues the seed, so nothing of it is published.",
    example: RuleExample(
      "console",
      fails: """
        $ ls seeds Content/sources
        Content/sources: 2031-05-04-mayor.md
        seeds:           letter.txt mayor.txt
        """,
      mended: """
        $ ls seeds Content/sources
        Content/sources: 2031-05-04-mayor.md 2031-05-06-letter.md
        seeds:           letter.txt mayor.txt
        """))
}
