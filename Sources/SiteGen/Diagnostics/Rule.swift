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
  case textUntranslated = "text-untranslated"
  case templateError = "template-error"
  case yamlError = "yaml-error"
  case wrongValue = "wrong-value"
  case fileUnreadable = "file-unreadable"
  case unusedFile = "unused-file"
  case staleCard = "stale-card"
  case projectIncomplete = "project-incomplete"

  /// All that the rule says of itself.
  var declaration: RuleDeclaration {
    switch self {
    case .quoteNotFound: .quoteNotFound
    case .quoteAmbiguous: .quoteAmbiguous
    case .quoteCutsQuantity: .quoteCutsQuantity
    case .quoteNotEvidence: .quoteNotEvidence
    case .quoteTooLong: .quoteTooLong
    case .quoteBudget: .quoteBudget
    case .answerNotInQuote: .answerNotInQuote
    case .answerAmbiguous: .answerAmbiguous
    case .unknownAnswer: .unknownAnswer
    case .seedChanged: .seedChanged
    case .seedUnreadable: .seedUnreadable
    case .sourceWithoutSeed: .sourceWithoutSeed
    case .seedWithoutCard: .seedWithoutCard
    case .unknownQuestion: .unknownQuestion
    case .unknownSpeaker: .unknownSpeaker
    case .unknownSource: .unknownSource
    case .unknownKey: .unknownKey
    case .duplicateId: .duplicateId
    case .claimIdMissing: .claimIdMissing
    case .dateImpossible: .dateImpossible
    case .dateContradictsQuote: .dateContradictsQuote
    case .partExceedsWhole: .partExceedsWhole
    case .coverageShort: .coverageShort
    case .unsourcedNumber: .unsourcedNumber
    case .staleNumber: .staleNumber
    case .brokenLink: .brokenLink
    case .missingAlternativeText: .missingAlternativeText
    case .duplicateAddress: .duplicateAddress
    case .rawHtml: .rawHtml
    case .languageWithoutWords: .languageWithoutWords
    case .textUntranslated: .textUntranslated
    case .templateError: .templateError
    case .yamlError: .yamlError
    case .wrongValue: .wrongValue
    case .fileUnreadable: .fileUnreadable
    case .unusedFile: .unusedFile
    case .staleCard: .staleCard
    case .projectIncomplete: .projectIncomplete
    }
  }

  /// The severity where sitegen.yaml does not say otherwise.
  var severity: Severity { declaration.severity }

  /// Whether `rules:` in sitegen.yaml may change the severity: what guards the evidence cannot be turned off.
  var isAdjustable: Bool { severity == .warning || self == .brokenLink }
}
