extension Rule {
  static let publishedName = Rule(
    "published-name", .error, about: .prose, "a name that must not be published would appear in the site",
    reason: """
      `never_publish` in sitegen.yaml lists names and other strings that must appear nowhere in the site. sitegen \
      searches everything that it writes: pages, data, search, feeds, social cards, and the names of files. Whole words \
      count, without regard to case, Unicode normalisation, and the space or hyphen between two words. List each form \
      of a name by itself: `Anna Feld` finds neither `A. Feld` nor `Annas`. In a picture, only uncompressed text is \
      found.
      """,
    example: .note(
      failing: """
        # sitegen.yaml: never_publish: [Otto Feld]
        The **old** bridge of Otto *Feld* is gone.
        """,
      corrected: """
        # sitegen.yaml: never_publish: [Otto Feld]
        The **old** bridge is gone.
        """))
}

/// Finds the strings of `never_publish` in the files of a site. Each is reported where the inputs have it, or else with
/// the first file that would contain it. Does nothing without such strings.
///
/// `own`: the paths of files that come with sitegen, whose words are no names. `ownStyle`: the style sheet that comes with
/// sitegen, as a page contains it; empty if the site has another one.
func publishedName(
  in files: [OutputFile], own: Set<String> = [], ownStyle: [UInt8] = [], _ dossier: Dossier
) -> [Diagnostic] {
  let names = dossier.settings.neverPublish
  guard !names.isEmpty else { return [] }
  let search = NameSearch(names.map(\.value))
  let found = parallelMap(chunksOf: files) { files in
    var reader = search.reader()
    return files.map { own.contains($0.path) ? FoundNames() : FoundNames(in: $0, besides: ownStyle, search, &reader) }
  }
  guard found.contains(where: { !$0.phrases.isEmpty }) else { return [] }
  let inputs = NamesInInputs(dossier, search)
  var reports: [Report] = []
  for (file, found) in zip(files, found) {
    for phrase in found.phrases {
      let place = inputs.place(of: phrase)
      // Why: the words of the search have no accents, so a word there may be another one.
      if place == nil, file.path.hasPrefix("search/"), !file.path.hasPrefix("search/entries") { continue }
      let isKnown = { (report: Report) in
        report.name == phrase.name && report.place?.file.path == place?.file.path
          && (place == nil ? report.files == [file.path] : report.place?.span == place?.span)
      }
      if let known = reports.firstIndex(where: isKnown) {
        if reports[known].files.last != file.path { reports[known].files.append(file.path) }
      } else {
        reports.append(Report(name: phrase.name, place: place, files: [file.path]))
      }
    }
  }
  return reports.map { diagnostic($0, names, dossier.settings.file) }
}

/// A name at one place of the inputs, and the files of the site that would have it.
private struct Report {
  let name: Int
  /// Nil if the inputs do not have it in these words.
  let place: Place?
  var files: [String]
}

private func diagnostic(_ report: Report, _ names: [Located<String>], _ settings: SourceFile) -> Diagnostic {
  let name = names[report.name]
  let files = report.files.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
  let more = report.files.count > 3 ? " and \(report.files.count - 3) more files" : ""
  return Diagnostic(
    .publishedName, "'\(shortened(name.value))' must not be published, but would be in \(files)\(more)",
    at: report.place ?? Place(path: report.files[0]),
    notes: [.init("it is listed here", at: Place(settings, name.span))],
    remedy: report.place == nil
      ? "find out which input or template it comes from, and take it out there"
      : "take it out here, or out of 'never_publish'")
}

/// A name with the words around it.
private struct Phrase: Hashable {
  let name: Int
  let before: [ArraySlice<UInt8>]
  let after: [ArraySlice<UInt8>]

  init(_ match: NameSearch.Match, in words: NameSearch.Words) {
    name = match.name
    let start = words.bytes[..<match.place.lowerBound].suffix(96)
    before = start.split { $0 <= 0x20 }.suffix(6).reversed()
    after = Array(words.bytes[match.place.upperBound...].prefix(96).split { $0 <= 0x20 }.prefix(6))
  }

  /// The number of words at both sides that are those of another phrase.
  func likeness(to other: Phrase) -> Int {
    zip(before, other.before).prefix { $0 == $1 }.count + zip(after, other.after).prefix { $0 == $1 }.count
  }
}

/// The names in one file of the site.
private struct FoundNames {
  /// Distinct, at most fifty.
  private(set) var phrases: [Phrase] = []

  init() {}

  init(in file: OutputFile, besides ownStyle: [UInt8], _ search: NameSearch, _ reader: inout WordReader) {
    var bytes = file.bytes
    if !ownStyle.isEmpty, bytes.count > ownStyle.count, let style = bytes.firstRange(of: ownStyle) {
      bytes.removeSubrange(style)
    }
    for text in [Array(file.path.utf8)] + publishedTexts(of: bytes) {
      let words = reader.words(of: text)
      for match in search.matches(in: words) {
        let phrase = Phrase(match, in: words)
        if phrases.count < 50, !phrases.contains(phrase) { phrases.append(phrase) }
      }
    }
  }
}

/// The names in the inputs of a site.
private struct NamesInInputs {
  private var all: [(phrase: Phrase, place: Place)] = []

  init(_ dossier: Dossier, _ search: NameSearch) {
    var reader = search.reader()
    let notes = dossier.notes.map(\.file)
    let cards = dossier.sources.map(\.file)
    let others = [dossier.speakersFile, dossier.settings.file].compactMap { $0 }
    let listed = dossier.settings.neverPublish.map(\.span)
    // Why seeds are last: what a page quotes is in a card or note, too.
    for file in notes + cards + others + dossier.sources.map(\.seed.file) {
      let words = reader.words(of: file.bytes)
      for match in search.matches(in: words) {
        let span = Int(words.sources[match.place.lowerBound])..<Int(words.sources[match.place.upperBound - 1]) + 1
        if file.path == dossier.settings.file.path, listed.contains(where: { $0.overlaps(span) }) { continue }
        all.append((Phrase(match, in: words), Place(file, wholeCharacters(span, file))))
      }
    }
    for file in notes + cards + dossier.images {
      let words = reader.words(of: Array(file.path.utf8))
      for match in search.matches(in: words) { all.append((Phrase(match, in: words), Place(file, 0..<0))) }
    }
  }

  /// The place whose words are most like those of a phrase; the first of several.
  func place(of phrase: Phrase) -> Place? {
    let fitting = all.filter { $0.phrase.name == phrase.name }
    let most = fitting.map { $0.phrase.likeness(to: phrase) }.max()
    return fitting.first { $0.phrase.likeness(to: phrase) == most }?.place
  }
}

/// A span, extended to the end of its last character.
private func wholeCharacters(_ span: Range<Int>, _ file: SourceFile) -> Range<Int> {
  var end = span.upperBound
  while end < file.bytes.count, file.bytes[end] & 0xC0 == 0x80 { end += 1 }
  return span.lowerBound..<end
}
