/// Reads strings.<language>.yaml, which must have been checked to be text: every key must be there, and no other, unless
/// `falls_back` names a language of `embedded`, the files that came with sitegen, from which missing texts are taken.
///
/// A text may have the holes that the same text has in English, and has the plural forms of the language.
func readStrings(_ file: SourceFile, in language: String, embedded: [String: SourceFile]) -> Checked<Strings?> {
  let model = TextModel(embedded["strings.en.yaml"])
  let parsed = parseYAML(file, file.textStart..<file.bytes.count)
  let start = Place(file, file.textStart..<file.textStart)
  var diagnostics = parsed.diagnostics
  guard let value = parsed.value, !value.isNull else {
    guard diagnostics.isEmpty else { return Checked(nil, diagnostics) }
    let remedy = "copy strings.en.yaml that came with sitegen, and translate it"
    return Checked(nil, [Diagnostic(.wrongValue, "the file has no words of the interface", at: start, remedy: remedy)])
  }
  guard let pairs = value.pairs else {
    let finding = Diagnostic(
      .wrongValue, "the words of the interface must be keys with texts, not \(value.description)",
      at: Place(file, value.span))
    return Checked(nil, diagnostics + [finding])
  }
  var forms: [StringKey: Strings.Form] = [:]
  for pair in pairs where pair.key.value != fallsBack {
    guard let key = StringKey(rawValue: pair.key.value) else {
      diagnostics.append(
        Diagnostic(
          .unknownKey, "the interface has no text '\(pair.key.value)'", at: Place(file, pair.key.span),
          remedy: didYouMean(pair.key.value, among: StringKey.allCases.map(\.rawValue))))
      continue
    }
    if let form = form(of: pair.value, in: language) {
      forms[key] = form
      diagnostics += checkHoles(of: key, pair.value, in: file, allowed: model.holes[key] ?? [])
      diagnostics += checkPlural(of: key, pair.value, in: file, language, counts: model.counting.contains(key))
    } else {
      diagnostics.append(
        Diagnostic(
          .wrongValue, "'\(key.rawValue)' must be a text, a list of texts, or texts by plural category",
          at: Place(file, pair.value.span)))
    }
  }
  let strings = Strings(forms)
  let written = Set(pairs.map(\.key.value))
  let missing = StringKey.allCases.map(\.rawValue).filter { !written.contains($0) }
  guard let pair = pairs.first(where: { $0.key.value == fallsBack }) else {
    if let finding = missingTexts(missing, at: start) { diagnostics.append(finding) }
    return Checked(strings, diagnostics)
  }
  let other = pair.value.scalar?.text ?? ""
  guard let fallback = embedded["strings.\(other).yaml"] else {
    let finding = Diagnostic(
      .wrongValue, "'\(fallsBack)' must be a language of which sitegen has the words of the interface",
      at: Place(file, pair.value.span), remedy: "write one of: \(languages(of: embedded).joined(separator: ", "))")
    return Checked(strings, diagnostics + [finding])
  }
  if !missing.isEmpty, other != language.prefix(while: { $0 != "-" }) {
    diagnostics.append(
      Diagnostic(
        .textUntranslated,
        "\(missing.count) of \(StringKey.allCases.count) texts of the interface are shown in '\(other)': \(firstOf(missing))",
        at: Place(file, pair.value.span), remedy: "translate them, each under its key"))
  }
  let words = readStrings(fallback, in: other, embedded: embedded).value
  return Checked(words.map(strings.fallingBack(on:)) ?? strings, diagnostics)
}

/// The key that says from which language missing texts are taken.
private let fallsBack = "falls_back"

/// The languages of which there are words, sorted.
private func languages(of files: [String: SourceFile]) -> [String] {
  files.keys.filter { $0.hasPrefix("strings.") && $0.hasSuffix(".yaml") }
    .map { String($0.dropFirst("strings.".utf8.count).dropLast(".yaml".utf8.count)) }
    .sorted(by: utf8Precedes)
}

private func form(of value: YAMLValue, in language: String) -> Strings.Form? {
  switch value.kind {
  case .scalar(let scalar): return .text(scalar.text)
  case .null: return nil
  case .sequence(let elements):
    let texts = elements.compactMap(\.scalar?.text)
    return texts.count == elements.count ? .list(texts) : nil
  case .mapping(let pairs):
    var forms: [PluralRules.Category: String] = [:]
    for pair in pairs {
      guard let category = PluralRules.Category(rawValue: pair.key.value), let text = pair.value.scalar?.text else {
        return nil
      }
      forms[category] = text
    }
    return .plural(Strings.Plural(forms, language: language))
  }
}

/// One finding for all missing texts, which names the first few.
private func missingTexts(_ keys: [String], at place: Place) -> Diagnostic? {
  guard let first = keys.first else { return nil }
  guard keys.count > 1 else {
    return Diagnostic(
      .wrongValue, "the text '\(first)' is missing", at: place, remedy: "add '\(first):' with its words")
  }
  return Diagnostic(
    .wrongValue, "the texts \(firstOf(keys)) are missing", at: place, remedy: "add each with its words")
}

/// The first three of some keys, and how many more there are.
private func firstOf(_ keys: [String]) -> String {
  var parts = keys.prefix(3).map { "'\($0)'" }
  if keys.count > parts.count { parts.append("\(keys.count - parts.count) more") }
  guard let last = parts.popLast(), !parts.isEmpty else { return keys.first.map { "'\($0)'" } ?? "" }
  return parts.joined(separator: ", ") + " and " + last
}

// MARK: - Plural forms

/// A finding for the forms that a text lacks in its language, and for each that the language does not have; `zero` is
/// always allowed, as none may read better than 0.
private func checkPlural(
  of key: StringKey, _ value: YAMLValue, in file: SourceFile, _ language: String, counts: Bool
) -> [Diagnostic] {
  let needed = PluralRules(language: language).categories
  let names = needed.map(\.rawValue).joined(separator: ", ")
  guard counts else {
    guard value.pairs != nil else { return [] }
    let finding = Diagnostic(
      .wrongValue, "'\(key.rawValue)' counts nothing, and has no plural forms", at: Place(file, value.span),
      remedy: "write one text")
    return [finding]
  }
  let pairs = value.pairs ?? []
  // Why: of a language with one form a text is that form.
  if pairs.isEmpty, needed == [.other], value.scalar != nil { return [] }
  var diagnostics: [Diagnostic] = []
  let missing = needed.map(\.rawValue).filter { name in !pairs.contains { $0.key.value == name } }
  if !missing.isEmpty {
    diagnostics.append(
      Diagnostic(
        .wrongValue, "the text '\(key.rawValue)' counts, and has no form \(firstOf(missing))",
        at: Place(file, value.span), remedy: "write the forms of '\(language)': \(names)"))
  }
  for pair in pairs where pair.key.value != "zero" && !needed.contains(where: { $0.rawValue == pair.key.value }) {
    diagnostics.append(
      Diagnostic(
        .unknownKey, "no whole number has the form '\(pair.key.value)' in '\(language)'",
        at: Place(file, pair.key.span), remedy: "leave it out: the forms are \(names)"))
  }
  return diagnostics
}

// MARK: - Holes

/// What a translation is held against.
private struct TextModel {
  /// The names in braces that each text has, with those of all its forms; one that counts also has `count`.
  var holes: [StringKey: [String]] = [:]
  /// The texts that have plural forms.
  var counting: Set<StringKey> = []

  init(_ file: SourceFile?) {
    guard let file else { return }
    for pair in parseYAML(file, file.textStart..<file.bytes.count).value?.pairs ?? [] {
      guard let key = StringKey(rawValue: pair.key.value) else { continue }
      var names = pair.value.pairs == nil ? [] : ["count"]
      if pair.value.pairs != nil { counting.insert(key) }
      for text in values(of: pair.value).compactMap(\.scalar?.text) {
        for hole in Strings.holes(in: text) where !names.contains(hole.name) { names.append(hole.name) }
      }
      holes[key] = names
    }
  }
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
