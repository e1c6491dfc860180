/// Everything that one card proves: the passages and claims whose words are in its seed.
struct ProvenCard: Sendable {
  let text: SourceText
  /// The places of the title in the seed, as headlines; empty if the title is the editor's.
  let titles: [Range<Int>]
  var notEvidence: [FactSheet.NamedPassage] = []
  var damaged: [FactSheet.NamedPassage] = []
  /// The passages that the card deliberately leaves unused.
  var left: [Quotation] = []
  var evidence: [Evidence] = []
  var withdrawn: [FactSheet.WithdrawnClaim] = []
  var unproven: [Claim] = []

  /// Starts with nothing proven.
  init(_ text: SourceText) {
    self.text = text
    titles = text.titlePlaces()
  }

  fileprivate mutating func findPassages(_ settings: Settings) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    func named(_ passage: Passage, _ find: (QuotedWords) -> Checked<Quotation?>) -> FactSheet.NamedPassage? {
      let found = find(QuotedWords(passage, in: text.source))
      diagnostics += found.diagnostics
      return found.value.map { .init(passage: passage, quotation: $0) }
    }
    notEvidence = text.source.notEvidence.compactMap { named($0) { $0.find(in: text) } }
    damaged = text.source.damaged.compactMap { named($0) { $0.prove(in: text, settings) } }
    left = text.source.left.compactMap { named($0) { $0.findWhole(in: text) }?.quotation }
    return diagnostics
  }

  fileprivate mutating func prove(_ claim: Claim, _ dossier: Dossier, _ language: WritingLanguage) -> [Diagnostic] {
    let speaker = dossier.index.speakers[claim.saidBy.value].value
    // Why: a name that is missing from the dossier already has a diagnostic.
    guard let question = dossier.index.questions[claim.question.value].value,
      speaker != nil || claim.saidBy.value == Speaker.report
    else {
      unproven.append(claim)
      return []
    }
    let proven = SiteGen.prove(
      claim, replacedBy: dossier.replacements[claim.id], answering: question, saidBy: speaker, in: self,
      dossier.settings, language)
    if let proven = proven.value { evidence.append(proven) } else { unproven.append(claim) }
    return proven.diagnostics
  }

  fileprivate mutating func withdraw(_ claim: Claim) {
    let place = text.seed.place(of: claim.quote.value, prefix: claim.prefix, suffix: claim.suffix)
    withdrawn.append(
      .init(
        claim: claim, sourceID: text.source.id,
        quotation: place.map { text.seed.quotation(at: $0, prefix: claim.prefix, suffix: claim.suffix) }))
  }
}

/// Finds every passage that a card names and proves every claim that is not withdrawn. `cited` are the quotations from
/// its seed in notes and in the bodies of cards; `others` are the seeds in which to look for words that it lacks.
func proveCard(
  _ source: Source, _ dossier: Dossier, _ grammars: Grammars, cited: [QuotedWords] = [],
  others: OtherSeeds = OtherSeeds()
) -> Checked<ProvenCard> {
  let grammar = grammars[source.language]
  var card = ProvenCard(
    SourceText(source, grammar: grammar, units: grammars.units(in: source.language), cited: cited, others: others))
  var diagnostics = cardNotInSource(card.text, titles: card.titles) + card.findPassages(dossier.settings)
  for claim in source.claims {
    if claim.withdrawn == nil {
      diagnostics += card.prove(claim, dossier, grammars.answers)
    } else {
      card.withdraw(claim)
    }
  }
  return Checked(card, diagnostics)
}
