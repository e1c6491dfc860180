import Foundation

/// The absolute path of an existing file or folder, without links, "." or "..".
func realPath(_ path: String) throws(SystemError) -> String {
  guard let real = realpath(path, nil) else { throw .last }
  defer { free(real) }
  return String(cString: real)
}

/// The target of a symbolic link, as the link contains it.
func target(ofLink path: String) throws(SystemError) -> String {
  var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
  let count = readlink(path, &buffer, buffer.count)
  guard count >= 0 else { throw .last }
  return String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

/// The identities of the file or folder at a path and of all folders above it that exist.
func identities(from path: String) throws(SystemError) -> Set<FileIdentity> {
  var found: Set<FileIdentity> = []
  var rest = path[...]
  while true {
    if let status = try FileStatus.of(rest.isEmpty ? "/" : String(rest)) { found.insert(status.identity) }
    guard let slash = rest.utf8.lastIndex(of: 0x2F) else { return found }
    rest = rest[..<slash]
  }
}
