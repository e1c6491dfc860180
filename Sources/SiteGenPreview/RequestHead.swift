import SiteGen

/// The head of a request (RFC 9112), read strictly: only browsers have a reason to ask.
struct RequestHead: Equatable {
  enum Method: Equatable {
    case get, head
    /// Any other, which is refused with 405.
    case other
  }

  var method: Method
  /// As it was sent, not decoded.
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

  /// Why a request is not answered with what it asks for.
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
    var lineStart = 0
    for (index, byte) in bytes.enumerated() where byte == 0x0A {
      let length = index - lineStart
      if lineStart == 0, length > longestLine { throw tooLong }
      // Why: an empty line, with or without CR, ends the head.
      if lineStart > 0, length == 0 || (length == 1 && bytes[lineStart] == 0x0D) { return index + 1 }
      lineStart = index + 1
      guard lineStart <= longest else { throw Refusal(431, "the headers are too long") }
    }
    if lineStart == 0, bytes.count > longestLine { throw tooLong }
    guard bytes.count <= longest else { throw Refusal(431, "the headers are too long") }
    return nil
  }

  private static let tooLong = Refusal(400, "the address is too long")

  /// Reads a whole head.
  init(_ bytes: ArraySlice<UInt8>) throws(Refusal) {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      line.last == 0x0D ? line.dropLast() : line
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    guard let first = lines.first else { throw Refusal(400, "the request is empty") }
    let words = first.split(separator: 0x20, omittingEmptySubsequences: false)
    guard words.count == 3, !words.contains(where: \.isEmpty), words[0].allSatisfy(isTokenByte) else {
      throw Refusal(400, "the first line is not 'method address version'")
    }
    switch String(decoding: words[2], as: UTF8.self) {
    case "HTTP/1.1": staysOpen = true
    case "HTTP/1.0": staysOpen = false
    default: throw Refusal(505, "only HTTP/1.1 is spoken here")
    }
    target = Array(words[1])
    switch String(decoding: words[0], as: UTF8.self) {
    case "GET": method = .get
    case "HEAD": method = .head
    default: method = .other
    }
    guard lines.count - 1 <= RequestHead.mostHeaders else { throw Refusal(431, "there are too many headers") }
    host = ""
    var hosts = 0
    var names: Set<String> = []
    for line in lines.dropFirst() {
      let (name, value) = try RequestHead.header(line)
      names.insert(name)
      switch name {
      case "host":
        hosts += 1
        host = value.lowercased()
      case "connection":
        if value.lowercased().contains("close") { staysOpen = false }
      case "content-length":
        guard !value.isEmpty, value.utf8.count <= 18, value.utf8.allSatisfy(\.isDigit) else {
          throw Refusal(400, "the length of a body is not a number")
        }
        // Why: a body is never read, so it could not be told from the next request.
        if value != "0" { staysOpen = false }
      case "transfer-encoding": staysOpen = false
      case "if-none-match": ifNoneMatch = ifNoneMatch.map { $0 + ", " + value } ?? value
      case "range": range = value
      case "if-range": ifRange = value
      default: break
      }
    }
    // Why: such a request could be read as two different ones (RFC 9112, 6.1).
    guard names.isDisjoint(with: ["content-length"]) || names.isDisjoint(with: ["transfer-encoding"]) else {
      throw Refusal(400, "a body has two lengths")
    }
    guard hosts == 1 else { throw Refusal(400, "a request names one host") }
    if method == .other { staysOpen = false }
  }

  private static func header(_ line: ArraySlice<UInt8>) throws(Refusal) -> (name: String, value: String) {
    guard let colon = line.firstIndex(of: 0x3A), colon > line.startIndex, line[..<colon].allSatisfy(isTokenByte) else {
      throw Refusal(400, "a header is not 'name: value'")
    }
    let value = line[(colon + 1)...]
    guard value.allSatisfy({ $0 == 0x09 || ($0 >= 0x20 && $0 != 0x7F) }) else {
      throw Refusal(400, "a header holds a control character")
    }
    let trimmed = value.drop(while: \.isSpaceOrTab).reversed().drop(while: \.isSpaceOrTab).reversed()
    return (String(decoding: line[..<colon], as: UTF8.self).lowercased(), String(decoding: trimmed, as: UTF8.self))
  }
}

/// RFC 9110, 5.6.2.
private func isTokenByte(_ byte: UInt8) -> Bool { byte.isLetterOrDigit || "!#$%&'*+-.^_`|~".utf8.contains(byte) }
