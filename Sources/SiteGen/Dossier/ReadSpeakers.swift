/// Reads Content/speakers.yaml; the speakers come in the order of the file.
func readSpeakers(_ file: SourceFile) -> Checked<[Speaker]?> {
  let unreadable = checkText(file)
  guard unreadable.isEmpty else { return Checked(nil, unreadable) }
  let start = file.textStart
  let yaml = parseYAML(file, start..<file.bytes.count)
  guard let value = yaml.value, !value.isNull else {
    return Checked(yaml.diagnostics.isEmpty ? [] : nil, yaml.diagnostics)
  }
  var reader = MappingReader(value, of: "speakers.yaml", in: file, at: start)
  guard let pairs = value.pairs else { return Checked(nil, yaml.diagnostics + reader.diagnostics) }
  reader.add(yaml.diagnostics)
  reader.takeDuplicatesAsIdentifiers(of: pairs, named: "speakers")
  let speakers = pairs.map { readSpeaker($0, &reader) }
  return Checked(speakers, reader.diagnostics)
}

private func readSpeaker(_ pair: YAMLValue.Pair, _ reader: inout MappingReader) -> Speaker {
  let id = pair.key
  reader.checkIdentifier(id, of: "a speaker")
  if id.value == Speaker.report {
    reader.report(
      .wrongValue, "'\(Speaker.report)' is reserved for a document's own words", at: id.span,
      remedy: "give the speaker another id")
  }
  let speaker = reader.nested(pair.value, of: "the speaker '\(id.value)'", at: id.span.lowerBound) { reader in
    let name = reader.text("name", required: true)
    let kind: Located<Speaker.Kind>? = reader.choice("kind", required: true)
    let also = reader.texts("also")
    let voiceOf = reader.text("voice_of")
    return Speaker(
      id: id.value, name: name?.value ?? id.value, kind: kind?.value ?? .unattributed, also: also.map(\.value),
      voiceOf: voiceOf, span: id.span)
  }
  // Why: of one that cannot be read the name is known all the same, and whoever names it is right.
  return speaker ?? Speaker(id: id.value, name: id.value, kind: .unattributed, also: [], voiceOf: nil, span: id.span)
}

extension MappingReader {
  /// Reports a name that is to be an identifier and is none.
  mutating func checkIdentifier(_ id: Located<String>, of what: String) {
    guard !isIdentifier(id.value) else { return }
    report(
      .wrongValue, "'\(shortened(id.value))' must be an identifier, to be the id of \(what)", at: id.span,
      remedy: "write \(identifierRule)")
  }
}
