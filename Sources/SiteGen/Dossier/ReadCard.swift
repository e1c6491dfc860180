/// A source's card as it was read alone: not yet brought together with its seed.
struct Card: Sendable {
  /// Its seed is empty until the dossier is assembled.
  var source: Source
  /// The name of the seed's file in seeds/; nil where the card does not give it.
  var seedName: Located<String>?
  var sha256: Located<String>?
}

private enum Basis: String, CaseIterable {
  case stated, inferred
}

private enum Publish: String, CaseIterable {
  case whole
}

/// Reads a card of Content/sources/; nil where its front matter cannot be read or holds no day at all.
///
/// Of the seeds, in the order of their names, only the one that a card without a hash names is looked at, to say which
/// hash is to be written.
func readCard(_ file: SourceFile, seeds: [SourceFile] = []) -> Checked<Card?> {
  let (id, nameFindings) = identifierOfFile(file, "a card")
  var checked: Checked<Card?> = readFrontMatter(of: file, "a card") { reader, body in
    let seedName = reader.text("seed", required: true)
    // Why: only a card that lacks its hash is to cost the hashing of a seed once more.
    let remedy = reader.has("sha256") ? nil : hashRemedy(seedName?.value, "add", among: seeds)
    let written = reader.text("sha256", required: true, ifMissing: remedy)
    let sha256 = written.flatMap { isHash($0.value) ? $0 : nil }
    if let written, sha256 == nil {
      reader.report(
        .wrongValue, "'sha256' must be 64 hexadecimal digits, not '\(shortened(written.value))'", at: written.span,
        remedy: hashRemedy(seedName?.value, "write", among: seeds))
    }
    let title = reader.text("title", required: true)
    let outlet = reader.text("outlet")
    let url = reader.url("url")
    let archiveURL = reader.url("archive_url")
    let author = reader.text("author")
    let language = reader.language("lang")
    let published = reader.day("published", required: true)
    let basis: Located<Basis>? = reader.choice("published_basis", required: true)
    let publishedNote = reader.text("published_note")
    if let basis, basis.value == .inferred, publishedNote == nil {
      reader.reportMissing(
        ["published_note"], "an inferred day must say from what it was inferred", at: basis.span,
        remedy: "add 'published_note'")
    }
    let recorded = reader.day("recorded", required: true)
    let fidelity: Located<Source.Fidelity>? = reader.choice("fidelity", required: true)
    let quotations = reader.mapping("quotations", of: "the limit of quotations") { reader in
      (share: reader.share("share", required: true), why: reader.text("why", required: true))
    }
    let licence = reader.text("licence")
    let publish: Located<Publish>? = reader.choice("publish")
    if let publish, licence == nil {
      reader.reportMissing(
        ["licence"], "'publish: whole' needs the licence that allows it", at: publish.span,
        remedy: "add 'licence', or leave 'publish' out")
    }
    let notEvidence = readPassages("not_evidence", &reader)
    let damaged = readPassages("damaged", &reader)
    let left = readPassages("left", &reader)
    let claims = readClaims(&reader, sourceID: id)
    guard let anyDay = published ?? recorded else { return nil }
    let source = Source(
      id: id, file: file, seed: Seed(SourceFile(path: "seeds/" + (seedName?.value ?? ""), bytes: [])),
      title: title ?? Located("", reader.place), outlet: outlet?.value, url: url?.value, archiveURL: archiveURL?.value,
      author: author?.value, language: language?.value, published: published ?? anyDay,
      daysAreRead: published != nil && recorded != nil,
      publishedIsInferred: basis?.value == .inferred, publishedNote: publishedNote?.value,
      recorded: recorded ?? anyDay, fidelity: fidelity?.value ?? .reworded, quotedShare: quotations?.share,
      quotedShareReason: quotations?.why?.value, licence: licence?.value, publishesWhole: publish != nil,
      notEvidence: notEvidence, damaged: damaged, left: left, claims: claims,
      claimsAreRead: true,
      body: MarkdownTree(parsing: file, from: body))
    return Card(source: source, seedName: seedName, sha256: sha256)
  }
  if checked.diagnostics.contains(where: { $0.severity == .error }) { checked.value?.source.claimsAreRead = false }
  checked.diagnostics += nameFindings
  return checked
}

private func isHash(_ text: String) -> Bool {
  text.utf8.count == 64 && text.utf8.allSatisfy { $0.hexadecimalValue != nil }
}

/// What to do with the key of the hash; `seeds` must stand in the order of their names.
private func hashRemedy(_ name: String?, _ doing: String, among seeds: [SourceFile]) -> String {
  guard let name else { return "\(doing) 'sha256' with what 'sha256sum' prints for the seed" }
  let index = seeds.partitioningIndex { !utf8Precedes($0.name, name) }
  guard index < seeds.count, seeds[index].name == name else {
    return "\(doing) 'sha256' with what 'sha256sum seeds/\(shortened(name))' prints"
  }
  return "\(doing) 'sha256: \(sha256(seeds[index].bytes))'"
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
