extension Rule {
  static let notCommonMark = Rule(
    "not-commonmark", .warning, about: .prose, "Markdown that is not CommonMark would be shown as raw characters",
    reason: """
      Notes and cards are CommonMark. A pipe table, a footnote such as `[^1]`, a task list, `~~strike-through~~` and a \
      `{#name}` after a heading belong to other kinds of Markdown: readers would see the characters as they are typed. \
      To show such characters on purpose, put them in backticks or write a backslash before the first of them.
      """,
    example: .note(failing: "The ~~old~~ bridge is gone.", corrected: "The **old** bridge is gone."))
}

/// Reports each construct of other kinds of Markdown that is read as text.
func notCommonMark(in tree: MarkdownTree, _ file: SourceFile, _ diagnostics: inout BoundedDiagnostics) {
  // Why: most notes contain none of these characters, and this test is cheap.
  guard tree.literals.contains(where: { $0 == tilde || $0 == pipe || $0 == caret || $0 == open || $0 == brace }) else {
    return
  }
  func report(_ what: String, _ span: Range<Int>, _ remedy: String) {
    diagnostics.append(
      Diagnostic(
        .notCommonMark, "\(what) is not CommonMark, so readers would see '\(shortened(file.text(span)))'",
        at: Place(file, span), remedy: remedy))
  }
  for (index, node) in tree.nodes.enumerated() {
    switch node.kind {
    case .paragraph, .heading:
      let text = RawText(tree, index, file)
      if node.kind == .paragraph, let table = text.table { report("a table", table, "write the rows as a list") }
      if let box = text.taskBox(isItem: isFirstOfItem(index, tree)) {
        report("a task list", box, "say it in words: 'done' or 'not done'")
      }
      for note in text.footnotes { report("a footnote", note, "put the remark in the text, in parentheses") }
      for struck in text.struck {
        report("strike-through", struck, "leave the words out, or say that they no longer hold")
      }
      if node.kind == .heading, let name = text.headingName {
        report("the name of a heading", name, "delete it: the heading's anchor is made from its words")
      }
    case .link:
      // A one-word footnote is read as the definition of a link.
      if let link = tree.link(at: index), !link.isImage,
        !node.span.encloses(link.destinationSpan) || link.destinationSpan == node.span,
        file.bytes[node.span.clamped(to: 0..<file.bytes.count)].starts(with: [open, caret])
      {
        report("a footnote", node.span, "put the remark in the text, in parentheses")
      }
    default: break
    }
  }
}

private func isFirstOfItem(_ paragraph: Int, _ tree: MarkdownTree) -> Bool {
  let parent = tree.nodes[paragraph].parent
  return parent == paragraph - 1 && parent > 0 && tree.nodes[parent].kind == .item
}

private let tilde = UInt8(ascii: "~")
private let pipe = UInt8(ascii: "|")
private let caret = UInt8(ascii: "^")
private let open = UInt8(ascii: "[")
private let close = UInt8(ascii: "]")
private let brace = UInt8(ascii: "{")

/// The text of a paragraph or heading, with a space for each line end, and a NUL for each byte that is no plain text: an
/// escaped character, code, markup.
private struct RawText {
  private var bytes: [UInt8] = []
  /// The offset of each byte in the file.
  private var sources: [Int] = []
  /// Where each line starts.
  private var lines: [Int] = [0]
  private let file: SourceFile

  init(_ tree: MarkdownTree, _ block: Int, _ file: SourceFile) {
    self.file = file
    var last = -1
    for index in block..<tree.nodes[block].end {
      let node = tree.nodes[index]
      switch node.kind {
      case .text:
        let literal = tree.literals[node.literal.clamped(to: 0..<tree.literals.count)]
        // Why: an escaped character and the text of a character reference start a node of their own.
        let isMarked =
          literal.count != node.span.count || last == index - 1
          || node.span.lowerBound > 0 && node.span.lowerBound <= file.bytes.count
            && file.bytes[node.span.lowerBound - 1] == UInt8(ascii: "\\")
        for (offset, byte) in literal.enumerated() {
          append(offset == 0 && isMarked && !byte.isLetterOrDigit ? 0 : byte, node.span.lowerBound + offset)
        }
        last = index
      case .softBreak, .lineBreak:
        append(0x20, node.span.lowerBound)
        lines.append(bytes.count)
      case .code, .link, .image, .htmlInline: append(0, node.span.lowerBound)
      default: break
      }
    }
  }

  private mutating func append(_ byte: UInt8, _ source: Int) {
    bytes.append(byte)
    sources.append(source)
  }

  private func span(_ range: Range<Int>) -> Range<Int> {
    guard let first = sources[range].first, let last = sources[range].last else { return 0..<0 }
    return first..<min(max(first, last) + 1, max(first, file.bytes.count))
  }

  private subscript(index: Int) -> UInt8 { bytes.indices.contains(index) ? bytes[index] : 0x20 }

  private func line(_ number: Int) -> ArraySlice<UInt8> {
    let end = number + 1 < lines.count ? lines[number + 1] : bytes.count
    return bytes[lines[number]..<end]
  }

  /// The first row of a pipe table: the line before its row of hyphens.
  var table: Range<Int>? {
    for number in lines.indices.dropFirst() {
      let (head, rule) = (line(number - 1), line(number))
      guard rule.contains(pipe), rule.contains(UInt8(ascii: "-")), head.contains(pipe),
        rule.allSatisfy({ [0x20, 0x09, pipe, UInt8(ascii: "-"), UInt8(ascii: ":")].contains($0) })
      else { continue }
      let end = head.lastIndex { $0 != 0x20 } ?? head.startIndex
      return span(head.startIndex..<end + 1)
    }
    return nil
  }

  func taskBox(isItem: Bool) -> Range<Int>? {
    guard isItem, self[0] == open, [0x20, UInt8(ascii: "x"), UInt8(ascii: "X")].contains(self[1]), self[2] == close,
      bytes.count > 3, self[3] == 0x20
    else { return nil }
    return span(0..<3)
  }

  /// Footnote marks such as `[^1]`, and footnotes in the text such as `^[See below.]`.
  var footnotes: [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < bytes.count {
      let isMark = self[index] == open && self[index + 1] == caret
      let isInline = self[index] == caret && self[index + 1] == open
      let isLabel: (UInt8) -> Bool = { isMark ? $0 > 0x20 : $0 != 0 }
      if isMark || isInline, let end = bytes[(index + 2)...].firstIndex(where: { $0 == close || !isLabel($0) }),
        bytes[end] == close, end > index + 2
      {
        found.append(span(index..<end + 1))
        index = end
      }
      index += 1
    }
    return found
  }

  /// Words between two pairs of tildes, or between two tildes that stand outside of words.
  var struck: [Range<Int>] {
    var found: [Range<Int>] = []
    var opened: (start: Int, width: Int)?
    var index = 0
    while index < bytes.count {
      guard bytes[index] == tilde else {
        index += 1
        continue
      }
      let start = index
      while index < bytes.count, bytes[index] == tilde { index += 1 }
      let (width, before, after) = (index - start, self[start - 1], self[index])
      guard width <= 2 else { continue }
      let isOutside = { (byte: UInt8) in width == 2 || !(byte.isLetterOrDigit || byte >= 0x80) }
      if let last = opened, last.width == width, before != 0x20, isOutside(after) {
        found.append(span(last.start..<index))
        opened = nil
      } else if after != 0x20, isOutside(before) {
        opened = (start, width)
      }
    }
    return found
  }

  /// A name in braces at the end of a heading.
  var headingName: Range<Int>? {
    guard bytes.last == UInt8(ascii: "}"), let start = bytes.lastIndex(of: brace), self[start + 1] == UInt8(ascii: "#"),
      start + 2 < bytes.count - 1, !bytes[start...].contains(0x20)
    else { return nil }
    return span(start..<bytes.count)
  }
}
