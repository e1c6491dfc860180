/// The size of a PNG file (PNG specification, third edition) and the text that sitegen stored in it.
struct PictureText: Sendable {
  /// In pixels.
  let width: Int
  let height: Int
  /// Nil if sitegen stored no text or the text is damaged.
  let text: String?

  /// The keyword of the iTXt chunk with the text.
  static let keyword = "sitegen-card"

  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// Nil if the bytes are not a complete sequence of PNG chunks. The pixels are not checked.
  init?(_ bytes: [UInt8]) {
    guard let chunks = PictureText.chunks(of: bytes) else { return nil }
    let size = chunks[0].data.lowerBound
    (width, height) = (number(size, bytes), number(size + 4, bytes))
    text = chunks.lazy.filter { $0.type == "iTXt" }.compactMap { PictureText.text(in: $0, of: bytes) }.first
  }

  /// The picture with a text stored after its header; nil if the bytes are not a PNG file.
  static func adding(_ text: String, to bytes: [UInt8]) -> [UInt8]? {
    guard let header = chunks(of: bytes)?.first else { return nil }
    // Keyword, no compression, no language, no translated keyword.
    let data = Array("iTXt".utf8) + Array(keyword.utf8) + [0, 0, 0, 0, 0] + Array(text.utf8)
    return bytes[..<header.end] + bigEndian(UInt32(truncatingIfNeeded: data.count - 4)) + data
      + bigEndian(checksum(data[...])) + bytes[header.end...]
  }

  private struct Chunk {
    let type: String
    /// The span of the data in the file.
    let data: Range<Int>
    /// The offset after the checksum.
    var end: Int { data.upperBound + 4 }
  }

  /// The chunks of the file; nil unless they extend from one header chunk to one end chunk and fill the file.
  private static func chunks(of bytes: [UInt8]) -> [Chunk]? {
    guard bytes.starts(with: signature) else { return nil }
    var chunks: [Chunk] = []
    var offset = signature.count
    while offset < bytes.count {
      let length = number(offset, bytes)
      guard length <= bytes.count - offset - 12 else { return nil }
      let type = String(decoding: bytes[offset + 4..<offset + 8], as: UTF8.self)
      chunks.append(Chunk(type: type, data: offset + 8..<offset + 8 + length))
      offset += length + 12
    }
    let isWhole =
      chunks.first?.type == "IHDR" && chunks.first?.data.count == 13 && chunks.last?.type == "IEND"
      && chunks.count { $0.type == "IHDR" || $0.type == "IEND" } == 2
    return isWhole ? chunks : nil
  }

  /// The text of a chunk; nil if its keyword or checksum is wrong.
  private static func text(in chunk: Chunk, of bytes: [UInt8]) -> String? {
    var rest = bytes[chunk.data]
    guard rest.starts(with: Array(keyword.utf8) + [0, 0, 0]) else { return nil }
    rest = rest.dropFirst(keyword.utf8.count + 3)
    for _ in 0..<2 {
      guard let end = rest.firstIndex(of: 0) else { return nil }
      rest = rest[(end + 1)...]
    }
    let stored = UInt32(truncatingIfNeeded: number(chunk.data.upperBound, bytes))
    guard stored == checksum(bytes[chunk.data.lowerBound - 4..<chunk.data.upperBound]) else { return nil }
    return firstInvalidByte(Array(rest)) == nil ? String(decoding: rest, as: UTF8.self) : nil
  }

  /// The CRC-32 of a chunk's type and data (annex D).
  private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? 0xEDB8_8320 ^ sum >> 1 : sum >> 1 }
    }
    return ~sum
  }

  private static func bigEndian(_ value: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }
}

/// A big-endian number of four bytes; 0 past the end of the file.
private func number(_ offset: Int, _ bytes: [UInt8]) -> Int {
  guard offset >= 0, offset + 4 <= bytes.count else { return 0 }
  return bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
}
