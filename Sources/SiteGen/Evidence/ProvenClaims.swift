/// What the cards prove: the first stage of verifying, on which the checks of the notes rest.
struct ProvenClaims: Sendable {
  /// One for each source, in the dossier's order.
  var texts: [SourceText]
  /// Sorted by claim identifier.
  var evidence: [Evidence]
  /// Sorted by claim identifier.
  var withdrawn: [FactSheet.WithdrawnClaim]
  /// The passages that were found, for each source in the dossier's order.
  var passages: [FoundPassages]
  var voices: Voices
  /// By language, as sources and notes name it.
  var grammars: [String: QuantityGrammar]
  var settings: Settings

  /// The grammar of a language; the site's where none is named.
  func grammar(_ language: String?) -> QuantityGrammar {
    let language = language ?? settings.language
    return grammars[language] ?? QuantityGrammar(language: language)
  }
}

/// The passages of one card that stand in its seed.
struct FoundPassages: Sendable {
  var notEvidence: [FactSheet.NamedPassage] = []
  var damaged: [FactSheet.NamedPassage] = []
  /// Bytes of the seed.
  var left: [Range<Int>] = []
}

/// Finds every passage and proves every claim of a dossier's cards.
func proveClaims(_ dossier: Dossier) -> Checked<ProvenClaims> {
  var diagnostics: [Diagnostic] = []
  var grammars: [String: QuantityGrammar] = [:]
  let languages =
    [dossier.settings.language] + dossier.sources.compactMap(\.language) + dossier.notes.compactMap(\.language)
  for language in languages where grammars[language] == nil {
    grammars[language] = QuantityGrammar(language: language)
  }
  var proven = ProvenClaims(
    texts: [], evidence: [], withdrawn: [], passages: [], voices: Voices(dossier.speakers), grammars: grammars,
    settings: dossier.settings)
  let questions = Dictionary(
    dossier.notes.flatMap(\.questions).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  let speakers = Dictionary(dossier.speakers.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  for source in dossier.sources {
    let text = SourceText(source, grammar: proven.grammar(source.language))
    proven.texts.append(text)
    let passages = findPassages(text, dossier.settings)
    proven.passages.append(passages.value)
    diagnostics += passages.diagnostics
    for claim in source.claims {
      guard claim.withdrawn == nil else {
        let quotation = text.seed.place(of: claim.quote.value, prefix: claim.prefix, suffix: claim.suffix)
          .map { text.seed.quotation(at: $0, prefix: claim.prefix, suffix: claim.suffix) }
        proven.withdrawn.append(.init(claim: claim, sourceID: source.id, quotation: quotation))
        continue
      }
      // Why: what nobody asks or said was found when the dossier was read.
      guard let question = questions[claim.question.value] else { continue }
      let speaker = speakers[claim.saidBy.value]
      guard speaker != nil || claim.saidBy.value == Speaker.report else { continue }
      let evidence = prove(
        claim, answering: question, saidBy: speaker, in: text, dossier.settings, proven.grammar(nil))
      diagnostics += evidence.diagnostics
      if let evidence = evidence.value { proven.evidence.append(evidence) }
    }
  }
  proven.evidence.sort { $0.id < $1.id }
  proven.withdrawn.sort { $0.claim.id < $1.claim.id }
  return Checked(proven, diagnostics)
}

private func findPassages(_ text: SourceText, _ settings: Settings) -> Checked<FoundPassages> {
  var found = FoundPassages()
  var diagnostics: [Diagnostic] = []
  func named(_ passage: Passage) -> FactSheet.NamedPassage? {
    let place = find(QuotedWords(passage, in: text.source), in: text)
    diagnostics += place.diagnostics
    return place.value.map {
      .init(
        passage: passage, quotation: text.seed.quotation(at: $0, prefix: passage.prefix, suffix: passage.suffix))
    }
  }
  found.notEvidence = text.source.notEvidence.compactMap(named)
  for passage in text.source.damaged {
    let quoted = QuotedWords(passage, in: text.source)
    let quotation = checkQuotation(quoted, in: text, settings)
    diagnostics += quotation.diagnostics
    if let quotation = quotation.value { found.damaged.append(.init(passage: passage, quotation: quotation)) }
  }
  for passage in text.source.left {
    guard let passage = named(passage) else { continue }
    let quoted = QuotedWords(passage.passage, in: text.source)
    diagnostics += quoteCutsQuantity(quoted, passage.quotation.span, in: text)
    found.left.append(passage.quotation.span)
  }
  return Checked(found, diagnostics)
}
