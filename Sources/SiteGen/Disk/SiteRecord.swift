import Foundation

/// The record of the files that sitegen wrote to a folder (`sitegen.json`). A later build recognises its files by this
/// record.
struct SiteRecord: Equatable, Sendable {
  static let name = "sitegen.json"

  /// Sorted by path (UTF-8 order), without the record itself.
  var files: [File]

  struct File: Equatable, Sendable, Decodable {
    var path: String
    var bytes: Int
    var sha256: String

    /// Whether the content is what sitegen wrote.
    func describes(_ content: [UInt8]) -> Bool {
      content.count == bytes && SiteGen.sha256(content) == sha256
    }
  }

  init(files: [File]) {
    self.files = files
  }

  /// Reads a record; nil if it is malformed or lists a path that `isPathInside` refuses.
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

  /// One file per line, so that a change to the site gives a short diff.
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

  /// The folders that contain the files, directly or in other folders.
  var folders: Set<String> { foldersHolding(files.lazy.map(\.path)) }
}

/// Every folder above one of the paths.
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

/// Whether a relative path stays inside the output folder and is not the path of the record.
func isPathInside(_ path: String) -> Bool {
  !path.isEmpty && path != SiteRecord.name && !path.utf8.contains(0)
    && path.utf8.split(separator: 0x2F, omittingEmptySubsequences: false)
      .allSatisfy { !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8) }
}
