/// The files that come with sitegen and that a site's Templates/ replaces, by name.
public let templateNames: [String] = embeddedTemplates().keys.sorted(by: utf8Precedes)

/// The text of one of them; nil where none has the name. A template may be named as others call it, `layout`.
public func templateText(named name: String) -> String? {
  embeddedName(of: name).flatMap { embeddedTemplates()[$0]?.bytes }.map { String(decoding: $0, as: UTF8.self) }
}

/// Every one of them on a line with what it makes, in groups.
public func templateList() -> String {
  let width = templateNames.map(\.utf8.count).max() ?? 0
  return templatePurposes.map { group in
    group.title + "\n"
      + group.files.map { file in
        "  " + file.name + String(repeating: " ", count: width + 2 - file.name.utf8.count) + file.purpose + "\n"
      }.joined()
  }.joined(separator: "\n")
}

/// The file's name for the name of a file, or for that by which templates call it; nil where there is none.
func embeddedName(of name: String) -> String? {
  [name, name + ".mustache"].first(where: templateNames.contains)
}

/// What the page or part does that a template makes; nil where none of sitegen's has the name.
func templatePurpose(of name: String) -> String? {
  templatePurposes.lazy.flatMap(\.files).first { $0.name == name }?.purpose
}

/// A test holds that no file is missing.
let templatePurposes: [(title: String, files: [(name: String, purpose: String)])] = [
  (
    "Pages",
    [
      ("a-z.mustache", "everything with a name, by letter: a-z.html"),
      ("corrections.mustache", "the policy, and the answers that were taken back: corrections.html"),
      ("data.mustache", "the files to download: data.html"),
      ("disagreements.mustache", "where reports contradict each other: disagreements.html"),
      ("embed.mustache", "a question for a frame in another page: embed/<question>.html"),
      ("index.mustache", "the home page: index.html"),
      ("methodology.mustache", "how the site is made, and the last check's figures: methodology.html"),
      ("not-found.mustache", "what a host shows for a missing page: 404.html"),
      ("note.mustache", "a note that asks nothing: <note>.html"),
      ("question.mustache", "a question with all its answers: questions/<question>.html"),
      ("search.mustache", "the search: search.html"),
      ("source.mustache", "a source with each quoted passage: sources/<source>.html"),
      ("sources.mustache", "the list of sources: sources.html"),
      ("timeline.mustache", "what happened on which day: timeline.html"),
      ("topic.mustache", "a note with its questions: <note>.html"),
      ("unknowns.mustache", "what is not known: unknowns.html"),
      ("updates.mustache", "how the picture changed: updates.html"),
    ]
  ),
  (
    "Parts of notes, which stand in the midst of Markdown",
    [
      ("citation.mustache", "the number behind words that cite a passage"),
      ("figure.mustache", "a question's figure, where a note shows one"),
    ]
  ),
  (
    "Parts that the templates above call",
    [
      ("agreement.mustache", "how the answers stand to each other, and why"),
      ("also.mustache", "which agreements hold besides, in a word each"),
      ("answers.mustache", "the table of answers to a question"),
      ("brief.mustache", "the answer in brief"),
      ("card.mustache", "a question as a card of the home page"),
      ("change.mustache", "a brief answer that moved"),
      ("cited.mustache", "the passages that a note cites, as a list and as boxes"),
      ("heading.mustache", "a heading of sitegen's own, with the link to it"),
      ("layout.mustache", "what surrounds every page but embed: head, navigation, foot"),
      ("passage.mustache", "a quoted passage on its source's page"),
      ("question-answers.mustache", "the answers on a question's own page"),
      ("question-body.mustache", "a question on other pages, behind a content note where it needs one"),
      ("question-content.mustache", "what stands there, or behind that note"),
      ("remarks.mustache", "what the editor says of answers that do not agree, or that moved"),
      ("words.mustache", "the words that prove an answer"),
    ]
  ),
  (
    "Words of the interface",
    [("strings.en.yaml", "all of them, in English"), ("strings.ru.yaml", "the same in another language")]
  ),
  (
    "Assets, published as they are",
    [
      ("assets/icon.svg", "the icon of the site"),
      ("assets/search.js", "the search, the only script"),
      ("assets/style.css", "the look of all pages: colours and sizes are at its top"),
    ]
  ),
]
