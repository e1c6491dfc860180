/// The index of the first byte that is not well-formed UTF-8 (table 3-7 of the Unicode Standard); nil if all bytes are
/// well formed.
///
/// For an incomplete or invalid sequence, this is the index of its first byte.
func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
  bytes.withUnsafeBufferPointer { bytes in
    var index = 0
    let count = bytes.count
    while index < count {
      let first = bytes[index]
      if first < 0x80 {
        index += 1
        while index + 8 <= count, EightBytes(bytes, at: index).areASCII { index += 8 }
        continue
      }
      guard let shape = sequence(startingWith: first), index + shape.length <= count,
        shape.second.contains(bytes[index + 1])
      else { return index }
      for offset in 2..<max(2, shape.length) where bytes[index + offset] & 0xC0 != 0x80 { return index }
      index += shape.length
    }
    return nil
  }
}

/// The index of the first NUL; nil if there is none.
func firstNUL(_ bytes: [UInt8]) -> Int? {
  bytes.withUnsafeBufferPointer { bytes in
    var index = 0
    while index + 8 <= bytes.count, !EightBytes(bytes, at: index).contain(0) { index += 8 }
    return bytes[index...].firstIndex(of: 0)
  }
}

private func sequence(startingWith byte: UInt8) -> (length: Int, second: ClosedRange<UInt8>)? {
  switch byte {
  case 0xC2...0xDF: (2, 0x80...0xBF)
  case 0xE0: (3, 0xA0...0xBF)
  case 0xE1...0xEC, 0xEE, 0xEF: (3, 0x80...0xBF)
  case 0xED: (3, 0x80...0x9F)
  case 0xF0: (4, 0x90...0xBF)
  case 0xF1...0xF3: (4, 0x80...0xBF)
  case 0xF4: (4, 0x80...0x8F)
  default: nil
  }
}
