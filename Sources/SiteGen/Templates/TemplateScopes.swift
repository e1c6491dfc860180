/// The types of the contexts that are open at a point of a template. Resolves names to slots at compile time.
struct TemplateScopes {
  /// The reason why a name cannot be resolved. The message is nil if another diagnostic already gives the reason.
  struct Failure: Error {
    let message: String?
    let span: Range<Int>
    var remedy: String?
  }

  private struct Scope {
    /// Nil if the name of the section is unknown.
    let type: FieldType?
    let frame: Int
  }

  private var scopes: [Scope]
  private var frames = 1
  /// For each resolved name, the slots of its parts after the first; all in one array.
  private(set) var paths: [Int] = []
  /// The qualified names of the keys that were resolved.
  private(set) var used: Set<String> = []

  init(_ root: FieldType) {
    scopes = [Scope(type: root, frame: 0)]
  }

  /// Opens the context of a section: that of the value or, for a list, of its items. Returns whether the context needs
  /// a frame at render time.
  mutating func enter(_ type: FieldType?) -> Bool {
    switch type {
    case .flag, nil:
      scopes.append(Scope(type: type, frame: 0))
      return false
    case .list(let item): scopes.append(Scope(type: item, frame: frames))
    case .some: scopes.append(Scope(type: type, frame: frames))
    }
    frames += 1
    return true
  }

  /// Restores the contexts that were open before.
  mutating func leave(to outer: TemplateScopes) {
    scopes = outer.scopes
    frames = outer.frames
  }

  /// The slot of a name, a dotted name or `.`, looked up from the innermost context outwards.
  mutating func resolve(
    _ name: Located<String>
  ) -> Result<(slot: CompiledTemplate.Slot, type: FieldType?), Failure> {
    guard let innermost = scopes.last else { return .failure(Failure(message: nil, span: name.span)) }
    if name.value == "." {
      guard innermost.type != nil else { return .failure(Failure(message: nil, span: name.span)) }
      return .success((slot(innermost.frame, -1, []), innermost.type))
    }
    let parts = name.value.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard let first = parts.first, !parts.contains("") else {
      return .failure(Failure(message: "a dotted name must have a name on each side of every dot", span: name.span))
    }
    for scope in scopes.reversed() {
      guard let scopeType = scope.type else { return .failure(Failure(message: nil, span: name.span)) }
      guard case .record(let schema) = scopeType, let index = schema.slot(of: first) else { continue }
      used.insert(schema.fields[index].qualifiedName)
      return follow(parts, name.span, scope.frame, index, schema.fields[index].type)
    }
    let known = scopes.reversed().flatMap { keys(of: $0.type) }
    return .failure(
      Failure(message: "unknown key '\(first)'", span: name.span, remedy: didYouMean(first, among: known)))
  }

  private mutating func follow(
    _ parts: [String], _ span: Range<Int>, _ frame: Int, _ first: Int, _ firstType: FieldType
  ) -> Result<(slot: CompiledTemplate.Slot, type: FieldType?), Failure> {
    var type = firstType
    var path: [Int] = []
    for (previous, part) in zip(parts, parts.dropFirst()) {
      guard case .record(let schema) = type else {
        return .failure(Failure(message: "'\(previous)' is \(type.description), which has no keys", span: span))
      }
      guard let index = schema.slot(of: part) else {
        let remedy = didYouMean(part, among: schema.fields.map(\.name))
        return .failure(Failure(message: "unknown key '\(part)' of '\(previous)'", span: span, remedy: remedy))
      }
      path.append(index)
      used.insert(schema.fields[index].qualifiedName)
      type = schema.fields[index].type
    }
    return .success((slot(frame, first, path), type))
  }

  private mutating func slot(_ frame: Int, _ index: Int, _ path: [Int]) -> CompiledTemplate.Slot {
    let start = paths.count
    paths += path
    return CompiledTemplate.Slot(
      frame: Int32(truncatingIfNeeded: frame), slot: Int32(truncatingIfNeeded: index),
      pathStart: Int32(truncatingIfNeeded: start), pathEnd: Int32(truncatingIfNeeded: paths.count))
  }

  private func keys(of type: FieldType?) -> [String] {
    if case .record(let schema) = type { schema.fields.map(\.name) } else { [] }
  }
}
