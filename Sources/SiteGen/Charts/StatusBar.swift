/// A part of a bar: a class of the style sheet, which sets its colour, and its size.
struct BarPart: Sendable {
  let style: String
  let count: Int
  /// Whether it is wide enough for its number, however small its share is.
  var standsOut = false
}

/// Parts of a whole side by side, as inline SVG. Parts without a count are left out. It is hidden from screen readers,
/// because the text next to it gives the counts.
///
/// The numbers of parts that have room for them stand inside; `digits` writes a number.
func statusBar(_ parts: [BarPart], isMirrored: Bool, digits: ((Int) -> String)? = nil) -> [UInt8] {
  let shown = parts.filter { $0.count > 0 }
  let widths = barWidths(of: shown)
  let height = digits == nil ? 12 : 32
  var svg = "<svg class=\"status-bar\" aria-hidden=\"true\" width=\"100%\" height=\"\(height)\">"
  var start = 0
  for (part, width) in zip(shown, widths) {
    let left = isMirrored ? 1000 - start - width : start
    svg += "<rect class=\"\(part.style)\" x=\"\(percent(left))%\" width=\"\(percent(width))%\" height=\"\(height)\"/>"
    // Why: a number of two digits needs about four hundredths of the narrowest bar.
    if let digits, width >= 40 {
      let edge = percent(isMirrored ? 1000 - start : start)
      svg += "<text class=\"on-\(part.style)\" x=\"\(edge)%\" dx=\"\(isMirrored ? -6 : 6)\" y=\"21\">"
      svg += digits(part.count) + "</text>"
    }
    start += width
  }
  return Array((svg + "</svg>").utf8)
}

/// The widths of a bar's parts, per mille. Those that stand out have at least a fourteenth, and the others share the
/// rest.
private func barWidths(of parts: [BarPart]) -> [Int] {
  let least = 70
  let total = max(parts.reduce(0) { $0 + $1.count }, 1)
  let isWidened = parts.map { $0.standsOut && $0.count * 1000 < least * total }
  let room = 1000 - least * isWidened.count { $0 }
  let others = max(zip(parts, isWidened).reduce(0) { $0 + ($1.1 ? 0 : $1.0.count) }, 1)
  return zip(parts, isWidened).map { part, isWidened in
    isWidened ? least : (part.count * room + others / 2) / others
  }
}

/// The ranges of a text that are quoted on a site as strokes on a line, and one range among them. Positions are per mille
/// of the text; the ranges are in order and do not overlap. Without a label it is hidden from screen readers.
func positionStrip(
  quoted: [Range<Int>], marked: Range<Int>? = nil, label: String? = nil, isMirrored: Bool
) -> [UInt8] {
  func stroke(_ range: Range<Int>, after position: Int) -> String { "m\(range.lowerBound - position) 0h\(range.count)" }
  var path = "M0 7"
  var position = 0
  for range in quoted {
    path += stroke(range, after: position)
    position = range.upperBound
  }
  var svg = Array("<svg class=\"position\" ".utf8)
  if let label {
    svg += Array("role=\"img\" aria-label=\"".utf8)
    appendEscapedAttribute(label.utf8, to: &svg)
    svg += Array("\"".utf8)
  } else {
    svg += Array("aria-hidden=\"true\"".utf8)
  }
  let mirror = isMirrored ? " transform=\"matrix(-1 0 0 1 1000 0)\"" : ""
  let mark = marked.map { "<path class=\"marked\" d=\"M\($0.lowerBound) 7h\($0.count)\"/>" } ?? ""
  svg += Array(
    """
     viewBox="0 0 1000 14" preserveAspectRatio="none" width="100%" height="14"><g\(mirror)>\
    <path class="line" d="M0 7h1000"/><path class="quoted" d="\(path)"/>\(mark)</g></svg>
    """.utf8)
  return svg
}

private func percent(_ thousandths: Int) -> String {
  thousandths % 10 == 0 ? String(thousandths / 10) : String(thousandths / 10) + "." + String(thousandths % 10)
}

/// A bar that stands on a base line with its number above it, as inline SVG of a fixed height in pixels: `full`, and the
/// space for the number. It is hidden from screen readers.
func columnBar(height: Int, of full: Int, number: String?, isMirrored: Bool) -> [UInt8] {
  let total = full + 16
  let top = total - height
  let words = number.map { "<text x=\"\(isMirrored ? 70 : 30)%\" y=\"\(top - 4)\" text-anchor=\"middle\">\($0)</text>" }
  return Array(
    """
    <svg class="column" aria-hidden="true" width="100%" height="\(total)">\
    <rect\(isMirrored ? " x=\"40%\"" : "") width="60%" y="\(top)" height="\(height)"/>\(words ?? "")</svg>
    """.utf8)
}

/// The sign of a status in the key of a status bar: its shape on the colour of its part.
func statusSwatch(_ style: String, _ shape: AgreementShape) -> [UInt8] {
  Array(
    """
    <svg class="status-bar swatch" aria-hidden="true" width="1.4em" height="1.4em" viewBox="0 0 22 22">\
    <rect class="\(style)" width="22" height="22"/>\
    <g class="on-\(style)" transform="translate(3 3)" fill="none" stroke="currentColor" stroke-width="1.75" \
    stroke-linecap="round" stroke-linejoin="round">\(shape.drawing)</g></svg>
    """.utf8)
}
