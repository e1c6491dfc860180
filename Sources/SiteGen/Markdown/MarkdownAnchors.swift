/// The headings among some nodes, with unique anchors: a repeated anchor gets a number, such as `-2`.
func markdownHeadings(_ nodes: [MarkdownNode], _ literals: [UInt8]) -> [MarkdownHeading] {
  var headings: [MarkdownHeading] = []
  var used: Set<String> = []
  var nextNumbers: [String: Int] = [:]
  for (index, node) in nodes.enumerated() where node.kind == .heading {
    let text = String(decoding: markdownPlainText(nodes, literals, of: index), as: UTF8.self)
    let base = headingAnchor(of: text)
    var number = nextNumbers[base] ?? 1
    var anchor = number == 1 ? base : base + "-" + String(number)
    // Why: a heading 'Dead 2' may already have the anchor that the second 'Dead' would get.
    while !used.insert(anchor).inserted {
      number += 1
      anchor = base + "-" + String(number)
    }
    nextNumbers[base] = number + 1
    headings.append(MarkdownHeading(node: index, level: node.number, text: text, anchor: anchor))
  }
  return headings
}

/// The anchor for a heading's text: its letters, marks and digits of any script in lower case, with one hyphen for each
/// run of other characters between them. `section` if there are no letters or digits.
func headingAnchor(of text: String) -> String {
  var anchor: [UInt8] = []
  var needsHyphen = false
  for scalar in text.unicodeScalars {
    guard isKeptInAnchor(scalar) else {
      needsHyphen = true
      continue
    }
    if needsHyphen, !anchor.isEmpty { anchor.append(UInt8(ascii: "-")) }
    needsHyphen = false
    if scalar.isASCII {
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      anchor.append(byte.lowercased)
    } else {
      anchor.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
    }
  }
  return anchor.isEmpty ? "section" : String(decoding: anchor, as: UTF8.self)
}

private func isKeptInAnchor(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.isASCII { return UInt8(truncatingIfNeeded: scalar.value).isLetterOrDigit }
  switch scalar.properties.generalCategory {
  // Why marks: in many scripts, a letter without its marks is a different letter.
  case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber,
    .decimalNumber, .nonspacingMark, .spacingMark:
    return true
  default: return false
  }
}
