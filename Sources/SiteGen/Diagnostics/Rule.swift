/// How much a finding matters: an error stops the site from being published.
public enum Severity: String, Sendable {
  case error
  case warning
}

/// Every rule by which inputs are checked; the raw value is its identifier, and a promise.
public enum Rule: String, Sendable, CaseIterable {
  case quoteNotFound = "quote-not-found"
  case quoteAmbiguous = "quote-ambiguous"
  case quoteCutsQuantity = "quote-cuts-quantity"
  case quoteNotEvidence = "quote-not-evidence"
  case quoteTooLong = "quote-too-long"
  case quoteBudget = "quote-budget"
  case answerNotInQuote = "answer-not-in-quote"
  case answerAmbiguous = "answer-ambiguous"
  case unknownAnswer = "unknown-answer"
  case seedChanged = "seed-changed"
  case seedUnreadable = "seed-unreadable"
  case sourceWithoutSeed = "source-without-seed"
  case seedWithoutCard = "seed-without-card"
  case unknownQuestion = "unknown-question"
  case unknownSpeaker = "unknown-speaker"
  case unknownSource = "unknown-source"
  case unknownKey = "unknown-key"
  case duplicateId = "duplicate-id"
  case claimIdMissing = "claim-id-missing"
  case dateImpossible = "date-impossible"
  case dateContradictsQuote = "date-contradicts-quote"
  case partExceedsWhole = "part-exceeds-whole"
  case coverageShort = "coverage-short"
  case unsourcedNumber = "unsourced-number"
  case staleNumber = "stale-number"
  case brokenLink = "broken-link"
  case missingAlternativeText = "missing-alternative-text"
  case duplicateAddress = "duplicate-address"
  case rawHtml = "raw-html"
  case languageWithoutWords = "language-without-words"
  case templateError = "template-error"
  case yamlError = "yaml-error"
  case wrongValue = "wrong-value"
  case fileUnreadable = "file-unreadable"
  case unusedFile = "unused-file"
  case projectIncomplete = "project-incomplete"

  /// What the rule finds, as one clause.
  var summary: String {
    switch self {
    case .quoteNotFound: "the quotation is not in its seed"
    case .quoteAmbiguous: "the quotation stands in its seed more than once, and prefix and suffix do not decide"
    case .quoteCutsQuantity: "the quotation starts or ends inside a quantity, its qualifier, range or negation"
    case .quoteNotEvidence: "the quotation overlaps a passage that the card says proves nothing"
    case .quoteTooLong: "the quotation is longer than the site allows"
    case .quoteBudget: "more of a seed is quoted than the site allows"
    case .answerNotInQuote: "no quantity of the quotation equals the answer, qualifier included"
    case .answerAmbiguous: "the quotation holds more than one quantity and no figure says which is meant"
    case .unknownAnswer: "the answer is not one that the question allows"
    case .seedChanged: "the seed is not the one that the card was written for"
    case .seedUnreadable: "the seed cannot be read as text"
    case .sourceWithoutSeed: "the card names a seed that is not there, or that another card has"
    case .seedWithoutCard: "no card catalogues the seed"
    case .unknownQuestion: "no topic asks the question"
    case .unknownSpeaker: "speakers.yaml does not name the speaker"
    case .unknownSource: "no card has the identifier"
    case .unknownKey: "the key is not one that is known here"
    case .duplicateId: "an identifier is used twice in its kind"
    case .claimIdMissing: "a second claim of one source and question needs an id of its own"
    case .dateImpossible: "the days of a claim or source contradict each other"
    case .dateContradictsQuote: "the quotation names a day that is none of the claim's"
    case .partExceedsWhole: "an answer is larger than that of the question of which it is a part"
    case .coverageShort: "too few of the seeds' quantities are quoted or left with a reason"
    case .unsourcedNumber: "a number in a note stands in no citation and no question link"
    case .staleNumber: "a linked number is no answer of the question"
    case .brokenLink: "a link leads to nothing"
    case .missingAlternativeText: "a picture has no words for those who cannot see it"
    case .duplicateAddress: "two pages or anchors would have one address"
    case .rawHtml: "a note holds HTML, which is never passed on"
    case .languageWithoutWords: "numbers in a language of the site are read by their digits alone"
    case .templateError: "a template cannot be used"
    case .yamlError: "the YAML cannot be read"
    case .wrongValue: "a key is missing, or its value is not of the kind that it must be"
    case .fileUnreadable: "a file cannot be read, or is not text"
    case .unusedFile: "a file in the folders of the site that nothing reads"
    case .projectIncomplete: "the folder lacks what a site needs"
    }
  }

  /// The severity where sitegen.yaml does not say otherwise.
  var severity: Severity {
    switch self {
    case .seedWithoutCard, .dateContradictsQuote, .partExceedsWhole, .coverageShort, .unsourcedNumber,
      .missingAlternativeText, .languageWithoutWords, .unusedFile:
      .warning
    default: .error
    }
  }

  /// Whether `rules:` in sitegen.yaml may change the severity: what guards the evidence cannot be turned off.
  var isAdjustable: Bool { severity == .warning || self == .brokenLink }
}
