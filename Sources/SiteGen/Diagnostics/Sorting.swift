/// The diagnostics without duplicates, sorted by file, place, rule and message.
func sortedForPrinting(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
  let sorted = diagnostics.enumerated().sorted { left, right in
    let (a, b) = (left.element, right.element)
    if a.place.file.path != b.place.file.path { return utf8Precedes(a.place.file.path, b.place.file.path) }
    let first = (a.place.span.lowerBound, a.rule.id, a.message, left.offset)
    return first < (b.place.span.lowerBound, b.rule.id, b.message, right.offset)
  }
  var result: [Diagnostic] = []
  for (_, diagnostic) in sorted {
    if let last = result.last, last.isDuplicate(of: diagnostic) { continue }
    result.append(diagnostic)
  }
  return result
}

extension Diagnostic {
  fileprivate func isDuplicate(of other: Diagnostic) -> Bool {
    rule == other.rule && place.span.lowerBound == other.place.span.lowerBound && message == other.message
      && place.file.path == other.place.file.path
  }
}
