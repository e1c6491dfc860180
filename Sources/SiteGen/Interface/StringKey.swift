/// The key of every text of the interface. The key in strings.<language>.yaml is the case's name in snake case:
/// `dateRange` is `date_range`.
enum StringKey: String, CaseIterable, Sendable {
  // Language, days and lists
  case direction, groupSeparator, decimalSeparator, date, dateWithoutYear, dateTime, dateRange, dateRangeMonth,
    dateRangeMonthWithoutYear, dateRangeYear, months, listSeparator, listLast, sentence
  // Quantities
  case quantityAbout, quantityMoreThan, quantityJustOver, quantityAtLeast, quantityAtLeastAbout, quantityFewerThan,
    quantityNearly, quantityAtMost, quantityAtMostAbout, quantityThird, quantityTwoThirds
  // Every page
  case skipToContent, navigation, breadcrumbs, home, toHome, atomFeed, jsonFeed, lastChanged, publishedBy,
    licenceLine, horizon, cardHorizon, pageTitle
  // Answers and citations
  case answer, asOf, saidBy, reportedIn, relayedBy, translation, reading, note, replacedBy, replaces, linkToThis,
    linkToHeading, linkToSection, evidence, evidenceNumber, citedCount, toPassage, close
  // A–Z index and search
  case alphabet, articles, alphabetPage, alphabetPageIntro, letters, search, searchLabel, searchHelp, searchIntro,
    searchResults, searchWithout, searchFound, searchNone, kindQuestion, kindAnswer, kindNote, kindSpeaker
  // Parts of several pages
  case embed, embedIntro, embedPreview, embedFrom, onThisPage, allPages, previous, next, previousAndNext, pageParts,
    contentNote, behindContentNote, questionPage
  // Home and topics
  case collectionLine, questionsByStatus, dayByDay, answersPerDay, answersPerMonth, answersPerYear, inShort
  case askedMost, topics, whereReportsDisagree, allDisagreements, newestChanges, allUpdates, moreChanges, related,
    became, inBrief, moreQuestions, theQuestions, whatIsNotKnown
  // Questions
  case noAnswerDays, wordsAt, aboutQuestion, topic, unit, counts, countsCumulative, countsEvent, countsStock,
    countsProjected, chart, chartTitle, chartSubtitleDays, chartSubtitleDay, chartMonth,
    chartNoReport, chartGap, chartSources, chartSource, chartWords, chartKeyAbout, chartKeyRange, chartOthers,
    mainCounts, whoSaidWhich, answersAsData,
    partOf, parts, howItChanged, withSource, howToCite, cite, citeUnit, citeDocument, citeDocuments,
    citeAgreement
  // Sources
  case source, sources, documentTitle, titleByEditor, outlet, notNamed, author, published, recorded, address, archived,
    stated, inferred, fidelity,
    fidelityOriginal, fidelitySyndicated, fidelityTranslated, fidelityReworded, fidelityOriginalMeaning,
    fidelitySyndicatedMeaning, fidelityTranslatedMeaning, fidelityRewordedMeaning, file, textMadeBy,
    shareQuoted, percentage,
    shareOfText,
    whatItSays, facsimileIntro, wordsLeftOut,
    quotedInNotes, asWorded, asWordedOnly, probably, noEvidence, noEvidenceCaption,
    passage, why, sourcesIntro, sourceLine
  // Counts
  case answers, claimsCount, questionsCount, answersSummary, voicesCount
  // Sources and voices of answers
  case restsOn, allRestOn, basisOneSpeaker, basisUnnamed, speakersCount, restsOnNobody, restsOnOriginal,
    restsOnSyndicated, restsOnTranslated, restsOnReworded, reportSpeaker,
    reportTitle, nestedTitle, speakerInReport, reportsCount
  // Brief answers
  case accordingTo, accordingToReports, asOfDay, inReport, briefDetails, briefDetailsUnit, tableCaption, briefMore,
    briefNone, briefBetween, briefOr,
    briefPlace, briefDay, placeNotSaid, briefList, briefAnswer, briefLater, briefFromTo, briefReportsDiffer, deniedBy,
    deniedAnswer, doubted
  // Agreements and their reasons
  case agreementUnanswered, agreementList, agreementDisagree, agreementFell, agreementChanged, agreementAgree,
    agreementReportsAgree, agreementSingleVoice, agreementReported, reasonUnanswered, reasonUnansweredBeside,
    reasonList, reasonDenied, reasonClaims, reasonFell, reasonFellUnexplained, reasonChanged, reasonReportsAgree,
    reasonReportsUnnamed, reasonSingleVoicePlaces, reasonClaim, reasonClaimsOfDay, reportOfDay,
    reasonPlace, reasonBeside, alsoDenied, alsoFell, alsoChanged, latestFigureOneSpeaker, latestAnswerOneSpeaker,
    latestFigureUnnamed, latestAnswerUnnamed, latestFigureSpeakers, latestAnswerSpeakers, changeWhy
  // Modalities
  case modalityDenied, modalityRumoured, modalityProjected, modalityAbsence, modalityDoubt, unknown
  // Disagreements
  case disagreements, disagreementsIntro, groupDisagree, groupDisagreeText, groupFell, groupFellText, groupChanged,
    groupChangedText
  // Unknowns
  case unknowns, shortUnknowns, unknownsIntro, unansweredQuestions, saidBeside, unansweredText
  // Speakers
  case speakers, speakersIntro, allSpeakers, alsoNamed, speaksFor, speakerPerson, speakerGovernment, speakerPolice,
    speakerForeignGovernment, speakerIntergovernmental, speakerMedia, speakerWitness, speakerOpposition,
    speakerCivilSociety, speakerUnattributed
  // Timeline
  case timeline, timelineIntro, noDatedEvents, undated, undatedText, partNight, partMorning, partAfternoon,
    partEvening
  // Updates
  case updates, shortUpdates, updatesIntro, updatesChanges, updatesAdded, updatesChanged, added,
    newestChangesIntro, sourcePage
  // Corrections
  case corrections, withdrawnClaims, nothingWithdrawn, withdrawnOn
  // Methodology
  case methodology, lastCheck, figureSources, figureAnswers, figureQuotations, figureNumbers, figureReadings,
    figureTranslations,
    figureCoverage,
    coverageFigure, coverageBySource, quantitiesFound, quantitiesUsed
  // Data
  case data, dataIntro, files, filesCaption, contents, fileClaims, fileQuestions, fileSources, fileSpeakers,
    fileTopic, fileReferencesJson, fileReferencesBib, fileReferencesRis, referenceHash,
    referenceHashInferred, fileAnchors, filePackage, fileSpreadsheet
  // 404 and descriptions
  case notFound, notFoundText, indexDescription, questionDescription, questionDescriptionSensitive, sourceDescription

  /// The key in the file.
  var name: String {
    var name = ""
    for letter in rawValue { name += letter.isUppercase ? "_" + letter.lowercased() : String(letter) }
    return name
  }

  init?(name: String) {
    guard let key = StringKey.byName[name] else { return nil }
    self = key
  }

  private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })
}
