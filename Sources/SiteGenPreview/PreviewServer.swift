import FlyingSocks
public import SiteGen

#if canImport(Glibc)
  import Dispatch
  import Glibc
#else
  import Darwin
  import Dispatch
#endif

/// How a site is served.
public struct PreviewOptions: Sendable {
  public var project = "."
  public var isStrict = false
  /// Nil: 4173, or the next free one.
  public var port: UInt16?
  /// Nil: this machine alone, by IPv4 and IPv6.
  public var address: String?
  /// Starts and ends with "/".
  public var basePath = "/"
  /// Whether pages get the script that reloads them.
  public var reloads = true

  public init() {}
}

/// What happens while a site is served, for the person who waits before the terminal.
public enum PreviewEvent: Sendable {
  /// It can be looked at, at this address; `others` are those for other machines in the network.
  case listening(address: String, others: [String], portTaken: String?)
  /// Changes are looked for from time to time, because the system does not tell them.
  case polls(reason: String)
  /// The project was read for the first time.
  case started(BuildReport, time: Duration)
  /// It was read again; `changed` are the inputs that were not as before, and `differing` counts the pages of the
  /// site, nil where it is not known or the last good site stays.
  case changed(BuildReport, [String], time: Duration, differing: Int?)
}

/// Why a site is not served.
public struct PreviewFailure: Error {
  public var message: String
  public var remedy: String
}

/// Serves a project's site until the process ends; nothing is written.
public func servePreview(
  _ options: PreviewOptions, tell: @escaping @Sendable (PreviewEvent) -> Void
) async throws(PreviewFailure) -> Never {
  let openFiles = limitOfOpenFiles()
  let listening = try listen(options)
  let host = options.address.flatMap { $0 == "0.0.0.0" || $0 == "::" ? nil : $0 } ?? "localhost"
  func link(_ host: String) -> String {
    "http://\(host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]" : host):\(listening.port)\(options.basePath)"
  }
  let isOpen = options.address == "0.0.0.0" || options.address == "::"
  let wanted = options.port ?? PreviewOptions.usualPort
  let taken = listening.port == wanted || wanted == 0 ? nil : ownerOfPort(wanted) ?? "another program"
  tell(
    .listening(
      address: link(host), others: isOpen ? addressesInNetwork().map(link) : [],
      portTaken: taken.map { "port \(wanted) is taken by \($0)" }))

  let board = SnapshotBoard()
  watch(options, board, tell)
  var random = SystemRandomNumberGenerator()
  let nonce = hash((0..<16).map { _ in UInt8.random(in: 0...255, using: &random) })
  let answering = Answering(basePath: options.basePath, reloads: options.reloads, nonce: nonce)
  do {
    try await accept(listening.sockets, answering, board, Connection.Limits.within(openFiles: openFiles))
  } catch {
    throw PreviewFailure(message: "connections cannot be accepted any more: \(error)", remedy: "start it again")
  }
}

extension PreviewOptions {
  static let usualPort: UInt16 = 4173
}

private func listen(_ options: PreviewOptions) throws(PreviewFailure) -> Listening {
  let addresses = options.address.map { [$0] } ?? ["127.0.0.1", "::1"]
  do throws(Listening.Failure) {
    return try Listening(
      at: addresses, port: options.port ?? PreviewOptions.usualPort, mustBe: options.port != nil)
  } catch {
    throw switch error {
    case .taken(let port):
      PreviewFailure(
        message: "port \(port) is taken by \(ownerOfPort(port) ?? "another program")",
        remedy: "end that program, or leave out --port to get the next free one")
    case .forbidden(let port):
      PreviewFailure(
        message: "port \(port) may not be used by this user", remedy: "name one from 1024 on, or leave out --port")
    case .noSuchAddress(let address):
      PreviewFailure(
        message: "'\(address)' is no address of this machine",
        remedy: "name one that it has, such as 127.0.0.1, or 0.0.0.0 for all of them")
    case .system(let words):
      PreviewFailure(message: "the server cannot be started: \(words)", remedy: "see what the system says of it")
    }
  }
}

/// Reads the project again whenever it changes, on a thread of its own: a long build keeps nobody from being answered.
private func watch(
  _ options: PreviewOptions, _ board: SnapshotBoard, _ tell: @escaping @Sendable (PreviewEvent) -> Void
) {
  let (news, continuation) = AsyncStream.makeStream(of: SnapshotBoard.News.self)
  Task {
    for await news in news { await board.put(news) }
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
        // Why later: a browser that loads the page anew is to have the machine for itself.
        if reading.site != nil, !isFirst { _ = site.hasChanged(within: .milliseconds(150)) }
        let differing = reading.site.flatMap { pages.update(to: $0) { site.hasChanged() } }
        tell(
          isFirst
            ? .started(reading.report, time: time)
            : .changed(reading.report, reading.changed, time: time, differing: differing))
        isFirst = false
      } else {
        continuation.yield(.same)
      }
      if site.reasonForPolling != reason {
        reason = site.reasonForPolling
        if let reason { tell(.polls(reason: reason)) }
      }
      site.waitForChange()
      // Whoever asks from now on is to see what was saved.
      if reason == nil { continuation.yield(.stale) }
      site.waitForCalm()
    }
  }
}

/// The hash of each page of the newest site, to say how many a change has moved.
private struct PageHashes {
  private var hashes: [String: Int] = [:]
  private var isKnown = false

  /// How many pages are new, gone or of other bytes; nil for the first site, and where it was broken off.
  mutating func update(to site: SiteInMemory, breakOff: () -> Bool) -> Int? {
    var next: [String: Int] = [:]
    next.reserveCapacity(site.paths.count)
    for path in site.paths where path.hasSuffix(".html") {
      if breakOff() {
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

/// Accepts connections at all sockets, no more at one time than the limit says.
func accept(
  _ sockets: [Socket], _ answering: Answering, _ board: SnapshotBoard, _ limits: Connection.Limits
) async throws -> Never {
  let pool: some AsyncSocketPool = .make(maxEvents: 64)
  try await pool.prepare()
  try await withThrowingTaskGroup(of: Void.self) { group in
    group.addTask { try await pool.run() }
    for socket in sockets {
      let listener = try AsyncSocket(socket: socket, pool: pool)
      group.addTask {
        try await withThrowingTaskGroup(of: Void.self) { connections in
          var count = 0
          while true {
            if count >= limits.connections / sockets.count {
              try await connections.next()
              count -= 1
            }
            let socket: AsyncSocket
            do {
              socket = try await listener.accept()
            } catch SocketError.failed(_, let number, _) where number != EBADF && number != EINVAL {
              // Too many open files, or a connection that was gone before it was accepted.
              try await Task.sleep(for: .milliseconds(20))
              continue
            }
            count += 1
            connections.addTask {
              await Connection(socket: socket, answering: answering, board: board, limits: limits).run()
            }
          }
        }
      }
    }
    try await group.next()
  }
  throw SocketError.disconnected
}

/// "14:03:22", by the clock of this machine.
private func timeOfDay() -> String {
  var now = time(nil)
  var parts = tm()
  localtime_r(&now, &parts)
  return [parts.tm_hour, parts.tm_min, parts.tm_sec].map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: ":")
}

/// How many files and connections this process may have open, after it has asked for as many as it needs.
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
