import SiteGen

/// The places in a page where its head ends, where its body begins, and where its policy is. Tags may be in capitals or
/// omitted (HTML, 13.1.2.4).
struct PageParts {
  /// Before `</head>`, or before the tag that ends a head that is not closed.
  private(set) var headEnd: Int
  /// After `<body …>`, or where a body without a start tag begins.
  private(set) var bodyStart: Int
  /// The span of the `content` of the first `<meta http-equiv="Content-Security-Policy">`.
  private(set) var policy: Range<Int>?

  /// Elements that a head may contain.
  private static let ofHead: Set<String> = [
    "html", "head", "meta", "link", "base", "title", "style", "script", "noscript", "template",
  ]
  /// Elements whose content is skipped, because tags in it do not end the head.
  private static let raw: Set<String> = ["title", "style", "script", "noscript", "template"]

  init(of page: [UInt8]) {
    var index = 0
    headEnd = page.count
    while let tag = Tag(in: page, from: index) {
      if !PageParts.ofHead.contains(tag.name), tag.name.first != "!" {
        headEnd = tag.start
        break
      }
      if policy == nil, tag.name == "meta" { policy = tag.policy(in: page) }
      index = PageParts.raw.contains(tag.name) ? tag.endOfRawText(in: page) : tag.end
    }
    bodyStart = headEnd
    guard let tag = Tag(in: page, from: headEnd) else { return }
    let next = tag.name == "/head" ? Tag(in: page, from: tag.end) : tag
    if tag.name == "/head" { bodyStart = tag.end }
    if let next, next.name == "body" { bodyStart = next.end }
  }

  /// A start or end tag, with its name in lower case; the name of an end tag starts with "/". Comments and declarations
  /// are tags named "!".
  private struct Tag {
    let name: String
    let start: Int
    /// The offset after the tag.
    let end: Int

    init?(in page: [UInt8], from index: Int) {
      guard let start = page[index...].firstIndex(of: UInt8(ascii: "<")) else { return nil }
      self.start = start
      if page[start...].starts(with: Array("<!--".utf8)) {
        name = "!"
        end = page[start...].firstPlace(of: "-->")?.upperBound ?? page.count
        return
      }
      let letters = page[(start + 1)...].prefix { $0.isLetter || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "!") }
      name = letters.first == UInt8(ascii: "!") ? "!" : String(decoding: letters, as: UTF8.self).lowercased()
      end = page[start...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? page.count
    }

    /// The offset after the end tag that closes the element's raw text.
    func endOfRawText(in page: [UInt8]) -> Int {
      var index = end
      while let next = page[index...].firstPlace(of: "</") {
        let letters = page[next.upperBound...].prefix(while: \.isLetter)
        if String(decoding: letters, as: UTF8.self).lowercased() == name {
          return page[next.upperBound...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? page.count
        }
        index = next.upperBound
      }
      return page.count
    }

    func policy(in page: [UInt8]) -> Range<Int>? {
      let lower = page[start..<end].map(\.lowercased)
      guard lower.firstPlace(of: "content-security-policy") != nil, let name = lower.firstPlace(of: " content=") else {
        return nil
      }
      let open = start + name.upperBound
      guard open < end, page[open] == UInt8(ascii: "\"") || page[open] == UInt8(ascii: "'"),
        let close = page[(open + 1)..<end].firstIndex(of: page[open])
      else { return nil }
      return open + 1..<close
    }
  }
}
