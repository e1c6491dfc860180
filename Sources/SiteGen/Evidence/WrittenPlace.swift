/// Where the words of a value stand in its file.
extension Located where Value == String {
  /// The place of a part of the text, as UTF-8 bytes of it; the whole text's place where the part is not to be found.
  func place(of part: Range<Int>, in file: SourceFile) -> Range<Int> {
    let bytes = Array(value.utf8)
    guard span.upperBound <= file.bytes.count, part.upperBound <= bytes.count else { return span }
    if file.bytes[span].elementsEqual(bytes) {
      return span.lowerBound + part.lowerBound..<span.lowerBound + part.upperBound
    }
    return Located(String(decoding: bytes[part], as: UTF8.self), span).narrowed(in: file)
  }

  /// Where the text stands within its span, which may be that of a folded or escaped value around it; the span itself
  /// where it stands there as whole words more than once, or not at all.
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

  /// Whether a letter or digit stands right before or behind a place within the span.
  private func continues(_ place: Range<Int>, in bytes: [UInt8]) -> Bool {
    func isOfWord(_ index: Int) -> Bool {
      guard span.contains(index) else { return false }
      return bytes[index] >= 0x80 || bytes[index].isLetterOrDigit
    }
    return isOfWord(place.lowerBound - 1) || isOfWord(place.upperBound)
  }
}
