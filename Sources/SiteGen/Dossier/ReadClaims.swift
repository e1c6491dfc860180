/// Reads the claims of a card. A claim with an unreadable value is reported and left out.
func readClaims(_ reader: inout MappingReader, sourceID: String) -> [Claim] {
  reader.list("claims", of: "a claim", startingWith: "question") { readClaim(&$0, sourceID: sourceID) }
}

private func readClaim(_ reader: inout MappingReader, sourceID: String) -> Claim? {
  let ownID = reader.text("id")
  if let ownID { reader.checkIdentifier(ownID, of: "a claim") }
  let question = reader.text("question", required: true)
  let answer = reader.text("answer", required: true)
  let asOf = reader.moment("as_of")
  let saidBy = reader.text("said_by", required: true)
  let via = reader.texts("via")
  let quote = reader.text("quote", required: true)
  let figure = reader.text("figure")
  let prefix = reader.text("prefix")
  let suffix = reader.text("suffix")
  let happened = readHappened(&reader)
  let part: Located<Claim.PartOfDay>? = reader.choice("part")
  if let part, !reader.has("happened") {
    reader.report(
      .wrongValue, "'part' is the time of day of 'happened', but 'happened' is missing", at: part.span,
      remedy: "add 'happened', or leave 'part' out")
  }
  let place = reader.text("place")
  let modality: Located<Claim.Modality>? = reader.choice("modality")
  let note = reader.text("note")
  let translation = reader.text("translation")
  let reading = readReading(&reader)
  let withdrawn = reader.mapping("withdrawn", of: "a withdrawal") { reader -> Claim.Withdrawal? in
    let on = reader.day("on", required: true)
    let why = reader.text("why", required: true)
    guard let on, let why else { return nil }
    return Claim.Withdrawal(on: on.value, why: why.value)
  }
  let replaces = reader.text("replaces")
  guard let question, let answer, let saidBy, let quote, reader.has("reads") == reader.has("why"),
    !reader.diagnostics.hasErrors
  else { return nil }
  let id = ownID?.value ?? "\(sourceID)-\(question.value)"
  if ownID == nil, isIdentifier(sourceID), isIdentifier(question.value), !isIdentifier(id) {
    reader.report(
      .claimIdMissing, "the claim's id would be '\(id)', which is longer than 64 characters", at: question.span,
      remedy: "add an 'id' of its own")
  }
  return Claim(
    id: id, hasOwnID: ownID != nil, idSpan: (ownID ?? question).span, question: question, answer: answer, asOf: asOf,
    saidBy: saidBy, via: via, quote: quote, figure: figure, prefix: prefix?.value, suffix: suffix?.value,
    happened: happened, part: part?.value, place: place?.value, modality: modality?.value ?? .asserted, note: note,
    translation: translation, reading: reading, withdrawn: withdrawn, replaces: replaces,
    span: reader.span)
}

/// Reads the editor's reading of a quotation. Readers of the site see it, so it needs a reason.
private func readReading(_ reader: inout MappingReader) -> Claim.Reading? {
  let words = reader.text("reads")
  let why = reader.text("why")
  if let words, why == nil {
    reader.reportMissing(
      ["why"], "'reads', the editor's reading, needs a reason, which the site shows", at: words.span,
      remedy: "add 'why'")
  }
  if words == nil, let why {
    reader.reportMissing(
      ["reads"], "'why' is the reason for 'reads', which is missing", at: why.span,
      remedy: "add 'reads', or leave 'why' out")
  }
  guard let words, let why else { return nil }
  return Claim.Reading(words: words, why: why.value)
}

/// Reads a day, or two days separated by a slash (ISO 8601), the earlier one first.
private func readHappened(_ reader: inout MappingReader) -> Located<ClosedRange<Day>>? {
  let kind = "a day YYYY-MM-DD, or two days with '/' between them"
  let days: Located<(Day, Day)>? = reader.value("happened", kind, remedy: remedyForDay) { text in
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let days = parts.compactMap { Day(String(decoding: $0, as: UTF8.self)) }
    guard let first = days.first, let last = days.last, days.count == parts.count, days.count <= 2 else { return nil }
    return (first, last)
  }
  guard let days else { return nil }
  guard days.value.0 <= days.value.1 else {
    reader.report(
      .dateImpossible, "'happened' ends before it starts", at: days.span,
      remedy: "write \(days.value.1)/\(days.value.0)")
    return nil
  }
  return Located(days.value.0...days.value.1, days.span)
}
