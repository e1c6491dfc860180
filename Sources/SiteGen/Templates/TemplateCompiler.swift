/// Compiles a parsed template: replaces calls with the called templates and names with slots, and chooses the escaping
/// of every value.
struct TemplateCompiler {
  /// The template whose nodes are being compiled, with the settings of the calls that led to it.
  private struct Region {
    let template: ParsedTemplate
    /// Inserted before each line, in place of `strip`.
    var prefix: [UInt8] = []
    var strip: ArraySlice<UInt8> = []
    var replacements: [String: Replacement] = [:]
  }

  /// The replacement of a block. The blocks inside it are replaced as in the region in which it is written.
  private struct Replacement {
    let block: TemplateBlock
    let region: Region
  }

  private let set: TemplateSet
  private var limits: Limits { self.set.limits }
  private var names: TemplateScopes
  private var context = MarkupContext()
  private var operations: [CompiledTemplate.Operation] = []
  private var constants: [UInt8] = []
  private var literalStart = 0
  private var files: Set<String> = []
  private var blocksSeen: Set<String> = []
  private var nodes = 0
  private var depth = 0
  /// The number of sections, partials, blocks and parents that do not end where they began in the markup.
  private var brokenEnds = 0
  private var isExhausted = false
  private var isBroken = false
  private var reported: Set<String> = []
  private var diagnostics: [Diagnostic] = []

  private init(_ set: TemplateSet, _ root: FieldType) {
    self.set = set
    names = TemplateScopes(root)
  }

  /// The compiled template; nil if it or a template that it calls has an error. Diagnostics are sorted by file and
  /// place.
  static func compile(
    _ template: ParsedTemplate, in set: TemplateSet, root: FieldType
  ) -> Checked<CompiledTemplate?> {
    var compiler = TemplateCompiler(set, root)
    compiler.use(template)
    compiler.compile(template.nodes, Region(template: template))
    compiler.finish(template)
    let diagnostics = compiler.diagnostics.sorted {
      ($0.place.file.path, $0.place.span.lowerBound) < ($1.place.file.path, $1.place.span.lowerBound)
    }
    guard !compiler.isBroken, diagnostics.isEmpty else { return Checked(nil, diagnostics) }
    let compiled = CompiledTemplate(
      operations: compiler.operations, constants: compiler.constants, paths: compiler.names.paths,
      used: .some(compiler.names.used),
      files: compiler.files.sorted())
    return Checked(compiled)
  }

  private mutating func finish(_ template: ParsedTemplate) {
    flush()
    // Why: '<' at the very end is text.
    guard context.position != .text, context.position != .tagOpen, diagnostics.isEmpty, !isBroken else { return }
    let end = template.file.bytes.count
    report("the template ends in \(context.description)", template.file, max(0, end - 1)..<end)
  }

  private mutating func use(_ template: ParsedTemplate) {
    files.insert(template.file.path)
    if set.isBroken(template.name) { isBroken = true }
  }

  // MARK: - Nodes

  /// With `continuesLine`, the first line gets no prefix, because it continues a line that has begun.
  private mutating func compile(_ nodes: [TemplateNode], _ region: Region, continuesLine: Bool = false) {
    depth += 1
    defer { depth -= 1 }
    // Called templates may be nested in each other, so two and a half times as deep as the tags of one.
    let deepest = limits.templateDepth * 5 / 2
    guard depth <= deepest else {
      return exhaust(
        region, "the tags of templates that call each other are nested \(depth) deep, but the limit is \(deepest)",
        Limits.remedy("nest them less", orRaise: "template_depth"))
    }
    var followsRoot = false
    for (index, node) in nodes.enumerated() {
      defer { followsRoot = node.isValue(of: set.files.rootKey) }
      self.nodes += 1
      guard self.nodes <= limits.templateParts, constants.count <= 40 * limits.templateParts else {
        return exhaust(
          region,
          "the template, with the templates that it calls, has more than \(grouped(limits.templateParts)) tags and"
            + " texts, or \(grouped(40 * limits.templateParts)) bytes",
          Limits.remedy("make it smaller", orRaise: "template_parts"))
      }
      switch node {
      case .lineStart(let indentation):
        if index > 0 || !continuesLine { literal(region.prefix, region, at: indentation.lowerBound) }
        let bytes = region.template.file.bytes[indentation]
        literal(bytes.dropFirst(commonPrefix(bytes, region.strip)), region, at: indentation.lowerBound)
      case .text(let span): text(region.template.file.bytes[span], followsRoot: followsRoot, region)
      case .value(let name, let isRaw): value(name, isRaw: isRaw, region)
      case .section(let section): self.section(section, region)
      case .partial(let partial): self.partial(partial, region)
      case .block(let block): self.block(block, region)
      case .parent(let parent): self.parent(parent, region)
      }
    }
  }

  /// With `followsRoot`, the text continues an address that starts with the root of the site.
  private mutating func text(_ bytes: ArraySlice<UInt8>, followsRoot: Bool, _ region: Region) {
    guard followsRoot, let (length, query) = set.files.query(forPathIn: bytes) else {
      return literal(bytes, region, at: bytes.startIndex)
    }
    let rest = bytes.dropFirst(length)
    literal(bytes[..<rest.startIndex], region, at: bytes.startIndex)
    literal(query.utf8, region, at: rest.startIndex)
    literal(rest, region, at: rest.startIndex)
  }

  private mutating func literal(_ bytes: some Collection<UInt8>, _ region: Region, at start: Int) {
    constants.append(contentsOf: bytes)
    for (offset, byte) in bytes.enumerated() {
      guard let problem = context.advance(byte) else { continue }
      report(problem, region.template.file, start + offset..<start + offset + 1)
    }
  }

  private mutating func flush() {
    if literalStart < constants.count {
      operations.append(.literal(start: literalStart, end: constants.count))
    }
    literalStart = constants.count
  }

  private mutating func value(_ name: Located<String>, isRaw: Bool, _ region: Region) {
    defer { context.advanceOverValue() }
    guard let (slot, type) = resolve(name, region), let type else { return }
    switch context.escaping(of: name.value, type, isRaw: isRaw) {
    case .success(let escaping):
      flush()
      operations.append(.value(slot, escaping))
    case .failure(let refusal):
      report(refusal.message, region.template.file, name.span, remedy: refusal.remedy)
    }
  }

  private mutating func section(_ section: TemplateSection, _ region: Region) {
    let found = resolve(section.name, region)
    flush()
    let start = operations.count
    if let found { operations.append(.inverted(found.slot, end: start)) }
    let outer = names
    var pushes = false
    var repeats = false
    if !section.isInverted {
      if case .list = found?.type { repeats = true }
      pushes = names.enter(found?.type)
    }
    context.enterSection(repeats: repeats)
    let (before, ends) = (context, brokenEnds)
    compile(section.nodes, region)
    flush()
    names.leave(to: outer)
    if let found {
      operations[start] =
        section.isInverted
        ? .inverted(found.slot, end: operations.count)
        : .section(found.slot, pushes: pushes, end: operations.count)
    }
    // Why keep the context: after a mismatch, continuing from the end of the section causes the fewest further errors.
    context = before.joined(with: context) ?? context
    requireEnd("section", section.name.value, before, ends, section.close, region)
  }

  private mutating func partial(_ partial: TemplatePartial, _ region: Region) {
    guard let template = callee(partial.name) else { return }
    let (before, ends) = (context, brokenEnds)
    var inner = Region(template: template, replacements: region.replacements)
    if let indent = partial.indent { inner.prefix = indented(indent, region) }
    compile(template.nodes, inner)
    requireEnd("partial", partial.name.value, before, ends, partial.name.span, region)
  }

  private mutating func block(_ block: TemplateBlock, _ region: Region) {
    blocksSeen.insert(block.name.value)
    let (before, ends) = (context, brokenEnds)
    guard let replacement = region.replacements[block.name.value] else {
      compile(block.nodes, region)
      return requireEnd("block", block.name.value, before, ends, block.close, region)
    }
    var inner = replacement.region
    let file = inner.template.file
    inner.prefix = indented(block.contentIndent ?? block.indent, region)
    inner.strip = file.bytes[replacement.block.contentIndent ?? 0..<0]
    if block.startsLine, case .lineStart? = replacement.block.nodes.first {
    } else if block.startsLine {
      literal(inner.prefix, inner, at: replacement.block.name.span.lowerBound)
    }
    compile(replacement.block.nodes, inner, continuesLine: !block.startsLine)
    requireEnd("block", block.name.value, before, ends, replacement.block.close, inner)
  }

  private mutating func parent(_ parent: TemplateParent, _ region: Region) {
    guard let template = callee(parent.name) else { return }
    let (before, ends) = (context, brokenEnds)
    var inner = Region(template: template)
    if let indent = parent.indent { inner.prefix = indented(indent, region) }
    for block in parent.blocks { inner.replacements[block.name.value] = Replacement(block: block, region: region) }
    // Why the outer ones: the template furthest from the root of the inheritance overrides the others.
    inner.replacements.merge(region.replacements) { _, outer in outer }
    let outerBlocks = blocksSeen
    blocksSeen = []
    compile(template.nodes, inner)
    for block in parent.blocks where !blocksSeen.contains(block.name.value) && !isExhausted && !isBroken {
      let message = "template '\(parent.name.value)' has no block '\(block.name.value)'"
      let remedy = didYouMean(block.name.value, among: blocksSeen.sorted())
      report(message, region.template.file, block.name.span, remedy: remedy)
    }
    blocksSeen.formUnion(outerBlocks)
    requireEnd("parent", parent.name.value, before, ends, parent.name.span, region)
  }

  /// The called template; nil if it is missing or calls itself, which `TemplateSet.parsing` has reported.
  private mutating func callee(_ name: Located<String>) -> ParsedTemplate? {
    guard let template = set.callee(name.value) else {
      isBroken = true
      return nil
    }
    use(template)
    return template
  }

  // MARK: - Indentation

  /// The prefix for lines that are indented by a span of white space in the region.
  private func indented(_ indent: Range<Int>, _ region: Region) -> [UInt8] {
    let bytes = region.template.file.bytes[indent]
    return region.prefix + bytes.dropFirst(commonPrefix(bytes, region.strip))
  }

  private func commonPrefix(_ one: ArraySlice<UInt8>, _ two: ArraySlice<UInt8>) -> Int {
    zip(one, two).prefix { $0 == $1 }.count
  }

  // MARK: - Names and diagnostics

  /// The slot and type of a name; nil if the name cannot be resolved. The type is nil if an earlier error leaves it
  /// unknown.
  private mutating func resolve(
    _ name: Located<String>, _ region: Region
  ) -> (slot: CompiledTemplate.Slot, type: FieldType?)? {
    switch names.resolve(name) {
    case .success(let found): return found
    case .failure(let failure):
      isBroken = true
      if let message = failure.message {
        report(message, region.template.file, failure.span, remedy: failure.remedy)
      }
      return nil
    }
  }

  /// Reports that the markup does not end where it began, unless this has already been reported for a part of it.
  private mutating func requireEnd(
    _ kind: String, _ name: String, _ before: MarkupContext, _ ends: Int, _ span: Range<Int>, _ region: Region
  ) {
    guard before.joined(with: context) == nil, brokenEnds == ends, !isExhausted else { return }
    brokenEnds += 1
    let (start, end) = (before.description, context.description)
    let difference =
      start == end ? "at a different point of \(end) from where it began" : "in \(end), but began in \(start)"
    report("\(kind) '\(name)' ends \(difference)", region.template.file, span)
  }

  private mutating func exhaust(_ region: Region, _ message: String, _ remedy: String) {
    guard !isExhausted else { return }
    isExhausted = true
    report(message, region.template.file, 0..<0, remedy: remedy)
  }

  /// Reports a problem once, even if its place is compiled several times.
  private mutating func report(_ message: String, _ file: SourceFile, _ span: Range<Int>, remedy: String? = nil) {
    guard reported.insert("\(file.path):\(span.lowerBound):\(message)").inserted else { return }
    diagnostics.append(Diagnostic(.templateError, message, at: Place(file, span), remedy: remedy))
  }
}
