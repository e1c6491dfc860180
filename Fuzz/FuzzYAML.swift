@testable import SiteGen

/// Every value and key of YAML stands in the file, and what stands there verbatim is the value's text.
func fuzzYAML(_ bytes: [UInt8]) {
  let file = SourceFile(path: "card.md", bytes: bytes)
  guard checkText(file).isEmpty else { return }
  check(parseYAML(file, file.textStart..<bytes.count), file)
  let head = FrontMatter.find(in: file)
  guard let front = head.value else { return }
  demand(front.yaml.upperBound <= front.body && front.body <= bytes.count, "the front matter leaves the file")
  check(parseYAML(file, front.yaml), file)
}

private func check(_ parsed: Checked<YAMLValue?>, _ file: SourceFile) {
  for finding in parsed.diagnostics {
    demand(finding.place.span.upperBound <= file.bytes.count, "a finding leaves the file")
  }
  _ = formatted(sortedForPrinting(parsed.diagnostics), as: .text)
  var open = parsed.value.map { [$0] } ?? []
  while let value = open.popLast() {
    demand(value.span.upperBound <= file.bytes.count, "a value leaves the file")
    switch value.kind {
    case .mapping(let pairs):
      for pair in pairs {
        demand(pair.key.span.upperBound <= file.bytes.count, "a key leaves the file")
        open.append(pair.value)
      }
    case .sequence(let values): open += values
    case .scalar(let scalar):
      guard let start = scalar.textStart else { continue }
      let end = start + scalar.text.utf8.count
      demand(start == value.span.lowerBound && end == value.span.upperBound, "a verbatim text is not its span")
      demand(
        end <= file.bytes.count && file.bytes[start..<end].elementsEqual(scalar.text.utf8), "a text stands elsewhere")
    case .null: break
    }
  }
}
