import Testing

@testable import SiteGen

@Suite("headline-only")
struct HeadlineOnlyTests {
  /// A headline with « and » around a part of it, and the first sentence below.
  struct Report: Sendable {
    var language: String
    var headline: String
    var sentence: String

    var title: String { headline.replacing("«", with: "").replacing("»", with: "") }
    var part: String { String(headline.split(separator: /[«»]/, omittingEmptySubsequences: false)[1]) }
    var seed: String { "\(title)\n\nThe desk, Friday.\n\n\(sentence)\n\nLeave a reply: 15 comments\n" }
  }

  static let reports = [
    Report(
      language: "en", headline: "«Thousands flee» as the pier of Port Ellis burns",
      sentence: "Some people left the old town."),
    Report(
      language: "en", headline: "Mayor: «the dam has broken»", sentence: "The mayor spoke of a breach in the dam."),
    Report(
      language: "de", headline: "«Tausende fliehen» vor dem Brand in Ellis",
      sentence: "Einige Menschen verließen die Altstadt."),
    Report(
      language: "ru", headline: "«Тысячи бегут» от пожара в порту", sentence: "Часть жителей покинула старый город."),
    Report(
      language: "es", headline: "«Miles huyen» del incendio en el puerto",
      sentence: "Algunos vecinos dejaron el casco viejo."),
    Report(
      language: "fr", headline: "«Des milliers fuient» l’incendie du port",
      sentence: "Des habitants ont quitté la vieille ville."),
    Report(
      language: "tr", headline: "Liman yanıyor, «binlerce kişi kaçıyor»",
      sentence: "Bazı kişiler eski şehirden ayrıldı."),
    Report(language: "ar", headline: "«الآلاف يفرون» من حريق الميناء", sentence: "غادر بعض السكان المدينة القديمة."),
    Report(language: "zh", headline: "港口起火，«数千人逃离»", sentence: "一些居民离开了老城。"),
  ]

  @Test func findsQuestionsThatOnlyHeadlinesAnswer() {
    var trial = RuleTrial(.headlineOnly)
    for report in Self.reports {
      func wrong(
        _ kind: String, _ seed: String? = nil, title: String? = nil, quoting quotes: [String], second: [String]? = nil
      ) {
        trial.violation(
          kind, report.title, Self.check(report, seed, title: title, quoting: quotes, second: second), at: quotes[0])
      }
      func right(
        _ kind: String, _ seed: String? = nil, title: String? = nil, more: String = "", quoting quotes: [String],
        second: [String]? = nil
      ) {
        trial.clean(kind, 1, Self.check(report, seed, title: title, more: more, quoting: quotes, second: second))
      }
      wrong("a part of the headline", quoting: [report.part])
      wrong("the whole headline", quoting: [report.title])
      wrong("two parts of it", quoting: [report.part, report.title])
      wrong("the headlines of two reports", quoting: [report.part], second: [report.title])
      wrong(
        "a headline in capitals", report.seed.replacing(report.title, with: report.title.uppercased()),
        quoting: [report.title.uppercased()])
      wrong("a title in capitals", title: report.title.uppercased(), quoting: [report.part])

      right("the text", quoting: [report.sentence])
      right("the headline and the text", quoting: [report.part, report.sentence])
      right("the headline of one report and the text of another", quoting: [report.part], second: [report.sentence])
      right("a title that is the editor's", title: "A fire", more: "title_by: editor", quoting: [report.part])
      right("headline and text in one", quoting: [report.title + "\n\nThe desk, Friday."])
      right(
        "the headline's words in the text", report.seed + "\nThe desk: \(report.title)", title: report.part,
        quoting: [report.title + "\n\nThe desk"])
    }
    trial.cleanSites("claims") { $0.claims }
    trial.check()
  }

  /// A site with a question that the reports answer with these quotations.
  private static func check(
    _ report: Report, _ seed: String?, title: String?, more: String = "", quoting quotes: [String], second: [String]?
  ) -> [Diagnostic] {
    let seed = seed ?? report.seed
    func claims(_ id: String, _ quotes: [String]) -> String {
      quotes.enumerated().map { number, quote in
        "  - {id: \(id)-\(number), question: help, answer: it, said_by: report, quote: \"\(quote.replacing("\n", with: " "))\"}"
      }.joined(separator: "\n")
    }
    func card(_ id: String, _ quotes: [String]) -> String {
      HarbourFire.card(claims(id, quotes), more: "lang: \(report.language)\n" + more, seed: seed)
        .replacing("title_by: editor\n", with: "", maxReplacements: 1)
        .replacing("title: Fire in the harbour", with: "title: \"\(title ?? report.title)\"")
    }
    let others = second.map { quotes in
      [
        SourceFile(path: "seeds/second.txt", text: seed),
        SourceFile(
          path: "Content/sources/fire-second.md",
          text: card("second", quotes).replacing("seed: fire.txt", with: "seed: second.txt")),
      ]
    }
    let first = SourceFile(path: HarbourFire.cardPath, text: card("first", quotes))
    let checked = HarbourFire.check(card: first, notes: others ?? [], seed: seed)
    #expect(!checked.diagnostics.hasErrors, "\(checked.diagnostics.flatMap(\.allWords))")
    return checked.diagnostics.filter { $0.rule == .headlineOnly }
  }
}
