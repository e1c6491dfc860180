/// A template and the templates that it calls, as one list of operations that renders records of its schema.
struct CompiledTemplate: Sendable {
  /// The location of a value: a frame of the context stack, then one of its slots (-1 is the frame itself), then the
  /// path of a dotted name.
  struct Slot: Sendable {
    let frame: Int32
    let slot: Int32
    let pathStart: Int32
    let pathEnd: Int32
  }

  enum Operation: Sendable {
    case literal(start: Int, end: Int)
    case value(Slot, Escaping)
    /// If the value is truthy, runs the operations up to `end`; if `pushes`, with the value as a new frame. For a list,
    /// runs them once for each item, with the item as a new frame.
    case section(Slot, pushes: Bool, end: Int)
    /// If the value is falsey, runs the operations up to `end`.
    case inverted(Slot, end: Int)
  }

  let operations: [Operation]
  let constants: [UInt8]
  let paths: [Int]
  /// The keys whose values it needs.
  let used: UsedKeys
  /// The paths of the template's file and the files that it calls, sorted.
  let files: [String]

  /// Appends the output for a record of the template's schema. A slot that the record lacks renders nothing.
  func render(_ record: Record, into output: inout [UInt8]) {
    render(.record(record), into: &output)
  }

  /// Appends the output for a value of the template's root type.
  func render(_ root: TemplateValue, into output: inout [UInt8]) {
    var frames = [root]
    frames.reserveCapacity(16)
    run(0..<operations.count, &frames, &output)
  }

  /// The output for a record, as markup for another template.
  func html(_ record: Record) -> HTML {
    var html = HTML()
    render(record, into: &html.bytes)
    return html
  }

  private func run(_ range: Range<Int>, _ frames: inout [TemplateValue], _ output: inout [UInt8]) {
    var index = range.lowerBound
    while index < range.upperBound {
      switch operations[index] {
      case .literal(let start, let end):
        output.append(contentsOf: constants[start..<end])
        index += 1
      case .value(let slot, let escaping):
        append(value(at: slot, frames), escaping, &output)
        index += 1
      case .section(let slot, let pushes, let end):
        runSection(value(at: slot, frames), index + 1..<end, pushes, &frames, &output)
        index = end
      case .inverted(let slot, let end):
        if !value(at: slot, frames).isTruthy { run(index + 1..<end, &frames, &output) }
        index = end
      }
    }
  }

  private func runSection(
    _ value: TemplateValue, _ body: Range<Int>, _ pushes: Bool, _ frames: inout [TemplateValue],
    _ output: inout [UInt8]
  ) {
    if case .list(let items) = value {
      for item in items {
        frames.append(item)
        run(body, &frames, &output)
        frames.removeLast()
      }
    } else if value.isTruthy {
      if pushes { frames.append(value) }
      run(body, &frames, &output)
      if pushes { frames.removeLast() }
    }
  }

  @inline(__always)
  private func value(at slot: Slot, _ frames: [TemplateValue]) -> TemplateValue {
    let index = Int(slot.slot)
    guard index >= 0 else { return follow(slot, frames[Int(slot.frame)]) }
    guard case .record(let record) = frames[Int(slot.frame)], index < record.values.count else { return .nothing }
    return slot.pathStart == slot.pathEnd ? record.values[index] : follow(slot, record.values[index])
  }

  private func follow(_ slot: Slot, _ start: TemplateValue) -> TemplateValue {
    var value = start
    for step in paths[Int(slot.pathStart)..<Int(slot.pathEnd)] {
      guard case .record(let record) = value, step < record.values.count else { return .nothing }
      value = record.values[step]
    }
    return value
  }

  private func append(_ value: TemplateValue, _ escaping: Escaping, _ output: inout [UInt8]) {
    switch value {
    case .text(let text): append(text.utf8, escaping, &output)
    case .markup(let html): output.append(contentsOf: html.bytes)
    case .json(let json): appendScriptJSON(json.bytes, to: &output)
    case .nothing, .flag, .record, .list: break
    }
  }

  private func append(_ text: some Collection<UInt8>, _ escaping: Escaping, _ output: inout [UInt8]) {
    switch escaping {
    // Why escape for `.markup`: only a markup value may be inserted without escaping, and this is text.
    case .text, .markup: appendEscapedText(text, to: &output)
    case .attribute: appendEscapedAttribute(text, to: &output)
    case .address: appendAddress(text, to: &output)
    case .addressComponent: appendPercentEncoded(text, to: &output)
    case .scriptString, .scriptJSON: appendScriptString(text, to: &output)
    }
  }
}
