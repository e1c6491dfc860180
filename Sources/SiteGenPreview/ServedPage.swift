import SiteGen

/// Adds the server's script and the diagnostics to a page. The site in memory keeps the published bytes.
struct ServedPage {
  /// Random for each server, so that the policy allows only the server's script; empty if pages get no script.
  let nonce: String

  /// The page with the script and, if the newest inputs have errors, a section with the diagnostics.
  func bytes(of page: [UInt8], _ snapshot: Snapshot) -> [UInt8] {
    let parts = PageParts(of: page)
    var head = Array(page[..<parts.headEnd])
    var rest = page[parts.headEnd...]
    if snapshot.hasFailed { rest.insert(contentsOf: ServedPage.notice(snapshot).utf8, at: parts.bodyStart) }
    guard !nonce.isEmpty else { return head + rest }
    if let policy = parts.policy {
      let published = String(decoding: head[policy], as: UTF8.self)
      head.replaceSubrange(policy, with: escaped(allowingScript(unescaped(published))).utf8)
    }
    let data = "data-seen=\"\(pageHash(page))\" data-styles=\"\(snapshot.styles)\""
    let script = "<script nonce=\"\(nonce)\" src=\"/.sitegen/preview.js\" \(data) defer></script>\n"
    return head + Array(script.utf8) + rest
  }

  /// The page that is shown until there is a site without errors.
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

  /// The diagnostics as part of the page, for readers without scripts.
  private static func notice(_ snapshot: Snapshot) -> String {
    var text = "<section id=\"sitegen-diagnostics\" role=\"alert\"><p><strong>"
    text += "The inputs of \(snapshot.time) have errors."
    if let time = snapshot.siteTime { text += " This page is from \(time)." }
    text += "</strong></p>\n"
    for diagnostic in snapshot.diagnostics {
      text += "<p>\(escaped(diagnostic.head))</p>\n<pre>\(escaped(diagnostic.rest))</pre>\n"
    }
    return text + "</section>\n"
  }

  /// The published policy (CSP 3) with permission for the script and its requests to this server.
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
  var bytes: [UInt8] = []
  appendEscapedAttribute(text.utf8, to: &bytes)
  return String(decoding: bytes, as: UTF8.self)
}

/// The inverse of `escaped`.
private func unescaped(_ text: String) -> String {
  // Why `&amp;` last: its replacement must not be read as the start of a reference.
  let references = [("&#39;", "'"), ("&quot;", "\""), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")]
  return references.reduce(text) { $0.replacing($1.0, with: $1.1) }
}
