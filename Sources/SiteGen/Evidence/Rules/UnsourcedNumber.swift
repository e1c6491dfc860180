extension Rule {
  static let unsourcedNumber = Rule(
    "unsourced-number", .warning, about: .prose, "a number in a note is in no citation and no question link",
    reason: """
      A number in a note or summary is in no citation and no question link, so nobody can trace it. Dates, times and \
      numbers inside names are exempt, and so is a note with `about: this-site`. A number that an editor computed is \
      reported on purpose: no source gives it.
      """,
    example: .note(
      failing: "The flood took 14 houses.", corrected: "The flood took [14 houses](question:houses-lost)."))
}

/// **unsourced-number**: each number in a note or summary stands in the words of a citation, in a cited block quotation,
/// in the words of a question's link, or in code; a number that an editor computed is one that no source gives.
func unsourcedNumber(_ number: UnsourcedNumber, at place: Place, _ context: ProseContext) -> [Diagnostic] {
  [.unsourced(number, place, context)]
}

/// A number that nothing binds to evidence, and what is around it.
struct UnsourcedNumber: Sendable {
  var quantity: Quantity
  /// The number alone.
  var words: String
  /// The number with its noun, as its file writes them: what a link would hold.
  var phrase: String
  var noun = ""
  var standing = Standing.inProse
  /// Whether an edit may put a link there: not so in a summary, where brackets may be YAML's.
  var mayBeLinked = false
  /// The numbers with sources in the same paragraph.
  var beside: [Quantity] = []

  /// Where it stands, by what can be done about it.
  enum Standing: Sendable {
    /// A link can be written around it.
    case inProse
    /// In a link that leads elsewhere.
    case inOtherLink
    /// In words that hold no links: alternative texts, titles, the words of questions.
    case inPlainWords(String)
  }
}

extension Diagnostic {
  fileprivate static func unsourced(_ number: UnsourcedNumber, _ place: Place, _ context: ProseContext) -> Diagnostic {
    let questions = context.questions(answeredBy: number.quantity, counting: number.noun)
    let likely = questions.first { !number.quantity.isCommon || $0.names(number.noun) }
    let citation = context.citation(of: number)
    var notes: [Note] = []
    if questions.count > 1 || (likely == nil && !questions.isEmpty) {
      let named = questions.prefix(3).map { "'\($0.id)'" }.joined(separator: ", ")
      notes.append(Note("it is an answer to \(named)\(questions.count > 3 ? " and others" : "")"))
    }
    let links = [likely.map { "[\(number.phrase)](question:\($0.id))" }, citation].compactMap(\.self)
    if questions.isEmpty, citation == nil, let computed = ComputedNumber(number.quantity, from: number.beside) {
      notes.append(Note("\(computed.formula): no source gives it"))
    }
    let remedy: String
    var fix: Fix?
    switch number.standing {
    case .inProse:
      if let link = links.first, number.mayBeLinked, place.file.text(place.span) == number.phrase {
        fix = Fix(place, link)
      }
      remedy = "write '\(links.first ?? "[\(number.phrase)](source:ID \"the words of the report\")")'"
      if links.count > 1 { notes.append(Note("the citation would be '\(links[1])'")) }
    case .inOtherLink:
      remedy = "leave it out of these words, and write '\(links.first ?? "[…](source:ID \"the words of the report\")")'"
    case .inPlainWords(let what):
      remedy = "reword \(what) without the number, and give it in the text with its source"
    }
    return Diagnostic(
      .unsourcedNumber, "no citation and no question's link holds the number '\(number.words)'", at: place,
      notes: notes, remedy: remedy, fix: fix)
  }
}

extension Quantity {
  /// Whether so many things are counted by it that the number alone does not show which are meant.
  fileprivate var isCommon: Bool { vague != nil || (lower ?? upper ?? 0) < 13 }
}

extension ProseContext {
  /// A citation of the first claim whose quotation holds the number and is short enough to be written in a note.
  fileprivate func citation(of number: UnsourcedNumber) -> String? {
    for evidence in evidence(holding: number.quantity, with: number.phrase) {
      guard let text = card(ofSource: evidence.sourceID).value?.text else { continue }
      let words = text.words(evidence.quotation.span)
      guard words.utf8.count <= 160,
        !number.quantity.isCommon || (number.phrase != number.words && words.contains(number.phrase)),
        evidence.claim.prefix == nil, evidence.claim.suffix == nil,
        !words.utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "&") })
      else { continue }
      return "[\(number.phrase)](source:\(evidence.sourceID) \"\(words)\")"
    }
    return nil
  }
}
