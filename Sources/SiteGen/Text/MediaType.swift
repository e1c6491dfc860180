/// A media type (RFC 6838).
struct MediaType: Sendable {
  let name: String
  /// Whether files of the type are text. Text is always UTF-8.
  let isText: Bool

  init(_ name: String, isText: Bool = true) {
    self.name = name
    self.isText = isText
  }

  /// The media type for a file's extension; `application/octet-stream` if the extension is unknown.
  init(ofFileAt path: String) {
    let name = path.split(separator: "/").last ?? ""
    let fileExtension = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
    self =
      switch fileExtension {
      case "html": MediaType("text/html")
      case "css": MediaType("text/css")
      case "js", "mjs": MediaType("text/javascript")
      case "json": MediaType("application/json")
      case "csv": MediaType("text/csv")
      case "txt", "md": MediaType("text/plain")
      case "xml": MediaType("application/xml")
      case "svg": MediaType("image/svg+xml")
      case "png": MediaType("image/png", isText: false)
      case "jpg", "jpeg": MediaType("image/jpeg", isText: false)
      case "gif": MediaType("image/gif", isText: false)
      case "webp": MediaType("image/webp", isText: false)
      case "avif": MediaType("image/avif", isText: false)
      case "ico": MediaType("image/x-icon", isText: false)
      case "woff2": MediaType("font/woff2", isText: false)
      case "woff": MediaType("font/woff", isText: false)
      case "pdf": MediaType("application/pdf", isText: false)
      case "wasm": MediaType("application/wasm", isText: false)
      default: MediaType("application/octet-stream", isText: false)
      }
  }

  /// The value of the HTTP header Content-Type.
  var contentType: String { isText ? name + "; charset=utf-8" : name }
}
