import Dispatch

/// Maps on all cores, in the order of the items.
func parallelMap<Item: Sendable, Result: Sendable>(
  _ items: [Item], _ transform: @Sendable (Item) -> Result
) -> [Result] {
  parallelMap(chunksOf: items) { $0.map(transform) }
}

/// Maps runs of neighbouring items on all cores, in order: for work that keeps a buffer from one item to the next.
func parallelMap<Item: Sendable, Result: Sendable>(
  chunksOf items: [Item], _ transform: @Sendable (ArraySlice<Item>) -> [Result]
) -> [Result] {
  // Why: more chunks than cores, so that a core with light items helps out; few enough that buffers stay warm.
  let size = max(16, (items.count + 63) / 64)
  let count = (items.count + size - 1) / size
  guard count > 1 else { return items.isEmpty ? [] : transform(items[...]) }
  var parts = [[Result]](repeating: [], count: count)
  parts.withUnsafeMutableBufferPointer { buffer in
    // Why: each iteration writes its own element, and the pointer does not outlive the loop.
    nonisolated(unsafe) let slots = buffer
    DispatchQueue.concurrentPerform(iterations: count) { index in
      slots[index] = transform(items[index * size..<min((index + 1) * size, items.count)])
    }
  }
  return Array(parts.joined())
}
