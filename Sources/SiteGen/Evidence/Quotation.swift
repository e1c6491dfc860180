/// Verbatim words of a seed and where they stand: a text-quote and text-position selector of the W3C's
/// Web Annotation Data Model (4.2.4 and 4.2.5).
struct Quotation: Sendable {
  /// The seed's own slice.
  var exact: String
  /// As the card writes them, else empty.
  var prefix: String
  var suffix: String
  /// Code points of the seed's decoded file, byte order mark and carriage returns included; end exclusive.
  var start: Int
  var end: Int
  /// The same in UTF-8 bytes.
  var span: Range<Int>
}
