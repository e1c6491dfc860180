import Foundation

/// The record of the files that sitegen wrote to a folder (`sitegen.json`). A later build recognises its files by this
/// record.
struct SiteRecord: Equatable, Sendable {
  static let name = "sitegen.json"
  /// The largest record that is read, in bytes: that of about a million files.
  static let largest = 256 << 20

  /// Sorted by path (UTF-8 order), without the record itself. While files are replaced one by one, a path that changes
  /// has two entries: the old version and the new one.
  var files: [File]

  struct File: Hashable, Sendable, Decodable {
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

  /// The entries of each path.
  var versions: [String: [File]] { Dictionary(grouping: files, by: \.path) }

  /// The folders that contain the files, directly or in other folders.
  var folders: Set<String> { foldersHolding(files.lazy.map(\.path)) }
}

extension Folder {
  /// Whether a file has the content of one of the versions; false also if there is no such file.
  func holds(
    _ name: String, oneOf versions: [SiteRecord.File], _ buffer: inout [UInt8]
  ) throws(SystemError) -> Bool {
    do throws(ReadFailure) {
      try read(name, limit: versions.lazy.map(\.bytes).max() ?? 0, into: &buffer)
      return versions.contains { $0.describes(buffer) }
    } catch {
      if case .system(let error) = error, error != .missing, error != .symbolicLink { throw error }
      return false
    }
  }
}

extension SiteRecord.File {
  init(path: String, content: [UInt8]) {
    self.init(path: path, bytes: content.count, sha256: SiteGen.sha256(content))
  }
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
