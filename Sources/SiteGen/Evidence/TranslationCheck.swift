/// Checks the answer to a numeric question in the editor's translation, for a quotation in a language without a table
/// of words; nil if the quotation itself must prove the answer.
///
/// In such a language only digits are read, so only an answer in plain digits can do without a translation.
func checkTranslation(_ answer: Answer, _ claimed: ClaimedAnswer) -> [Diagnostic]? {
  guard !claimed.text.readsWords, answer.isNumeric else { return nil }
  guard let translation = claimed.claim.translation else {
    return claimed.isPlainNumber(answer) ? nil : [.translationMissing(claimed)]
  }
  let read = ReadTranslation(Array(translation.value.utf8), claimed)
  guard read.contains(answer, claimed) else { return [.notInTranslation(claimed, translation, read)] }
  let missing = digitGroups(of: claimed.text.words(claimed.quotation)).filter { !read.contains($0) }
  return missing.isEmpty ? [] : [.digitsNotInTranslation(claimed, translation, missing)]
}

/// The numbers and days of a translation, read in the language of the site and in English.
private struct ReadTranslation {
  let bytes: [UInt8]
  private let readings: [QuantityReading]

  init(_ bytes: [UInt8], _ claimed: ClaimedAnswer) {
    self.bytes = bytes
    let (site, english) = (claimed.language.grammar, claimed.language.english.value)
    readings = (site.hasWords ? [site, english] : [english]).map { $0.read(bytes, readsAges: claimed.asksForAge) }
  }

  private var quantities: [QuantityMatch] { readings.flatMap(\.quantities) }

  /// The words of each quantity, once.
  var words: [String] {
    var words: [String] = []
    for match in quantities where !match.countsOnlyInAnswers {
      let text = String(decoding: bytes[match.span], as: UTF8.self)
      if !words.contains(text) { words.append(text) }
    }
    return words
  }

  func contains(_ answer: Answer, _ claimed: ClaimedAnswer) -> Bool {
    let dates = readings.flatMap(\.dates)
    return switch answer {
    case .quantity(let quantity): quantities.contains { claimed.fits($0, quantity) }
    case .year(let year): dates.contains { $0.year == year }
    case .day(let day): dates.contains { claimed.mayMean(day, by: $0.kind) }
    case .choice, .words: false
    }
  }

  /// Whether digits of the quotation are in the translation, in digits or in words.
  func contains(_ digits: String) -> Bool {
    if digitGroups(of: String(decoding: bytes, as: UTF8.self)).contains(digits) { return true }
    guard let number = Double(digits) else { return false }
    return quantities.contains { $0.quantity.lower == number || $0.quantity.upper == number }
  }
}

/// The numbers in digits of any script, as digits 0 to 9 without the separators between them, so that "3.800" and
/// "3,800" are the same.
func digitGroups(of text: String) -> [String] {
  let scalars = Array(text.unicodeScalars)
  var groups: [String] = []
  var group = ""
  func digit(_ index: Int) -> Int? { scalars.indices.contains(index) ? scalars[index].decimalDigit : nil }
  for index in scalars.indices {
    if let digit = digit(index) {
      group += String(digit)
    } else if !group.isEmpty {
      let isInside = digit(index + 1) != nil
      let isThree = (1...3).allSatisfy { digit(index + $0) != nil } && digit(index + 4) == nil
      if isInside, separators.contains(scalars[index]) || (isThree && spaces.contains(scalars[index])) { continue }
      groups.append(group)
      group = ""
    }
  }
  return group.isEmpty ? groups : groups + [group]
}

private let separators: Set<Unicode.Scalar> = [".", ",", "'", "’", "\u{66B}", "\u{66C}"]
private let spaces: Set<Unicode.Scalar> = [" ", "\u{A0}", "\u{2009}", "\u{202F}"]

extension Unicode.Scalar {
  /// The value of a decimal digit of any script.
  fileprivate var decimalDigit: Int? {
    properties.numericType == .decimal ? properties.numericValue.map { Int($0) } : nil
  }
}

extension ClaimedAnswer {
  /// Whether the answer is written in digits alone, which are read in every language.
  fileprivate func isPlainNumber(_ answer: Answer) -> Bool {
    switch answer {
    case .quantity(let quantity):
      quantity.exactValue != nil && claim.answer.value.unicodeScalars.allSatisfy { !$0.properties.isAlphabetic }
    case .year: true
    case .day, .choice, .words: false
    }
  }
}

extension Diagnostic {
  fileprivate static func translationMissing(_ claimed: ClaimedAnswer) -> Diagnostic {
    Diagnostic(
      .answerNotInQuote,
      "the \(claimed.proof) cannot prove '\(claimed.claim.answer.value)': sitegen does not know the number words of its"
        + " language", at: claimed.place,
      remedy: "add 'translation': the quotation in English or in the language of the site")
  }

  fileprivate static func notInTranslation(
    _ claimed: ClaimedAnswer, _ translation: Located<String>, _ read: ReadTranslation
  ) -> Diagnostic {
    let words = read.words.map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic(
      .answerNotInQuote, "the translation does not say '\(claimed.claim.answer.value)'",
      at: Place(claimed.text.source.file, translation.span),
      notes: [.init(words.isEmpty ? "it contains no quantity" : "it contains \(words)")],
      remedy: "correct the answer or the translation")
  }

  fileprivate static func digitsNotInTranslation(
    _ claimed: ClaimedAnswer, _ translation: Located<String>, _ missing: [String]
  ) -> Diagnostic {
    let digits = missing.map { "'\($0)'" }.joined(separator: " and ")
    return Diagnostic(
      .answerNotInQuote, "\(digits) in the quotation \(missing.count == 1 ? "is" : "are") not in the translation",
      at: Place(claimed.text.source.file, translation.span), remedy: "translate the whole quotation")
  }
}
