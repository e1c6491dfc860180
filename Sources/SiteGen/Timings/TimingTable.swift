extension Timings {
  /// A table for people; empty if these are off.
  public var table: String { spans.map(timingTable) ?? "" }
}

/// A line for each stage and, indented, one for all parts of a stage that have the same name.
func timingTable(_ spans: [Span]) -> String {
  let stages = groups(of: spans)
  let rows = stages.flatMap { [row($0.stage)] + $0.parts.map(row) } + [row(total(stages.map(\.stage)))]
  let header = ["stage", "wall ms", "CPU ms", "count", "MB", "peak MB"]
  let widths = header.indices.map { column in ([header] + rows).map { $0[column].count }.max() ?? 0 }
  let lines = ([header] + rows).map { cells in
    let columns = zip(cells, widths).enumerated().map { column, cell in
      let space = String(repeating: " ", count: cell.1 - cell.0.count)
      return column == 0 ? cell.0 + space : space + cell.0
    }
    let filled = (cells.lastIndex { !$0.isEmpty } ?? 0) + 1
    return columns[..<filled].joined(separator: "  ")
  }
  return lines.joined(separator: "\n") + "\n" + legend
}

private let legend = """
  CPU: user and system time of all threads. Indented: the parts of the stage above, added up over all threads; as they run
  at the same time, they can take more wall time than their stage.

  """

/// Stages with their parts. Parts of the same name are added up; the largest come first.
private func groups(of spans: [Span]) -> [(stage: Span, parts: [Span])] {
  var groups: [(stage: Span, parts: [Span])] = []
  var parts: [String: Span] = [:]
  for span in spans {
    if span.isPart {
      parts[span.name] = parts[span.name].map { $0.adding(span) } ?? span
    } else {
      groups.append((span, parts.values.sorted { ($1.cpu, $0.name) < ($0.cpu, $1.name) }))
      parts = [:]
    }
  }
  return groups
}

private func total(_ stages: [Span]) -> Span {
  Span(
    name: "total", start: 0, wall: stages.reduce(0) { $0 + $1.wall }, cpu: stages.reduce(0) { $0 + $1.cpu },
    peakMemory: stages.map(\.peakMemory).max() ?? 0)
}

private func row(_ span: Span) -> [String] {
  [
    (span.isPart ? "  " : "") + span.name, tenths(span.wall, of: 1_000_000), tenths(span.cpu, of: 1_000_000),
    span.amount.noun.isEmpty ? "" : "\(span.amount.count) \(span.amount.noun)",
    span.amount.bytes.map { tenths($0, of: 1_000_000) } ?? "",
    span.isPart ? "" : tenths(span.peakMemory, of: 1_000_000),
  ]
}

/// A number in a unit, with one decimal place.
private func tenths(_ number: Int, of unit: Int) -> String {
  let tenths = (number * 10 + unit / 2) / unit
  return "\(tenths / 10).\(tenths % 10)"
}
