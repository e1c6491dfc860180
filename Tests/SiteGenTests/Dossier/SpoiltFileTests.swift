import Testing

@testable import SiteGen

/// A passage of a valid file, its replacement with «…» at the place of the expected diagnostic, and the rule.
struct Spoilt: CustomTestStringConvertible, Sendable {
  var passage: String
  var instead: String
  var rules: [Rule]

  init(_ passage: String, _ instead: String, _ rules: Rule...) {
    self.passage = passage
    self.instead = instead
    self.rules = rules
  }

  var testDescription: String { instead.isEmpty ? "without \(passage)" : instead }
}

@Suite struct SpoiltFileTests {
  private func check(_ path: String, _ good: String, _ spoilt: Spoilt) throws {
    let start = try #require(good.firstRange(of: spoilt.passage), "the passage is not in the good file")
    var text = good
    text.replaceSubrange(start, with: spoilt.instead)
    let marked = MarkedFile(path, text)
    let (expected, found) = marked.compared(spoilt.rules, Flood.diagnostics(marked.file))
    #expect(found == expected)
    #expect(marked.spans.count == spoilt.rules.count)
  }

  @Test(arguments: [
    Spoilt("title: The", "«titel»: The", .unknownKey),
    Spoilt("language: en", "language: «English language»", .wrongValue),
    Spoilt("https://example.org/marnow/", "«https://example.org/marnow»", .wrongValue),
    Spoilt("https://example.org/marnow/", "«ftp://example.org/»", .wrongValue),
    Spoilt("https://example.org/marnow/", "«https://example.org/?a=/»", .wrongValue),
    Spoilt("longest: 200", "longest: «200 characters»", .wrongValue),
    Spoilt("longest: 200", "longest: «0»", .wrongValue),
    Spoilt("longest: 200", "longest: «99999999999999999999»", .wrongValue),
    Spoilt("45.5%", "«0.45»", .wrongValue),
    Spoilt("coverage: 90%", "coverage: «101%»", .wrongValue),
    Spoilt("coverage: 90%", "«coverage»:", .wrongValue),
    Spoilt("[houses, sources]", "[«house», sources, methodology]", .brokenLink),
    Spoilt("[houses, sources]", "«houses»", .wrongValue),
    Spoilt("[houses, sources]", "[«[houses]», «{a: b}»]", .wrongValue, .wrongValue),
    Spoilt("unused-file: off", "«unused-files»: off", .unknownKey),
    Spoilt("unused-file: off", "«quote-not-found»: off", .wrongValue),
    Spoilt("unused-file: off", "unused-file: «no»", .wrongValue),
    Spoilt("tagline: What is known", "tagline: a«»: b", .yamlError),
    Spoilt("tagline: What is known", "tagline: a\n«title»: b", .yamlError),
    Spoilt("tagline: What is known", "tagline: «\"a\\0b\"»", .wrongValue),
    Spoilt("tagline: What is known", "tagline: \"« »\"", .wrongValue),
  ])
  func reportsErrorsInTheSettings(_ spoilt: Spoilt) throws {
    try check("sitegen.yaml", Flood.settings, spoilt)
  }

  @Test(arguments: [
    Spoilt("name: Mayor of Marnow", "«nam»: Mayor", .unknownKey),
    Spoilt("kind: government", "kind: «goverment»", .wrongValue),
    Spoilt("voice_of: mayor", "voice_of: «major»", .unknownSpeaker),
    Spoilt("voice_of: mayor", "voice_of: «mayor-spokeswoman»", .wrongValue),
    Spoilt("also: [the mayor, town hall]", "also: «town hall»", .wrongValue),
    Spoilt("also: [the mayor, town hall]", "«tel»: 1", .unknownKey),
    Spoilt("mayor-spokeswoman:\n", "mayor-spokeswoman:\n  name: x\n  kind: person\n«mayor»:\n", .duplicateId),
    Spoilt("mayor-spokeswoman:\n", "mayor-spokeswoman:\n  name: x\n  kind: person\n«report»:\n", .wrongValue),
    Spoilt("mayor-spokeswoman:\n", "mayor-spokeswoman:\n  name: x\n  kind: person\n«Mayor»:\n", .wrongValue),
    Spoilt("mayor-spokeswoman:\n", "mayor-spokeswoman: «x»\nanother:\n", .wrongValue),
  ])
  func reportsErrorsInTheSpeakers(_ spoilt: Spoilt) throws {
    try check("Content/speakers.yaml", Flood.speakers, spoilt)
  }

  @Test(arguments: [
    Spoilt("---\ntitle: Houses", "«Houses»", .wrongValue),
    Spoilt("title: Houses", "title: «[Houses]»", .wrongValue),
    Spoilt("title: Houses\nsummary", "«summary»", .wrongValue),
    Spoilt("summary: How many *houses* were flooded.", "summary: \"«# Houses»\"", .wrongValue),
    Spoilt("updated: 2031-05-06", "updated: «2031-02-29»", .wrongValue),
    Spoilt("updated: 2031-05-06", "updated: «6 May»\nlang: «e»", .wrongValue, .wrongValue),
    Spoilt("updated: 2031-05-06", "«asked_most»: [bridge]", .unknownKey),
    Spoilt("updated: 2031-05-06", "about: «this site»", .wrongValue),
    Spoilt("updated: 2031-05-06", "short: «all the houses»", .wrongValue),
    Spoilt("updated: 2031-05-06", "short: «Überschwemmungsschadenkaum»", .wrongValue),
    Spoilt("updated: 2031-05-06", "short: «\"Lost\\nhouses\"»", .wrongValue),
    Spoilt("answers: many", "answers: many\n    in_brief: \"«# They helped»\"", .wrongValue),
    Spoilt("answers: many", "answers: many\n    in_brief: «\(String(repeating: "x", count: 301))»", .wrongValue),
    Spoilt("answers: many", "answers: many\n    in_brief: «[a]»", .wrongValue),
    Spoilt("updated: 2031-05-06", "«notice»: Figures of Sunday.", .unknownKey),
    Spoilt("answers: many", "answers: many\n    related: «bridge»", .wrongValue),
    Spoilt("answers: many", "answers: many\n    related: [«bridge»]", .wrongValue),
    Spoilt("answers: many", "answers: many\n    related: [{«question»: bridge}]", .wrongValue),
    Spoilt("answers: many", "answers: many\n    related: [{«note»: The same.}]", .wrongValue),
    Spoilt("answers: many", "answers: many\n    related: [{question: bridge, note: \"«# A»\"}]", .wrongValue),
    Spoilt(
      "answers: many", "answers: many\n    related: [{question: «bridges», note: The same.}]", .unknownQuestion),
    Spoilt("answers: many", "answers: many\n    related: [{question: «reactions», note: Itself.}]", .wrongValue),
    Spoilt(
      "answers: many", "answers: many\n    related: [{question: bridge, note: A}, {question: «bridge», note: B}]",
      .wrongValue),
    Spoilt(
      "answers: many",
      "answers: many\n    related: [{question: bridge, note: «\(String(repeating: "x", count: 401))»}]", .wrongValue),
    Spoilt("unit: date", "unit: «[day]»", .wrongValue),
    Spoilt("unit: date", "unit: {«ones»: day, other: days}", .unknownKey),
    Spoilt("unit: date", "«unit»: {one: day}", .wrongValue),
    Spoilt("unit: date", "unit: {one: «[day]», other: days}", .wrongValue),
    Spoilt("unit: date", "unit: {one: day, few: «days», other: days}", .wrongValue),
    Spoilt("unit: date", "unit: {other: «days»}", .wrongValue),
    Spoilt("unit: date", "unit: {one: day, «one»: day, other: days}", .yamlError),
    Spoilt("answers: many", "answers: many\n    «inbrief»: They helped.", .unknownKey),
    Spoilt("    part_of: houses-flooded", "    part_of: houses-flooded\n    in_brief: «Few.»", .wrongValue),
    Spoilt("    counts: stock", "    counts: stock\n    in_brief: «Closed.»", .wrongValue),
    Spoilt("houses-lost:", "«houses-flooded»:", .duplicateId),
    Spoilt("houses-lost:", "«Houses_lost»:", .wrongValue),
    Spoilt(
      "houses-lost:\n    asks: How many were lost?\n    label: Houses lost\n    unit: houses\n    counts: event",
      "«houses-lost»:\n    asks: How many were lost?\n    label: Houses lost\n    «count»: event", .wrongValue,
      .unknownKey),
    Spoilt("unit: houses\n    counts: cumulative", "unit: houses\n    «count»: cumulative", .unknownKey),
    Spoilt("choices: {open", "«choises»: {open", .unknownKey),
    Spoilt("label: Reactions", "label: \"«»\"", .wrongValue),
    Spoilt("unit: houses\n    counts: cumulative", "unit: «houses»", .wrongValue),
    Spoilt("counts: cumulative", "counts: cumulative\n    answers: «many»", .wrongValue),
    Spoilt("counts: stock", "counts: «event»", .wrongValue),
    Spoilt("unit: houses\n    counts: cumulative", "unit: houses\n    counts: «cumulativ»", .wrongValue),
    Spoilt("Reactions\n    answers: many", "Reactions\n    choices: «[many]»", .wrongValue),
    Spoilt("answers: many", "answers: many\n    counts: «stock»", .wrongValue),
    Spoilt("part_of: houses-flooded", "part_of: «house-flooded»", .unknownQuestion),
    Spoilt("part_of: houses-flooded", "part_of: «houses-lost»", .wrongValue),
    Spoilt("sensitive: true", "sensitive: «yes»", .wrongValue),
    Spoilt("{open: open, closed: closed to all}", "{«Open»: open, closed: «[no]»}", .wrongValue, .wrongValue),
    Spoilt("{open: open, closed: closed to all}", "«[open, closed]»", .wrongValue),
    Spoilt("{open: open, closed: closed to all}", "{open: open, «open»: closed}", .yamlError),
  ])
  func reportsErrorsInATopic(_ spoilt: Spoilt) throws {
    try check("Content/houses.md", Flood.topic, spoilt)
  }

  @Test(arguments: [
    Spoilt("seed: ela.txt", "seed: «elo.txt»", .sourceWithoutSeed),
    Spoilt("sha256: ", "sha256: «0»\nauthor: ", .wrongValue),
    Spoilt("sha256: ", "sha256: «\(String(repeating: "z", count: 64))»\nauthor: ", .wrongValue),
    Spoilt("sha256: ", "sha256: «\(String(repeating: "0a", count: 32))»\nauthor: ", .seedChanged),
    Spoilt("published: 2031-05-04", "published: «2031-02-30»", .wrongValue),
    Spoilt("title: The river Ela rose", "title: The river Ela rose\ntitle_by: «editors»", .wrongValue),
    Spoilt(
      "title: The river Ela rose",
      "title: The river Ela rose\nshort_title: «The river Ela rises, says the mayor of Marnow»",
      .wrongValue),
    Spoilt("title: The river Ela rose", "title: The river Ela rose\nshort_title: «[River]»", .wrongValue),
    Spoilt("title: The river Ela rose", "title: The river Ela rose\ntitle_by: «[editor]»", .wrongValue),
    Spoilt("seed: ela.txt\n", "«outlett»: x\nseed: ela.txt\n", .unknownKey),
    Spoilt("https://example.org/a", "«https://»", .wrongValue),
    Spoilt("url: https://example.org/a", "url: «example.org»\narchive_url: «http:///»", .wrongValue, .wrongValue),
    Spoilt("published: 2031-05-04", "published: «2031-05-07»", .dateImpossible),
    Spoilt("published: 2031-05-04", "published: «yesterday»", .wrongValue),
    Spoilt("inferred\npublished_note: from \"on Saturday\"\n", "«inferred»\n", .wrongValue),
    Spoilt("published_basis: inferred", "published_basis: «guessed»", .wrongValue),
    Spoilt("fidelity: original", "fidelity: «orignal»", .wrongValue),
    Spoilt("fidelity: original", "fidelity: original\npublish: «whole»", .wrongValue),
    Spoilt("{share: 60%, why: it is short}", "{«share»: 60%}", .wrongValue),
    Spoilt("{share: 60%, why: it is short}", "«60%»", .wrongValue),
    Spoilt("why: a name", "«probably»: x\n    why: a name", .unknownKey),
    Spoilt("  - quote: rose\n    why: background", "  - «quote»: rose", .wrongValue),
    Spoilt("  - quote: rose\n    why: background", "  - «rose»", .wrongValue),
    Spoilt("- question: houses-flooded", "- question: «houses-floded»", .unknownQuestion),
    Spoilt("said_by: mayor", "said_by: «mayer»", .unknownSpeaker),
    Spoilt("via: [mayor-spokeswoman]", "via: [«report»]", .unknownSpeaker),
    Spoilt("via: [mayor-spokeswoman]", "via: «mayor-spokeswoman»", .wrongValue),
    Spoilt("as_of: 2031-05-03", "as_of: «2031-05-05»", .dateImpossible),
    Spoilt("as_of: 2031-05-03", "«as-of»: 2031-05-03", .unknownKey),
    Spoilt("2031-05-03/2031-05-04", "«2031-05-03/2031-05-05»", .dateImpossible),
    Spoilt("2031-05-03/2031-05-04", "«2031-05-04/2031-05-03»", .dateImpossible),
    Spoilt("2031-05-03/2031-05-04", "«2031-05-03/2031-05-04/2031-05-04»", .wrongValue),
    Spoilt("happened: 2031-05-03/2031-05-04\n    part: night", "part: «night»", .wrongValue),
    Spoilt("part: night", "part: «noon»", .wrongValue),
    Spoilt("modality: denied", "modality: «deny»", .wrongValue),
    Spoilt("id: ela-houses-denied\n    question: houses-flooded", "question: «houses-flooded»", .claimIdMissing),
    Spoilt(
      "ela-houses-denied\n    question: houses-flooded", "«ela-houses-flooded»\n    question: houses-flooded",
      .duplicateId),
    Spoilt("id: ela-houses-denied", "id: «Ela houses»", .wrongValue),
    Spoilt("{on: 2031-05-05, why: misread}", "{«on»: 2031-05-05}", .wrongValue),
    Spoilt(
      "id: ela-houses-denied\n    question: houses-flooded\n    answer: \"41\"", "«id»: ela\n    question: bridge",
      .wrongValue),
    Spoilt("claims:\n", "claims:\n  - «quote»: a\n    question: bridge\n    answer: open\n", .wrongValue),
    Spoilt("quote: rose\n", "«qoute»: rose\n", .unknownKey),
    Spoilt("seed: ela.txt", "«sed»: ela.txt", .unknownKey),
    Spoilt("sha256: ", "«sha265»: ", .unknownKey),
    Spoilt("published_note: from", "«publishd_note»: from", .unknownKey),
    Spoilt("note: first count", "note: x\n    «note»: y", .yamlError),
  ])
  func reportsErrorsInACard(_ spoilt: Spoilt) throws {
    try check("Content/sources/ela.md", Flood.card, spoilt)
  }
}
