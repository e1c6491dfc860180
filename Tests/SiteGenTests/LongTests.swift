import Dispatch
import Foundation
import Synchronization
import Testing

/// Runs each case of a test on one of a few threads of its own.
///
/// A test without `await` keeps a thread of Swift's pool until it ends, and the pool has one for each processor. While
/// two long tests had both, the preview server of another test answered nobody.
struct LongTestTrait: SuiteTrait, TestTrait, TestScoping {
  let isRecursive = true

  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    try await withTaskExecutorPreference(LongTestThread.next()) { try await function() }
  }
}

extension Trait where Self == LongTestTrait {
  /// For tests that compute for seconds.
  static var long: Self { Self() }
}

private final class LongTestThread: TaskExecutor {
  private static let all = (0..<ProcessInfo.processInfo.activeProcessorCount).map { _ in LongTestThread() }
  private static let count = Atomic(0)

  /// Serial, because a concurrent queue would take the threads of the pool.
  private let queue = DispatchQueue(label: "test.long")

  static func next() -> LongTestThread { all[count.wrappingAdd(1, ordering: .relaxed).oldValue % all.count] }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
