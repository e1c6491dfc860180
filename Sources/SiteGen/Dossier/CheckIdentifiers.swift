extension Rule {
  static let duplicateId = Rule(
    "duplicate-id", .error, about: .names, "two questions, speakers, claims or cards have the same identifier",
    reason: """
      Two questions, speakers, claims or cards have the same identifier. Identifiers become addresses, so each must be \
      unique.
      """,
    example: .card(
      failing: """
        # another claim of the card has: id: 2031-05-04-houses
        id: 2031-05-04-houses
        question: bridges-lost
        """,
      corrected: """
        # another claim of the card has: id: 2031-05-04-houses
        id: 2031-05-04-bridges
        question: bridges-lost
        """))

  static let claimIdMissing = Rule(
    "claim-id-missing", .error, about: .names, "a second claim by one source about the same question needs its own id",
    reason: """
      A claim's identifier is made from its source and its question. A second claim by the same source about the same \
      question needs its own `id`, and so does a claim whose identifier would be longer than 64 characters. Claims are \
      never numbered, so that an address keeps its meaning when a claim is added.
      """,
    example: .card(
      failing: """
        # another claim of the card has: question: homes-left
        question: homes-left
        said_by: report
        """,
      corrected: """
        # another claim of the card has: question: homes-left
        id: 2031-05-04-homes-left-report
        question: homes-left
        said_by: report
        """))
}

/// Finds identifiers that two questions or two claims share, across files, and claims that need an id of their own.
func checkIdentifiers(_ dossier: Dossier) -> [Diagnostic] {
  let questions = dossier.notes.flatMap { note in note.questions.map { ($0.id, Place(note.file, $0.span)) } }
  var diagnostics = duplicates(of: "questions", questions)
  var claims: [(String, Place)] = []
  for source in dossier.sources {
    let unnamed = source.claims.filter { !$0.hasOwnID }.repeated { $0.question.value }
    for (claim, first) in unnamed {
      diagnostics.append(
        Diagnostic(
          .claimIdMissing,
          "this source has two claims about '\(shortened(claim.question.value))', and this one needs an id",
          at: Place(source.file, claim.idSpan), notes: [.init("the first one", at: Place(source.file, first.idSpan))],
          remedy: "add an 'id', such as '\(claim.id)-WORD', where WORD says how the claims differ"))
    }
    let reported = Set(unnamed.map(\.element.idSpan))
    claims += source.claims.filter { !reported.contains($0.idSpan) }.map { ($0.id, Place(source.file, $0.idSpan)) }
  }
  return diagnostics + duplicates(of: "claims", claims)
}

private func duplicates(of kind: String, _ places: [(id: String, place: Place)]) -> [Diagnostic] {
  places.repeated(by: \.id).map { duplicate, first in
    Diagnostic(
      .duplicateId, "two \(kind) have the id '\(duplicate.id)'", at: duplicate.place,
      notes: [.init("the first one", at: first.place)], remedy: "give one of them another id")
  }
}

/// Finds notes whose pages have the same address, and cards with the same identifier, ignoring case.
func checkAddresses(notes: [SourceFile], cards: [SourceFile]) -> [Diagnostic] {
  duplicates(of: notes, .duplicateAddress) { "'\($0)' has the same address as another note, ignoring case" }
    + duplicates(of: cards, .duplicateId) { "'\($0)' has the same id as another card, ignoring case" }
}

private func duplicates(of files: [SourceFile], _ rule: Rule, _ message: (String) -> String) -> [Diagnostic] {
  files.repeated { $0.name.lowercased() }.map { file, first in
    Diagnostic(
      rule, message(file.name), at: Place(file, 0..<0), notes: [.init("'\(first.name)'", at: Place(first, 0..<0))],
      remedy: "rename one of the two files")
  }
}
