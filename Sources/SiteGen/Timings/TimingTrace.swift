extension Timings {
  /// A file that https://ui.perfetto.dev and the profilers of browsers open; nil if these are off.
  public var trace: [UInt8]? { spans.map(timingTrace) }
}

/// Spans in Chrome's trace event format: an event for each stage and each part, and the names of the threads.
func timingTrace(_ spans: [Span]) -> [UInt8] {
  JSONWriter.file { json in
    json.object { json in
      json.member("displayTimeUnit", "ms")
      json.array("traceEvents") { json in
        for (number, thread) in threads(of: spans).enumerated() {
          json.onOneLine { json in json.object { nameThread(thread, number, in: &$0) } }
        }
        for span in spans {
          json.onOneLine { json in json.object { write(span, to: &$0) } }
        }
      }
    }
  }
}

/// The threads in the order in which they first appear; the main thread comes first.
private func threads(of spans: [Span]) -> [UInt64] {
  var seen: Set<UInt64> = []
  return (spans.filter { !$0.isPart } + spans).map(\.thread).filter { seen.insert($0).inserted }
}

/// A metadata event ("M"), which gives a thread its name.
private func nameThread(_ thread: UInt64, _ number: Int, in json: inout JSONWriter) {
  json.member("name", "thread_name")
  json.member("ph", "M")
  json.member("pid", 1)
  json.member("tid", Int(thread))
  json.object("args") { $0.member("name", number == 0 ? "main thread" : "thread \(number + 1)") }
}

/// A complete event ("X"), with its times in microseconds.
private func write(_ span: Span, to json: inout JSONWriter) {
  json.member("name", span.name)
  json.member("cat", span.isPart ? "part" : "stage")
  json.member("ph", "X")
  json.member("pid", 1)
  json.member("tid", Int(span.thread))
  json.key("ts")
  json.number(Double(span.start) / 1000)
  json.key("dur")
  json.number(Double(span.wall) / 1000)
  json.object("args") { json in
    json.key("cpu_ms")
    json.number(Double(span.cpu) / 1_000_000)
    if !span.amount.noun.isEmpty { json.member(span.amount.noun, span.amount.count) }
    if let bytes = span.amount.bytes { json.member("bytes", bytes) }
    if !span.isPart { json.member("peak_memory", span.peakMemory) }
  }
}
