/// A piece of a parsed template; spans are bytes of the template's file.
indirect enum TemplateNode: Sendable {
  /// The white space with which a line begins, often none: where indentation is added or taken away.
  case lineStart(Range<Int>)
  case text(Range<Int>)
  /// `{{name}}`, or raw: `{{{name}}}` and `{{& name}}`.
  case value(Located<String>, isRaw: Bool)
  case section(TemplateSection)
  case partial(TemplatePartial)
  case block(TemplateBlock)
  case parent(TemplateParent)
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
  /// The white space before a tag that has its line for itself; nil within a line.
  let indent: Range<Int>?
}

/// `{{$ name}}…{{/ name}}`: a definition with its default, or within a parent what is to stand for it.
struct TemplateBlock: Sendable {
  let name: Located<String>
  let nodes: [TemplateNode]
  /// Whether the opening tag takes its line with it, so that the content starts on the next.
  let startsLine: Bool
  /// The white space before the opening tag, where nothing else is before it on its line.
  let indent: Range<Int>
  /// The white space before the first line of the content that is not blank, where the content starts on a new line.
  let contentIndent: Range<Int>?
  /// The span of the closing tag.
  let close: Range<Int>
}

/// `{{< name}}…{{/ name}}`: another template, with blocks of it replaced.
struct TemplateParent: Sendable {
  let name: Located<String>
  let blocks: [TemplateBlock]
  /// The white space before a tag pair that has its lines for itself; nil within a line.
  let indent: Range<Int>?
}

/// A template file as it was parsed: with errors in it, what could be understood.
struct ParsedTemplate: Sendable {
  let file: SourceFile
  /// The name by which tags call it: the file's without `.mustache`.
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
