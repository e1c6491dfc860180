/// Descriptions of sources in the words of the interface.
extension Site {
  /// "Published 7 January 2022 (stated in the document)".
  func published(_ source: Source) -> String {
    strings.fill(.sourceLine, ("day", strings.day(source.published.value)), ("basis", basis(of: source)))
  }

  /// The title of a source in quotation marks; a title that the editors gave it without.
  func quotedTitle(of source: Source) -> String {
    source.titleIsEditors ? source.title.value : strings.quoted(source.title.value)
  }

  /// A source in a sentence: its short title, which is the editors' and stands without quotation marks, or its title.
  func mention(ofSource id: String) -> String {
    guard let source = source(id) else { return id }
    return source.shortTitle?.value ?? quotedTitle(of: source)
  }

  /// Whether the day of publication is stated or inferred, in words.
  func basis(of source: Source) -> String { strings[source.publishedIsInferred ? .inferred : .stated] }

  /// The number of answers that a source gives, in words.
  func claimsCount(of source: Source) -> String { strings.count(.claimsCount, source.standingClaims) }

  func words(of fidelity: Source.Fidelity) -> String { strings[fidelity.keys.name] }
  func meaning(of fidelity: Source.Fidelity) -> String { strings[fidelity.keys.meaning] }

  /// "2 reworded copies".
  func words(for count: Int, of fidelity: Source.Fidelity) -> String { strings.count(fidelity.keys.counted, count) }

  /// The share of a source's text that the site shows: "38% of 5,393 characters".
  func shareQuoted(of source: String) -> String {
    strings.fill(
      .shareOfText, ("share", percentageQuoted(of: source)), ("total", strings.number(quoted(source)?.total ?? 0)))
  }

  func percentageQuoted(of source: String) -> String {
    let quoted = quoted(source)
    return percentage(quoted?.shown ?? 0, of: quoted?.total ?? 0)
  }

  /// A share rounded to a whole per cent, in words; 0 if the whole is 0.
  func percentage(_ part: Int, of whole: Int) -> String {
    strings.fill(.percentage, ("share", strings.number(whole > 0 ? (part * 200 + whole) / (whole * 2) : 0)))
  }

  func language(ofSource id: String) -> String { source(id)?.language ?? settings.language }

  /// A remark on a quotation that overlaps a passage listed as damaged; nil for other quotations.
  func damage(in quotation: Quotation, of source: String) -> String? {
    guard let damaged = quoted(source)?.damaged.first(where: { $0.quotation.span.overlaps(quotation.span) }) else {
      return nil
    }
    return damaged.passage.probably.map { strings.fill(.asWorded, ("reading", $0)) } ?? strings[.asWordedOnly]
  }
}

extension Source {
  /// The number of claims that are not withdrawn.
  var standingClaims: Int { claims.count { $0.withdrawn == nil } }
}

extension Source.Fidelity {
  fileprivate var keys: (name: StringKey, meaning: StringKey, counted: StringKey) {
    switch self {
    case .original: (.fidelityOriginal, .fidelityOriginalMeaning, .restsOnOriginal)
    case .syndicated: (.fidelitySyndicated, .fidelitySyndicatedMeaning, .restsOnSyndicated)
    case .translated: (.fidelityTranslated, .fidelityTranslatedMeaning, .restsOnTranslated)
    case .reworded: (.fidelityReworded, .fidelityRewordedMeaning, .restsOnReworded)
    }
  }
}
