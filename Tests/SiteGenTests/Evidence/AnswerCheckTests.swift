import Testing

@testable import SiteGen

/// Each answer is checked against one sentence, which is the whole quotation.
@Suite("The answer check")
struct AnswerCheckTests {
  struct Case: Sendable {
    var sentence: String
    /// The text after `question:` in the claim, with «…» at the place of the expected diagnostic.
    var claim: String
    var rule = Rule.answerNotInQuote
    /// One of the notes, or the message.
    var says = ""
    var remedy: String
  }

  static let bad = [
    // Another qualifier, in every direction.
    Case(
      sentence: "More than 3,000 people fled.", claim: "evacuated, answer: «\"3,000\"»",
      says: "the quotation says 'More than 3,000', not '3,000'", remedy: "write 'more than 3,000'"),
    Case(
      sentence: "Some 3,000 people fled.", claim: "evacuated, answer: «\"3,000\"»", remedy: "write 'some 3,000'"),
    Case(
      sentence: "A crowd of 3,000 people fled.", claim: "evacuated, answer: \"«about 3,000»\"", remedy: "write '3,000'"),
    Case(
      sentence: "A crowd of 3,000 people fled.", claim: "evacuated, answer: \"«at least 3000»\"",
      remedy: "write '3,000'"),
    Case(
      sentence: "Not more than 40 sailors died.", claim: "sailors, answer: «more than 40»",
      remedy: "write 'not more than 40'"),
    Case(
      sentence: "More than 40 sailors died.", claim: "sailors, answer: «up to 40»", remedy: "write 'more than 40'"),
    Case(
      sentence: "No fewer than forty sailors died.", claim: "sailors, answer: «fewer than 40»",
      remedy: "write 'no fewer than forty'"),
    Case(sentence: "26 or more sailors died.", claim: "sailors, answer: «\"26\"»", remedy: "write '26 or more'"),
    Case(sentence: "Nearly 400 people slept.", claim: "evacuated, answer: «about 400»", remedy: "write 'nearly 400'"),
    // Vague words are no numbers, and numbers no vague words.
    Case(
      sentence: "Dozens of sailors died.", claim: "sailors, answer: «24»", says: "it contains 'Dozens'",
      remedy: "write 'dozens'"),
    Case(sentence: "A further 26 sailors died.", claim: "sailors, answer: «dozens»", remedy: "write '26'"),
    Case(
      sentence: "Hundreds of sailors died.", claim: "sailors, answer: «dozens»",
      remedy: "write 'hundreds', or quote the words that say 'dozens'"),
    // Ranges and their ends.
    Case(
      sentence: "Between 16 and 18 sailors died.", claim: "sailors, answer: «18»", remedy: "write 'between 16 and 18'"),
    Case(sentence: "There were 16 to 18 sailors.", claim: "sailors, answer: «up to 18»", remedy: "write '16 to 18'"),
    Case(sentence: "There died 18 sailors.", claim: "sailors, answer: «16–18»", remedy: "write '18'"),
    // Computed numbers.
    Case(
      sentence: "At least 26 dockers and 18 sailors were killed.", claim: "dead, answer: «44»",
      says: "44 is the sum of 26 and 18, but the quotation does not give it",
      remedy: "claim the numbers that the quotation gives, each for its own question"),
    Case(
      sentence: "At least 26 dockers and 18 sailors were killed.", claim: "dead, answer: «at least 44»",
      says: "it contains 'At least 26', '18'",
      remedy: "claim the numbers that the quotation gives, each for its own question"),
    Case(
      sentence: "Of 26 sailors 18 were saved.", claim: "dead, answer: «8»", says: "8 is the difference of 26 and 18",
      remedy: "claim the numbers that the quotation gives, each for its own question"),
    // Percentages.
    Case(sentence: "40 percent of the dockers went.", claim: "dockers, answer: «40»", remedy: "write '40 percent'"),
    Case(sentence: "Then 40 dockers went.", claim: "dockers, answer: «40 percent»", remedy: "write '40'"),
    // Other numbers, or no number.
    Case(
      sentence: "There died 18 sailors.", claim: "sailors, answer: «81»",
      remedy: "write '18', or quote the words that say '81'"),
    Case(
      sentence: "The sailors died.", claim: "sailors, answer: «81»", says: "it contains no quantity",
      remedy: "quote the words that say '81'"),
    Case(
      sentence: "There died not 18 sailors.", claim: "sailors, answer: «18»", says: "it contains no quantity",
      remedy: "quote the words that say '18'"),
    Case(
      sentence: "At least 26 dockers and 18 sailors were killed.", claim: "dockers, answer: «26»",
      says: "it contains more than one quantity, so also add 'figure: \"At least 26 dockers\"'",
      remedy: "write 'at least 26'"),
    Case(
      sentence: "At least 26 dockers and 18 sailors.", claim: "dockers, figure: At least 26 dockers, answer: «26»",
      says: "the figure says 'At least 26', not '26'", remedy: "write 'at least 26'"),
    // Several quantities in the quotation.
    Case(
      sentence: "26 dockers and 18 sailors were killed.", claim: "sailors, answer: «18»", rule: .answerAmbiguous,
      says: "the quotation contains more than one quantity: '26', '18'", remedy: "add 'figure: \"18 sailors\"'"),
    Case(
      sentence: "In all 18 were killed, 18 hurt and 3 saved.", claim: "dead, answer: «18»", rule: .answerAmbiguous,
      remedy: "add 'figure: \"18 were\"' or add 'figure: \"18 hurt\"'"),
    Case(
      sentence: "26 dockers and 18 sailors were killed.",
      claim: "sailors, answer: 18, figure: «26 dockers and 18 sailors»", rule: .answerAmbiguous,
      remedy: "write '18 sailors'"),
    Case(
      sentence: "The 18 or so dockers, and 26 other ‘\"old\" hands’.", claim: "dockers, answer: «about 18»",
      rule: .answerAmbiguous, remedy: "add 'figure: \"18 or so dockers\"'"),
    Case(
      sentence: "Mayor since 2019, she was born in 1980.", claim: "mayor, answer: «2019»", rule: .answerAmbiguous,
      says: "the quotation names more than one year: 1980, 2019", remedy: "add 'figure: \"2019\"'"),
    Case(
      sentence: "She has been mayor since 2019.", claim: "mayor, answer: «2018»",
      remedy: "write '2019', or quote the words that name 2018"),
    // Digits in worded answers and notes.
    Case(
      sentence: "The towns sent 12 engines and 3,800 masks.", claim: "help, answer: «\"13 engines, 800 masks\"»",
      says: "'13' and '800' in the answer are not in the quotation",
      remedy: "leave the number out, or quote the words that give it"),
    Case(
      sentence: "The towns sent 12 engines.", claim: "help, answer: engines, note: «12 of all 13»",
      says: "'13' in the note",
      remedy: "leave the number out, or quote the words that give it"),
    // An absence despite an answer.
    Case(
      sentence: "More than 3,000 were arrested, and nobody said how many.",
      claim: "dockers, modality: absence, answer: «unknown»", says: "contains 'More than 3,000'",
      remedy: "leave the number out of the quotation, or claim it"),
    Case(
      sentence: "There died 18 sailors, he did not say how many people.",
      claim: "dead, modality: absence, answer: «not said»",
      remedy: "leave the number out of the quotation, or claim it"),
    Case(
      sentence: "They lost 12 boats or more, they did not say how many.",
      claim: "boats, modality: absence, answer: «unknown»",
      remedy: "leave the number out of the quotation, or claim it"),
    Case(
      sentence: "She did not say whether she led it since 2019.", claim: "mayor, modality: absence, answer: «unknown»",
      says: "contains '2019'", remedy: "leave the number out of the quotation, or claim it"),
  ]

  @Test("says what the quotation contains and what to write, at the value", arguments: bad)
  func refuses(bad: Case) {
    let marked = AnswerCheckTests.card(bad.claim, bad.sentence)
    let checked = AnswerCheckTests.check(marked.file, bad.sentence)
    #expect(checked.diagnostics.map(\.rule) == [bad.rule], "\(bad.claim): \(checked.diagnostics.flatMap(\.allWords))")
    guard let found = checked.diagnostics.first, let span = marked.spans.first else { return }
    #expect(
      marked.file.text(found.place.span).filter { $0 != "\"" } == marked.file.text(span).filter { $0 != "\"" },
      "\(bad.claim)")
    #expect(found.remedy == bad.remedy, "\(bad.claim)")
    #expect(bad.says.isEmpty || found.allWords.contains { $0.contains(bad.says) }, "\(found.allWords)")
    #expect(checked.value?.evidence.isEmpty == true)
  }

  @Test(
    "takes an answer that the words say, and an absence that they leave",
    arguments: [
      ("Not more than 40 sailors died.", "sailors, answer: up to 40"),
      ("Between 16 and 18 sailors died.", "sailors, answer: 16–18"),
      ("40 percent of the dockers went.", "dockers, answer: 40 percent"),
      ("The share rose from 40 to 50 percent.", "share, answer: 40, figure: 40"),
      ("The share was 50 %.", "share, answer: \"50\""),
      ("26 dockers and 18 sailors died, 18 of them here.", "sailors, answer: 18, figure: 18 sailors"),
      ("One of whom was a docker.", "dockers, answer: 1"),
      ("Mayor since 2019, she was born in 1980.", "mayor, answer: 2019, figure: since 2019"),
      ("They sent 3\u{202F}800 masks and 12 engines.", "help, answer: \"3,800 masks, 12 engines\""),
      ("They sent engines 2, 3 and 4.", "help, answer: \"engines 2,3\""),
      // Numbers that do not count the question's unit.
      ("They lost 12 boats, and did not say how many people.", "dead, modality: absence, answer: unknown"),
      ("It took 12 hours, and they did not say how many died.", "dead, modality: absence, answer: unknown"),
      ("It cost $12 million, and they did not say how many died.", "dead, modality: absence, answer: unknown"),
      ("About 40 percent left, they did not say how many.", "dead, modality: absence, answer: unknown"),
      ("There were 400 people, he did not say on how many boats.", "boats, modality: absence, answer: unknown"),
      ("On Friday, 7 January 2033, she did not say when.", "phones-back, modality: absence, answer: unknown"),
      ("The 12 men did not say since when she led it.", "mayor, modality: absence, answer: unknown"),
      ("18 died there, the others no one counted.", "dead, modality: absence, figure: no one counted, answer: unknown"),
    ])
  func accepts(sentence: String, claim: String) {
    let checked = AnswerCheckTests.check(AnswerCheckTests.card(claim, sentence).file, sentence)
    #expect(checked.diagnostics.flatMap(\.allWords) == [], "\(claim)")
    #expect(checked.value?.evidence.count == 1)
  }

  @Test("proposes figures and answers that fix the claim")
  func proposesFixes() throws {
    for bad in AnswerCheckTests.bad {
      let marked = AnswerCheckTests.card(bad.claim, bad.sentence)
      let found = try #require(AnswerCheckTests.check(marked.file, bad.sentence).diagnostics.first)
      guard let remedy = found.remedy, remedy.hasPrefix("write '"), remedy.hasSuffix("'"), found.notes.isEmpty
      else { continue }
      var bytes = marked.file.bytes
      bytes.replaceSubrange(found.place.span, with: Array(remedy.utf8.dropFirst(7).dropLast()))
      let mended = AnswerCheckTests.check(SourceFile(path: HarbourFire.cardPath, bytes: bytes), bad.sentence)
      #expect(mended.diagnostics.flatMap(\.allWords) == [], "\(bad.claim): \(remedy)")
    }
  }

  private static func seed(_ sentence: String) -> String {
    sentence + "\n\nNobody in the harbour had been warned, and nobody knew.\n\nLeave a reply: 15 comments\n"
  }

  private static func card(_ claim: String, _ sentence: String) -> MarkedFile {
    let claim =
      "  - {question: \(claim), said_by: service, quote: '\(sentence.replacing("'", with: "''"))'}"
    return MarkedFile(HarbourFire.cardPath, HarbourFire.card(claim, seed: seed(sentence)))
  }

  private static func check(_ card: SourceFile, _ sentence: String) -> Checked<FactSheet?> {
    let shares = SourceFile(
      path: "Content/shares.md",
      text: "---\ntitle: Shares\nquestions:\n"
        + "  share: {asks: What share left?, label: Share, unit: percent of all, counts: stock}\n---\n")
    return HarbourFire.check(card: card, notes: [shares], seed: seed(sentence))
  }
}
