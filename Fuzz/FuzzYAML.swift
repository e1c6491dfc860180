@testable import SiteGen

/// Every key and value of YAML has a span within the file; a verbatim value has exactly the bytes of its span. What is read
/// without libyaml equals what libyaml reads.
func fuzzYAML(_ bytes: [UInt8]) {
  let file = SourceFile(path: "card.md", bytes: bytes)
  guard checkText(file).isEmpty else { return }
  check(parseYAML(file, file.textStart..<bytes.count), file)
  let head = FrontMatter.find(in: file)
  guard let front = head.value else { return }
  demand(front.yaml.upperBound <= front.body && front.body <= bytes.count, "the front matter is outside the file")
  check(parseYAML(file, front.yaml), file)
  guard let plain = plainMapping(in: file, front.yaml) else { return }
  let expected = parseAnyYAML(file, front.yaml)
  demand(
    expected.diagnostics.isEmpty && String(describing: Optional(plain)) == String(describing: expected.value),
    "plain front matter differs from libyaml")
}

private func check(_ parsed: Checked<YAMLValue?>, _ file: SourceFile) {
  for diagnostic in parsed.diagnostics {
    demand(diagnostic.place.span.upperBound <= file.bytes.count, "a diagnostic is outside the file")
  }
  _ = formatted(sortedForPrinting(parsed.diagnostics), as: .text)
  var open = parsed.value.map { [$0] } ?? []
  while let value = open.popLast() {
    demand(value.span.upperBound <= file.bytes.count, "a value is outside the file")
    switch value.kind {
    case .mapping(let pairs):
      for pair in pairs {
        demand(pair.key.span.upperBound <= file.bytes.count, "a key is outside the file")
        open.append(pair.value)
      }
    case .sequence(let values): open += values
    case .scalar(let scalar):
      guard let start = scalar.textStart else { continue }
      let end = start + scalar.text.utf8.count
      demand(start == value.span.lowerBound && end == value.span.upperBound, "a verbatim text is not its span")
      demand(
        end <= file.bytes.count && file.bytes[start..<end].elementsEqual(scalar.text.utf8),
        "a text differs from its span")
    case .null: break
    }
  }
}
