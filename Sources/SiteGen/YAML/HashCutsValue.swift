extension Rule {
  static let hashCutsValue = Rule(
    "hash-cuts-value", .warning, about: .files, "an unquoted value is cut at a '#'",
    reason: """
      In `title: Order #5 restored`, YAML reads `#5 restored` as a comment, and the title is only “Order”. A value in \
      which a `#` follows a space needs quotation marks. A `#` with a space after it, as in `lang: de # translated`, \
      is taken for an intended comment and is not reported. A value that starts with `#` is not reported either: it is \
      empty, which is a separate error if the key needs a value.
      """,
    example: .card(failing: "title: Order #5 restored", corrected: #"title: "Order #5 restored""#))
}

/// Checks all unquoted scalars in a value. `isInFlow`: whether the value is inside brackets or braces.
func hashCutsValue(in value: YAMLValue, of file: SourceFile, isInFlow: Bool = false) -> [Diagnostic] {
  switch value.kind {
  case .scalar(let scalar) where scalar.style == .plain:
    return check(scalar.text, value.span, file, isInFlow: isInFlow)
  case .scalar, .null: return []
  case .sequence(let elements):
    let isInFlow = isInFlow || file.bytes[value.span].first == UInt8(ascii: "[")
    return elements.flatMap { hashCutsValue(in: $0, of: file, isInFlow: isInFlow) }
  case .mapping(let pairs):
    let isInFlow = isInFlow || file.bytes[value.span].first == UInt8(ascii: "{")
    return pairs.flatMap { hashCutsValue(in: $0.value, of: file, isInFlow: isInFlow) }
  }
}

private func check(_ text: String, _ span: Range<Int>, _ file: SourceFile, isInFlow: Bool) -> [Diagnostic] {
  // Why first: the line may be long and contain many values.
  guard file.bytes[span.upperBound...].first?.isSpaceOrTab == true,
    file.bytes[span.upperBound...].first(where: { !$0.isSpaceOrTab }) == hash
  else { return [] }
  let rest = file.bytes[span.upperBound...].prefix { $0 != 0x0A && $0 != 0x0D }
  let words = rest.split(whereSeparator: \.isSpaceOrTab)
  guard let first = words.first, first.first == hash, first.count > 1 else { return [] }
  // Why: a comment with a space after its '#' may follow the text that was cut off.
  let last = words.prefix { !$0.elementsEqual([hash]) }.last ?? first
  let cut = first.startIndex..<last.endIndex
  let whole = Fix(
    scalarAt: Place(file, span.lowerBound..<cut.upperBound), text + file.text(span.upperBound..<cut.upperBound))
  // Why: a bracket, brace or comma may be part of the value or end it.
  let isUnclear = isInFlow && file.bytes[cut].contains { ",[]{}".utf8.contains($0) }
  let remedy = isUnclear ? "put quotation marks around the whole value" : "write \(whole.replacement)"
  return [
    Diagnostic(
      .hashCutsValue, "'\(shortened(file.text(cut)))' is read as a comment, and the value as '\(shortened(text))'",
      at: Place(file, cut), remedy: remedy + "; if it is a comment, put a space after '#'",
      fix: isUnclear ? nil : whole)
  ]
}

private let hash = UInt8(ascii: "#")
