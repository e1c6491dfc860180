/// Reads the front matter of a Markdown file as a mapping; nil where there is none that can be read.
func readFrontMatter<Value>(
  of file: SourceFile, _ what: String, _ read: (inout MappingReader, _ body: Int) -> Value?
) -> Checked<Value?> {
  let unreadable = checkText(file)
  guard unreadable.isEmpty else { return Checked(nil, unreadable) }
  let head = FrontMatter.find(in: file)
  guard let frontMatter = head.value else { return Checked(nil, head.diagnostics) }
  return readMapping(in: file, frontMatter.yaml, what) { read(&$0, frontMatter.body) }
}

/// Reads a YAML file as a mapping; nil where it is none.
func readYAMLFile<Value>(
  _ file: SourceFile, _ what: String, _ read: (inout MappingReader) -> Value?
) -> Checked<Value?> {
  let unreadable = checkText(file)
  guard unreadable.isEmpty else { return Checked(nil, unreadable) }
  return readMapping(in: file, file.textStart..<file.bytes.count, what, read)
}

private func readMapping<Value>(
  in file: SourceFile, _ range: Range<Int>, _ what: String, _ read: (inout MappingReader) -> Value?
) -> Checked<Value?> {
  let yaml = parseYAML(file, range)
  if yaml.value == nil, !yaml.diagnostics.isEmpty { return Checked(nil, yaml.diagnostics) }
  var reader = MappingReader(yaml.value, of: what, in: file, at: range.lowerBound)
  reader.add(yaml.diagnostics)
  if let value = yaml.value, value.pairs == nil, !value.isNull { return Checked(nil, reader.diagnostics) }
  let value = read(&reader)
  return Checked(value, reader.finish())
}

/// The identifier that a file's name gives, and what is wrong with it.
func identifierOfFile(_ file: SourceFile, _ what: String) -> (id: String, findings: [Diagnostic]) {
  let id = String(file.name.dropLast(3))
  if isIdentifier(id) { return (id, []) }
  return (
    id,
    [
      Diagnostic(
        .wrongValue, "the name of \(what), '\(file.name)', must be an identifier and .md", at: Place(file, 0..<0),
        remedy: "rename the file: an identifier is \(identifierRule)")
    ]
  )
}
