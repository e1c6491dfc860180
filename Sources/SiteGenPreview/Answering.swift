import SiteGen

/// What the server answers: a look-up in the site's table of paths, never on a disk.
struct Answering: Sendable {
  /// Starts and ends with "/".
  var basePath = "/"
  /// Whether pages get the script.
  var reloads = true
  /// Random text that no page can know.
  var nonce: String

  /// The server's own addresses: no file of a site starts with a dot.
  static let ownFolder = ".sitegen/"

  /// The head of the news, whose body does not end.
  static let eventStream = Response(status: 200, headers: [("Content-Type", "text/event-stream; charset=utf-8")])

  private var served: ServedPage { ServedPage(nonce: reloads ? nonce : "") }

  /// The answer to a request for the site, its claims or the script.
  func response(to path: SitePath, _ request: RequestHead, _ snapshot: Snapshot) -> Response {
    switch path.text {
    case Answering.ownFolder + "preview.js":
      let script = Array(pageScript.utf8)
      return .file(script, type: "text/javascript; charset=utf-8", tag: hash(script), to: request)
    case Answering.ownFolder + "events": return Answering.eventStream
    case Answering.ownFolder + "claim":
      guard let place = path.value(of: "id").flatMap({ snapshot.site?.place(ofClaim: $0) }) else {
        return .words(404, "there is no such claim")
      }
      return .words(200, place)
    default:
      var response = file(path.text, request, snapshot)
      response.isForever =
        response.status == 200 && path.text.hasSuffix(".css")
        && path.value(of: ServedPage.versionKey) == snapshot.styles
      return response
    }
  }

  /// The hash of the page that an address shows now, without what the server adds.
  func currentHash(of address: String, _ snapshot: Snapshot) -> String? {
    guard let target = try? SitePath(target: Array(address.utf8)) else { return nil }
    guard let site = snapshot.site else { return hash(ServedPage.noSite) }
    switch find(target.text, in: site) {
    case .file(let path): return site.bytes(of: path).map(hash)
    case .missing, .moved: return site.bytes(of: "404.html").map(hash)
    }
  }

  private func file(_ path: String, _ request: RequestHead, _ snapshot: Snapshot) -> Response {
    guard let site = snapshot.site else {
      let page = served.bytes(of: ServedPage.noSite, snapshot)
      return .file(page, type: "text/html; charset=utf-8", tag: hash(page), status: 503, to: request)
    }
    switch find(path, in: site) {
    case .file(let path): return file(path, status: 200, of: site, request, snapshot)
    case .moved(let address):
      return Response(status: 301, headers: [("Location", address)])
    case .missing:
      guard site.has("404.html") else { return .words(404, "there is no such page") }
      return file("404.html", status: 404, of: site, request, snapshot)
    }
  }

  private func file(
    _ path: String, status: Int, of site: SiteInMemory, _ request: RequestHead, _ snapshot: Snapshot
  ) -> Response {
    guard var bytes = site.bytes(of: path), let type = site.contentType(of: path) else {
      return .words(404, "there is no such page")
    }
    if path.hasSuffix(".html") { bytes = served.bytes(of: bytes, snapshot) }
    return .file(bytes, type: type, tag: hash(bytes), status: status, to: request)
  }

  private enum Found {
    case file(String)
    case moved(String)
    case missing
  }

  /// As hosts of plain files do: `x` shows x.html, `x/` shows x/index.html, and `x` leads to `x/` where only that is.
  private func find(_ path: String, in site: SiteInMemory) -> Found {
    var path = path
    let base = basePath.dropFirst()
    if !base.isEmpty {
      if path == base.dropLast() { return .moved(basePath) }
      guard path.hasPrefix(base) else { return .missing }
      path = String(path.dropFirst(base.count))
    }
    if path.isEmpty || path.hasSuffix("/") { path += "index.html" }
    if site.has(path) { return .file(path) }
    if site.has(path + ".html") { return .file(path + ".html") }
    return .missing
  }
}
