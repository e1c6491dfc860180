extension Rule {
  static let unknownSource = Rule(
    "unknown-source", .error, about: .names, "no card has the identifier",
    reason: "A note or card cites a source that has no card.",
    example: .note(
      failing: #"The mayor spoke of [14 houses](source:2031-05-04-major "14 houses were lost")."#,
      corrected: #"The mayor spoke of [14 houses](source:2031-05-04-mayor "14 houses were lost")."#))
}

func unknownSource(_ id: String, at place: Place, _ context: ProseContext) -> [Diagnostic] {
  guard context.card(ofSource: id).isMissing else { return [] }
  let ids = context.dossier.sources.map(\.id)
  return [
    Diagnostic(
      .unknownSource, "there is no card Content/sources/\(id).md", at: place, misspelt: id, among: ids,
      else: remedy(ids))
  ]
}

private func remedy(_ ids: [String]) -> String {
  switch ids.count {
  case 0: "write the card; no source has one yet"
  case 1...8: "the cards are \(ids.map { "'\($0)'" }.joined(separator: ", "))"
  default: "write the name of a card in Content/sources/, without '.md'"
  }
}
