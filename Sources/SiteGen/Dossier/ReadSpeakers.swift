/// Reads Content/speakers.yaml. The speakers keep the order of the file.
func readSpeakers(_ file: SourceFile, _ limits: Limits = .standard) -> Checked<[Speaker]?> {
  readYAMLFile(file, "speakers.yaml", limits) { reader in
    let pairs = reader.allPairs()
    reader.takeDuplicatesAsIdentifiers(of: pairs, named: "speakers")
    return pairs.map { readSpeaker($0, &reader) }
  }
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
  // Why: the id of an unreadable speaker is still known, and references to it are correct.
  return speaker ?? Speaker(id: id.value, name: id.value, kind: .unattributed, also: [], voiceOf: nil, span: id.span)
}

extension MappingReader {
  /// Reports a name that is not a valid identifier.
  mutating func checkIdentifier(_ id: Located<String>, of what: String) {
    guard !isIdentifier(id.value) else { return }
    report(
      .wrongValue, "the id of \(what) must be an identifier, not '\(shortened(id.value))'", at: id.span,
      remedy: "write \(identifierRule)")
  }
}
