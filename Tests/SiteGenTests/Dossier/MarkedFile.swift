@testable import SiteGen

/// A file whose text marks the places of expected diagnostics with «…», in order.
struct MarkedFile {
  let file: SourceFile
  let spans: [Range<Int>]

  init(_ path: String, _ marked: String) {
    var bytes: [UInt8] = []
    var starts: [Int] = []
    var spans: [Range<Int>] = []
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "«": starts.append(bytes.count)
      case "»": if let start = starts.popLast() { spans.append(start..<bytes.count) }
      default: bytes += Array(String(scalar).utf8)
      }
    }
    file = SourceFile(path: path, bytes: bytes)
    self.spans = spans.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// The expected and the actual diagnostics, as comparable lines.
  func compared(_ rules: [Rule], _ found: [Diagnostic]) -> (expected: [String], found: [String]) {
    let found = found.sorted {
      ($0.place.span.lowerBound, $0.rule.id) < ($1.place.span.lowerBound, $1.rule.id)
    }
    return (
      zip(rules, spans).map { "\($0.id) '\(file.text($1))' at \($1.lowerBound)" },
      found.map { "\($0.rule.id) '\(file.text($0.place.span))' at \($0.place.span.lowerBound)" }
    )
  }
}
