/// What all cards prove: the first stage of verification, on which the checks of the notes rest.
struct ProvenClaims: Sendable {
  /// In the order of the dossier's sources.
  let cards: [ProvenCard]
  /// Sorted by claim identifier.
  let evidence: [Evidence]
  /// Sorted by claim identifier.
  let withdrawn: [FactSheet.WithdrawnClaim]
  let voices: Voices
  let answeredQuestions: [FactSheet.AnsweredQuestion]
  let grammars: Grammars

  /// `cards` must be in the order of the dossier's sources.
  init(_ cards: [ProvenCard], _ dossier: Dossier, _ grammars: Grammars) {
    self.cards = cards
    evidence = cards.flatMap(\.evidence).sorted { $0.id < $1.id }
    withdrawn = cards.flatMap(\.withdrawn).sorted { $0.claim.id < $1.claim.id }
    voices = Voices(dossier.speakers)
    answeredQuestions = SiteGen.answeredQuestions(of: dossier, evidence, voices)
    self.grammars = grammars
  }
}

/// The number words of each language in which a site's sources and notes are written.
struct Grammars: Sendable {
  /// Of the site's language.
  let site: QuantityGrammar
  private let grammars: [String: QuantityGrammar]

  init(_ dossier: Dossier) {
    site = QuantityGrammar(language: dossier.settings.language)
    var grammars = [dossier.settings.language: site]
    for language in dossier.sources.compactMap(\.language) + dossier.notes.compactMap(\.language)
    where grammars[language] == nil {
      grammars[language] = QuantityGrammar(language: language)
    }
    self.grammars = grammars
  }

  /// The site's where no language is given.
  subscript(language: String?) -> QuantityGrammar { language.flatMap { grammars[$0] } ?? site }
}
