import Foundation

/// What sitegen wrote into a folder: `sitegen.json`, by which it knows its own files again.
struct SiteRecord: Equatable, Sendable {
  static let name = "sitegen.json"

  /// Sorted by path (UTF-8 order), the record itself aside.
  var files: [File]

  struct File: Equatable, Sendable, Decodable {
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
    guard firstInvalidByte(json) == nil, let content = try? JSONDecoder().decode(Content.self, from: Data(json)),
      content.format == 1, content.generator == "sitegen", content.files.allSatisfy({ isPathInside($0.path) })
    else { return nil }
    files = content.files.sorted { utf8Precedes($0.path, $1.path) }
  }

  private struct Content: Decodable {
    var format: Int
    var generator: String
    var files: [File]
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
