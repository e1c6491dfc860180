import Testing

@testable import SiteGen

/// One change to one file of a site, and all the diagnostics that it must cause.
struct Mutation: Sendable {
  /// A rule and the byte of the unchanged file on whose line it must be reported.
  struct ExpectedDiagnostic: Sendable {
    var rule: Rule
    var place: Int
    /// Nil for the changed file.
    var path: String?
  }

  var path: String
  /// The replaced bytes of the file.
  var span: Range<Int>
  var replacement: [UInt8]
  var expected: [ExpectedDiagnostic]
}

/// The mutations of one kind, in one list for each place that may be changed. Mutations that do not apply are counted
/// by reason.
struct MutationKind {
  let name: String
  /// Mutations of one place exclude each other, so the n-th build has the n-th mutation of each place.
  private(set) var places: [[Mutation]] = []
  private(set) var without: [String: Int] = [:]

  init(_ name: String) { self.name = name }

  /// Adds the mutations of one place; `reason` explains why there are none.
  mutating func add(_ mutations: [Mutation], orWithout reason: String) {
    if mutations.isEmpty { without[reason, default: 0] += 1 } else { places.append(mutations) }
  }

  /// The words that could be made wrong. The others are counted.
  mutating func wrong<Words>(_ words: [Words?]) -> [Words] {
    let wrong = words.compactMap { $0 }
    for _ in wrong.count..<words.count { leaveOut("a change that makes it wrong") }
    return wrong
  }

  /// Counts a mutation that was not made.
  mutating func leaveOut(_ reason: String) { without[reason, default: 0] += 1 }

  var count: Int { places.reduce(0) { $0 + $1.count } }
}

extension MutationKind {
  /// Checks the site with as many compatible mutations at once as possible, until all were tried. Each must be reported
  /// by its rule at its own line, and nothing else may be reported. Prints the number of mutations.
  func escapes(from files: [SourceFile]) -> [String] {
    var problems: [String] = []
    let rounds = places.map(\.count).max() ?? 0
    for round in 0..<rounds {
      let mutations = places.compactMap { round < $0.count ? $0[round] : nil }
      let mutated = mutate(files, mutations)
      let found = foundLines(in: mutated.files)
      let (missed, surplus) = difference(mutated.expected, found)
      problems += missed.map { "\(name): escaped: " + $0 } + surplus.map { "\(name): not to be found: " + $0 }
    }
    let left = without.sorted { $0.key < $1.key }.map { "; \($0.value) without: \($0.key)" }.joined()
    print("mutations: \(name): \(count) tried in \(rounds) builds, \(problems.count) escaped\(left)")
    return problems
  }
}

/// The diagnostics of a site as "path:line: rule 'words'".
func foundLines(in files: [SourceFile]) -> [String] {
  locate(factSheet(ProjectFiles(files)).diagnostics).map(\.line)
}

extension LocatedDiagnostic {
  fileprivate var line: String { "\(region.path):\(region.line): \(diagnostic.rule.id)" }
}

/// The files with all changes, which must not overlap, and the lines at which the changes must be reported.
private func mutate(_ files: [SourceFile], _ mutations: [Mutation]) -> (files: [SourceFile], expected: [String]) {
  let edits = Dictionary(grouping: mutations, by: \.path)
  let diagnostics = Dictionary(
    grouping: mutations.flatMap { edit in edit.expected.map { (path: $0.path ?? edit.path, diagnostic: $0) } },
    by: \.path)
  var expected: [String] = []
  let mutated = files.map { file -> SourceFile in
    let edits = (edits[file.path] ?? []).sorted { $0.span.lowerBound < $1.span.lowerBound }
    var bytes: [UInt8] = []
    var copied = 0
    for edit in edits {
      guard copied <= edit.span.lowerBound else {
        let words = String(decoding: edit.replacement, as: UTF8.self)
        expected.append("\(file.path): the change at \(edit.span) to '\(words)' overlaps another one")
        continue
      }
      bytes += file.bytes[copied..<edit.span.lowerBound] + edit.replacement
      copied = edit.span.upperBound
    }
    bytes += file.bytes[copied...]
    let changed = SourceFile(path: file.path, bytes: bytes)
    guard let diagnostics = diagnostics[file.path] else { return changed }
    let lines = LineIndex(changed)
    for (_, diagnostic) in diagnostics {
      let moved = edits.reduce(diagnostic.place) { place, edit in
        edit.span.upperBound <= diagnostic.place && edit.span.lowerBound < diagnostic.place
          ? place + edit.replacement.count - edit.span.count : place
      }
      expected.append("\(file.path):\(lines.position(of: moved).line): \(diagnostic.rule.id)")
    }
    return changed
  }
  return (mutated, expected)
}

/// The entries that only one of the lists has, each as often as it is missing from the other.
private func difference(_ expected: [String], _ found: [String]) -> (missed: [String], surplus: [String]) {
  var counts: [String: Int] = [:]
  for line in expected { counts[line, default: 0] += 1 }
  var surplus: [String] = []
  for line in found {
    if let count = counts[line], count > 0 { counts[line] = count - 1 } else { surplus.append(line) }
  }
  let missed = counts.sorted { $0.key < $1.key }.flatMap { Array(repeating: $0.key, count: $0.value) }
  return (missed, surplus.sorted())
}

// MARK: - Ways to change words

func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }

/// The nine other digits, starting with the next higher one.
func otherDigits(_ digit: Character) -> [Character] {
  let value = digit.wholeNumberValue ?? 0
  return (1...9).compactMap { "\((value + $0) % 10)".first }
}

/// The other letters of the English alphabet, in the same case, starting with the next one.
func otherLetters(_ letter: Character) -> [Character] {
  let alphabet = Array(letter.isUppercase ? "ABCDEFGHIJKLMNOPQRSTUVWXYZ" : "abcdefghijklmnopqrstuvwxyz")
  let at = alphabet.firstIndex(of: letter) ?? 0
  return (1..<alphabet.count).map { alphabet[(at + $0) % alphabet.count] }
}

/// The same letter in the other case.
func otherCase(_ letter: Character) -> Character {
  Character(letter.isUppercase ? letter.lowercased() : letter.uppercased())
}

/// For each character that may be changed: the words with the first replacement for which `isWrong` holds, or nil if
/// there is none.
func changes(
  of words: String, where isChanged: (Character) -> Bool, to others: (Character) -> [Character],
  _ isWrong: (String) -> Bool
) -> [String?] {
  let characters = Array(words)
  return characters.indices.filter { isChanged(characters[$0]) }.map { index in
    others(characters[index]).lazy.map { other in
      var changed = characters
      changed[index] = other
      return String(changed)
    }.first(where: isWrong)
  }
}

/// The runs of digits in a text, without commas between digits.
func digitRuns(_ text: String) -> Set<String> {
  var runs: Set<String> = []
  var run = ""
  let characters = Array(text) + [" "]
  for (index, character) in characters.enumerated() {
    if isDigit(character) {
      run.append(character)
    } else if character == ",", !run.isEmpty, index + 1 < characters.count, isDigit(characters[index + 1]) {
      continue
    } else if !run.isEmpty {
      runs.insert(run)
      run = ""
    }
  }
  return runs
}
