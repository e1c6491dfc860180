import SiteGen

/// The head of a request (RFC 9112), parsed strictly, because all legitimate clients are browsers.
struct RequestHead: Equatable {
  enum Method: String {
    case get = "GET"
    case head = "HEAD"
    /// Any other method, which is refused with 405.
    case other
  }

  var method: Method
  /// The target as it was sent, not decoded.
  var target: [UInt8]
  /// Whether more requests may follow on the same connection.
  var staysOpen: Bool
  /// In lower case.
  var host: String
  var ifNoneMatch: String?
  var range: String?
  var ifRange: String?

  /// The limits of the first line and of the whole head, in bytes.
  static let longestLine = 8 << 10
  static let longest = 32 << 10
  private static let mostHeaders = 100

  /// The reason why a request is refused.
  struct Refusal: Error, Equatable {
    var status: Int
    var reason: String

    init(_ status: Int, _ reason: String) {
      self.status = status
      self.reason = reason
    }
  }

  /// The length of the head in bytes, its empty line included; nil while it is not complete.
  static func length(in bytes: [UInt8]) throws(Refusal) -> Int? {
    let length = [bytes.firstPlace(of: "\n\r\n"), bytes.firstPlace(of: "\n\n")].compactMap { $0?.upperBound }.min()
    guard bytes.firstIndex(of: 0x0A) ?? bytes.count <= longestLine else {
      throw Refusal(400, "the address is too long")
    }
    guard length ?? bytes.count <= longest else { throw Refusal(431, "the headers are too long") }
    return length
  }

  /// Parses a complete head.
  init(_ bytes: ArraySlice<UInt8>) throws(Refusal) {
    let lines = bytes.split(separator: 0x0A).map { $0.last == 0x0D ? $0.dropLast() : $0 }.filter { !$0.isEmpty }
    guard let first = lines.first else { throw Refusal(400, "the request is empty") }
    let words = first.split(separator: 0x20, omittingEmptySubsequences: false)
    guard words.count == 3, !words.contains(where: \.isEmpty), words[0].allSatisfy(isTokenByte) else {
      throw Refusal(400, "the first line is not 'method address version'")
    }
    let version = String(decoding: words[2], as: UTF8.self)
    guard version == "HTTP/1.1" || version == "HTTP/1.0" else {
      throw Refusal(505, "only HTTP/1.0 and HTTP/1.1 are supported")
    }
    target = Array(words[1])
    method = [.get, .head].first { words[0].elementsEqual($0.rawValue.utf8) } ?? .other

    guard lines.count - 1 <= RequestHead.mostHeaders else { throw Refusal(431, "there are too many headers") }
    var headers: [String: [String]] = [:]
    for line in lines.dropFirst() {
      let (name, value) = try RequestHead.header(line)
      headers[name, default: []].append(value)
    }
    guard let hosts = headers["host"], hosts.count == 1 else { throw Refusal(400, "a request must name one host") }
    host = hosts[0].lowercased()
    let lengths = headers["content-length"] ?? []
    guard lengths.allSatisfy({ !$0.isEmpty && $0.utf8.count <= 18 && $0.utf8.allSatisfy(\.isDigit) }) else {
      throw Refusal(400, "the length of a body is not a number")
    }
    // Why: such a request could be read as two different ones (RFC 9112, 6.1).
    let isEncoded = headers["transfer-encoding"] != nil
    guard lengths.isEmpty || !isEncoded else { throw Refusal(400, "a body has two lengths") }
    // Why the connection closes after a request with a body: bodies are never read, so the body would be taken for the
    // next request.
    let hasBody = isEncoded || lengths.contains { $0 != "0" }
    let isLast = headers["connection", default: []].contains { $0.lowercased().contains("close") }
    staysOpen = version == "HTTP/1.1" && method != .other && !hasBody && !isLast
    ifNoneMatch = headers["if-none-match"]?.joined(separator: ", ")
    range = headers["range"]?.last
    ifRange = headers["if-range"]?.last
  }

  private static func header(_ line: ArraySlice<UInt8>) throws(Refusal) -> (name: String, value: String) {
    guard let colon = line.firstIndex(of: 0x3A), colon > line.startIndex, line[..<colon].allSatisfy(isTokenByte) else {
      throw Refusal(400, "a header is not 'name: value'")
    }
    let value = line[(colon + 1)...]
    guard value.allSatisfy({ $0 == 0x09 || ($0 >= 0x20 && $0 != 0x7F) }) else {
      throw Refusal(400, "a header contains a control character")
    }
    let trimmed = value.drop(while: \.isSpaceOrTab).reversed().drop(while: \.isSpaceOrTab).reversed()
    return (String(decoding: line[..<colon], as: UTF8.self).lowercased(), String(decoding: trimmed, as: UTF8.self))
  }
}

/// Whether a token may contain the byte (RFC 9110, 5.6.2).
private func isTokenByte(_ byte: UInt8) -> Bool { byte.isLetterOrDigit || "!#$%&'*+-.^_`|~".utf8.contains(byte) }
