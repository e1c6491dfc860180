import SiteGen

/// A page with what the server adds to it; its own bytes stay as they would be published.
struct ServedPage {
  /// Made anew by each server: with it the policy lets in the server's script and no other.
  let nonce: String

  /// The page with the script and, when the newest inputs make no site, with the findings as plain text.
  func bytes(of page: [UInt8], _ snapshot: Snapshot) -> [UInt8] {
    let seen = hash(page)
    let parts = PageParts(of: page)
    var head = Array(page[..<parts.headEnd])
    var rest = page[parts.headEnd...]
    if snapshot.hasFailed { rest.insert(contentsOf: ServedPage.notice(snapshot).utf8, at: parts.bodyStart) }
    guard !nonce.isEmpty else { return head + rest }
    if let policy = parts.policy {
      let published = String(decoding: head[policy], as: UTF8.self)
      head.replaceSubrange(policy, with: escaped(allowingScript(unescaped(published))).utf8)
    }
    let script =
      "<script nonce=\"\(nonce)\" src=\"/.sitegen/preview.js\" data-seen=\"\(seen)\" data-styles=\"\(snapshot.styles)\" defer>"
    return naming(styles: snapshot.styles, inHeadOf: head[...]) + Array("\(script)</script>\n".utf8) + rest
  }

  /// The key of an address's query with which a style sheet names its version.
  static let versionKey = "sitegen"

  /// A page's head in which each style sheet of the site has its version in its address.
  ///
  /// Why: a browser then takes it from its cache without asking, and a page that is shown anew needs no second answer.
  private func naming(styles: String, inHeadOf head: ArraySlice<UInt8>) -> [UInt8] {
    var rest = head
    var named: [UInt8] = []
    while let found = rest.firstPlace(of: ".css\"") {
      named += rest[..<(found.upperBound - 1)]
      let address = named[((named.lastIndex(of: UInt8(ascii: "\"")) ?? -1) + 1)...]
      if address.firstPlace(of: "//") == nil { named += "?\(ServedPage.versionKey)=\(styles)".utf8 }
      rest = rest[(found.upperBound - 1)...]
    }
    return named + rest
  }

  /// The page that is shown while there is no good site yet.
  static let noSite = Array(
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>sitegen: no site yet</title>
    </head>
    <body>
    </body>
    </html>

    """.utf8)

  /// What stands in the page itself, for those who read without scripts.
  private static func notice(_ snapshot: Snapshot) -> String {
    var text = "<section id=\"sitegen-findings\" role=\"alert\"><p><strong>The inputs of \(snapshot.time) make no site."
    if let time = snapshot.siteTime { text += " This page is of \(time)." }
    text += "</strong></p>\n"
    for finding in snapshot.findings {
      text += "<p>\(escaped(finding.head))</p>\n<pre>\(escaped(finding.rest))</pre>\n"
    }
    return text + "</section>\n"
  }

  /// The published policy (CSP 3), and the script and its questions to this server.
  func allowingScript(_ policy: String) -> String {
    var directives = policy.split(separator: ";").map { $0.split(separator: " ").map(String.init) }
      .filter { !$0.isEmpty }
    let fallback = directives.first { $0[0] == "default-src" }?.dropFirst() ?? []
    let isOpen = !directives.contains { $0[0] == "default-src" }
    for (name, source) in [("script-src", "'nonce-\(nonce)'"), ("connect-src", "'self'")] {
      if let index = directives.firstIndex(where: { $0[0] == name }) {
        directives[index].removeAll { $0 == "'none'" }
        if !directives[index].contains(source) { directives[index].append(source) }
      } else if !isOpen {
        directives.append([name] + fallback.filter { $0 != "'none'" && $0 != source } + [source])
      }
    }
    return directives.map { $0.joined(separator: " ") }.joined(separator: "; ")
  }
}

private func escaped(_ text: String) -> String {
  var escaped = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": escaped += "&amp;"
    case "<": escaped += "&lt;"
    case ">": escaped += "&gt;"
    case "\"": escaped += "&quot;"
    case "'": escaped += "&#39;"
    default: escaped.unicodeScalars.append(scalar)
    }
  }
  return escaped
}

/// What templates write in an attribute, as it was before; a policy holds no other references.
private func unescaped(_ text: String) -> String {
  var rest = text[...]
  var plain = ""
  let known = ["&#39;": "'", "&quot;": "\"", "&lt;": "<", "&gt;": ">", "&amp;": "&"]
  while let first = rest.first {
    if let (reference, character) = known.first(where: { rest.hasPrefix($0.key) }) {
      plain += character
      rest = rest.dropFirst(reference.count)
    } else {
      plain.append(first)
      rest = rest.dropFirst()
    }
  }
  return plain
}
