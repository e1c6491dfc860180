import Testing

@testable import SiteGen

/// A PNG with a header and an end, but no pixels, which sitegen does not check.
func pictureWithoutPixels(width: Int = 1200, height: Int = 630, text: String? = nil) -> [UInt8] {
  func bytes(_ number: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) } }
  var plain: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  plain += bytes(13) + Array("IHDR".utf8)
  plain += bytes(width) + bytes(height)
  plain += [8, 2, 0, 0, 0] + bytes(0)
  plain += bytes(0) + Array("IEND".utf8)
  plain += [0xAE, 0x42, 0x60, 0x82]
  return text.flatMap { PictureText.adding($0, to: plain) } ?? plain
}

/// Reading and writing the text in a PNG, with any bytes as input.
@Suite struct PictureTextTests {
  static let text = "Flood: 14 · agree"
  static let picture = pictureWithoutPixels(text: text)

  @Test func rejectsBytesThatAreNoPNG() {
    let plain = pictureWithoutPixels()
    let header = Array(plain[..<8])
    let huge: [UInt8] = header + [0xFF, 0xFF, 0xFF, 0xFF] + Array("IHDR".utf8)
    let endless: [UInt8] = Array(plain[..<(plain.count - 12)]) + [0, 0, 0, 0] + Array("IENF".utf8) + [0, 0, 0, 0]
    let twice: [UInt8] = plain + plain[8...]
    let cases: [[UInt8]] = [[], [0x89], Array("GIF89a".utf8), header, huge, plain + [0], endless, twice]
    for bytes in cases {
      #expect(PictureText(bytes) == nil)
      #expect(PictureText.adding("words", to: bytes) == nil)
    }
  }

  @Test func findsNoTextInOtherPictures() throws {
    #expect(try #require(PictureText(pictureWithoutPixels())).text == nil)
    let other = Self.picture.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "_") : $0 }
    #expect(try #require(PictureText(other)).text == nil)
  }

  @Test func rejectsEveryTruncatedPNG() {
    for length in 0..<Self.picture.count { #expect(PictureText(Array(Self.picture[..<length])) == nil) }
  }

  @Test func findsNoOtherTextInDamagedPNG() {
    for index in Self.picture.indices {
      for change in [UInt8(1), 0x20, 0x80, 0xFF] {
        var bytes = Self.picture
        bytes[index] ^= change
        let text = PictureText(bytes)?.text
        #expect(text == nil || text == Self.text, "byte \(index) changed by \(change)")
      }
    }
  }

  /// The checksum is that of zlib's crc32 for the same bytes.
  @Test func writesAChunkAsSpecified() throws {
    let length = 12 + 5 + Self.text.utf8.count
    let chunk = Self.picture[33..<33 + 12 + length]
    let start: [UInt8] = [0, 0, 0, UInt8(length)] + Array("iTXt".utf8)
    #expect(Array(chunk.prefix(8)) == start)
    #expect(Array(chunk.suffix(4)) == [0xDF, 0x1B, 0x02, 0xC3])
    let read = try #require(PictureText(Self.picture))
    #expect(read.text == Self.text && read.width == 1200 && read.height == 630)
  }

  @Test(arguments: ["", "a", "شبكة", String(repeating: "long words\n", count: 10_000)])
  func readsTheTextThatWasWritten(_ text: String) throws {
    #expect(try #require(PictureText(pictureWithoutPixels(text: text))).text == text)
  }
}
