import SiteGen

/// Answers requests with the files of a site in memory. A request never reaches the disk.
struct RequestHandler: Sendable {
  /// Starts and ends with "/".
  var basePath = "/"
  /// Whether pages get the script that reloads them.
  var reloads = true
  /// One more name of this server in Host headers, in lower case, such as that of a proxy.
  var host: String?
  /// Random text that pages cannot know.
  var nonce: String

  /// The prefix of the server's own addresses. No path of a site starts with a dot.
  static let ownFolder = ".sitegen/"

  private static let script = embeddedFiles(at: "SiteGenPreview/page.js").first?.bytes ?? []

  /// The answer to a request for the script, the place of a claim or a file of the site.
  func response(to path: SitePath, _ request: RequestHead, _ snapshot: Snapshot) -> Response {
    switch path.text {
    case RequestHandler.ownFolder + "preview.js":
      return .file(RequestHandler.script, type: "text/javascript; charset=utf-8", to: request)
    case RequestHandler.ownFolder + "events": return .eventStream
    case RequestHandler.ownFolder + "claim":
      guard let place = path.value(of: "id").flatMap({ snapshot.site?.place(ofClaim: $0) }) else {
        return .text(404, "there is no such claim")
      }
      return .text(200, place)
    default:
      return file(at: path.text, version: path.value(of: "v"), request, snapshot)
    }
  }

  /// The hash of the page that is shown at an address, without the additions of the server; nil if there is no page.
  func currentHash(of address: String, _ snapshot: Snapshot) -> String? {
    guard let site = snapshot.site else { return pageHash(ServedPage.noSite) }
    guard let path = try? SitePath(target: Array(address.utf8)), case .file(let path, _) = find(path.text, in: site)
    else { return nil }
    return site.bytes(of: path).map(pageHash)
  }

  private func file(at path: String, version: String?, _ request: RequestHead, _ snapshot: Snapshot) -> Response {
    let served = ServedPage(nonce: reloads ? nonce : "")
    guard let site = snapshot.site else {
      let page = served.bytes(of: ServedPage.noSite, snapshot)
      return .file(page, type: "text/html; charset=utf-8", status: 503, to: request)
    }
    switch find(path, in: site) {
    case .file(let path, let status):
      guard var bytes = site.bytes(of: path), let type = site.contentType(of: path) else { break }
      let isPage = path.hasSuffix(".html")
      let isCurrent = !isPage && version == contentVersion(of: bytes)
      if isPage { bytes = served.bytes(of: bytes, snapshot) }
      var response = Response.file(bytes, type: type, status: status, to: request)
      response.isImmutable = response.status == 200 && isCurrent
      return response
    case .moved(let address): return Response(status: 301, headers: [("Location", address)])
    case .missing: break
    }
    return .text(404, "there is no such page")
  }

  private enum Target {
    case file(String, status: Int)
    case moved(to: String)
    case missing
  }

  /// Follows the rules of static hosts: `x` shows x.html, `x/` shows x/index.html, and the base path without its final
  /// "/" is redirected.
  private func find(_ path: String, in site: SiteInMemory) -> Target {
    let base = basePath.dropFirst()
    if !base.isEmpty, path == base.dropLast() { return .moved(to: basePath) }
    if path.hasPrefix(base) {
      let path = path.dropFirst(base.count)
      let candidates = path.isEmpty || path.hasSuffix("/") ? [path + "index.html"] : [path, path + ".html"]
      if let found = candidates.map(String.init).first(where: site.has) { return .file(found, status: 200) }
    }
    return site.has("404.html") ? .file("404.html", status: 404) : .missing
  }
}
