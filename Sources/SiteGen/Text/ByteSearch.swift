extension ArraySlice<UInt8> {
  /// The first occurrence of the bytes of a text; nil if there is none, or if the text is empty.
  ///
  /// Why not `firstRange(of:)`: its generic comparison took a quarter of the build time of a small site.
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
  /// The first occurrence of the bytes of a text; nil if there is none, or if the text is empty.
  public func firstPlace(of text: StaticString) -> Range<Int>? { self[...].firstPlace(of: text) }
}
