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
    let name =
      path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8[path.utf8.index(after: $0)...] } ?? path.utf8[...]
    let dot = name.lastIndex(of: UInt8(ascii: "."))
    let fileExtension = dot.map { path[path.utf8.index(after: $0)...].lowercased() } ?? ""
    self = MediaType.ofExtensions[fileExtension] ?? MediaType("application/octet-stream", isText: false)
  }

  /// The types of files that a site may have, its own pictures, films, fonts and documents included.
  private static let ofExtensions: [String: MediaType] = {
    let texts = [
      "html": "text/html", "htm": "text/html", "css": "text/css", "js": "text/javascript", "mjs": "text/javascript",
      "json": "application/json", "geojson": "application/geo+json", "webmanifest": "application/manifest+json",
      "csv": "text/csv", "txt": "text/plain", "md": "text/plain", "vtt": "text/vtt", "xml": "application/xml",
      "svg": "image/svg+xml", "bib": "application/x-bibtex", "ris": "application/x-research-info-systems",
    ]
    let others = [
      "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp",
      "avif": "image/avif", "ico": "image/x-icon", "woff2": "font/woff2", "woff": "font/woff", "ttf": "font/ttf",
      "otf": "font/otf", "mp4": "video/mp4", "webm": "video/webm", "mp3": "audio/mpeg", "m4a": "audio/mp4",
      "ogg": "audio/ogg", "wav": "audio/wav", "pdf": "application/pdf", "zip": "application/zip",
      "wasm": "application/wasm",
    ]
    return texts.mapValues { MediaType($0) }.merging(others.mapValues { MediaType($0, isText: false) }) { text, _ in
      text
    }
  }()

  /// The value of the HTTP header Content-Type.
  var contentType: String { isText ? name + "; charset=utf-8" : name }
}
