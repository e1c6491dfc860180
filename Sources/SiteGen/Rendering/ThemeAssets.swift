/// The files of a theme's assets/ as the site publishes them, with their versions.
///
/// In style sheets, the addresses of other assets get versions, so that no cache combines an old font with a new style.
/// An address with the query `?inline` becomes a `data:` address with the bytes of the asset. All other bytes stay as
/// they are.
struct ThemeAssets: Sendable {
  /// Sorted by path (UTF-8 order).
  let files: [SourceFile]
  let versions: VersionedFiles
  /// `assets/style.css` with all assets that it loads as `data:` addresses, for a page that may load nothing; empty if
  /// there is none.
  let selfContainedStyle: [UInt8]

  /// `originals`: the files by their path from the root of the site. `rootKey`: see `VersionedFiles`.
  init(_ originals: [SourceFile], rootKey: String) {
    var publisher = AssetPublisher(originals)
    files = originals.map { SourceFile(path: $0.path, bytes: publisher.bytes(of: $0.path)) }
    versions = VersionedFiles(rootKey: rootKey, versions: publisher.versions)
    selfContainedStyle = publisher.selfContained("assets/style.css")
  }
}

/// Publishes a style sheet after the files that it loads, because its bytes contain their versions.
private struct AssetPublisher {
  private let originals: [String: [UInt8]]
  private var published: [String: [UInt8]] = [:]
  private(set) var versions: [String: String] = [:]
  private var begun: Set<String> = []

  init(_ files: [SourceFile]) {
    originals = Dictionary(files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func bytes(of path: String) -> [UInt8] {
    if let bytes = published[path] { return bytes }
    let original = originals[path] ?? []
    // Why the original bytes of a sheet that has begun: two sheets that import each other have no order.
    guard begun.insert(path).inserted else { return original }
    let bytes = path.lowercased().hasSuffix(".css") ? versioned(original, at: path) : original
    published[path] = bytes
    versions[path] = contentVersion(of: bytes)
    return bytes
  }

  /// A style sheet with the assets that it loads in place of their addresses; empty if there is none at the path.
  mutating func selfContained(_ path: String) -> [UInt8] {
    originals[path].map { versioned($0, at: path, isInline: true) } ?? []
  }

  /// A style sheet with a version in the address of each asset that it loads. `isInline`: with the assets themselves.
  private mutating func versioned(_ sheet: [UInt8], at path: String, isInline all: Bool = false) -> [UInt8] {
    var bytes: [UInt8] = []
    var end = 0
    for span in StyleSheetAddresses.spans(in: sheet) {
      let whole = sheet[span].prefix { $0 != UInt8(ascii: "#") }
      let isMarked = whole.reversed().starts(with: AssetPublisher.inline.utf8.reversed())
      let isInline = isMarked || all
      let address = isMarked ? whole.dropLast(AssetPublisher.inline.utf8.count) : whole
      guard let target = target(of: address, from: path), originals[target] != nil else { continue }
      let content = self.bytes(of: target)
      bytes += sheet[end..<(isInline ? address.startIndex : address.endIndex)]
      bytes += isInline ? dataAddress(of: content, at: target) : Array(("?v=" + contentVersion(of: content)).utf8)
      end = whole.endIndex
    }
    return bytes + sheet[end...]
  }

  private static let inline = "?inline"

  /// The asset itself as an address (RFC 2397).
  private func dataAddress(of content: [UInt8], at path: String) -> [UInt8] {
    let types = ["woff2": "font/woff2", "woff": "font/woff", "svg": "image/svg+xml", "png": "image/png"]
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return Array("data:\(types[ending] ?? "application/octet-stream");base64,".utf8) + base64(content)
  }

  /// The path from the root of the site to which a relative address in a sheet leads; nil for other addresses.
  private func target(of address: ArraySlice<UInt8>, from sheet: String) -> String? {
    guard address.first != UInt8(ascii: "/"), !address.contains(UInt8(ascii: ":")) else { return nil }
    var folders = sheet.split(separator: "/").dropLast().map(String.init)
    let decoded = String(decoding: percentDecoded(address).bytes, as: UTF8.self)
    for part in decoded.split(separator: "/", omittingEmptySubsequences: false) where part != "." {
      if part != ".." { folders.append(String(part)) } else if folders.popLast() == nil { return nil }
    }
    return folders.joined(separator: "/")
  }
}

/// The addresses in a style sheet: those of `url(…)`, and those of `@import` without `url` (CSS Syntax Level 3).
enum StyleSheetAddresses {
  /// The spans of the addresses, without quotation marks, in order.
  static func spans(in sheet: [UInt8]) -> [Range<Int>] {
    var spans: [Range<Int>] = []
    var index = 0
    while index < sheet.count {
      let rest = sheet[index...]
      if rest.starts(with: "/*".utf8) {
        index = rest.dropFirst(2).firstPlace(of: "*/")?.upperBound ?? sheet.count
      } else if isWord("url(", at: index, in: sheet) {
        let start = skipSpace(in: sheet, from: index + 4)
        let span = string(in: sheet, from: start) ?? unquoted(in: sheet, from: start)
        spans.append(span)
        index = max(span.upperBound, index + 4)
        // Why: the closing mark of a string must not be read as the start of another one.
        if start < span.lowerBound { index += 1 }
      } else if isWord("@import", at: index, in: sheet) {
        index = skipSpace(in: sheet, from: index + 7)
        guard let span = string(in: sheet, from: index) else { continue }
        spans.append(span)
        index = span.upperBound + 1
      } else if let span = string(in: sheet, from: index) {
        index = span.upperBound + 1
      } else {
        index += 1
      }
    }
    return spans
  }

  /// Whether a word is at an offset, in capitals or not, and does not continue a longer name.
  private static func isWord(_ word: String, at index: Int, in sheet: [UInt8]) -> Bool {
    guard sheet[index...].prefix(word.utf8.count).map(\.lowercased) == Array(word.utf8) else { return false }
    guard index > 0 else { return true }
    let before = sheet[index - 1]
    return !before.isLetterOrDigit && before != UInt8(ascii: "-") && before != UInt8(ascii: "_") && before < 0x80
  }

  private static func skipSpace(in sheet: [UInt8], from start: Int) -> Int {
    sheet[min(start, sheet.count)...].firstIndex { $0 > 0x20 } ?? sheet.count
  }

  /// The content of a string that starts at an offset; nil if none does.
  private static func string(in sheet: [UInt8], from start: Int) -> Range<Int>? {
    guard start < sheet.count, sheet[start] == UInt8(ascii: "\"") || sheet[start] == UInt8(ascii: "'") else {
      return nil
    }
    var end = start + 1
    while end < sheet.count, sheet[end] != sheet[start], sheet[end] != 0x0A {
      end += sheet[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    return start + 1..<min(end, sheet.count)
  }

  /// The content of `url(…)` without quotation marks.
  private static func unquoted(in sheet: [UInt8], from start: Int) -> Range<Int> {
    start..<(sheet[start...].firstIndex { $0 <= 0x20 || $0 == UInt8(ascii: ")") } ?? sheet.count)
  }
}
