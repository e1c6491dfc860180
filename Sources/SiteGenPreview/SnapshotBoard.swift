/// Holds the newest snapshot; connections read it, or wait for the next one.
actor SnapshotBoard {
  private var newest: Snapshot?
  /// Whether files have changed since the newest snapshot and are being read.
  private var isStale = true
  /// The readers that receive every snapshot.
  private var followers: [Int: AsyncStream<Snapshot>.Continuation] = [:]
  /// The readers that wait for one snapshot.
  private var waiting: [Int: AsyncStream<Snapshot>.Continuation] = [:]
  private var nextReader = 0

  enum Update: Sendable {
    /// Files have changed and are being read.
    case stale
    /// The files turned out to be the same.
    case unchanged
    case snapshot(Snapshot)
  }

  func put(_ update: Update) {
    switch update {
    case .stale:
      isStale = true
      return
    case .unchanged: break
    case .snapshot(let snapshot):
      newest = snapshot
      for reader in followers.values { reader.yield(snapshot) }
    }
    isStale = false
    guard let newest else { return }
    for reader in waiting.values { reader.yield(newest) }
  }

  /// The newest snapshot. Waits while files are being read: for the first snapshot up to an hour, later at most until
  /// the timeout.
  func current(timeout: Duration = .seconds(2)) async -> Snapshot {
    if let newest, !isStale { return newest }
    let (number, stream, continuation) = makeReader()
    waiting[number] = continuation
    defer { waiting[number] = nil }
    let isFirst = newest == nil
    let found = try? await withDeadline(isFirst ? .seconds(3600) : timeout) { await stream.first { _ in true } }
    return found.flatMap { $0 } ?? newest ?? Snapshot()
  }

  /// The newest snapshot, if there is one, then each later one. A slow reader gets only the last.
  func updates() -> AsyncStream<Snapshot> {
    let (number, stream, continuation) = makeReader()
    followers[number] = continuation
    continuation.onTermination = { [weak self] _ in
      Task { await self?.removeFollower(number) }
    }
    if let newest { continuation.yield(newest) }
    return stream
  }

  private func makeReader() -> (Int, AsyncStream<Snapshot>, AsyncStream<Snapshot>.Continuation) {
    let (stream, continuation) = AsyncStream.makeStream(of: Snapshot.self, bufferingPolicy: .bufferingNewest(1))
    nextReader += 1
    return (nextReader, stream, continuation)
  }

  private func removeFollower(_ number: Int) {
    followers[number] = nil
  }
}
