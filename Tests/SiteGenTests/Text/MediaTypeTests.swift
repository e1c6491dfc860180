import Testing

@testable import SiteGen

@Suite struct MediaTypeTests {
  @Test(arguments: [
    ("a", "application/octet-stream"), ("a.exe", "application/octet-stream"), (".html", "text/html; charset=utf-8"),
    ("a.html/b", "application/octet-stream"), ("A.HTML", "text/html; charset=utf-8"),
    ("a.b.CSS", "text/css; charset=utf-8"),
    ("a.mjs", "text/javascript; charset=utf-8"), ("a.xml", "application/xml; charset=utf-8"),
    ("a.webmanifest", "application/manifest+json; charset=utf-8"), ("a.vtt", "text/vtt; charset=utf-8"),
    ("a.woff2", "font/woff2"), ("a.woff", "font/woff"), ("a.ttf", "font/ttf"), ("a.otf", "font/otf"),
    ("a.mp4", "video/mp4"), ("a.webm", "video/webm"), ("a.mp3", "audio/mpeg"), ("a.ogg", "audio/ogg"),
    ("a.avif", "image/avif"), ("a.webp", "image/webp"), ("a.wasm", "application/wasm"), ("a.pdf", "application/pdf"),
    ("a.zip", "application/zip"),
  ])
  func dependsOnTheExtension(path: String, type: String) {
    #expect(MediaType(ofFileAt: path).contentType == type)
  }
}
