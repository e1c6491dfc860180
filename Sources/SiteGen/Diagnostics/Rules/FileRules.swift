extension RuleDeclaration {
  static let languageWithoutWords = RuleDeclaration(
    .warning, about: .files, "numbers in a language of the site are read by their digits alone",
    why: """
      sitegen knows the number words, qualifiers and vague words of some languages. In any other it reads numbers by \
      their digits alone: a quotation that leaves out "meer dan" before a number is then not found out. The warning \
      stands once, at the site's language; who has looked at the quotations by eye can turn it off.
      """,
    example: RuleExample(
      "yaml", in: "sitegen.yaml",
      fails: """
        language: nl
        """,
      mended: """
        language: nl
        rules: {language-without-words: off}
        """))

  static let textUntranslated = RuleDeclaration(
    .warning, about: .files, "texts of the interface that are shown in another language than the site's",
    why: """
      The words of the interface in the site's language are not all there, and `falls_back` says that this is meant: the \
      missing ones are shown in the language that it names. The warning stands once, with how many there are and the \
      first of them. Without `falls_back` a missing text is an error.
      """,
    example: RuleExample(
      "yaml", in: "Templates/strings.nl.yaml",
      fails: """
        # falls_back: en
        search: Zoeken
        """,
      mended: """
        # falls_back: en
        search: Zoeken
        search_label: Zoek op deze site
        """))

  static let templateError = RuleDeclaration(
    .error, about: .files, "a template cannot be used",
    why: """
      A template cannot be used: a name or partial that nothing defines, a section that is not closed, partials that \
      include each other, a value in a place where it cannot be made safe.
      """,
    example: RuleExample(
      "html", in: "Templates/note.mustache",
      fails: """
        <h1>{{headnig}}</h1>
        """,
      mended: """
        <h1>{{heading}}</h1>
        """))

  static let yamlError = RuleDeclaration(
    .error, about: .files, "the YAML cannot be read",
    why: "The YAML cannot be read: its syntax is broken, a key stands twice in one mapping, or aliases multiply it.",
    example: RuleExample(
      "yaml", in: RuleExample.topic,
      fails: """
        title: Houses: what was lost
        """,
      mended: """
        title: "Houses: what was lost"
        """))

  static let wrongValue = RuleDeclaration(
    .error, about: .files, "a key is missing, or its value is not of the kind that it must be",
    why: "A key is missing, or its value is not of the kind that it must be. docs/inputs.md says what each key holds.",
    example: RuleExample(
      "yaml", in: RuleExample.card,
      fails: """
        published: 4 May 2031
        """,
      mended: """
        published: 2031-05-04
        """))

  static let fileUnreadable = RuleDeclaration(
    .error, about: .files, "a file cannot be read, or is not text",
    why: """
      A file other than a seed cannot be read, or is not text: no permission, a folder in its place, a symbolic link that \
      leads out of the project, bytes that are no UTF-8.
      """,
    example: RuleExample(
      "console",
      fails: """
        $ iconv -f UTF-8 -t UTF-16 bridges.md > Content/bridges.md
        """,
      mended: """
        $ cp bridges.md Content/bridges.md
        """))

  static let unusedFile = RuleDeclaration(
    .warning, about: .files, "a file in the folders of the site that nothing reads",
    why: "A file in the folders of the site that nothing reads: it may be one that was meant to be.",
    example: RuleExample(
      "console",
      fails: """
        $ ls Content
        bridges.markdown  houses.md  images  index.md  river.md  sources  speakers.yaml
        """,
      mended: """
        $ ls Content
        bridges.md  houses.md  images  index.md  river.md  sources  speakers.yaml
        """))

  static let staleCard = RuleDeclaration(
    .warning, about: .files, "a social card does not show what its page says now",
    why: """
      A picture in Content/cards/ is what a messenger shows of a page, and carries the text that it shows. Where the page \
      says something else by now, or the picture is no PNG of `sitegen cards`, it is not published: better none than a wrong \
      one. Pages without a picture, where others have one, are named once. A site without Content/cards/ has no pictures, \
      and no warning.
      """,
    example: RuleExample(
      "console",
      fails: """
        $ sitegen build
        """,
      mended: """
        $ sitegen cards
        $ sitegen build
        """))

  static let projectIncomplete = RuleDeclaration(
    .error, about: .files, "the folder lacks what a site needs",
    why: """
      The folder lacks what a site needs: sitegen.yaml, a note in Content/, or the words of the interface in the site's \
      language. Those of `en` and `ru` come with sitegen; of any other language they stand in \
      `Templates/strings.<language>.yaml`.
      """,
    example: RuleExample(
      "yaml", in: "sitegen.yaml",
      fails: """
        language: nl
        """,
      mended: """
        language: en
        """))
}
