#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What stands at a path.
struct FileStatus {
  enum Kind { case file, folder, link, other }

  let kind: Kind
  let size: Int
  let identity: FileIdentity
  /// The permission bits.
  let mode: UInt32

  /// Of the path itself; of what a link leads to when links are followed.
  init(_ path: String, followingLinks: Bool = false) throws(SystemError) {
    var status = stat()
    guard (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { throw .last }
    self.init(status)
  }

  fileprivate init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    case S_IFLNK: kind = .link
    default: kind = .other
    }
    size = Int(status.st_size)
    identity = FileIdentity(device: UInt64(truncatingIfNeeded: status.st_dev), inode: UInt64(status.st_ino))
    mode = UInt32(status.st_mode & 0o7777)
  }
}

/// By what a file system knows a file, whatever its names.
struct FileIdentity: Hashable {
  let device: UInt64
  let inode: UInt64
}

extension FileIdentity {
  /// Of what a path leads to; nil where that cannot be asked.
  init?(at path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(device: UInt64(truncatingIfNeeded: status.st_dev), inode: UInt64(status.st_ino))
  }
}

/// A name in a folder; nil text where it is not UTF-8.
struct FolderEntry {
  let name: String?
  /// The name with U+FFFD for what is not UTF-8.
  let shownName: String
  let kind: FileStatus.Kind
}

/// The entries of a folder, sorted by the bytes of their names, "." and ".." aside.
func entries(ofFolder path: String) throws(SystemError) -> [FolderEntry] {
  guard let folder = opendir(path) else { throw .last }
  defer { closedir(folder) }
  var found: [(bytes: [UInt8], kind: FileStatus.Kind)] = []
  errno = 0
  while let entry = readdir(folder) {
    // Why: a copy of the entry would read beyond a short one, so its name is reached by its offset.
    let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
    let start = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: UInt8.self)
    let name = Array(
      UnsafeBufferPointer(start: start, count: strlen(UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self))))
    guard name != [0x2E], name != [0x2E, 0x2E] else { continue }
    let kind: FileStatus.Kind
    switch Int32(entry.pointee.d_type) {
    case Int32(DT_REG): kind = .file
    case Int32(DT_DIR): kind = .folder
    case Int32(DT_LNK): kind = .link
    case Int32(DT_UNKNOWN):
      kind = (try? FileStatus(path + "/" + String(decoding: name, as: UTF8.self)))?.kind ?? .other
    default: kind = .other
    }
    found.append((name, kind))
    errno = 0
  }
  guard errno == 0 else { throw .last }
  found.sort { $0.bytes.lexicographicallyPrecedes($1.bytes) }
  return found.map { entry in
    let shown = String(decoding: entry.bytes, as: UTF8.self)
    return FolderEntry(
      name: firstInvalidByte(entry.bytes) == nil ? shown : nil, shownName: shown, kind: entry.kind)
  }
}

/// Why a file was not read.
enum ReadFailure: Error {
  case system(SystemError)
  case notAFile
  case tooLarge(Int)
}

/// Replaces a buffer's content with that of a regular file; never waits for a pipe, never reads beyond the limit.
func readFile(_ path: String, limit: Int = .max, into buffer: inout [UInt8]) throws(ReadFailure) {
  buffer.removeAll(keepingCapacity: true)
  let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
  guard file >= 0 else { throw .system(.last) }
  defer { close(file) }
  var status = stat()
  guard fstat(file, &status) == 0 else { throw .system(.last) }
  let found = FileStatus(status)
  guard found.kind == .file else { throw .notAFile }
  guard found.size <= limit else { throw .tooLarge(found.size) }
  // One more than its size, so that the last read sees the end.
  var room = found.size + 1
  while true {
    let before = buffer.count
    var count = 0
    buffer.append(addingCapacity: room) { rest in
      repeat { count = read(file, rest.baseAddress, rest.count) } while count < 0 && errno == EINTR
      return max(count, 0)
    }
    guard count >= 0 else { throw .system(.last) }
    guard count > 0 else { return }
    guard buffer.count <= limit else { throw .tooLarge(buffer.count) }
    room = max(room - (buffer.count - before), 4096)
  }
}

/// Writes a new file, in folders that are made where they are missing; fails where there is a file already.
func writeNewFile(_ path: String, _ bytes: [UInt8]) throws(SystemError) {
  var file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o666)
  if file < 0, errno == ENOENT {
    try makeFolders(above: path)
    file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o666)
  }
  guard file >= 0 else { throw .last }
  let failure = bytes.withUnsafeBytes { bytes -> SystemError? in
    var written = 0
    while written < bytes.count {
      let count = write(file, bytes.baseAddress?.advanced(by: written), bytes.count - written)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return .last }
      written += count
    }
    return nil
  }
  // Why: a full network or quota disk may say so only when the file is closed.
  guard close(file) == 0 || errno == EINTR else { throw failure ?? .last }
  if let failure { throw failure }
}

/// Makes every missing folder above a path.
func makeFolders(above path: String) throws(SystemError) {
  guard let slash = path.utf8.lastIndex(of: 0x2F), slash > path.startIndex else { return }
  let folder = String(path[..<slash])
  if mkdir(folder, 0o777) == 0 || errno == EEXIST { return }
  guard errno == ENOENT else { throw .last }
  try makeFolders(above: folder)
  guard mkdir(folder, 0o777) == 0 || errno == EEXIST else { throw .last }
}

/// The path without links, "." and ".."; what does not exist is kept as it is written below what does.
func resolvedPath(_ path: String) throws(SystemError) -> String {
  if let real = realpath(path, nil) {
    defer { free(real) }
    return String(cString: real)
  }
  guard errno == ENOENT else { throw .last }
  if (try? FileStatus(path))?.kind == .link { throw SystemError(number: ENOENT) }
  var trimmed = path
  while trimmed.utf8.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
  let slash = trimmed.utf8.lastIndex(of: 0x2F)
  let name = slash.map { String(trimmed[trimmed.utf8.index(after: $0)...]) } ?? trimmed
  let above = slash.map { $0 == trimmed.startIndex ? "/" : String(trimmed[..<$0]) } ?? "."
  guard !name.isEmpty, name != ".", name != ".." else { throw SystemError(number: ENOENT) }
  let folder = try resolvedPath(above)
  return folder == "/" ? "/" + name : folder + "/" + name
}

/// Removes a file or a folder with all that is in it; links are removed, not followed. False where something stays.
@discardableResult
func removeAll(_ path: String) -> Bool {
  guard let status = try? FileStatus(path) else { return true }
  guard status.kind == .folder else { return unlink(path) == 0 }
  for entry in (try? entries(ofFolder: path)) ?? [] {
    guard let name = entry.name else { return false }
    if entry.kind == .folder { removeAll(path + "/" + name) } else { unlink(path + "/" + name) }
  }
  return rmdir(path) == 0
}

extension [UInt8] {
  /// Appends what `fill` writes into free room; it returns how many bytes that were.
  fileprivate mutating func append(addingCapacity room: Int, _ fill: (UnsafeMutableRawBufferPointer) -> Int) {
    let added = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      count = fill(UnsafeMutableRawBufferPointer(buffer))
    }
    if isEmpty { self = added } else { append(contentsOf: added) }
  }
}
