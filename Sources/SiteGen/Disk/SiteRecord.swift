/// What sitegen wrote into a folder: `sitegen.json`, by which it knows its own files again.
struct SiteRecord: Equatable, Sendable {
  static let name = "sitegen.json"

  /// Sorted by path (UTF-8 order), the record itself aside.
  var files: [File]

  struct File: Equatable, Sendable {
    var path: String
    var bytes: Int
    var sha256: String

    /// Whether these are the bytes that sitegen wrote.
    func describes(_ content: [UInt8]) -> Bool {
      content.count == bytes && SiteGen.sha256(content) == sha256
    }
  }

  init(files: [File]) {
    self.files = files
  }

  /// Reads a record; nil for anything that is not one, or that names a path outside of its folder.
  init?(_ json: [UInt8]) {
    guard firstInvalidByte(json) == nil else { return nil }
    var reader = RecordReader(json)
    guard let files = reader.record(), files.allSatisfy({ isPathInside($0.path) }) else { return nil }
    self.files = files.sorted { utf8Precedes($0.path, $1.path) }
  }

  /// One file a line, so that a change in the site is a short difference.
  var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("format", 1)
      json.member("generator", "sitegen")
      json.key("files")
      json.array { json in
        for file in files {
          json.onOneLine { json in
            json.object { json in
              json.member("path", file.path)
              json.member("bytes", file.bytes)
              json.member("sha256", file.sha256)
            }
          }
        }
      }
    }
    json.endLine()
    return json.bytes
  }

  /// The folders that hold the files.
  var folders: Set<String> { foldersHolding(files.lazy.map(\.path)) }
}

/// Every folder above some paths.
func foldersHolding(_ paths: some Sequence<String>) -> Set<String> {
  var folders: Set<String> = []
  for path in paths {
    var rest = path[...]
    while let slash = rest.utf8.lastIndex(of: 0x2F) {
      rest = rest[..<slash]
      guard folders.insert(String(rest)).inserted else { break }
    }
  }
  return folders
}

/// Whether a path stays in the folder that it is relative to, and is not the record's.
func isPathInside(_ path: String) -> Bool {
  !path.isEmpty && path != SiteRecord.name && !path.utf8.contains(0)
    && path.utf8.split(separator: 0x2F, omittingEmptySubsequences: false)
      .allSatisfy { !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8) }
}

/// Reads the one shape of JSON that a record has, in any layout and order of keys.
private struct RecordReader {
  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func record() -> [SiteRecord.File]? {
    var format: Int?
    var generator: String?
    var files: [SiteRecord.File]?
    let isRead = object { reader, key in
      switch key {
      case "format": format = reader.number()
      case "generator": generator = reader.string()
      case "files": files = reader.files()
      default: return false
      }
      return true
    }
    skipBlanks()
    guard isRead, at == bytes.count, format == 1, generator == "sitegen" else { return nil }
    return files
  }

  private mutating func files() -> [SiteRecord.File]? {
    var files: [SiteRecord.File] = []
    guard take("[") else { return nil }
    if take("]") { return files }
    repeat {
      var path: String?
      var size: Int?
      var sha256: String?
      let isRead = object { reader, key in
        switch key {
        case "path": path = reader.string()
        case "bytes": size = reader.number()
        case "sha256": sha256 = reader.string()
        default: return false
        }
        return true
      }
      guard isRead, let path, let size, let sha256, sha256.utf8.count == 64 else { return nil }
      files.append(.init(path: path, bytes: size, sha256: sha256))
    } while take(",")
    return take("]") ? files : nil
  }

  private mutating func object(_ value: (inout RecordReader, String) -> Bool) -> Bool {
    guard take("{") else { return false }
    if take("}") { return true }
    repeat {
      guard let key = string(), take(":"), value(&self, key) else { return false }
    } while take(",")
    return take("}")
  }

  private mutating func number() -> Int? {
    skipBlanks()
    var value: Int?
    while at < bytes.count, bytes[at].isDigit, (value ?? 0) < 1 << 50 {
      value = (value ?? 0) * 10 + Int(bytes[at] - 0x30)
      at += 1
    }
    return value
  }

  private mutating func string() -> String? {
    guard take("\"") else { return nil }
    var text: [UInt8] = []
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      switch byte {
      case 0x22: return String(decoding: text, as: UTF8.self)
      case 0x5C:
        guard let scalar = escape() else { return nil }
        text.append(contentsOf: String(Character(scalar)).utf8)
      case 0..<0x20: return nil
      default: text.append(byte)
      }
    }
    return nil
  }

  /// After a backslash. Surrogates are not read: sitegen does not write them.
  private mutating func escape() -> Unicode.Scalar? {
    guard at < bytes.count else { return nil }
    let byte = bytes[at]
    at += 1
    switch byte {
    case 0x22, 0x5C, 0x2F: return Unicode.Scalar(byte)
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      guard at + 4 <= bytes.count else { return nil }
      defer { at += 4 }
      return UInt32(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16).flatMap(Unicode.Scalar.init)
    default: return nil
    }
  }

  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard at < bytes.count, bytes[at] == UInt8(ascii: mark) else { return false }
    at += 1
    return true
  }

  private mutating func skipBlanks() {
    while at < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[at]) { at += 1 }
  }
}
