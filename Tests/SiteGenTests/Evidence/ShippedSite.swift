@testable import SiteGen

/// The shipped site, read and proven once for the mutations.
struct ShippedSite: Sendable {
  let files: [SourceFile]
  let dossier: Dossier
  let sheet: FactSheet
  let proven: ProvenClaims
  /// Every checked claim, with its seed and its evidence.
  let claims: [ProvenClaim]

  /// Nil if its notes are missing or it has errors.
  static let loaded = ShippedSite()

  struct ProvenClaim: Sendable {
    let claim: Claim
    let text: SourceText
    let notEvidence: [FactSheet.NamedPassage]
    let evidence: Evidence
    let grammar: QuantityGrammar
  }

  private init?() {
    files = SiteInTests.shipped.read().value
    guard let dossier = readDossier(ProjectFiles(files)).value else { return nil }
    self.dossier = dossier
    proven = proveClaims(dossier)
    sheet = verify(dossier).value
    let evidence = Dictionary(proven.evidence.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let grammar = proven.grammars.site
    claims = proven.cards.flatMap { card in
      card.text.source.claims.compactMap { claim in
        evidence[claim.id].map {
          ProvenClaim(
            claim: claim, text: card.text, notEvidence: card.notEvidence, evidence: $0, grammar: grammar)
        }
      }
    }
  }
}

extension ShippedSite.ProvenClaim {
  var quote: String { claim.quote.value }
  var file: SourceFile { text.source.file }
  /// Bytes of the seed.
  var span: Range<Int> { evidence.quotation.span }

  /// The words that must prove the answer, in bytes of the seed: the figure, or else the whole quotation.
  var provingSpan: Range<Int> {
    guard let figure = claim.figure else { return span }
    var found = span
    text.seed.folded.forEachPlace(of: text.seed.folded.folding(figure.value)) { place in
      let place = text.seed.folded.source(place)
      guard place.lowerBound >= span.lowerBound, place.upperBound <= span.upperBound else { return true }
      found = place
      return false
    }
    return found
  }

  /// The quantities of a part of the seed, as the question reads them.
  func quantities(in span: Range<Int>) -> [QuantityMatch] {
    text.quantities(
      in: span, readsAges: ["age", "ages", "years", "years old"].contains(evidence.question.unit))
  }

  /// Whether a part of the seed contains the answer or an equal one, so that it may be proven there.
  func holds(_ answer: String, in span: Range<Int>) -> Bool {
    switch evidence.answer {
    case .year:
      return text.dates(in: span).contains { date in
        switch date.kind {
        case .year(let year), .dayMonth(_, _, let year?): String(year) == answer
        default: false
        }
      }
    case .day:
      guard let day = Day(answer) else { return false }
      return text.dates(in: span).contains { $0.kind.names(day) }
    case .quantity:
      guard let quantity = grammar.parseAnswer(answer) else { return false }
      return quantities(in: span).contains { $0.equals(quantity) }
    case .choice, .words: return true
    }
  }

  /// Replaces a value with other words in double quotation marks.
  func replacing(
    _ written: Located<String>, with words: String, _ expected: [Mutation.ExpectedDiagnostic]
  ) -> Mutation {
    var span = written.span
    let marks: [UInt8] = [UInt8(ascii: "\""), UInt8(ascii: "'")]
    let bytes = file.bytes
    if span.lowerBound > 0, span.upperBound < bytes.count, marks.contains(bytes[span.lowerBound - 1]),
      bytes[span.lowerBound - 1] == bytes[span.upperBound]
    {
      span = span.lowerBound - 1..<span.upperBound + 1
    }
    var replacement: [UInt8] = [UInt8(ascii: "\"")]
    for byte in words.utf8 {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { replacement.append(UInt8(ascii: "\\")) }
      replacement.append(byte)
    }
    replacement.append(UInt8(ascii: "\""))
    return Mutation(path: file.path, span: span, replacement: replacement, expected: expected)
  }
}

/// The words of a text with single spaces between them, computed in a slow and obvious way.
func withSingleSpaces(_ text: String) -> String {
  text.split(whereSeparator: { $0.unicodeScalars.allSatisfy(\.properties.isWhitespace) }).joined(separator: " ")
}

/// The number of occurrences of `words` in `text`, including overlapping ones.
func occurrences(of words: String, in text: [UInt8]) -> Int {
  let words = Array(words.utf8)
  guard !words.isEmpty, words.count <= text.count else { return 0 }
  return text.withUnsafeBufferPointer { text in
    words.withUnsafeBufferPointer { words in
      var count = 0
      for start in 0...(text.count - words.count) where text[start] == words[0] {
        var index = 1
        while index < words.count, text[start + index] == words[index] { index += 1 }
        if index == words.count { count += 1 }
      }
      return count
    }
  }
}
