import Yams

/// Reads the YAML (1.1) in a range of a file's bytes, which must be UTF-8; nil where there is nothing or it cannot be
/// read.
///
/// Aliases are followed up to a size that grows with the file's; tags, several documents, and lists or mappings as
/// keys are errors. Of equal keys the first is kept, and each further one is an error.
func parseYAML(_ file: SourceFile, _ range: Range<Int>) -> Checked<YAMLValue?> {
  let range = range.clamped(to: file.textStart..<max(file.textStart, file.bytes.count))
  if let bomb = YAMLGuard(bytes: file.bytes, range: range).finding() {
    return Checked(nil, [Diagnostic(.yamlError, bomb.message, at: Place(file, bomb.span), remedy: bomb.remedy)])
  }
  var marks = YAMLMarks(file.bytes, in: range)
  var masks = YAMLKeyMasks(bytes: file.bytes, range: range)
  var diagnostics: [Diagnostic] = []
  while true {
    do {
      guard let node = try Yams.compose(yaml: masks.text, .basic, .default, .utf8) else {
        return Checked(nil, diagnostics)
      }
      var reader = YAMLNodeReader(file: file, range: range, marks: marks, masked: masks.maskedKeys)
      let value = reader.value(of: node, depth: 0)
      diagnostics += reader.diagnostics
      return Checked(value, diagnostics)
    } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
      let first = marks.offset(line: context.mark.line, column: context.mark.column)
      guard let key = keys.first, let found = masks.maskNext(key, after: first) else {
        diagnostics.append(duplicate(keys.first ?? "", in: file, at: first..<first, first: nil))
        return Checked(nil, diagnostics)
      }
      diagnostics.append(duplicate(key, in: file, at: found.second, first: found.first))
    } catch {
      diagnostics.append(syntaxError(error, in: file, range, &marks))
      return Checked(nil, diagnostics)
    }
  }
}

private func duplicate(_ key: String, in file: SourceFile, at span: Range<Int>, first: Range<Int>?) -> Diagnostic {
  Diagnostic(
    .yamlError, "the key '\(key)' stands twice in one mapping", at: Place(file, span),
    notes: first.map { [Diagnostic.Note("it stands here first", at: Place(file, $0))] } ?? [],
    remedy: "leave one of them out, or rename it")
}

private func syntaxError(
  _ error: any Error, in file: SourceFile, _ range: Range<Int>, _ marks: inout YAMLMarks
) -> Diagnostic {
  func finding(_ problem: String, _ mark: Mark, _ context: YamlError.Context?) -> Diagnostic {
    let offset = marks.offset(line: mark.line, column: mark.column)
    let notes = context.map { context in
      let start = marks.offset(line: context.mark.line, column: context.mark.column)
      return [Diagnostic.Note(context.text, at: Place(file, start..<start))]
    }
    return Diagnostic(
      .yamlError, "this is not YAML: \(problem)", at: Place(file, offset..<offset), notes: notes ?? [],
      remedy: remedy(for: problem))
  }
  switch error {
  case YamlError.composer(let context, let problem, let mark, _) where problem == "but found another document":
    _ = context
    let offset = marks.offset(line: mark.line, column: mark.column)
    return Diagnostic(
      .yamlError, "a second YAML document starts here, and one is read", at: Place(file, offset..<offset),
      remedy: "leave out the line that parts them")
  case YamlError.scanner(let context, let problem, let mark, _),
    YamlError.parser(let context, let problem, let mark, _),
    YamlError.composer(let context, let problem, let mark, _):
    return finding(problem, mark, context)
  case YamlError.reader:
    let offset = firstUnprintable(file.bytes, in: range) ?? range.lowerBound
    return Diagnostic(
      .yamlError, "YAML allows no control characters", at: Place(file, offset..<min(offset + 1, range.upperBound)),
      remedy: "delete the character, or write it as an escape in double quotation marks")
  default:
    return Diagnostic(.yamlError, "this cannot be read as YAML", at: Place(file, range.lowerBound..<range.lowerBound))
  }
}

private func remedy(for problem: String) -> String? {
  switch problem {
  case "mapping values are not allowed in this context":
    "put quotation marks around a value that holds ': ', and indent keys alike"
  case "found character that cannot start any token":
    "indent with blanks, not tabs, and put quotation marks around a value that starts with a special character"
  case "found undefined alias":
    "put quotation marks around a value that starts with '*'"
  case "could not find expected ':'", "did not find expected key":
    "indent the keys of one mapping alike, and put quotation marks around a value that holds special characters"
  case "found unexpected end of stream":
    "close the quotation mark"
  default: nil
  }
}

/// The first character that YAML 1.1 (5.1) does not let stand in a file.
private func firstUnprintable(_ bytes: [UInt8], in range: Range<Int>) -> Int? {
  for index in range {
    let next = index + 1 < range.upperBound ? bytes[index + 1] : 0
    let third = index + 2 < range.upperBound ? bytes[index + 2] : 0
    switch bytes[index] {
    case 0x09, 0x0A, 0x0D: continue
    case 0..<0x20, 0x7F: return index
    case 0xC2 where (0x80...0x9F).contains(next) && next != 0x85: return index
    case 0xEF where next == 0xBF && third >= 0xBE: return index
    case 0xEF where next == 0xBB && third == 0xBF: return index
    default: continue
    }
  }
  return nil
}
