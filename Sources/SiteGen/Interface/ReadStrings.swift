extension Rule {
  static let textUntranslated = Rule(
    "text-untranslated", .warning, about: .files,
    "some texts of the interface are not in the site's language",
    reason: """
      Some texts of the interface are missing in the site's language and are shown in the language that `falls_back` \
      names. The warning appears once and gives their number and the first of them. Without `falls_back`, a missing \
      text is an error.
      """,
    example: RuleExample(
      "yaml", in: "Templates/strings.nl.yaml",
      failing: """
        # falls_back: en
        search: Zoeken
        """,
      corrected: """
        # falls_back: en
        search: Zoeken
        search_label: Zoek op deze site
        """))
}

/// Reads strings.<language>.yaml. The file must already have been checked to be text.
///
/// Every text must be present, unless `falls_back` names a language of `embedded`, the files that come with sitegen.
/// Missing texts then come from that language.
///
/// A text may use only the placeholders of the English text, and needs the plural forms of its own language.
func readStrings(
  _ file: SourceFile, in language: String, embedded: [String: SourceFile], _ limits: Limits = .standard
) -> Checked<Strings?> {
  let parsed = parseYAML(file, file.textStart..<file.bytes.count, limits)
  var diagnostics = parsed.diagnostics
  let start = Place(file, file.textStart..<file.textStart)
  guard let value = parsed.value, !value.isNull else {
    guard diagnostics.isEmpty else { return Checked(nil, diagnostics) }
    let remedy = "copy strings.en.yaml, which comes with sitegen, and translate it"
    return Checked(nil, [Diagnostic(.wrongValue, "the file is empty", at: start, remedy: remedy)])
  }
  guard let pairs = value.pairs else {
    let notPairs = Diagnostic(
      .wrongValue, "the file must be a mapping of keys to texts, not \(value.description)", at: Place(file, value.span))
    return Checked(nil, diagnostics + [notPairs])
  }
  var strings = readForms(pairs.filter { $0.key.value != fallsBack }, in: language, file, TextModel(embedded))
  let missing = StringKey.allCases.map(\.name).filter { name in !pairs.contains { $0.key.value == name } }
  if let pair = pairs.first(where: { $0.key.value == fallsBack }) {
    let filled = fill(strings.value, missing, in: language, from: pair.value, file, embedded)
    strings = Checked(filled.value, strings.diagnostics + filled.diagnostics)
  } else if !missing.isEmpty {
    strings.diagnostics.append(missingTexts(missing, at: start))
  }
  diagnostics += strings.diagnostics
  return Checked(strings.value, diagnostics)
}

/// The key that names the language of missing texts.
private let fallsBack = "falls_back"

private func readForms(
  _ pairs: [YAMLValue.Pair], in language: String, _ file: SourceFile, _ model: TextModel
) -> Checked<Strings> {
  var forms: [StringKey: Strings.Form] = [:]
  var diagnostics: [Diagnostic] = []
  for pair in pairs {
    guard let key = StringKey(name: pair.key.value) else {
      diagnostics.append(
        Diagnostic(
          .unknownKey, "unknown key '\(pair.key.value)'", at: Place(file, pair.key.span),
          remedy: didYouMean(pair.key.value, among: StringKey.allCases.map(\.name))))
      continue
    }
    forms[key] = form(of: pair.value, in: language)
    if forms[key] == nil {
      diagnostics.append(
        Diagnostic(
          .wrongValue, "'\(key.name)' must be a text, a list of texts, or a text for each plural form",
          at: Place(file, pair.value.span)))
    } else {
      diagnostics += checkPlaceholders(of: key, pair.value, in: file, allowed: model.placeholders[key] ?? [])
      diagnostics += checkPlural(of: key, pair.value, in: file, language, counts: model.counting.contains(key))
    }
  }
  return Checked(Strings(forms), diagnostics)
}

/// The texts, with missing ones from another language.
private func fill(
  _ strings: Strings, _ missing: [String], in language: String, from value: YAMLValue, _ file: SourceFile,
  _ embedded: [String: SourceFile]
) -> Checked<Strings> {
  let other = value.scalar?.text ?? ""
  let place = Place(file, value.span)
  guard let fallback = embedded["strings.\(other).yaml"] else {
    let languages = embedded.keys.filter { $0.hasPrefix("strings.") && $0.hasSuffix(".yaml") }
      .map { $0.dropFirst("strings.".count).dropLast(".yaml".count) }.sorted()
    let unknown = Diagnostic(
      .wrongValue, "'\(fallsBack)' must name a language that comes with sitegen", at: place,
      remedy: "write one of: \(languages.joined(separator: ", "))")
    return Checked(strings, [unknown])
  }
  let words = readStrings(fallback, in: other, embedded: embedded).value
  let filled = words.map(strings.fallingBack(on:)) ?? strings
  if missing.isEmpty || other == language.prefix(while: { $0 != "-" }) { return Checked(filled) }
  let count = "\(missing.count) of \(StringKey.allCases.count)"
  let untranslated = Diagnostic(
    .textUntranslated, "\(count) texts of the interface are shown in '\(other)': \(firstOf(missing))", at: place,
    remedy: "translate them, each under its key")
  return Checked(filled, [untranslated])
}

/// Nil if the value is not a text, a list of texts or a mapping of plural forms.
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

/// One diagnostic for all missing texts; it names the first three.
private func missingTexts(_ names: [String], at place: Place) -> Diagnostic {
  names.count == 1
    ? Diagnostic(
      .wrongValue, "the text \(firstOf(names)) is missing", at: place, remedy: "add '\(names[0]):' with its text")
    : Diagnostic(
      .wrongValue, "the texts \(firstOf(names)) are missing", at: place, remedy: "add each key with its text")
}

/// The first three of some names, and the number of the others.
private func firstOf(_ names: [String]) -> String {
  var parts = names.prefix(3).map { "'\($0)'" }
  if names.count > parts.count { parts.append("\(names.count - parts.count) more") }
  guard let last = parts.popLast() else { return "" }
  return parts.isEmpty ? last : parts.joined(separator: ", ") + " and " + last
}

/// Finds the plural forms that a text lacks in its language, and those that the language does not have.
///
/// `zero` is always allowed, because words may read better than 0.
private func checkPlural(
  of key: StringKey, _ value: YAMLValue, in file: SourceFile, _ language: String, counts: Bool
) -> [Diagnostic] {
  let needed = PluralRules(language: language).categories.map(\.rawValue)
  guard counts else {
    guard value.pairs != nil else { return [] }
    let needless = Diagnostic(
      .wrongValue, "'\(key.name)' has no count, so it has no plural forms", at: Place(file, value.span),
      remedy: "write one text")
    return [needless]
  }
  let pairs = value.pairs ?? []
  // Why: in a language with one form, a plain text is that form.
  if pairs.isEmpty, needed == [PluralRules.Category.other.rawValue], value.scalar != nil { return [] }
  var diagnostics: [Diagnostic] = []
  let missing = needed.filter { name in !pairs.contains { $0.key.value == name } }
  if !missing.isEmpty {
    diagnostics.append(
      Diagnostic(
        .wrongValue, "'\(key.name)' has no plural form \(firstOf(missing))", at: Place(file, value.span),
        remedy: "write the forms of '\(language)': \(needed.joined(separator: ", "))"))
  }
  for pair in pairs where pair.key.value != "zero" && !needed.contains(pair.key.value) {
    diagnostics.append(
      Diagnostic(
        .unknownKey, "'\(language)' has no plural form '\(pair.key.value)'", at: Place(file, pair.key.span),
        remedy: "leave it out; the forms are: \(needed.joined(separator: ", "))"))
  }
  return diagnostics
}

/// The placeholders and plural forms of the English texts, with which a translation is compared.
private struct TextModel {
  /// The placeholders of each text, in all its forms; those of a text with a count include `count`.
  var placeholders: [StringKey: [String]] = [:]
  /// The texts that have plural forms.
  var counting: Set<StringKey> = []

  init(_ embedded: [String: SourceFile]) {
    guard let file = embedded["strings.en.yaml"] else { return }
    for pair in parseYAML(file, file.textStart..<file.bytes.count).value?.pairs ?? [] {
      guard let key = StringKey(name: pair.key.value) else { continue }
      var names = pair.value.pairs == nil ? [] : ["count"]
      if pair.value.pairs != nil { counting.insert(key) }
      for text in texts(of: pair.value).compactMap(\.scalar?.text) {
        for placeholder in Strings.placeholders(in: text) where !names.contains(placeholder.name) {
          names.append(placeholder.name)
        }
      }
      placeholders[key] = names
    }
  }
}

/// Finds unknown placeholders, each once per key, and braces that are not closed.
private func checkPlaceholders(
  of key: StringKey, _ value: YAMLValue, in file: SourceFile, allowed: [String]
) -> [Diagnostic] {
  var reported: Set<String> = []
  var diagnostics: [Diagnostic] = []
  for value in texts(of: value) {
    guard let scalar = value.scalar else { continue }
    let placeholders = Strings.placeholders(in: scalar.text)
    if scalar.text.utf8.count(where: { $0 == UInt8(ascii: "{") }) > placeholders.count {
      diagnostics.append(
        Diagnostic(
          .wrongValue, "unclosed '{' in '\(key.name)'", at: Place(file, value.span), remedy: "close it with '}'"))
    }
    for placeholder in placeholders where !allowed.contains(placeholder.name) {
      guard reported.insert(placeholder.name).inserted else { continue }
      let (start, span) = (scalar.textStart, placeholder.span)
      let list = allowed.map { "{\($0)}" }.joined(separator: ", ")
      diagnostics.append(
        Diagnostic(
          .wrongValue, "unknown placeholder '{\(placeholder.name)}' in '\(key.name)'",
          at: Place(file, start.map { $0 + span.lowerBound..<$0 + span.upperBound } ?? value.span),
          remedy: didYouMean(placeholder.name, among: allowed)
            ?? (allowed.isEmpty ? "leave it out; this text has no placeholders" : "write one of: \(list)")))
    }
  }
  return diagnostics
}

/// The texts of a value: its own, those of its elements, or those of its plural forms.
private func texts(of value: YAMLValue) -> [YAMLValue] {
  value.pairs?.map(\.value) ?? value.elements ?? [value]
}
