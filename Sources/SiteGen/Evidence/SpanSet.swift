/// A set of bytes as sorted spans that do not touch.
struct SpanSet: Sendable {
  private(set) var spans: [Range<Int>] = []

  init(_ spans: some Sequence<Range<Int>>) {
    for span in spans.sorted(by: bySpan) {
      if let last = self.spans.last, span.lowerBound <= last.upperBound {
        self.spans[self.spans.count - 1] = last.lowerBound..<max(last.upperBound, span.upperBound)
      } else {
        self.spans.append(span)
      }
    }
  }

  /// Whether one of the spans encloses another span.
  func contains(_ span: Range<Int>) -> Bool {
    let index = spans.partitioningIndex { $0.upperBound >= span.upperBound }
    return index < spans.count && spans[index].encloses(span)
  }

  /// Whether one of the spans overlaps another span or ends next to it.
  func touches(_ span: Range<Int>) -> Bool {
    let index = spans.partitioningIndex { $0.upperBound >= span.lowerBound }
    return index < spans.count && spans[index].lowerBound <= span.upperBound
  }
}

/// Whether one span comes before another: by its start, then by its end.
func bySpan(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
  (left.lowerBound, left.upperBound) < (right.lowerBound, right.upperBound)
}
