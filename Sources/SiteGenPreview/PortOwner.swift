import SiteGen

#if canImport(Glibc)
  import FoundationEssentials
  import Glibc
#else
  import Foundation
#endif

/// The process that listens on a port, as "'python3' (process 4711)"; nil if it cannot be determined.
func ownerOfPort(_ port: UInt16) -> String? {
  let sockets = Set(["/proc/net/tcp", "/proc/net/tcp6"].flatMap { listeners(at: port, in: $0) })
  guard !sockets.isEmpty else { return nil }
  for process in names(in: "/proc") where process.utf8.allSatisfy(\.isDigit) {
    let files = names(in: "/proc/\(process)/fd").map { "/proc/\(process)/fd/\($0)" }
    let targets = files.lazy.compactMap { try? FileManager.default.destinationOfSymbolicLink(atPath: $0) }
    guard targets.contains(where: sockets.contains) else { continue }
    let name = lines(of: "/proc/\(process)/comm").first
    return name.map { "'\($0)' (process \(process))" } ?? "process \(process)"
  }
  return nil
}

/// The sockets that listen on a port, written like the targets of links in /proc: `socket:[<inode>]` (proc_pid_net(5)).
private func listeners(at port: UInt16, in table: String) -> [String] {
  lines(of: table).dropFirst().compactMap { line in
    let fields = line.split(separator: " ")
    guard fields.count > 9, fields[3] == "0A", let colon = fields[1].lastIndex(of: ":"),
      UInt16(fields[1][fields[1].index(after: colon)...], radix: 16) == port
    else { return nil }
    return "socket:[\(fields[9])]"
  }
}

private func names(in folder: String) -> [String] {
  (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
}

private func lines(of path: String) -> [Substring] {
  (try? String(contentsOfFile: path, encoding: .utf8))?.split(separator: "\n") ?? []
}

/// The IPv4 addresses at which other machines in the network can reach this one.
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
