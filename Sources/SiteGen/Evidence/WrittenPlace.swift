extension Located where Value == String {
  /// The span in the file of a part of the text. `part` is in UTF-8 bytes of the text. The whole span if the part is
  /// not found.
  func place(of part: Range<Int>, in file: SourceFile) -> Range<Int> {
    let bytes = Array(value.utf8)
    guard span.upperBound <= file.bytes.count, part.upperBound <= bytes.count else { return span }
    if file.bytes[span].elementsEqual(bytes) {
      return span.lowerBound + part.lowerBound..<span.lowerBound + part.upperBound
    }
    return Located(String(decoding: bytes[part], as: UTF8.self), span).narrowed(in: file)
  }

  /// The part of `span` in which the text is written, if it appears there exactly once as whole words; otherwise the
  /// whole span. Why: the span may be that of an enclosing folded or escaped value.
  func narrowed(in file: SourceFile) -> Range<Int> {
    let words = Array(value.utf8)
    guard !words.isEmpty, span.upperBound <= file.bytes.count, span.count > words.count else { return span }
    var found: Range<Int>?
    for start in span.lowerBound...(span.upperBound - words.count) where file.bytes[start] == words[0] {
      let place = start..<start + words.count
      guard file.bytes[place].elementsEqual(words), !continues(place, in: file.bytes) else { continue }
      if found != nil { return span }
      found = place
    }
    return found ?? span
  }

  /// Whether a letter or digit is directly before or after a place within the span.
  private func continues(_ place: Range<Int>, in bytes: [UInt8]) -> Bool {
    func isOfWord(_ index: Int) -> Bool {
      guard span.contains(index) else { return false }
      return bytes[index] >= 0x80 || bytes[index].isLetterOrDigit
    }
    return isOfWord(place.lowerBound - 1) || isOfWord(place.upperBound)
  }
}
