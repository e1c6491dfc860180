/// The path that an address asks for, decoded once: "/" and what follows, to be looked up, never opened.
struct SitePath: Equatable {
  /// Without the "/" at its start; empty for the root.
  var text: String
  var query: String

  /// Of a request's target: `/path?query`; everything that could mean another place than it says is refused.
  init(target: [UInt8]) throws(RequestHead.Refusal) {
    guard target.first == UInt8(ascii: "/") else {
      throw RequestHead.Refusal(400, "an address starts with one '/'")
    }
    guard target.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "#") }) else {
      throw RequestHead.Refusal(400, "an address is written in ASCII")
    }
    let parts = target.split(separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
    guard let bytes = percentDecoded(parts[0]), bytes.count <= 1024 else {
      throw RequestHead.Refusal(
        400, "the address is too long, or a '%' in it is not followed by two hexadecimal digits")
    }
    guard let text = String(validating: bytes.dropFirst(), as: UTF8.self) else {
      throw RequestHead.Refusal(400, "the address is not UTF-8")
    }
    guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }) else {
      throw RequestHead.Refusal(400, "the address holds a control character or a backslash")
    }
    let segments = bytes.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    for (index, segment) in segments.enumerated() {
      let isLast = index == segments.count - 1
      guard !segment.elementsEqual([0x2E]), !segment.elementsEqual([0x2E, 0x2E]), !segment.isEmpty || isLast else {
        throw RequestHead.Refusal(400, "the address has a part that is empty, '.' or '..'")
      }
    }
    self.text = text
    query = parts.count > 1 ? String(decoding: parts[1], as: UTF8.self) : ""
  }

  /// The value of a key of the query, decoded; nil where it is missing or wrong.
  func value(of key: String) -> String? {
    for pair in query.utf8.split(separator: UInt8(ascii: "&")) {
      let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, parts[0].elementsEqual(key.utf8) else { continue }
      return percentDecoded(Array(parts[1])[...]).flatMap { String(validating: $0, as: UTF8.self) }
    }
    return nil
  }
}

/// Nil where a "%" is not followed by two digits.
private func percentDecoded(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
  var decoded: [UInt8] = []
  var index = bytes.startIndex
  while index < bytes.endIndex {
    if bytes[index] == UInt8(ascii: "%") {
      guard index + 2 < bytes.endIndex, let high = digit(bytes[index + 1]), let low = digit(bytes[index + 2]) else {
        return nil
      }
      decoded.append(high << 4 | low)
      index += 3
    } else {
      decoded.append(bytes[index])
      index += 1
    }
  }
  return decoded
}

private func digit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
  default: nil
  }
}
