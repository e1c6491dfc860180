/// A mount of this process, as /proc/self/mountinfo lists it (proc_pid_mountinfo(5)).
struct Mount: Equatable {
  /// The file system's device, "254:0".
  let device: String
  /// The folder of the file system that is mounted.
  let root: String
  /// Where it is mounted.
  let point: String

  /// Nil if the line is malformed.
  init?(_ line: Substring) {
    let fields = line.split(separator: " ")
    guard fields.count > 5 else { return nil }
    device = String(fields[2])
    root = Mount.unescaped(fields[3])
    point = Mount.unescaped(fields[4])
  }

  /// A space is written as \040.
  private static func unescaped(_ field: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(field.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\\"), rest.count >= 3,
        let code = UInt8(String(decoding: rest.prefix(3), as: UTF8.self), radix: 8)
      {
        bytes.append(code)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Where a folder, or a folder in it, is mounted a second time; nil if nowhere that this process can see. `table` are the
/// lines of /proc/self/mountinfo.
func mountElsewhere(of path: String, in table: String) -> String? {
  let mounts = table.split(separator: "\n").compactMap(Mount.init)
  func rest(of path: String, below folder: String) -> String? {
    if folder == "/" { return path }
    guard path.utf8.starts(with: folder.utf8) else { return nil }
    let rest = path.utf8.dropFirst(folder.utf8.count)
    return rest.isEmpty || rest.first == 0x2F ? String(decoding: rest, as: UTF8.self) : nil
  }
  // Of several mounts above the path, the innermost counts; of several at one place, the last.
  var own: (index: Int, path: String)?
  var longest = 0
  for (index, mount) in mounts.enumerated() {
    guard let rest = rest(of: path, below: mount.point), mount.point.utf8.count >= longest else { continue }
    longest = mount.point.utf8.count
    own = (index, (mount.root == "/" ? "" : mount.root) + rest)
  }
  guard let own else { return nil }
  let device = mounts[own.index].device
  for (index, mount) in mounts.enumerated() where index != own.index && mount.device == device {
    if rest(of: mount.root, below: own.path) != nil { return mount.point }
  }
  return nil
}

/// The same with the mounts of this process; nil on a system that does not list them.
func mountElsewhere(of path: String) throws(PublishError) -> String? {
  let table = "/proc/self/mountinfo"
  var bytes: [UInt8] = []
  do throws(ReadFailure) {
    try readFile(table, into: &bytes)
  } catch {
    switch error {
    case .system(.missing): return nil
    case .system(let error) where error.isForbidden: return nil
    case .system(let error): throw .readingFailed(table, error)
    case .notAFile, .tooLarge: return nil
    }
  }
  return mountElsewhere(of: path, in: String(decoding: bytes, as: UTF8.self))
}
