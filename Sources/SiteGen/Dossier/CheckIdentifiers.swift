extension Rule {
  static let duplicateId = Rule(
    "duplicate-id", .error, about: .names, "two things of one kind have the same identifier",
    reason: """
      Two questions, speakers or claims have the same identifier. Identifiers become addresses, so each must stand for \
      one thing.
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
    "claim-id-missing", .error, about: .names, "a second claim of one source about one question needs its own id",
    reason: """
      A claim's identifier is made from its source and its question. A second claim of the same source about the same \
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

/// Finds identifiers that are used twice in their kind, over all files, and claims that need one of their own.
func checkIdentifiers(_ dossier: Dossier) -> [Diagnostic] {
  var diagnostics: [Diagnostic] = []
  var questions: [String: Place] = [:]
  for note in dossier.notes {
    for question in note.questions {
      let place = Place(note.file, question.span)
      if let first = questions[question.id] {
        diagnostics.append(duplicate("questions", question.id, at: place, first: first))
      } else {
        questions[question.id] = place
      }
    }
  }
  var claims: [String: Place] = [:]
  for source in dossier.sources {
    var unnamed: [String: Place] = [:]
    for claim in source.claims {
      let place = Place(source.file, claim.idSpan)
      if !claim.hasOwnID, let first = unnamed[claim.question.value] {
        diagnostics.append(
          Diagnostic(
            .claimIdMissing, "a second claim of this source answers '\(shortened(claim.question.value))'", at: place,
            notes: [Diagnostic.Note("the first one", at: first)],
            remedy: "add an 'id' of its own, such as '\(claim.id)-2' with a word that tells what differs"))
        continue
      }
      if !claim.hasOwnID { unnamed[claim.question.value] = place }
      if let first = claims[claim.id] {
        diagnostics.append(duplicate("claims", claim.id, at: place, first: first))
      } else {
        claims[claim.id] = place
      }
    }
  }
  return diagnostics
}

/// Finds notes whose pages, and cards whose identifiers, differ only in case.
func checkAddresses(notes: [SourceFile], cards: [SourceFile]) -> [Diagnostic] {
  duplicates(notes) { file, first in
    Diagnostic(
      .duplicateAddress, "the page of '\(file.name)' has the address of another, letters' case aside",
      at: Place(file, 0..<0), notes: [Diagnostic.Note("'\(first.name)'", at: Place(first, 0..<0))],
      remedy: "rename one of the two files")
  }
    + duplicates(cards) { file, first in
      Diagnostic(
        .duplicateId, "the card '\(file.name)' has the id of another, letters' case aside", at: Place(file, 0..<0),
        notes: [Diagnostic.Note("'\(first.name)'", at: Place(first, 0..<0))], remedy: "rename one of the two files")
    }
}

private func duplicates(_ files: [SourceFile], _ finding: (SourceFile, SourceFile) -> Diagnostic) -> [Diagnostic] {
  var first: [String: SourceFile] = [:]
  return files.compactMap { file in
    let name = file.name.lowercased()
    if let earlier = first[name] { return finding(file, earlier) }
    first[name] = file
    return nil
  }
}

private func duplicate(_ kind: String, _ id: String, at place: Place, first: Place) -> Diagnostic {
  Diagnostic(
    .duplicateId, "two \(kind) have the id '\(id)'", at: place, notes: [Diagnostic.Note("the first one", at: first)],
    remedy: "give one of them another id")
}
