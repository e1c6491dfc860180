/// Every text of the interface by its key in strings.<language>.yaml; the compiler and the reader of the file hold the
/// two against each other.
enum StringKey: String, CaseIterable, Sendable {
  case direction
  case groupSeparator = "group_separator"
  case decimalSeparator = "decimal_separator"
  case date
  case dateRange = "date_range"
  case dateRangeMonth = "date_range_month"
  case dateRangeYear = "date_range_year"
  case months
  case listSeparator = "list_separator"
  case listLast = "list_last"
  case sentence
  case quantityAbout = "quantity_about"
  case quantityMoreThan = "quantity_more_than"
  case quantityJustOver = "quantity_just_over"
  case quantityAtLeast = "quantity_at_least"
  case quantityAtLeastAbout = "quantity_at_least_about"
  case quantityFewerThan = "quantity_fewer_than"
  case quantityNearly = "quantity_nearly"
  case quantityAtMost = "quantity_at_most"
  case quantityAtMostAbout = "quantity_at_most_about"
  case quantityThird = "quantity_third"
  case quantityTwoThirds = "quantity_two_thirds"
  case skipToContent = "skip_to_content"
  case navigation
  case breadcrumbs
  case home
  case toHome = "to_home"
  case atomFeed = "atom_feed"
  case jsonFeed = "json_feed"
  case lastChanged = "last_changed"
  case publishedBy = "published_by"
  case licenceLine = "licence_line"
  case horizon
  case pageTitle = "page_title"
  case answer
  case asOf = "as_of"
  case saidBy = "said_by"
  case reportedIn = "reported_in"
  case relayedBy = "relayed_by"
  case translation
  case note
  case linkToThis = "link_to_this"
  case linkToQuestion = "link_to_question"
  case linkToHeading = "link_to_heading"
  case linkToSection = "link_to_section"
  case evidence
  case evidenceNumber = "evidence_number"
  case toPassage = "to_passage"
  case close
  case alphabet
  case alphabetPage = "alphabet_page"
  case alphabetPageIntro = "alphabet_page_intro"
  case letters
  case search
  case searchLabel = "search_label"
  case searchHelp = "search_help"
  case searchIntro = "search_intro"
  case searchResults = "search_results"
  case searchWithout = "search_without"
  case searchFound = "search_found"
  case searchNone = "search_none"
  case kindQuestion = "kind_question"
  case kindAnswer = "kind_answer"
  case kindNote = "kind_note"
  case kindSpeaker = "kind_speaker"
  case embed
  case embedIntro = "embed_intro"
  case embedPreview = "embed_preview"
  case embedFrom = "embed_from"
  case onThisPage = "on_this_page"
  case allPages = "all_pages"
  case previous
  case next
  case previousAndNext = "previous_and_next"
  case contentNote = "content_note"
  case behindContentNote = "behind_content_note"
  case questionPage = "question_page"
  case askedMost = "asked_most"
  case topics
  case whereReportsDisagree = "where_reports_disagree"
  case allDisagreements = "all_disagreements"
  case newestChanges = "newest_changes"
  case allUpdates = "all_updates"
  case moreChanges = "more_changes"
  case also
  case became
  case inBrief = "in_brief"
  case questionsOnThisPage = "questions_on_this_page"
  case moreQuestions = "more_questions"
  case theQuestions = "the_questions"
  case whatIsNotKnown = "what_is_not_known"
  case allAnswers = "all_answers"
  case noSourceAnswers = "no_source_answers"
  case aboutQuestion = "about_question"
  case topic
  case unit
  case counts
  case countsCumulative = "counts_cumulative"
  case countsEvent = "counts_event"
  case countsStock = "counts_stock"
  case countsProjected = "counts_projected"
  case chart
  case chartTitle = "chart_title"
  case chartGap = "chart_gap"
  case chartSources = "chart_sources"
  case chartKey = "chart_key"
  case mainCounts = "main_counts"
  case whoSaidWhich = "who_said_which"
  case answersAsData = "answers_as_data"
  case partOf = "part_of"
  case parts
  case voices
  case howItChanged = "how_it_changed"
  case withSource = "with_source"
  case howToCite = "how_to_cite"
  case cite
  case citeUnit = "cite_unit"
  case citeDocument = "cite_document"
  case citeDocuments = "cite_documents"
  case citeAgreement = "cite_agreement"
  case source
  case sources
  case outlet
  case notNamed = "not_named"
  case author
  case published
  case recorded
  case address
  case archived
  case stated
  case inferred
  case fidelity
  case fidelityOriginal = "fidelity_original"
  case fidelitySyndicated = "fidelity_syndicated"
  case fidelityTranslated = "fidelity_translated"
  case fidelityReworded = "fidelity_reworded"
  case fidelityOriginalMeaning = "fidelity_original_meaning"
  case fidelitySyndicatedMeaning = "fidelity_syndicated_meaning"
  case fidelityTranslatedMeaning = "fidelity_translated_meaning"
  case fidelityRewordedMeaning = "fidelity_reworded_meaning"
  case file
  case shareQuoted = "share_quoted"
  case shareOfText = "share_of_text"
  case whatItSays = "what_it_says"
  case quotedInNotes = "quoted_in_notes"
  case damagedPassages = "damaged_passages"
  case asWorded = "as_worded"
  case asWordedOnly = "as_worded_only"
  case probably
  case noEvidence = "no_evidence"
  case noEvidenceCaption = "no_evidence_caption"
  case passage
  case why
  case sourcesIntro = "sources_intro"
  case sourceLine = "source_line"
  case claimsCount = "claims_count"
  case questionsCount = "questions_count"
  case answersSummary = "answers_summary"
  case voicesCount = "voices_count"
  case explainedIn = "explained_in"
  case speakersCount = "speakers_count"
  case speakersNamed = "speakers_named"
  case speakersNobody = "speakers_nobody"
  case restsOn = "rests_on"
  case restsOnNobody = "rests_on_nobody"
  case restsOnOriginal = "rests_on_original"
  case restsOnSyndicated = "rests_on_syndicated"
  case restsOnTranslated = "rests_on_translated"
  case restsOnReworded = "rests_on_reworded"
  case reportSpeaker = "report_speaker"
  case accordingTo = "according_to"
  case asOfDay = "as_of_day"
  case briefDetails = "brief_details"
  case tableCaption = "table_caption"
  case briefDetailsUnit = "brief_details_unit"
  case briefMore = "brief_more"
  case briefNone = "brief_none"
  case briefBetween = "brief_between"
  case briefOr = "brief_or"
  case briefDisputed = "brief_disputed"
  case briefPlace = "brief_place"
  case briefEverywhere = "brief_everywhere"
  case agreementUnanswered = "agreement_unanswered"
  case agreementList = "agreement_list"
  case agreementDisagree = "agreement_disagree"
  case agreementFell = "agreement_fell"
  case agreementChanged = "agreement_changed"
  case agreementAgree = "agreement_agree"
  case agreementSingleVoice = "agreement_single_voice"
  case agreementReported = "agreement_reported"
  case reasonUnanswered = "reason_unanswered"
  case reasonUnansweredBeside = "reason_unanswered_beside"
  case reasonList = "reason_list"
  case reasonDisagree = "reason_disagree"
  case reasonDenied = "reason_denied"
  case reasonDeniedSameDay = "reason_denied_same_day"
  case reasonFell = "reason_fell"
  case reasonChanged = "reason_changed"
  case reasonAgree = "reason_agree"
  case reasonAgreeOverlap = "reason_agree_overlap"
  case reasonSingleVoice = "reason_single_voice"
  case reasonSingleVoiceCopies = "reason_single_voice_copies"
  case reasonSingleVoicePlaces = "reason_single_voice_places"
  case reasonReported = "reason_reported"
  case reasonClaim = "reason_claim"
  case reasonClaimInWords = "reason_claim_in_words"
  case reasonClaimOfThatDay = "reason_claim_of_that_day"
  case reasonClaimsOfDay = "reason_claims_of_day"
  case reasonPlace = "reason_place"
  case reasonBeside = "reason_beside"
  case changeWhy = "change_why"
  case modalityDenied = "modality_denied"
  case modalityRumoured = "modality_rumoured"
  case modalityProjected = "modality_projected"
  case modalityAbsence = "modality_absence"
  case modalityDoubt = "modality_doubt"
  case unknown
  case disagreements
  case disagreementsIntro = "disagreements_intro"
  case groupDisagree = "group_disagree"
  case groupDisagreeText = "group_disagree_text"
  case groupFell = "group_fell"
  case groupFellText = "group_fell_text"
  case groupChanged = "group_changed"
  case groupChangedText = "group_changed_text"
  case unknowns
  case unknownsIntro = "unknowns_intro"
  case unansweredQuestions = "unanswered_questions"
  case saidBeside = "said_beside"
  case unansweredText = "unanswered_text"
  case timeline
  case timelineIntro = "timeline_intro"
  case noDatedEvents = "no_dated_events"
  case undated
  case undatedText = "undated_text"
  case partNight = "part_night"
  case partMorning = "part_morning"
  case partAfternoon = "part_afternoon"
  case partEvening = "part_evening"
  case updates
  case updatesIntro = "updates_intro"
  case updatesChanges = "updates_changes"
  case newestChangesIntro = "newest_changes_intro"
  case sourcePage = "source_page"
  case corrections
  case withdrawnClaims = "withdrawn_claims"
  case nothingWithdrawn = "nothing_withdrawn"
  case withdrawnOn = "withdrawn_on"
  case methodology
  case lastCheck = "last_check"
  case figureSources = "figure_sources"
  case figureAnswers = "figure_answers"
  case figureQuotations = "figure_quotations"
  case figureNumbers = "figure_numbers"
  case figureCoverage = "figure_coverage"
  case coverageFigure = "coverage_figure"
  case coverageBySource = "coverage_by_source"
  case quantitiesFound = "quantities_found"
  case quantitiesUsed = "quantities_used"
  case data
  case dataIntro = "data_intro"
  case files
  case filesCaption = "files_caption"
  case contents
  case fileClaims = "file_claims"
  case fileQuestions = "file_questions"
  case fileSources = "file_sources"
  case fileSpeakers = "file_speakers"
  case fileTopic = "file_topic"
  case fileReferencesJson = "file_references_json"
  case fileReferencesBib = "file_references_bib"
  case fileReferencesRis = "file_references_ris"
  case referenceHash = "reference_hash"
  case referenceHashInferred = "reference_hash_inferred"
  case filePackage = "file_package"
  case notFound = "not_found"
  case notFoundText = "not_found_text"
  case indexDescription = "index_description"
  case questionDescription = "question_description"
  case questionDescriptionSensitive = "question_description_sensitive"
  case sourceDescription = "source_description"
}
