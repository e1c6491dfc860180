/// Where the newest snapshot hangs: connections look at it, or wait for the next.
actor SnapshotBoard {
  private var snapshot: Snapshot?
  private var readers: [Int: AsyncStream<Snapshot>.Continuation] = [:]
  private var nextReader = 0

  func put(_ snapshot: Snapshot) {
    self.snapshot = snapshot
    for reader in readers.values { reader.yield(snapshot) }
  }

  /// The newest; waits for the first.
  func current() async -> Snapshot {
    if let snapshot { return snapshot }
    for await snapshot in news() { return snapshot }
    return Snapshot()
  }

  /// The newest one, if there is one, then each that follows; of those that were missed only the last.
  func news() -> AsyncStream<Snapshot> {
    let (stream, continuation) = AsyncStream.makeStream(of: Snapshot.self, bufferingPolicy: .bufferingNewest(1))
    let number = nextReader
    nextReader += 1
    readers[number] = continuation
    continuation.onTermination = { [weak self] _ in
      Task { await self?.remove(number) }
    }
    if let snapshot { continuation.yield(snapshot) }
    return stream
  }

  private func remove(_ number: Int) {
    readers[number] = nil
  }
}
