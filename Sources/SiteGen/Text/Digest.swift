#if canImport(CommonCrypto)
  import CommonCrypto
#else
  import CCrypto
#endif

/// The SHA-256 (FIPS 180-4) of some bytes, as 64 lower-case hexadecimal digits.
package func sha256(_ bytes: [UInt8]) -> String {
  let digits = Array("0123456789abcdef".utf8)
  var text: [UInt8] = []
  text.reserveCapacity(64)
  for byte in digest(of: bytes) {
    text.append(digits[Int(byte >> 4)])
    text.append(digits[Int(byte & 15)])
  }
  return String(decoding: text, as: UTF8.self)
}

/// The version of a file in the addresses that load it (`style.css?v=…`): the first ten digits of its SHA-256.
///
/// Why: a cache that keeps a file never shows it in place of another version.
package func contentVersion(of bytes: [UInt8]) -> String { contentVersion(sha256: sha256(bytes)) }

/// The version of a file with this SHA-256.
func contentVersion(sha256: String) -> String { String(sha256.prefix(10)) }

/// The SHA-256 of some bytes in Base64 (RFC 4648, section 4), the format of a Content Security Policy.
func sha256Base64(_ bytes: [UInt8]) -> String {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  let hash = digest(of: bytes) + [0]
  // 256 bits become 43 characters of six bits each, the last one padded with two zero bits, and one `=`.
  let text = stride(from: 0, to: 256, by: 6).map { bit in
    let pair = Int(hash[bit / 8]) << 8 | Int(hash[bit / 8 + 1])
    return alphabet[pair >> (10 - bit % 8) & 63]
  }
  return String(decoding: text, as: UTF8.self) + "="
}

private func digest(of bytes: [UInt8]) -> [UInt8] {
  [UInt8](unsafeUninitializedCapacity: 32) { digest, count in
    #if canImport(CommonCrypto)
      CC_SHA256(bytes, CC_LONG(bytes.count), digest.baseAddress)
    #else
      sitegen_sha256(bytes, bytes.count, digest.baseAddress)
    #endif
    count = 32
  }
}
