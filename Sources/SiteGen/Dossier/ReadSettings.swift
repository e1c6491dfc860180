/// Reads sitegen.yaml, with default values in place of missing required ones. `rules` are the rules that the file may
/// name.
func readSettings(_ file: SourceFile, rules: [Rule]) -> Checked<Settings?> {
  var written: (longest: Int?, share: Double?) = (nil, nil)
  var checked: Checked<Settings?> = readYAMLFile(file, "sitegen.yaml") { reader in
    let title = reader.text("title", required: true)
    let tagline = reader.text("tagline")
    let language = reader.language("language", required: true)
    let base = reader.url("base_url")
    let address = base.flatMap { asciiSpelling(of: $0.value) }
    if let base, address == nil {
      reader.report(
        .wrongValue, "'\(shortened(base.value))' has a host name that no domain can have", at: base.span,
        remedy: "write the name as your browser shows it, or in ASCII, such as xn--bcher-kva.example")
    }
    if let base, base.value.utf8.last != UInt8(ascii: "/") || base.value.contains(where: { $0 == "?" || $0 == "#" }) {
      reader.report(
        .wrongValue, "'base_url' must end in '/', without '?' and '#'", at: base.span,
        remedy: base.value.contains { $0 == "?" || $0 == "#" } ? nil : "write \(base.value)/")
    }
    let licence = reader.text("licence")
    let publisher = reader.text("publisher")
    let contact = reader.text("contact")
    let limits = reader.mapping("quotations", of: "the quotation limits") { reader in
      (longest: reader.integer("longest", atLeast: 1), share: reader.share("share"))
    }
    written = (limits?.longest?.value, limits?.share?.value)
    let coverage = reader.share("coverage")
    let navigation = reader.texts("navigation")
    let neverPublish = reader.texts("never_publish")
    for name in neverPublish where !hasWords(name.value) {
      reader.report(
        .wrongValue, "'\(shortened(name.value))' under 'never_publish' has no letter or digit", at: name.span,
        remedy: "write a name, a number or an address")
    }
    let theme = reader.mapping("theme", of: "the theme") { readThemeKeys(&$0) }
    let severities = readSeverities(&reader, of: rules)
    let inputLimits = reader.mapping("limits", of: "the limits") { readLimits(&$0) }
    return Settings(
      file: file, title: title?.value ?? "", tagline: tagline?.value, language: language?.value ?? "en",
      languageSpan: language?.span ?? file.textStart..<file.textStart,
      baseURL: address, licence: licence?.value, publisher: publisher?.value, contact: contact?.value,
      longestQuotation: limits?.longest?.value ?? 300, quotedShare: limits?.share?.value ?? 0.45, coverage: coverage,
      navigation: navigation, neverPublish: neverPublish, accent: theme?.accent, logo: theme?.logo,
      limits: inputLimits ?? .standard, severities: severities)
  }
  // Why: the erroneous key may be a limit. If the default replaced it, quotations could be reported that the site
  // allows.
  if checked.diagnostics.hasErrors {
    checked.value?.longestQuotation = written.longest ?? .max
    checked.value?.quotedShare = written.share ?? 1
  }
  return checked
}

private func readLimits(_ reader: inout MappingReader) -> Limits {
  var limits = Limits.standard
  for limit in Limits.all {
    guard let value = reader.integer(limit.key, atLeast: 1) else { continue }
    if value.value > limit.most {
      reader.report(
        .wrongValue, "'\(limit.key)' must be at most \(grouped(limit.most)), not \(grouped(value.value))",
        at: value.span)
    } else {
      limits[keyPath: limit.path] = value.value * limit.unit
    }
  }
  return limits
}

private enum RuleSetting: String, CaseIterable {
  case error, warning, off
}

private func readSeverities(_ reader: inout MappingReader, of rules: [Rule]) -> [Rule: Severity?] {
  var severities: [Rule: Severity?] = [:]
  let adjustable = rules.filter(\.isAdjustable).map(\.id).joined(separator: ", ")
  let settings = RuleSetting.allCases.map(\.rawValue)
  for pair in reader.entries("rules") ?? [] {
    let name = pair.key.value
    guard let rule = rules.first(where: { $0.id == name }) else {
      reader.report(
        .unknownKey, "there is no rule '\(name)'", at: pair.key.span, misspelt: name,
        among: rules.map(\.id), else: "write one of \(adjustable)")
      continue
    }
    guard rule.isAdjustable else {
      reader.report(
        .wrongValue, "'\(name)' guards the evidence and is always an error", at: pair.key.span,
        remedy: "leave it out: only \(adjustable) can be set")
      continue
    }
    let kind = "one of \(settings.joined(separator: ", "))"
    guard let (scalar, span) = reader.scalar(pair.value, named: name, kind, pointingTo: pair.key.span) else { continue }
    switch RuleSetting(rawValue: scalar.text) {
    case .error: severities[rule] = .some(.error)
    case .warning: severities[rule] = .some(.warning)
    case .off: severities[rule] = .some(nil)
    case nil: reader.reportChoice(name, scalar.text, at: span, among: settings)
    }
  }
  return severities
}
