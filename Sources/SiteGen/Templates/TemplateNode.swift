/// A piece of a parsed template; spans are bytes of the template's file.
indirect enum TemplateNode: Sendable {
  /// The white space at the start of a line, which may be empty. Indentation is added or removed here.
  case lineStart(Range<Int>)
  case text(Range<Int>)
  /// `{{name}}`, or raw: `{{{name}}}` and `{{& name}}`.
  case value(Located<String>, isRaw: Bool)
  case section(TemplateSection)
  case partial(TemplatePartial)
  case block(TemplateBlock)
  case parent(TemplateParent)

  /// Whether the node is the value of a key.
  func isValue(of key: String) -> Bool {
    if case .value(let name, _) = self { return name.value == key }
    return false
  }
}

/// `{{#name}}…{{/name}}`, or inverted `{{^name}}…{{/name}}`.
struct TemplateSection: Sendable {
  let name: Located<String>
  let isInverted: Bool
  let nodes: [TemplateNode]
  /// The span of the closing tag.
  let close: Range<Int>
}

/// `{{> name}}`.
struct TemplatePartial: Sendable {
  let name: Located<String>
  /// The white space before a tag that is alone on its line; nil for other tags.
  let indent: Range<Int>?
}

/// `{{$ name}}…{{/ name}}`: a block with its default content or, within a parent, the replacement of a block.
struct TemplateBlock: Sendable {
  let name: Located<String>
  let nodes: [TemplateNode]
  /// Whether the opening tag is alone on its line, so that the content starts on the next line.
  let startsLine: Bool
  /// The white space before the opening tag, if nothing else precedes it on its line; else an empty range.
  let indent: Range<Int>
  /// The indentation of the first non-blank line of the content, if the content starts on a new line.
  let contentIndent: Range<Int>?
  /// The span of the closing tag.
  let close: Range<Int>
}

/// `{{< name}}…{{/ name}}`: another template, with some of its blocks replaced.
struct TemplateParent: Sendable {
  let name: Located<String>
  let blocks: [TemplateBlock]
  /// The white space before a pair of tags that is alone on its lines; nil for other pairs.
  let indent: Range<Int>?
}

/// A parsed template file. Nodes that an error affects are left out.
struct ParsedTemplate: Sendable {
  let file: SourceFile
  /// The name for calls: the file name without `.mustache`.
  let name: String
  let nodes: [TemplateNode]

  /// The templates that the file calls as partials and parents, in the order of the text.
  var calls: [Located<String>] {
    var found: [Located<String>] = []
    collectCalls(nodes, into: &found)
    return found
  }

  private func collectCalls(_ nodes: [TemplateNode], into found: inout [Located<String>]) {
    for node in nodes {
      switch node {
      case .lineStart, .text, .value: break
      case .section(let section): collectCalls(section.nodes, into: &found)
      case .block(let block): collectCalls(block.nodes, into: &found)
      case .partial(let partial): found.append(partial.name)
      case .parent(let parent):
        found.append(parent.name)
        for block in parent.blocks { collectCalls(block.nodes, into: &found) }
      }
    }
  }
}
