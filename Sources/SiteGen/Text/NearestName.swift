/// The known name nearest to a misspelt name; nil if none is near or two are equally near.
///
/// A name is near if at most a third of the letters (at least one, at most three) are missing, added, changed or
/// swapped with a neighbour (the optimal string alignment distance). Case is ignored. A name over 64 bytes is near no
/// other.
func nearestName(to misspelt: String, among names: some Sequence<String>) -> String? {
  let word = folded(misspelt)
  guard !word.isEmpty, word.count <= 64 else { return nil }
  let limit = min(3, max(1, word.count / 3))
  var best: String?
  var bestDistance = limit + 1
  for name in names where name != best {
    guard name.utf8.count <= 64, abs(name.utf8.count - word.count) <= limit else { continue }
    let distance = editDistance(word, folded(name))
    if distance < bestDistance {
      (best, bestDistance) = (name, distance)
    } else if distance == bestDistance {
      best = nil
    }
  }
  return best
}

/// The remedy "did you mean …?" with the nearest known name; nil if there is none.
func didYouMean(_ misspelt: String, among names: some Sequence<String>) -> String? {
  nearestName(to: misspelt, among: names).map { "did you mean '\($0)'?" }
}

private func folded(_ name: String) -> [UInt8] {
  name.utf8.map(\.lowercased)
}

private func editDistance(_ one: [UInt8], _ other: [UInt8]) -> Int {
  // Why: a common prefix or suffix adds nothing to the distance, and similar names often share one.
  let begin = zip(one, other).prefix { $0 == $1 }.count
  let end = zip(one[begin...].reversed(), other[begin...].reversed()).prefix { $0 == $1 }.count
  let (left, right) = (Array(one[begin..<one.count - end]), Array(other[begin..<other.count - end]))
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for row in left.indices {
    var current = [row + 1]
    current.reserveCapacity(right.count + 1)
    for column in right.indices {
      let change = last[column] + (left[row] == right[column] ? 0 : 1)
      var cost = min(change, last[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        cost = min(cost, beforeLast[column - 1] + 1)
      }
      current.append(cost)
    }
    (beforeLast, last) = (last, current)
  }
  return last[right.count]
}
