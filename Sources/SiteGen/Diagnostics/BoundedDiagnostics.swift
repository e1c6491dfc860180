/// The diagnostics about a file, of which only a number of each rule is kept. The last one kept of a rule counts the
/// others, so that a file with a million mistakes takes little memory.
struct BoundedDiagnostics {
  private(set) var kept: [Diagnostic] = []
  let limit: Int
  private var byRule: [Rule: (count: Int, last: Int)] = [:]

  init(limit: Int) { self.limit = limit }

  mutating func append(_ diagnostic: Diagnostic) {
    let known = byRule[diagnostic.rule]
    if let known, known.count >= limit {
      kept[known.last].unlisted += 1 + diagnostic.unlisted
    } else {
      byRule[diagnostic.rule] = ((known?.count ?? 0) + 1, kept.count)
      kept.append(diagnostic)
    }
  }

  /// Replaces each kept diagnostic. Those that follow are counted with their rules.
  mutating func replaceEach(_ replacement: (Diagnostic) -> Diagnostic) {
    let old = kept
    kept = []
    byRule = [:]
    for diagnostic in old { append(replacement(diagnostic)) }
  }

  static func += (left: inout BoundedDiagnostics, right: [Diagnostic]) {
    for diagnostic in right { left.append(diagnostic) }
  }
}

/// Keeps only a number of the diagnostics of each rule and file, in the given order, and shortens texts that nobody
/// would read to their end.
func bounded(_ diagnostics: [Diagnostic], limit: Int) -> [Diagnostic] {
  var byFile: [String: BoundedDiagnostics] = [:]
  var counts: [String: Int] = [:]
  for diagnostic in diagnostics { counts[diagnostic.place.file.path, default: 0] += 1 }
  guard counts.values.contains(where: { $0 > limit }) else { return diagnostics.map(readyToPrint) }
  var files: [String] = []
  for diagnostic in diagnostics {
    let path = diagnostic.place.file.path
    if byFile[path] == nil { files.append(path) }
    byFile[path, default: BoundedDiagnostics(limit: limit)].append(diagnostic)
  }
  return files.flatMap { byFile[$0]?.kept ?? [] }.map(readyToPrint)
}

/// Adds the count of the diagnostics that are not listed, and shortens the texts.
private func readyToPrint(_ diagnostic: Diagnostic) -> Diagnostic {
  var ready = withShortTexts(diagnostic)
  if let words = diagnostic.wordsForUnlisted { ready.notes.append(.init(words)) }
  return ready
}

/// Cuts a message and notes after 1,000 bytes. A longer remedy is left out, because half of it would be wrong.
private func withShortTexts(_ diagnostic: Diagnostic) -> Diagnostic {
  let isShort =
    diagnostic.message.utf8.count <= longestText && (diagnostic.remedy?.utf8.count ?? 0) <= longestText
    && diagnostic.notes.allSatisfy { $0.message.utf8.count <= longestText }
  if isShort { return diagnostic }
  var short = diagnostic
  short.message = cut(short.message)
  for index in short.notes.indices { short.notes[index].message = cut(short.notes[index].message) }
  if let remedy = short.remedy, remedy.utf8.count > longestText { short.remedy = nil }
  return short
}

private let longestText = 1000

private func cut(_ text: String) -> String {
  text.utf8.count <= longestText ? text : String(decoding: text.utf8.prefix(longestText), as: UTF8.self) + "…"
}

extension Diagnostic {
  /// "and 599,900 more of 'unsourced-number' in this file"; nil if all are listed.
  fileprivate var wordsForUnlisted: String? {
    guard unlisted > 0 else { return nil }
    return
      "and \(grouped(unlisted)) more of '\(rule.id)' in this file are not listed, because of the limit 'diagnostics'"
  }
}

/// A number with commas: "599,900".
func grouped(_ number: Int) -> String {
  let digits = Array(String(number))
  var text = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
    text.append(digit)
  }
  return text
}
