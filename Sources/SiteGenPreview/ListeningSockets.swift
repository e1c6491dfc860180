import FlyingSocks

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Sockets that wait for connections, all on one port.
struct ListeningSockets {
  var sockets: [Socket]
  var port: UInt16

  /// The reason why no socket could be opened.
  enum Failure: Error, Equatable {
    case taken(UInt16)
    case forbidden(UInt16)
    case noSuchAddress(String)
    case system(String)
  }

  /// Listens on the given port. If the port is taken and another one is allowed (not `mustBe`), listens on the next
  /// port that is free at all addresses.
  init(at addresses: [String], port: UInt16, mustBe: Bool) throws(Failure) {
    var port = port
    for _ in 0..<100 {
      do throws(Failure) {
        self = try ListeningSockets(at: addresses, port: port)
        return
      } catch {
        guard case .taken = error, !mustBe, port < .max else { throw error }
        port += 1
      }
    }
    throw .taken(port)
  }

  private init(at addresses: [String], port: UInt16) throws(Failure) {
    sockets = []
    self.port = port
    for (index, address) in addresses.enumerated() {
      do throws(Failure) {
        // Why `self.port`: for port 0, the system chooses a port for the first socket, and the other sockets must use
        // the same.
        let socket = try ListeningSockets.listen(at: address, port: self.port)
        sockets.append(socket)
        if case .ip4(_, let number)? = try? socket.sockname() { self.port = number }
        if case .ip6(_, let number)? = try? socket.sockname() { self.port = number }
      } catch {
        // Why: without IPv6, the server still listens at 127.0.0.1.
        if index > 0, case .noSuchAddress = error { continue }
        for socket in sockets { try? socket.close() }
        throw error
      }
    }
  }

  private static func listen(at address: String, port: UInt16) throws(Failure) -> Socket {
    var opened: Socket?
    do {
      let isIPv6 = address.utf8.contains(UInt8(ascii: ":"))
      // Why the thrown error is ignored: for text that is not an address, it has the number of an earlier error.
      let target: (any SocketAddress)? =
        isIPv6 ? try? .inet6(ip6: address, port: port) : try? .inet(ip4: address, port: port)
      guard let target else { throw Failure.noSuchAddress(address) }
      let socket = try Socket(domain: isIPv6 ? AF_INET6 : AF_INET)
      opened = socket
      _ = fcntl(socket.file.rawValue, F_SETFD, FD_CLOEXEC)
      try socket.setValue(true, for: .localAddressReuse)
      if isIPv6 { try socket.setValue(true, for: BoolSocketOption(level: Int32(IPPROTO_IPV6), name: IPV6_V6ONLY)) }
      try socket.bind(to: target)
      try socket.listen()
      return socket
    } catch {
      try? opened?.close()
      guard case .failed(_, let number, let words)? = error as? SocketError else { throw .noSuchAddress(address) }
      switch number {
      case EADDRINUSE: throw .taken(port)
      case EACCES: throw .forbidden(port)
      case EADDRNOTAVAIL, EAFNOSUPPORT, EINVAL: throw .noSuchAddress(address)
      default: throw .system(words)
      }
    }
  }
}
