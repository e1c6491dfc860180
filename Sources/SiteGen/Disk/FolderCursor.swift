/// Opens files below a folder by their paths, one component at a time, so that no link in a path is followed.
///
/// Keeps the folder of the last path open, because adjacent paths in sorted order often share a folder.
struct FolderCursor {
  private let root: Folder
  private var path = ""
  private var folder: Folder

  init(_ root: Folder) {
    self.root = root
    folder = root
  }

  /// The folder that contains the entry at a path, and the entry's name. If `making`, missing folders are made.
  mutating func parent(of path: String, making: Bool = false) throws(SystemError) -> (folder: Folder, name: String) {
    let slash = path.utf8.lastIndex(of: 0x2F)
    let above = slash.map { path[..<$0] } ?? ""
    if above != self.path {
      folder = try root.folder(at: above, making: making)
      self.path = String(above)
    }
    return (folder, slash.map { String(path[path.utf8.index(after: $0)...]) } ?? path)
  }

  /// Replaces the buffer's content with that of a regular file.
  @discardableResult
  mutating func read(_ path: String, limit: Int = .max, into buffer: inout [UInt8]) throws(ReadFailure) -> FileStatus {
    let found: (folder: Folder, name: String)
    do throws(SystemError) {
      found = try parent(of: path)
    } catch {
      throw .system(error)
    }
    return try found.folder.read(found.name, limit: limit, into: &buffer)
  }

  /// The status of the entry at a path; nil only if there is no entry.
  mutating func status(_ path: String) throws(SystemError) -> FileStatus? {
    do throws(SystemError) {
      let (folder, name) = try parent(of: path)
      return try folder.status(name)
    } catch {
      guard error == .missing else { throw error }
      return nil
    }
  }

  /// Writes a new file, and makes the missing folders above it.
  mutating func write(_ path: String, _ bytes: [UInt8], modified: Int? = nil) throws(SystemError) {
    let (folder, name) = try parent(of: path, making: true)
    try folder.write(name, bytes, modified: modified)
  }
}

extension Folder {
  /// The folder at a path below this one; "" is this folder. If `making`, missing folders are made.
  func folder(at path: some StringProtocol, making: Bool = false) throws(SystemError) -> Folder {
    var folder = self
    for name in path.split(separator: "/") {
      folder = making ? try folder.makeFolder(String(name)) : try folder.folder(String(name))
    }
    return folder
  }
}
