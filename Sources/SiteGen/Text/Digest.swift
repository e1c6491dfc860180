import Crypto

/// The SHA-256 (FIPS 180-4) of some bytes in Base64 (RFC 4648, 4), as policies write it.
func sha256Base64(_ bytes: [UInt8]) -> String {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  let hash = Array(SHA256.hash(data: bytes))
  var text: [UInt8] = []
  for start in stride(from: 0, to: hash.count, by: 3) {
    let group = hash[start..<min(start + 3, hash.count)]
    var bits = 0
    for offset in 0..<3 { bits = bits << 8 | Int(offset < group.count ? group[start + offset] : 0) }
    for place in 0..<4 {
      text.append(place <= group.count ? alphabet[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
    }
  }
  return String(decoding: text, as: UTF8.self)
}

/// The SHA-256 (FIPS 180-4) of some bytes, as 64 lower-case hexadecimal digits.
package func sha256(_ bytes: [UInt8]) -> String {
  let digits = Array("0123456789abcdef".utf8)
  var text: [UInt8] = []
  text.reserveCapacity(64)
  for byte in SHA256.hash(data: bytes) {
    text.append(digits[Int(byte >> 4)])
    text.append(digits[Int(byte & 15)])
  }
  return String(decoding: text, as: UTF8.self)
}
