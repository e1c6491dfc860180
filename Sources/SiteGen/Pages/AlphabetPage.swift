/// The A–Z index of everything that has a name. Readers without scripts use it, because they cannot search.
struct AlphabetPage: BuiltInPageContent, LongPageContent {
  let page: PageContext
  private let entries: ArraySlice<AlphabetEntry>

  static let builtIn = BuiltInPage.alphabet

  static func listed(on site: Site) -> Int {
    let dossier = site.sheet.dossier
    return site.sheet.answeredQuestions.count + dossier.notes.count + dossier.sources.count + dossier.speakers.count
  }

  static func entries(of subject: Void, on site: Site) -> [AlphabetEntry] { site.alphabetEntries() }

  init(page: PageContext, subject: Void, entries: ArraySlice<AlphabetEntry>) {
    self.page = page
    self.entries = entries
  }

  static let fields = Fields<AlphabetPage>([
    .text("intro") { $0.intro },
    .address("search_href") { _ in Address.page(.search) },
    .list("letters", LetterGroup.fields) { $0.letters },
  ])

  var intro: String { site.strings[.alphabetPageIntro] }

  private var letters: [LetterGroup] {
    entries.runs(by: \.letterNumber).map {
      LetterGroup(letter: $0[0].letter, number: $0[0].letterNumber, entries: $0)
    }
  }
}

/// The entries under one letter.
struct LetterGroup: Sendable {
  let letter: String
  let number: Int
  let entries: [AlphabetEntry]

  static let fields = Fields<LetterGroup>([
    .text("letter") { $0.letter },
    .text("anchor") { "letter_" + String($0.number) },
    .list("entries", AlphabetEntry.fields) { $0.entries },
  ])
}

/// A name in the index, and the kind of thing that has the name.
struct AlphabetEntry: PageEntry {
  var title: String
  /// Relative to the root of the site; empty for a speaker, whose entry lists questions instead.
  var href: String
  var kind: String
  var anchor: String?
  var answers: [NamedLink] = []
  /// The letter under which it stands, and the number of that letter among those of the index.
  var letter = ""
  var letterNumber = 0

  var anchors: [String] { [anchor].compactMap { $0 } }
  var section: String { letter }
  var label: String? { letter }

  static let fields = Fields<AlphabetEntry>([
    .text("title") { $0.title },
    .address("href") { $0.href },
    .text("kind") { $0.kind },
    .text("anchor") { $0.anchor },
    .flaggedList("answers", NamedLink.fields) { $0.answers },
  ])
}

extension Site {
  /// Everything that has a name, in the order of the alphabet.
  fileprivate func alphabetEntries() -> [AlphabetEntry] {
    let alphabet = Alphabet(strings[.alphabet], articles: strings.list(.articles))
    let named = namedEntries()
    let keys = named.map { alphabet.key(of: $0.title) }
    // Why indices: moving an entry while sorting would retain and release everything in it.
    let order = named.indices.sorted { left, right in
      keys[left] == keys[right]
        ? (named[left].href, named[left].title) < (named[right].href, named[right].title)
        : keys[left].lexicographicallyPrecedes(keys[right])
    }
    var entries = order.map { named[$0] }
    for index in entries.indices {
      entries[index].letter = alphabet.letter(of: entries[index].title)
      guard index > 0 else { continue }
      let before = entries[index - 1]
      entries[index].letterNumber = before.letterNumber + (before.letter == entries[index].letter ? 0 : 1)
    }
    return entries
  }

  /// Questions, notes and sources with their pages, and speakers with the questions that they answer. Sensitive
  /// questions are not listed for a speaker.
  private func namedEntries() -> [AlphabetEntry] {
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
