/// Reads strings.<language>.yaml, which must have been checked to be text: every key must be there, and no other.
///
/// A text may have the holes that the same text has in `model`, the English one that came with sitegen.
func readStrings(_ file: SourceFile, model: SourceFile) -> Checked<Strings?> {
  let parsed = parseYAML(file, file.textStart..<file.bytes.count)
  let start = Place(file, file.textStart..<file.textStart)
  var diagnostics = parsed.diagnostics
  guard let value = parsed.value, !value.isNull else {
    guard diagnostics.isEmpty else { return Checked(nil, diagnostics) }
    let remedy = "copy \(model.name) that came with sitegen, and translate it"
    return Checked(nil, [Diagnostic(.wrongValue, "the file has no words of the interface", at: start, remedy: remedy)])
  }
  guard let pairs = value.pairs else {
    let finding = Diagnostic(
      .wrongValue, "the words of the interface must be keys with texts, not \(value.description)",
      at: Place(file, value.span))
    return Checked(nil, diagnostics + [finding])
  }
  let holes = holes(in: model)
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
      diagnostics += checkHoles(of: key, pair.value, in: file, allowed: holes[key] ?? [])
    } else {
      diagnostics.append(
        Diagnostic(
          .wrongValue, "'\(key.rawValue)' must be a text, a list of texts, or texts by plural category",
          at: Place(file, pair.value.span)))
    }
  }
  let written = Set(pairs.map(\.key.value))
  let missing = StringKey.allCases.map(\.rawValue).filter { !written.contains($0) }
  if let finding = missingTexts(missing, at: start) { diagnostics.append(finding) }
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

/// One finding for all missing texts, which names the first few.
private func missingTexts(_ keys: [String], at place: Place) -> Diagnostic? {
  guard let first = keys.first else { return nil }
  guard keys.count > 1 else {
    return Diagnostic(
      .wrongValue, "the text '\(first)' is missing", at: place, remedy: "add '\(first):' with its words")
  }
  var parts = keys.prefix(3).map { "'\($0)'" }
  if keys.count > parts.count { parts.append("\(keys.count - parts.count) more") }
  let last = parts.removeLast()
  return Diagnostic(
    .wrongValue, "the texts \(parts.joined(separator: ", ")) and \(last) are missing", at: place,
    remedy: "add each with its words")
}

// MARK: - Holes

/// The names in braces that each text has in a file, with those of all its forms; one that counts also has `count`.
private func holes(in file: SourceFile) -> [StringKey: [String]] {
  let value = parseYAML(file, file.textStart..<file.bytes.count).value
  var holes: [StringKey: [String]] = [:]
  for pair in value?.pairs ?? [] {
    guard let key = StringKey(rawValue: pair.key.value) else { continue }
    var names = pair.value.pairs == nil ? [] : ["count"]
    for text in values(of: pair.value).compactMap(\.scalar?.text) {
      for hole in Strings.holes(in: text) where !names.contains(hole.name) { names.append(hole.name) }
    }
    holes[key] = names
  }
  return holes
}

/// A finding for each hole that nothing fills, once for a text, and for braces that are not closed.
private func checkHoles(
  of key: StringKey, _ value: YAMLValue, in file: SourceFile, allowed: [String]
) -> [Diagnostic] {
  var reported: Set<String> = []
  var diagnostics: [Diagnostic] = []
  for value in values(of: value) {
    guard let scalar = value.scalar else { continue }
    let holes = Strings.holes(in: scalar.text)
    if scalar.text.utf8.count(where: { $0 == UInt8(ascii: "{") }) > holes.count {
      diagnostics.append(
        Diagnostic(
          .wrongValue, "a '{' in the text '\(key.rawValue)' is not closed", at: Place(file, value.span),
          remedy: "close it with '}'"))
    }
    for hole in holes where !allowed.contains(hole.name) {
      guard reported.insert(hole.name).inserted else { continue }
      let place = scalar.textStart.map { $0 + hole.span.lowerBound..<$0 + hole.span.upperBound } ?? value.span
      let list = allowed.map { "{\($0)}" }.joined(separator: ", ")
      diagnostics.append(
        Diagnostic(
          .wrongValue, "nothing fills '{\(hole.name)}' in the text '\(key.rawValue)'", at: Place(file, place),
          remedy: didYouMean(hole.name, among: allowed)
            ?? (allowed.isEmpty ? "leave it out: this text has no holes" : "use what there is: \(list)")))
    }
  }
  return diagnostics
}

/// The texts of a value: its own, those of its elements, or those of its plural categories.
private func values(of value: YAMLValue) -> [YAMLValue] {
  value.pairs?.map(\.value) ?? value.elements ?? [value]
}
