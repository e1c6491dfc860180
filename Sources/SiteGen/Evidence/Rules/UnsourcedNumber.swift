extension Rule {
  static let unsourcedNumber = Rule(
    "unsourced-number", .warning, about: .prose, "a number in a note is not in a citation or a question link",
    reason: """
      A number in a note or in its front matter is not in a citation or in a link to a question or claim, so readers \
      cannot trace it. Dates, times, code and numbers inside names are exempt, and so is a note with \
      `about: this-site`. A number in the title that an editor gives a document must be in that document. A number that \
      an editor computed is reported on purpose: no source gives it.
      """,
    example: .note(
      failing: "The flood took 14 houses.", corrected: "The flood took [14 houses](question:houses-lost)."))
}

/// `style` is that of the site's language.
func unsourcedNumber(
  _ number: UnsourcedNumber, at place: Place, _ style: NumberStyle, _ context: ProseContext
) -> [Diagnostic] {
  let questions = context.questions(answeredBy: number.quantity, counting: number.noun)
  let likely = questions.first {
    (!number.quantity.isCommon || $0.names(number.noun)) && context.accepts(number, in: $0)
  }
  let citation = context.citation(of: number)
  var notes: [Diagnostic.Note] = []
  if questions.count > 1 || (likely == nil && !questions.isEmpty) {
    let named = questions.prefix(3).map { "'\($0.id)'" }.joined(separator: ", ")
    notes.append(.init("it is an answer to \(named)\(questions.count > 3 ? " and others" : "")"))
  }
  let links = [likely.map { "[\(number.phrase)](question:\($0.id))" }, citation].compactMap(\.self)
  if questions.isEmpty, citation == nil, let computed = ComputedNumber(number.quantity, from: number.nearby) {
    notes.append(.init("\(computed.formula(style)): no source gives it"))
  }
  let remedy: String
  var fix: Fix?
  switch number.context {
  case .prose:
    if let link = links.first, number.mayBeLinked, place.file.text(place.span) == number.phrase {
      fix = Fix(place, link)
    }
    remedy =
      links.first.map { "write '\($0)'" }
      ?? "link it to its source: '[\(number.phrase)](source:ID \"the words of the report\")'"
    if links.count > 1 { notes.append(.init("the citation would be '\(links[1])'")) }
  case .otherLink:
    remedy =
      "remove it from this link, and "
      + (links.first.map { "write '\($0)'" } ?? "link it to its source: '[…](source:ID \"the words of the report\")'")
  case .plainText(let what):
    remedy = "reword \(what) without the number, and give the number in the text with its source"
  }
  return [
    Diagnostic(
      .unsourcedNumber, "the number '\(number.words)' is not in a citation or a link to a question", at: place,
      notes: notes, remedy: remedy, fix: fix)
  ]
}

/// A number without a link to evidence, and its context.
struct UnsourcedNumber: Sendable {
  var match: QuantityMatch
  /// The number alone.
  var words: String
  /// The number with its noun, as written in the file: the text of the link to write.
  var phrase: String
  var noun = ""
  var context = Context.prose
  /// Whether a fix may insert a link. In front matter, brackets may be YAML syntax.
  var mayBeLinked = false
  /// The numbers with sources in the same paragraph.
  var nearby: [Quantity] = []

  var quantity: Quantity { match.quantity }

  /// Decides the remedy.
  enum Context: Sendable {
    /// A link can be written around the number.
    case prose
    /// The number is in a link to something else.
    case otherLink
    /// The number is in a text that cannot contain links, such as an alternative text, a title or the wording of a
    /// question. The string names that text.
    case plainText(String)
  }
}

extension UnsourcedNumber {
  /// Whether a citation of this quantity of a seed would accept the number.
  fileprivate func isGiven(by held: QuantityMatch) -> Bool {
    held.quantity == quantity && held.alternatives.isEmpty && (held.unit == .percent) == (match.unit == .percent)
  }
}

extension Quantity {
  /// Whether the number is so common that it does not identify what it counts.
  fileprivate var isCommon: Bool { vague != nil || (lower ?? upper ?? 0) < 13 }
}

extension ProseContext {
  /// Whether a link to a question would certainly accept the number.
  fileprivate func accepts(_ number: UnsourcedNumber, in question: Question) -> Bool {
    guard number.match.alternatives.isEmpty, let answers = answers(to: question.id) else { return false }
    return answers.contains { $0.quantity == number.quantity && (number.match.unit != .percent || $0.isPercent) }
  }

  /// A citation of the first claim whose quotation contains the number and is short enough for a note.
  fileprivate func citation(of number: UnsourcedNumber) -> String? {
    guard number.match.alternatives.isEmpty else { return nil }
    for evidence in evidence(holding: number.quantity, with: number.phrase) {
      guard let text = card(ofSource: evidence.sourceID).value?.text else { continue }
      let words = text.words(evidence.quotation.span)
      guard words.utf8.count <= 160,
        !number.quantity.isCommon || (number.phrase != number.words && words.contains(number.phrase)),
        evidence.claim.prefix == nil, evidence.claim.suffix == nil,
        text.quantities(in: evidence.quotation.span).contains(where: number.isGiven),
        !words.utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "&") })
      else { continue }
      return "[\(number.phrase)](source:\(evidence.sourceID) \"\(words)\")"
    }
    return nil
  }
}
