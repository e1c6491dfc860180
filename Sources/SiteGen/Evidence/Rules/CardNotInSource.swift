extension Rule {
  static let cardNotInSource = Rule(
    "card-not-in-source", .warning, about: .seeds, "the card says something about the document that is not in it",
    reason: """
      `title`, `outlet` and `author` must be words of the seed, and if the day of publication is `stated`, the seed \
      must give it. Capitals, white space, punctuation and hyphens may differ; an outlet may be named by its domain, \
      and several authors may be named apart. A day may be written in digits, in any order, or with the name of its \
      month, with or without the year; a weekday alone is not enough, and the days of other calendars are not \
      compared. A title is not looked for if `title_by` is `editor`, and a damaged one is found if the card lists it \
      under `damaged` with what it `probably` was. Readers take what a card says for what the document says.
      """,
    example: .card(
      failing: "title: Marnow in ruins",
      corrected: "title: Marnow counts its losses"))
}

/// Compares a card with its seed. `titles` are the places of the title in the seed.
func cardNotInSource(_ text: SourceText, titles: [Range<Int>]) -> [Diagnostic] {
  let source = text.source
  var diagnostics: [Diagnostic] = []
  if titles.isEmpty, !source.titleIsEditors, !text.statesAsRepaired(source.title.value) {
    diagnostics.append(
      .notStated(
        "title", source.title.value, at: source.title.span, text,
        remedy: "copy the title as the document has it; if it has none, write 'title_by: editor'"))
  }
  for (key, name, span) in [
    ("outlet", source.outlet, source.outletSpan), ("author", source.author, source.authorSpan),
  ] {
    guard let name, let span, !text.names(name) else { continue }
    diagnostics.append(
      .notStated(
        key, name, at: span, text,
        remedy: "write the name as the document has it; if it names none, leave '\(key)' out"))
  }
  if !source.publishedIsInferred, !text.states(source.published.value) {
    diagnostics.append(
      Diagnostic(
        .cardNotInSource, "the day of 'published', \(source.published.value), is not in \(text.name)",
        at: Place(source.file, source.published.span),
        remedy: "write the day that the document gives; if it gives none, write 'published_basis: inferred' and the"
          + " reason as 'published_note'"))
  }
  return diagnostics
}

extension Diagnostic {
  fileprivate static func notStated(
    _ key: String, _ value: String, at span: Range<Int>, _ text: SourceText, remedy: String
  ) -> Diagnostic {
    let nearest = text.nearest.value.nearest(to: value)
    return Diagnostic(
      .cardNotInSource, "the \(key) '\(shortened(value))' is not in \(text.name)", at: Place(text.source.file, span),
      notes: nearest.map { [Note("nearest passage", at: text.seed.place($0.place))] } ?? [], remedy: remedy)
  }
}

extension SourceText {
  /// The places of the card's title in bytes of the seed: the first one, and those at the start of a line. Why: the words
  /// of a short title may also be in a sentence of the text.
  func titlePlaces() -> [Range<Int>] {
    guard !source.titleIsEditors else { return [] }
    return places(of: source.title.value).enumerated().filter { index, place in
      index == 0 || seed.file.bytes[..<place.lowerBound].last { $0 != 0x20 } == 0x0A
    }.map(\.element)
  }

  /// The places of words in bytes of the seed: verbatim, or else apart from capitals, spaces and marks.
  private func places(of words: String) -> [Range<Int>] {
    switch seed.search(words) {
    case .found(let place): return [seed.folded.source(place)]
    case .ambiguous(let places): return places.map { seed.folded.source($0) }
    case .elsewhere, .insideWord, .notFound:
      return NameLetters(words).places(in: seed.file.bytes)
    }
  }

  /// Whether the seed has some words, or has them if its damaged passages are read as they probably were.
  fileprivate func states(_ words: String) -> Bool { !places(of: words).isEmpty || statesAsRepaired(words) }

  /// Whether the seed has some words if its damaged passages are read as they probably were.
  fileprivate func statesAsRepaired(_ words: String) -> Bool {
    var bytes = seed.file.bytes
    let readings = source.damaged.compactMap { passage in
      passage.probably.flatMap { probably in
        seed.place(of: passage.quote.value, prefix: passage.prefix, suffix: passage.suffix).map { ($0, probably) }
      }
    }
    for (place, probably) in readings.sorted(by: { $0.0.lowerBound > $1.0.lowerBound }) {
      bytes.replaceSubrange(seed.folded.source(place).clamped(to: bytes.indices), with: probably.utf8)
    }
    return !readings.isEmpty && !NameLetters(words).places(in: bytes).isEmpty
  }

  /// Whether the seed names an outlet or author: a name, a domain without its last part, or several names apart.
  fileprivate func names(_ name: String) -> Bool {
    if states(name) { return true }
    var parts = name.split(separator: ".")
    if parts.count > 1, !name.contains(" ") {
      if parts.first == "www" { parts.removeFirst() }
      return states(parts.dropLast().joined(separator: "."))
    }
    let several = names(in: name)
    return several.count > 1 && several.allSatisfy(states)
  }

  /// The names between commas, "&", "/" and words such as "and".
  private func names(in list: String) -> [String] {
    let bytes = list.utf8.map { [UInt8(ascii: "&"), UInt8(ascii: "/")].contains($0) ? UInt8(ascii: ",") : $0 }
    let items = clauses.items(of: bytes, in: bytes.indices)
    return items.split { $0.kind != .word || $0.has(.clause) }.compactMap { name in
      guard let first = name.first, let last = name.last else { return nil }
      return String(decoding: bytes[first.span.lowerBound..<last.span.upperBound], as: UTF8.self)
    }
  }

  /// Whether the seed gives a day, with or without its year. True if it has days of another calendar.
  fileprivate func states(_ day: Day) -> Bool {
    names(day) || seed.file.hasDigits(of: day, readsMonths: readsWords) || hasOtherCalendar
  }
}
