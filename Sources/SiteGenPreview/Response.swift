import SiteGen

/// An answer without the headers that all answers share; `bytes(to:staysOpen:)` adds them.
struct Response {
  var status: Int
  var headers: [(name: String, value: String)] = []
  /// Nil if there is no body or its length is not known.
  var body: [UInt8]? = []
  /// Whether the content at this address never changes.
  var isImmutable = false

  /// The start of a stream of server-sent events, which ends with the connection.
  static let eventStream = Response(
    status: 200, headers: [("Content-Type", "text/event-stream; charset=utf-8")], body: nil)

  static func text(_ status: Int, _ text: String) -> Response {
    Response(status: status, headers: [("Content-Type", "text/plain; charset=utf-8")], body: Array("\(text)\n".utf8))
  }

  static func refusal(_ refusal: RequestHead.Refusal) -> Response {
    var response = text(refusal.status, refusal.reason)
    if refusal.status == 405 { response.headers.append(("Allow", "GET, HEAD")) }
    return response
  }

  /// A file: without a body (304) if the browser already has these bytes; a part of the file (206) or no body (416) for
  /// a range.
  static func file(_ body: [UInt8], type: String, status: Int = 200, to request: RequestHead) -> Response {
    let tag = "\"\(hash(body))\""
    var response = Response(status: status, headers: [("Content-Type", type), ("ETag", tag)], body: body)
    guard status == 200 else { return response }
    response.headers.append(("Accept-Ranges", "bytes"))
    if let known = request.ifNoneMatch, matches(known, tag) {
      response.status = 304
      response.body = nil
      return response
    }
    guard request.method == .get, let range = request.range, request.ifRange.map({ $0 == tag }) ?? true else {
      return response
    }
    switch ByteRange(range, of: body.count) {
    case .all: break
    case .none:
      response.status = 416
      response.headers.append(("Content-Range", "bytes */\(body.count)"))
      response.body = []
    case .part(let part):
      response.status = 206
      response.headers.append(("Content-Range", "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(body.count)"))
      response.body = Array(body[part])
    }
    return response
  }

  /// Whether an If-None-Match header contains a tag, by weak comparison (RFC 9110, 13.1.2).
  private static func matches(_ header: String, _ tag: String) -> Bool {
    header.split(separator: ",").contains { entry in
      let entry = entry.drop { $0 == " " }
      let value = entry.hasPrefix("W/") ? entry.dropFirst(2) : entry
      return value == tag || value == "*"
    }
  }

  /// The bytes to send; an answer to HEAD has the body's length but not the body.
  func bytes(to method: RequestHead.Method, staysOpen: Bool) -> [UInt8] {
    var head = "HTTP/1.1 \(status) \(Response.reason(status))\r\n"
    for (name, value) in headers { head += "\(name): \(value)\r\n" }
    if let body { head += "Content-Length: \(body.count)\r\n" }
    head += "Cache-Control: \(isImmutable ? "max-age=31536000, immutable" : "no-cache")\r\n"
    // Why no CORS header: no other site may read the served files.
    head += "X-Content-Type-Options: nosniff\r\nCross-Origin-Resource-Policy: same-origin\r\n"
    if !staysOpen { head += "Connection: close\r\n" }
    return Array("\(head)\r\n".utf8) + (method == .head ? [] : body ?? [])
  }

  private static func reason(_ status: Int) -> String {
    switch status {
    case 200: "OK"
    case 206: "Partial Content"
    case 301: "Moved Permanently"
    case 304: "Not Modified"
    case 400: "Bad Request"
    case 404: "Not Found"
    case 405: "Method Not Allowed"
    case 408: "Request Timeout"
    case 416: "Range Not Satisfiable"
    case 421: "Misdirected Request"
    case 431: "Request Header Fields Too Large"
    case 503: "Service Unavailable"
    case 505: "HTTP Version Not Supported"
    default: "Error"
    }
  }
}

/// A Range header (RFC 9110, 14.2) with one range. For several ranges or a malformed one, the whole file is sent.
private enum ByteRange {
  case all, none
  case part(Range<Int>)

  init(_ header: String, of count: Int) {
    self = .all
    guard header.hasPrefix("bytes=") else { return }
    let ends = header.dropFirst(6).split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard ends.count == 2, ends.allSatisfy({ $0.utf8.allSatisfy(\.isDigit) }) else { return }
    switch (Int(ends[0]), Int(ends[1])) {
    case (let first?, nil) where ends[1].isEmpty: self = first < count ? .part(first..<count) : .none
    case (let first?, let last?) where first <= last:
      self = first < count ? .part(first..<min(last, count - 1) + 1) : .none
    case (nil, let length?) where ends[0].isEmpty:
      self = length > 0 && count > 0 ? .part(max(0, count - length)..<count) : .none
    default: break
    }
  }
}
