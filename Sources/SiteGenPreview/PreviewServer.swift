import FlyingSocks
public import SiteGen

#if canImport(Glibc)
  import Dispatch
  import Glibc
#else
  import Darwin
  import Dispatch
#endif

/// The options for serving a site.
public struct PreviewOptions: Sendable {
  public var project = "."
  public var isStrict = false
  /// Nil for 4173 or the next free port.
  public var port: UInt16?
  /// Nil to listen for this machine only, at 127.0.0.1 and ::1.
  public var address: String?
  /// One more name that requests may use, in lower case.
  public var host: String?
  /// Starts and ends with "/".
  public var basePath = "/"
  /// Whether pages get the script that reloads them.
  public var reloads = true

  public init() {}
}

/// Events of the server, to be printed in the terminal.
public enum PreviewEvent: Sendable {
  /// The site is served at this address; `others` are the addresses for other machines in the network. `portTaken` says
  /// who uses the port that was tried first; nil if it was free.
  case listening(address: String, others: [String], portTaken: String?)
  /// The system does not report all changes, so the server polls the files.
  case polls(reason: String)
  /// The project was read for the first time.
  case started(BuildReport, time: Duration)
  /// The project was read again. `changed` are the inputs that changed. `differing` is the number of pages that were
  /// added, removed or changed; nil if the number is not known or the last good site stays.
  case changed(BuildReport, [String], time: Duration, differing: Int?)
}

/// The reason why a site cannot be served.
public struct PreviewFailure: Error {
  public var message: String
  public var remedy: String
}

/// Serves a project's site until the process ends. Writes nothing.
public func servePreview(
  _ options: PreviewOptions, report: @escaping @Sendable (PreviewEvent) -> Void
) async throws(PreviewFailure) -> Never {
  let openFiles = limitOfOpenFiles()
  let listening = try openSockets(options)
  let host = options.address.flatMap { $0 == "0.0.0.0" || $0 == "::" ? nil : $0 } ?? "localhost"
  func link(_ host: String) -> String {
    "http://\(host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]" : host):\(listening.port)\(options.basePath)"
  }
  let isOpen = options.address == "0.0.0.0" || options.address == "::"
  let wanted = options.port ?? PreviewOptions.usualPort
  let taken = listening.port == wanted || wanted == 0 ? nil : ownerOfPort(wanted) ?? "another program"
  report(
    .listening(
      address: link(host), others: isOpen ? addressesInNetwork().map(link) : [],
      portTaken: taken.map { "port \(wanted) is taken by \($0)" }))

  let board = SnapshotBoard()
  watch(options, board, report)
  var random = SystemRandomNumberGenerator()
  let nonce = hash((0..<16).map { _ in UInt8.random(in: 0...255, using: &random) })
  let handler = RequestHandler(
    basePath: options.basePath, reloads: options.reloads, host: options.host, nonce: nonce)
  do {
    try await accept(listening.sockets, handler, board, Connection.Limits.within(openFiles: openFiles))
  } catch {
    throw PreviewFailure(message: "connections cannot be accepted any more: \(error)", remedy: "start the server again")
  }
}

extension PreviewOptions {
  static let usualPort: UInt16 = 4173
}

private func openSockets(_ options: PreviewOptions) throws(PreviewFailure) -> ListeningSockets {
  let addresses = options.address.map { [$0] } ?? ["127.0.0.1", "::1"]
  do throws(ListeningSockets.Failure) {
    return try ListeningSockets(
      at: addresses, port: options.port ?? PreviewOptions.usualPort, mustBe: options.port != nil)
  } catch {
    throw switch error {
    case .taken(let port):
      PreviewFailure(
        message: "port \(port) is taken by \(ownerOfPort(port) ?? "another program")",
        remedy: "end that program, or leave out --port to get the next free one")
    case .forbidden(let port):
      PreviewFailure(
        message: "this user may not use port \(port)", remedy: "choose a port from 1024 up, or leave out --port")
    case .noSuchAddress(let address):
      PreviewFailure(
        message: "'\(address)' is not an address of this machine",
        remedy: "name one of its addresses, such as 127.0.0.1, or 0.0.0.0 for all of them")
    case .system(let reason):
      PreviewFailure(
        message: "the server cannot be started: \(reason)", remedy: "fix the cause, then start the server again")
    }
  }
}

/// Reads the project again whenever it changes, on its own thread, so that a long build does not delay answers.
private func watch(
  _ options: PreviewOptions, _ board: SnapshotBoard, _ report: @escaping @Sendable (PreviewEvent) -> Void
) {
  let (updates, continuation) = AsyncStream.makeStream(of: SnapshotBoard.Update.self)
  Task {
    for await update in updates { await board.put(update) }
  }
  DispatchQueue(label: "sitegen.watch", qos: .userInitiated).async {
    let site = WatchedSite(at: options.project, strict: options.isStrict)
    let clock = ContinuousClock()
    var snapshot = Snapshot()
    var pages = PageHashes()
    var reason: String?
    var isFirst = true
    while true {
      let start = clock.now
      if let reading = site.read() {
        snapshot = snapshot.next(reading, at: timeOfDay())
        continuation.yield(.snapshot(snapshot))
        let time = clock.now - start
        // Why wait: the browser needs the processor first, to reload the page.
        if reading.site != nil, !isFirst { _ = site.hasChanged(within: .milliseconds(150)) }
        let differing = reading.site.flatMap { pages.update(to: $0) { site.hasChanged() } }
        report(
          isFirst
            ? .started(reading.report, time: time)
            : .changed(reading.report, reading.changed, time: time, differing: differing))
        isFirst = false
      } else {
        continuation.yield(.unchanged)
      }
      if site.reasonForPolling != reason {
        reason = site.reasonForPolling
        if let reason { report(.polls(reason: reason)) }
      }
      site.waitForChange()
      // Why at once: requests from now on must wait for the saved changes.
      if reason == nil { continuation.yield(.stale) }
      site.waitForCalm()
    }
  }
}

/// The hashes of the pages of the newest site, to count the pages that a change affects.
private struct PageHashes {
  private var hashes: [String: Int] = [:]
  private var isKnown = false

  /// Returns the number of pages that were added, removed or changed; nil for the first site, if cancelled, and for the
  /// next site after that.
  mutating func update(to site: SiteInMemory, isCancelled: () -> Bool) -> Int? {
    var next: [String: Int] = [:]
    next.reserveCapacity(site.paths.count)
    for path in site.paths where path.hasSuffix(".html") {
      if isCancelled() {
        isKnown = false
        return nil
      }
      var hasher = Hasher()
      site.bytes(of: path)?.withUnsafeBytes { hasher.combine(bytes: $0) }
      next[path] = hasher.finalize()
    }
    let differing = next.count { hashes[$0.key] != $0.value } + hashes.keys.count { next[$0] == nil }
    defer { isKnown = true }
    hashes = next
    return isKnown ? differing : nil
  }
}

/// Accepts connections on all sockets, up to the limit. At the limit, a connection that waits for a request is ended.
func accept(
  _ sockets: [Socket], _ handler: RequestHandler, _ board: SnapshotBoard, _ limits: Connection.Limits
) async throws -> Never {
  let pool: some AsyncSocketPool = .make(maxEvents: 64)
  try await pool.prepare()
  try await withThrowingTaskGroup(of: Void.self) { group in
    group.addTask { try await pool.run() }
    for socket in sockets {
      let listener = try AsyncSocket(socket: socket, pool: pool)
      group.addTask {
        try await withThrowingTaskGroup(of: Void.self) { connections in
          let open = OpenConnections()
          let most = limits.connections / sockets.count
          var count = 0
          while true {
            if count >= most {
              open.endOne(ifOpen: most)
              try await connections.next()
              count -= 1
            }
            let socket: AsyncSocket
            do {
              socket = try await listener.accept()
            } catch SocketError.failed(_, let number, _) where number != EBADF && number != EINVAL {
              // Too many files are open, or the client disconnected before its connection was accepted.
              try await Task.sleep(for: .milliseconds(20))
              continue
            }
            count += 1
            let number = open.open(socket.socket.file.rawValue)
            connections.addTask {
              await Connection(
                socket: socket, handler: handler, board: board, limits: limits, open: open, firstWait: number
              ).run()
              open.close()
            }
          }
        }
      }
    }
    try await group.next()
  }
  throw SocketError.disconnected
}

/// The local time, as "14:03:22".
private func timeOfDay() -> String {
  var now = time(nil)
  var parts = tm()
  localtime_r(&now, &parts)
  return [parts.tm_hour, parts.tm_min, parts.tm_sec].map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: ":")
}

/// The number of files and connections that this process may have open, after raising the limit to 2,048 if possible.
private func limitOfOpenFiles() -> Int {
  var limit = rlimit()
  #if canImport(Glibc)
    let files = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
  #else
    let files = RLIMIT_NOFILE
  #endif
  guard getrlimit(files, &limit) == 0 else { return 256 }
  if limit.rlim_cur < 2048 {
    limit.rlim_cur = min(limit.rlim_max, 2048)
    setrlimit(files, &limit)
  }
  return Int(clamping: limit.rlim_cur)
}
