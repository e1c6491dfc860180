/// The process that holds the lock of a folder, as "'sitegen' (process 4711)"; nil if the system does not say.
func lockHolder(of folder: FileIdentity) -> String? {
  let inode = ":" + String(folder.inode)
  let locks = lines(of: "/proc/locks").map { $0.split(separator: " ") }
    .filter { $0.count > 5 && $0[1] == "FLOCK" && $0[5].hasSuffix(inode) }
  // Why the device decides only between several locks: some file systems show another device there than stat(2) does.
  let own = locks.first { deviceNumber($0[5]) == folder.device } ?? (locks.count == 1 ? locks[0] : nil)
  // The number is 0 if the process is in another container.
  guard let process = own?[4], process != "0" else { return nil }
  return lines(of: "/proc/\(process)/comm").first.map { "'\($0)' (process \(process))" } ?? "process \(process)"
}

/// The device number of "fe:01:5531060", as stat(2) gives it.
private func deviceNumber(_ text: Substring) -> UInt64? {
  let parts = text.split(separator: ":")
  guard parts.count == 3, let major = UInt64(parts[0], radix: 16), let minor = UInt64(parts[1], radix: 16) else {
    return nil
  }
  let low = (major & 0xFFF) << 8 | minor & 0xFF
  let high = (major & ~0xFFF) << 32 | (minor & ~0xFF) << 12
  return high | low
}

private func lines(of path: String) -> [Substring] {
  var bytes: [UInt8] = []
  do throws(ReadFailure) {
    try readFile(path, into: &bytes)
  } catch {
    // Only the name of the process is missing then.
    return []
  }
  return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
}
