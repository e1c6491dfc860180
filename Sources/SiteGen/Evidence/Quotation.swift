/// Verbatim words of a seed and their place: a text quote selector and a text position selector of the W3C's Web
/// Annotation Data Model (4.2.4 and 4.2.5).
struct Quotation: Sendable {
  /// The text exactly as in the seed.
  var exact: String
  /// The prefix and the suffix in the card; empty if it has none.
  var prefix: String
  var suffix: String
  /// In code points of the decoded seed, including the byte order mark and carriage returns. The end is exclusive.
  var start: Int
  var end: Int
  /// The same range in UTF-8 bytes.
  var span: Range<Int>

  /// The text before, in and after a range of the seed's bytes that lies within the quotation.
  func parts(around range: Range<Int>) -> (before: String, inside: String, after: String) {
    let bytes = exact.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound - span.lowerBound)
    let end = bytes.index(start, offsetBy: range.count)
    return (String(exact[..<start]), String(exact[start..<end]), String(exact[end...]))
  }
}
