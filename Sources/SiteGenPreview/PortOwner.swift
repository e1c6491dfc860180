import SiteGen

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The process that listens at a port, as "'python3' (process 4711)"; nil where the system does not say.
func ownerOfPort(_ port: UInt16) -> String? {
  let sockets = Set(["/proc/net/tcp", "/proc/net/tcp6"].flatMap { listeners(at: port, in: $0) })
  guard !sockets.isEmpty else { return nil }
  for process in names(in: "/proc") where process.utf8.allSatisfy(\.isDigit) {
    for file in names(in: "/proc/\(process)/fd") {
      var target = [CChar](repeating: 0, count: 64)
      let count = readlink("/proc/\(process)/fd/\(file)", &target, target.count)
      guard count > 0, sockets.contains(String(decoding: target[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self))
      else { continue }
      let name = contents(of: "/proc/\(process)/comm").split(separator: "\n").first.map(String.init)
      return name.map { "'\($0)' (process \(process))" } ?? "process \(process)"
    }
  }
  return nil
}

/// The inodes of listening sockets, as links in /proc name them (proc_pid_net(5)).
private func listeners(at port: UInt16, in table: String) -> [String] {
  contents(of: table).split(separator: "\n").dropFirst().compactMap { line in
    let fields = line.split(separator: " ")
    guard fields.count > 9, fields[3] == "0A", let colon = fields[1].lastIndex(of: ":"),
      UInt16(fields[1][fields[1].index(after: colon)...], radix: 16) == port
    else { return nil }
    return "socket:[\(fields[9])]"
  }
}

private func names(in folder: String) -> [String] {
  guard let folder = opendir(folder) else { return [] }
  defer { closedir(folder) }
  var names: [String] = []
  while let entry = readdir(folder) {
    let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
    names.append(String(cString: UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self)))
  }
  return names
}

private func contents(of path: String) -> String {
  let file = open(path, O_RDONLY | O_CLOEXEC)
  guard file >= 0 else { return "" }
  defer { close(file) }
  var bytes: [UInt8] = []
  var part = [UInt8](repeating: 0, count: 16 << 10)
  while bytes.count < 8 << 20 {
    let count = part.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
    guard count > 0 else { break }
    bytes += part[..<count]
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// The IPv4 addresses at which other machines in the network reach this one.
func addressesInNetwork() -> [String] {
  var first: UnsafeMutablePointer<ifaddrs>?
  guard getifaddrs(&first) == 0 else { return [] }
  defer { freeifaddrs(first) }
  var found: [String] = []
  var next = first
  while let entry = next {
    next = entry.pointee.ifa_next
    guard let address = entry.pointee.ifa_addr, Int32(address.pointee.sa_family) == AF_INET else { continue }
    var text = [CChar](repeating: 0, count: 64)
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    guard getnameinfo(address, size, &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST) == 0 else { continue }
    let name = String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    if !name.hasPrefix("127.") { found.append(name) }
  }
  return found
}
