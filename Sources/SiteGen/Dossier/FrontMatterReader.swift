/// Reads the front matter of a note or card as a mapping; nil if it is missing or unreadable.
///
/// `read` also receives the identifier from the file's name and the offset at which the body starts.
func readFrontMatter<Value>(
  of file: SourceFile, _ what: String, _ limits: Limits = .standard,
  _ read: (inout MappingReader, _ id: String, _ body: Int) -> Value?
) -> Checked<Value?> {
  let unreadable = checkText(file)
  guard unreadable.isEmpty else { return Checked(nil, unreadable) }
  let found = FrontMatter.find(in: file)
  guard let frontMatter = found.value else { return Checked(nil, found.diagnostics) }
  let id = String(file.name.dropLast(".md".count))
  var checked = readMapping(in: file, frontMatter.yaml, what, limits) { read(&$0, id, frontMatter.body) }
  checked.diagnostics += invisibleCharacters(in: file, limits)
  if !isIdentifier(id) {
    checked.diagnostics.append(
      Diagnostic(
        .wrongValue, "the name of \(what), '\(file.name)', must be an identifier followed by '.md'",
        at: Place(file, 0..<0),
        remedy: "rename the file: an identifier is \(identifierRule)"))
  }
  return checked
}

/// Reads a YAML file as a mapping; nil if it cannot be read as one.
func readYAMLFile<Value>(
  _ file: SourceFile, _ what: String, _ limits: Limits = .standard, _ read: (inout MappingReader) -> Value?
) -> Checked<Value?> {
  let unreadable = checkText(file)
  guard unreadable.isEmpty else { return Checked(nil, unreadable) }
  let checked = readMapping(in: file, file.textStart..<file.bytes.count, what, limits, read)
  return Checked(checked.value, checked.diagnostics + invisibleCharacters(in: file, limits))
}

private func readMapping<Value>(
  in file: SourceFile, _ range: Range<Int>, _ what: String, _ limits: Limits,
  _ read: (inout MappingReader) -> Value?
) -> Checked<Value?> {
  let yaml = parseYAML(file, range, limits)
  if yaml.value == nil, !yaml.diagnostics.isEmpty { return Checked(nil, yaml.diagnostics) }
  var reader = MappingReader(yaml.value, of: what, in: file, at: range.lowerBound, limit: limits.diagnostics)
  reader.add(yaml.diagnostics)
  if let value = yaml.value, value.pairs == nil, !value.isNull { return Checked(nil, reader.diagnostics) }
  let value = read(&reader)
  return Checked(value, reader.finish())
}
