import SiteGen

/// The path of a request, decoded once. It is looked up among the site's files and never opened.
struct SitePath: Equatable {
  /// Without the leading "/"; empty for the root.
  var text: String
  var query: String

  /// Parses a request's target, `/path?query`. Refuses ambiguous paths, which could lead to another place than they
  /// seem to.
  init(target: [UInt8]) throws(RequestHead.Refusal) {
    guard target.first == UInt8(ascii: "/") else {
      throw RequestHead.Refusal(400, "an address must start with one '/'")
    }
    guard target.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "#") }) else {
      throw RequestHead.Refusal(400, "an address must be ASCII")
    }
    let parts = target.split(separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
    let (bytes, isWellFormed) = percentDecoded(parts[0])
    guard isWellFormed, bytes.count <= 1024 else {
      throw RequestHead.Refusal(
        400, "the address is too long, or a '%' in it is not followed by two hexadecimal digits")
    }
    guard let text = String(validating: bytes.dropFirst(), as: UTF8.self) else {
      throw RequestHead.Refusal(400, "the address is not UTF-8")
    }
    guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }) else {
      throw RequestHead.Refusal(400, "the address contains a control character or a backslash")
    }
    let segments = bytes.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let isRelative = segments.contains { $0.elementsEqual(".".utf8) || $0.elementsEqual("..".utf8) }
    guard !isRelative, !segments.dropLast().contains(where: \.isEmpty) else {
      throw RequestHead.Refusal(400, "the address has a part that is empty, '.' or '..'")
    }
    self.text = text
    query = parts.count > 1 ? String(decoding: parts[1], as: UTF8.self) : ""
  }

  /// The decoded value of a key in the query; nil if it is missing or malformed.
  func value(of key: String) -> String? {
    for pair in query.utf8.split(separator: UInt8(ascii: "&")) {
      let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, parts[0].elementsEqual(key.utf8) else { continue }
      let (bytes, isWellFormed) = percentDecoded(Array(parts[1])[...])
      return isWellFormed ? String(validating: bytes, as: UTF8.self) : nil
    }
    return nil
  }
}
