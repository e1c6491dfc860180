extension ArraySlice<UInt8> {
  /// Where the bytes of a text stand for the first time; nil where they do not.
  ///
  /// Why not `firstRange(of:)`: it compares through generic collections, and took a quarter of a small site's build.
  public func firstPlace(of text: StaticString) -> Range<Int>? {
    let found = withUnsafeBufferPointer { bytes -> Int? in
      let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
      guard let first = wanted.first, bytes.count >= wanted.count else { return nil }
      return (0...bytes.count - wanted.count).first { start in
        bytes[start] == first && bytes[start..<start + wanted.count].elementsEqual(wanted)
      }
    }
    return found.map { startIndex + $0..<startIndex + $0 + text.utf8CodeUnitCount }
  }
}

extension [UInt8] {
  /// Where the bytes of a text stand for the first time; nil where they do not.
  public func firstPlace(of text: StaticString) -> Range<Int>? { self[...].firstPlace(of: text) }
}
