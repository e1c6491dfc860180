/// The headings among some nodes, with anchors: the second of a kind gets `-2`, and no two are alike.
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

/// The anchor of a heading's words: lower case, letters and digits of any script kept, all else one hyphen, none at
/// the ends; `section` where nothing is kept.
func headingAnchor(of text: String) -> String {
  var anchor: [UInt8] = []
  var hyphenIsDue = false
  for scalar in text.unicodeScalars {
    guard isKeptInAnchor(scalar) else {
      hyphenIsDue = true
      continue
    }
    if hyphenIsDue, !anchor.isEmpty { anchor.append(UInt8(ascii: "-")) }
    hyphenIsDue = false
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
  // Why: without its marks a letter of many scripts is another letter.
  case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber,
    .decimalNumber, .nonspacingMark, .spacingMark:
    return true
  default: return false
  }
}
