/// Reads strings.<language>.yaml, which must have been checked to be text: every key must be there, and no other.
func readStrings(_ file: SourceFile) -> Checked<Strings?> {
  let parsed = parseYAML(file, file.textStart..<file.bytes.count)
  guard let value = parsed.value else { return Checked(nil, parsed.diagnostics) }
  var diagnostics = parsed.diagnostics
  guard let pairs = value.pairs else {
    let finding = Diagnostic(
      .wrongValue, "the words of the interface must be keys with texts, not \(value.description)",
      at: Place(file, value.span))
    return Checked(nil, diagnostics + [finding])
  }
  var forms: [StringKey: Strings.Form] = [:]
  for pair in pairs {
    guard let key = StringKey(rawValue: pair.key.value) else {
      diagnostics.append(
        Diagnostic(
          .unknownKey, "the interface has no text '\(pair.key.value)'", at: Place(file, pair.key.span),
          remedy: didYouMean(pair.key.value, among: StringKey.allCases.map(\.rawValue))))
      continue
    }
    if let form = form(of: pair.value) {
      forms[key] = form
    } else {
      diagnostics.append(
        Diagnostic(
          .wrongValue, "'\(key.rawValue)' must be a text, a list of texts, or texts by plural category",
          at: Place(file, pair.value.span)))
    }
  }
  for key in StringKey.allCases where forms[key] == nil && !pairs.contains(where: { $0.key.value == key.rawValue }) {
    diagnostics.append(
      Diagnostic(
        .wrongValue, "the text '\(key.rawValue)' is missing", at: Place(file, file.textStart..<file.textStart),
        remedy: "add '\(key.rawValue):' with its words"))
  }
  return Checked(Strings(forms), diagnostics)
}

private func form(of value: YAMLValue) -> Strings.Form? {
  switch value.kind {
  case .scalar(let scalar): return .text(scalar.text)
  case .null: return nil
  case .sequence(let elements):
    let texts = elements.compactMap(\.scalar?.text)
    return texts.count == elements.count ? .list(texts) : nil
  case .mapping(let pairs):
    var forms: [String: String] = [:]
    for pair in pairs {
      guard ["zero", "one", "two", "few", "many", "other"].contains(pair.key.value), let text = pair.value.scalar?.text
      else { return nil }
      forms[pair.key.value] = text
    }
    return forms["other"] == nil ? nil : .plural(forms)
  }
}
