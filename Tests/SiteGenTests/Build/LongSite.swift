@testable import SiteGen

/// The files of a generated site with long lists: questions with many answers, a report with many quotations, many
/// speakers, corrections and changes.
enum LongSite {
  private static let questions = 8
  private static let longSources = 50
  private static let sources = 200
  private static let speakers = 1000

  static let files: [SourceFile] = {
    var texts = [("sitegen.yaml", settings), ("Content/index.md", home), ("Content/speakers.yaml", speakersFile)]
    texts += [("Content/counts-0.md", topic(0)), ("Content/counts-1.md", topic(1))]
    for source in 0..<sources { texts += report(source) }
    return texts.map { SourceFile(path: $0.0, text: $0.1) }
  }()

  private static let settings = """
    title: Many counts
    language: en
    base_url: https://example.org/counts/
    quotations: {longest: 300, share: 100%}
    rules: {unsourced-number: off}

    """

  private static let home = "---\ntitle: Many counts\n---\n\nSee [the first count](counts-0.md#q-3).\n"

  private static let speakersFile = (0..<speakers).map {
    "office-\($0):\n  name: Office \(name($0 / 100)) \(name($0)) of the harbour\n  kind: government\n"
  }.joined()

  /// Why `q-0-2`: its page has the address that the second part of the page of `q-0` would have.
  private static func id(_ question: Int) -> String { question == 1 ? "q-0-2" : "q-\(question)" }

  /// The first topic has the questions with even numbers, and a link to a question that is listed far below.
  private static func topic(_ number: Int) -> String {
    let asked = (0..<questions).filter { $0 % 2 == number || $0 == 3 && number == 0 }.filter {
      number == 0 || $0 != 3
    }
    let entries = asked.map {
      "  \(id($0)):\n    asks: How many people were counted at gate \($0)?\n    label: Gate \($0)\n    unit: people\n"
        + "    counts: \($0 == 2 ? "cumulative" : "event")\n"
    }
    let open = "  open-\(number):\n    asks: Who counted?\n    label: Counter \(number)\n    answers: many\n"
    return "---\ntitle: Counts \(number)\nquestions:\n\(entries.joined())\(open)---\n\n"
      + "Below: [the last](#\(id(asked[asked.count - 1]))).\n"
  }

  /// A name without digits. Why: a digit in a quotation would be another number.
  private static func name(_ number: Int) -> String {
    let syllables = ["ba", "do", "ke", "li", "mu", "na", "po", "ri", "sa", "tu"]
    return "Z" + syllables[number / 10 % 10] + syllables[number % 10]
  }

  /// A seed and its card. The first report has sixteen answers to each question, the first fifty have one, the others
  /// answer one question. Half of the answers are withdrawn, except those of the first report.
  private static func report(_ source: Int) -> [(String, String)] {
    let day = Day(year: 2031, month: 1 + source / 28, day: 1 + source % 28)?.description ?? ""
    var sentences: [String] = []
    var claims = ""
    for answer in 0..<(source == 0 ? 16 * questions : source < longSources ? questions : 1) {
      let question = source < longSources ? answer % questions : source % questions
      let count = 100 + question * 10 + (source * 7 + answer) % 9
      let words =
        "\(name(source)) wrote that \(count) people passed the gate of \(name(question)) with \(name(answer + 50))."
      sentences.append(words)
      claims += "  - question: \(id(question))\n    id: r\(source)-a\(answer)\n    answer: \(count)\n"
      claims += "    said_by: office-\((source * 5 + answer) % speakers)\n    quote: \"\(words)\"\n"
      claims += "    happened: \(day)\n"
      if (answer + source) % 2 == 1, source > 0 {
        claims += "    withdrawn: {on: 2031-10-01, why: The gate was closed on that day.}\n"
      }
    }
    let seed = sentences.joined(separator: "\n\n") + "\n"
    let card = """
      ---
      seed: r\(source).txt
      sha256: \(sha256(Array(seed.utf8)))
      title: Report \(source)
      title_by: editor
      published: \(day)
      published_basis: inferred
      published_note: from the file
      recorded: \(day)
      fidelity: original
      claims:
      \(claims)---

      """
    return [("seeds/r\(source).txt", seed), ("Content/sources/report-\(source).md", card)]
  }
}
