/// Everything that all cards prove: the result of the first stage of verification, which the checks of the notes need.
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

/// The grammars of quantities for the languages of a site's sources and notes.
struct Grammars: Sendable {
  /// The grammar of the site's language.
  let site: QuantityGrammar
  /// The language of answers.
  let answers: WritingLanguage
  private let style: NumberStyle
  private let grammars: [String: QuantityGrammar]

  /// `style` is that of the site's language.
  init(_ dossier: Dossier, _ style: NumberStyle = .english) {
    site = QuantityGrammar(language: dossier.settings.language)
    answers = .ofAnswers(site, style)
    self.style = style
    var grammars = [dossier.settings.language: site]
    for language in dossier.sources.compactMap(\.language) + dossier.notes.compactMap(\.language)
    where grammars[language] == nil {
      grammars[language] = QuantityGrammar(language: language)
    }
    self.grammars = grammars
  }

  /// Compares the nouns of a language, nil for the site's, with the units of questions.
  func units(in language: String?) -> CountedUnits {
    CountedUnits(nouns: self[language], units: site)
  }

  /// The grammar of a language; the site's grammar for nil.
  subscript(language: String?) -> QuantityGrammar { language.flatMap { grammars[$0] } ?? site }

  /// The language of a note; the site's language for nil.
  func prose(in language: String?) -> WritingLanguage { .ofProse(self[language], style) }
}
