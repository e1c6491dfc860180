@testable import SiteGen
@testable import SiteGenPreview

private let snapshot: Snapshot = {
  var builder = Builder()
  let built = builder.build([
    SourceFile(path: "Content/index.md", bytes: Array("---\ntitle: Home\nsummary: A page\n---\n\nWords.\n".utf8)),
    SourceFile(path: "sitegen.yaml", bytes: Array("title: Site\nlanguage: en\n".utf8)),
  ])
  return Snapshot(site: built.value.map(SiteInMemory.init))
}()

/// A request is refused, or its path has no part that leads elsewhere and the answer is one that the server gives. The same
/// bytes are read alike whether they arrive at once or in parts.
func fuzzRequests(_ bytes: [UInt8]) {
  do throws(RequestHead.Refusal) {
    guard let length = try RequestHead.length(in: bytes) else { return }
    demand(length <= bytes.count && length > 0, "a head is longer than the request")
    let isAlike = (try? RequestHead.length(in: Array(bytes[..<length]))) == length
    demand(isAlike, "a head has another length without what follows")
    let request = try RequestHead(bytes[..<length])
    let path = try SitePath(target: request.target)
    let parts = path.text.split(separator: "/", omittingEmptySubsequences: false)
    demand(!parts.contains("..") && !parts.contains("."), "a path leads elsewhere: \(path.text)")
    demand(
      !path.text.utf8.contains { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }, "a path has a control character"
    )
    for handler in [RequestHandler(nonce: "n"), RequestHandler(basePath: "/base/", nonce: "n")] {
      let response = handler.response(to: path, request, snapshot)
      demand([200, 206, 301, 304, 404, 416].contains(response.status), "the status is \(response.status)")
      for header in response.headers {
        demand(!header.value.utf8.contains { $0 == 0x0A || $0 == 0x0D }, "a header has a line break")
      }
    }
  } catch {
    demand((400...505).contains(error.status) && !error.reason.isEmpty, "a refusal without a reason")
  }
}
