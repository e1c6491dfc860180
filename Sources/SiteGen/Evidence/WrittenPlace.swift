extension Located where Value == String {
  /// The place in the file of a part of the text, given as UTF-8 bytes of it; the whole span where it is not found.
  func place(of part: Range<Int>, in file: SourceFile) -> Range<Int> {
    let bytes = Array(value.utf8)
    guard span.upperBound <= file.bytes.count, part.upperBound <= bytes.count else { return span }
    if file.bytes[span].elementsEqual(bytes) {
      return span.lowerBound + part.lowerBound..<span.lowerBound + part.upperBound
    }
    return Located(String(decoding: bytes[part], as: UTF8.self), span).narrowed(in: file)
  }

  /// The place of the text within its span, which may be that of a folded or escaped value around it; the whole span
  /// unless the text appears there as whole words exactly once.
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
