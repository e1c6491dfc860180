/// The A–Z index of everything that has a name. Readers without scripts use it, because they cannot search.
struct AlphabetPage: BuiltInPageContent {
  let page: PageContext

  static let builtIn = BuiltInPage.alphabet

  static let fields = Fields<AlphabetPage>([
    .text("intro") { $0.intro },
    .address("search_href") { _ in Address.page(.search) },
    .list("letters", LetterGroup.fields) { $0.letters },
  ])

  var intro: String { site.strings[.alphabetPageIntro] }

  private var letters: [LetterGroup] {
    let alphabet = Alphabet(site.strings[.alphabet], articles: site.strings.list(.articles))
    let entries = site.alphabetEntries().map { (key: alphabet.key(of: $0.title), entry: $0) }
      .sorted { left, right in
        left.key == right.key
          ? (left.entry.href, left.entry.title) < (right.entry.href, right.entry.title)
          : left.key.lexicographicallyPrecedes(right.key)
      }
    var groups: [LetterGroup] = []
    for (_, entry) in entries {
      let letter = alphabet.letter(of: entry.title)
      if groups.last?.letter != letter { groups.append(LetterGroup(letter: letter, number: groups.count, entries: [])) }
      groups[groups.count - 1].entries.append(entry)
    }
    return groups
  }
}

/// The entries under one letter.
struct LetterGroup: Sendable {
  let letter: String
  let number: Int
  var entries: [AlphabetEntry]

  static let fields = Fields<LetterGroup>([
    .text("letter") { $0.letter },
    .text("anchor") { "letter_" + String($0.number) },
    .list("entries", AlphabetEntry.fields) { $0.entries },
  ])
}

/// A name in the index, and the kind of thing that has the name.
struct AlphabetEntry: Sendable {
  var title: String
  /// Relative to the root of the site; empty for a speaker, whose entry lists questions instead.
  var href: String
  var kind: String
  var anchor: String?
  var answers: [NamedLink] = []

  static let fields = Fields<AlphabetEntry>([
    .text("title") { $0.title },
    .address("href") { $0.href },
    .text("kind") { $0.kind },
    .text("anchor") { $0.anchor },
    .flaggedList("answers", NamedLink.fields) { $0.answers },
  ])
}

extension Site {
  /// Questions, notes and sources with their pages, and speakers with the questions that they answer. Sensitive
  /// questions are not listed for a speaker.
  fileprivate func alphabetEntries() -> [AlphabetEntry] {
    var questionsOfSpeaker: [String: [NamedLink]] = [:]
    for answered in sheet.answeredQuestions where !answered.question.isSensitive {
      let link = NamedLink(title: answered.question.label, href: Address.question(answered.question.id))
      for speaker in Set(answered.evidence.map(\.claim.saidBy.value)) {
        questionsOfSpeaker[speaker, default: []].append(link)
      }
    }
    let questions = sheet.answeredQuestions.map {
      AlphabetEntry(
        title: $0.question.label, href: Address.question($0.question.id), kind: strings[.kindQuestion])
    }
    let notes = sheet.dossier.notes.filter { $0.id != BuiltInPage.index.rawValue }.map {
      AlphabetEntry(title: $0.title.value, href: Address.note($0.id), kind: strings[.kindNote])
    }
    let sources = sheet.dossier.sources.map {
      AlphabetEntry(title: $0.title.value, href: Address.source($0.id), kind: strings[.source])
    }
    let speakers = sheet.dossier.speakers.map {
      AlphabetEntry(
        title: $0.name, href: "", kind: strings[.kindSpeaker], anchor: Address.anchor(ofSpeaker: $0.id),
        answers: questionsOfSpeaker[$0.id] ?? [])
    }
    return questions + notes + sources + speakers
  }
}
