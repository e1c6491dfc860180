/// Reads a card in Content/sources/ together with its seed, which is looked up in `seeds` by file name.
///
/// Nil if the front matter, the seed, or a required key other than the hashes cannot be read, or if a hash differs from
/// the one in the card. Nothing else in the card can be checked then.
func readCard(_ file: SourceFile, _ limits: Limits = .standard, seeds: LookupTable<SeedFiles>) -> Checked<Source?> {
  readFrontMatter(of: file, "a card", limits) { reader, id, body in
    let seed = readSeed(&reader, seeds)
    let title = reader.text("title", required: true)
    let shortTitle = reader.label("short_title", atMost: 40)
    let titleBy = reader.word("editor", for: "title_by")
    let outlet = reader.text("outlet")
    let url = reader.url("url")
    let archiveURL = reader.url("archive_url")
    let author = reader.text("author")
    let language = reader.language("lang")
    let published = readPublication(&reader)
    let recorded = reader.day("recorded", required: true)
    let fidelity: Located<Source.Fidelity>? = reader.choice("fidelity", required: true)
    let quotations = reader.mapping("quotations", of: "the quotation limit") { reader in
      (share: reader.share("share", required: true), why: reader.text("why", required: true))
    }
    let licence = reader.text("licence")
    let publish = reader.word("whole", for: "publish")
    if let publish, licence == nil {
      reader.reportMissing(
        ["licence"], "'publish: whole' needs the licence that allows it", at: publish,
        remedy: "add 'licence', or leave 'publish' out")
    }
    let notEvidence = readPassages("not_evidence", &reader)
    let damaged = readPassages("damaged", &reader)
    let left = readPassages("left", &reader)
    let claims = readClaims(&reader, sourceID: id)
    guard let seed, let title, let published, let recorded, let fidelity else { return nil }
    return Source(
      id: id, file: file, seed: seed.value, seedSpan: seed.span, title: title,
      titleIsEditors: titleBy != nil, shortTitle: shortTitle, outlet: outlet?.value, outletSpan: outlet?.span,
      url: url?.value,
      archiveURL: archiveURL?.value, author: author?.value, authorSpan: author?.span, language: language?.value,
      languageSpan: language?.span, published: published.day,
      publishedIsInferred: published.isInferred, publishedNote: published.note, recorded: recorded,
      fidelity: fidelity.value, quotedShare: quotations?.share, quotedShareReason: quotations?.why?.value,
      licence: licence?.value, publishesWhole: publish != nil, notEvidence: notEvidence, damaged: damaged, left: left,
      claims: claims, body: MarkdownTree(parsing: file, from: body))
  }
}

private enum Basis: String, CaseIterable {
  case stated, inferred
}

private func readPublication(
  _ reader: inout MappingReader
) -> (day: Located<Day>, isInferred: Bool, note: String?)? {
  let day = reader.day("published", required: true)
  let basis: Located<Basis>? = reader.choice("published_basis", required: true)
  let note = reader.text("published_note")
  guard let basis else { return nil }
  if basis.value == .inferred, note == nil {
    reader.reportMissing(
      ["published_note"], "an inferred day needs a note that explains it", at: basis.span,
      remedy: "add 'published_note'")
  }
  return day.map { ($0, basis.value == .inferred, note?.value) }
}

/// The seed that a card names; nil if it is missing or unreadable, or if the card gives other hashes.
private func readSeed(_ reader: inout MappingReader, _ seeds: LookupTable<SeedFiles>) -> Located<Seed>? {
  let name = reader.text("seed", required: true)
  let found = name.map { seeds[$0.value] }
  if let name, found?.isMissing == true {
    reader.report(
      .sourceWithoutSeed, "there is no seed 'seeds/\(shortened(name.value))'", at: name.span, misspelt: name.value,
      among: Array(seeds.names), else: "put the document there as received, or write the name of the seed")
  }
  let files = found?.value
  let received = readHash("sha256", of: files.map { $0.document ?? $0.text }, named: name?.value, &reader)
  let document = files?.document
  let textHash = document == nil ? nil : readHash("text_sha256", of: files?.text, named: nil, &reader)
  let unneeded = document == nil ? reader.text("text_sha256") : nil
  let textBy = reader.text(
    "text_by", required: document != nil,
    ifMissing: "add 'text_by: by hand', or the name and version of the program that made the text")
  if let files, document == nil {
    for (key, span) in [("text_sha256", unneeded?.span), ("text_by", textBy?.span)] {
      guard let span else { continue }
      reader.report(
        .wrongValue, "'\(key)' is only for a document that is not plain text", at: span,
        remedy: "leave it out: '\(files.text.name)' is the document itself")
    }
  }
  guard let name, let files, let received else { return nil }
  guard let document else { return Located(Seed(file: files.text, sha256: received), name.span) }
  guard let textHash, let textBy else { return nil }
  let made = Seed.Document(name: document.name, sha256: received, textBy: textBy.value)
  return Located(Seed(file: files.text, sha256: textHash, document: made), name.span)
}

/// The hash of a file if the card gives it; if it gives another one, or none, reports it. A card that gives no `sha256` is
/// still read.
private func readHash(
  _ key: String, of file: SourceFile?, named name: String?, _ reader: inout MappingReader
) -> String? {
  let hash = file.map { sha256($0.bytes) }
  let path = file?.path ?? name.map { "seeds/" + shortened($0) }
  let line =
    hash.map { "'\(key): \($0)'" }
    ?? "'\(key)' with the hash that 'sha256sum\(path.map { " " + $0 } ?? "")' prints"
    + (path == nil ? " for the seed" : "")
  guard let written = reader.text(key, required: true, ifMissing: "add " + line) else { return hash }
  guard isHash(written.value) else {
    reader.report(
      .wrongValue, "'\(key)' must be 64 hexadecimal digits, not '\(shortened(written.value))'", at: written.span,
      remedy: "write " + line)
    return hash
  }
  guard let file, let hash, written.value.lowercased() != hash else { return hash }
  reader.report(
    .seedChanged, "this is not the SHA-256 of '\(file.path)'", at: written.span,
    remedy: "restore the seed; if the change is intended, check each quotation and write \(hash)")
  return nil
}

private func isHash(_ text: String) -> Bool {
  text.utf8.count == 64 && text.utf8.allSatisfy { $0.hexadecimalValue != nil }
}

private func readPassages(_ key: String, _ reader: inout MappingReader) -> [Passage] {
  reader.list(key, of: "a passage of '\(key)'", startingWith: "quote") { reader in
    let quote = reader.text("quote", required: true)
    let prefix = reader.text("prefix")
    let suffix = reader.text("suffix")
    let why = reader.text("why", required: key != "damaged")
    let probably = key == "damaged" ? reader.text("probably") : nil
    return quote.map {
      Passage(
        quote: $0, prefix: prefix?.value, suffix: suffix?.value, why: why?.value, probably: probably?.value)
    }
  }
}
