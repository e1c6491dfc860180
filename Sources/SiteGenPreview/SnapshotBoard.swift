/// Where the newest snapshot hangs: connections look at it, or wait for the next.
actor SnapshotBoard {
  private var newest: Snapshot?
  /// Whether files have changed since, and are being read.
  private var isStale = true
  /// Those who follow all news, and those who wait for the newest once.
  private var followers: [Int: AsyncStream<Snapshot>.Continuation] = [:]
  private var waiting: [Int: AsyncStream<Snapshot>.Continuation] = [:]
  private var nextReader = 0

  /// What a reading of the project came to.
  enum News: Sendable {
    /// Files have changed, and are being read.
    case stale
    /// What was read is the same as before.
    case same
    case snapshot(Snapshot)
  }

  func put(_ news: News) {
    switch news {
    case .stale:
      isStale = true
      return
    case .same: break
    case .snapshot(let snapshot):
      newest = snapshot
      for reader in followers.values { reader.yield(snapshot) }
    }
    isStale = false
    guard let newest else { return }
    for reader in waiting.values { reader.yield(newest) }
  }

  /// The newest; while one is being made it is waited for, but not longer than `patience` unless it is the first.
  func current(patience: Duration = .seconds(2)) async -> Snapshot {
    if let newest, !isStale { return newest }
    let (number, stream, continuation) = makeReader()
    waiting[number] = continuation
    defer { waiting[number] = nil }
    let isFirst = newest == nil
    let found = try? await withDeadline(isFirst ? .seconds(3600) : patience) { await stream.first { _ in true } }
    return found.flatMap { $0 } ?? newest ?? Snapshot()
  }

  /// The newest one, if there is one, then each that follows; of those that were missed only the last.
  func news() -> AsyncStream<Snapshot> {
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
