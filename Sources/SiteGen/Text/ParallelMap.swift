internal import CThreads

/// Maps on all cores, and keeps the order of the items.
func parallelMap<Item: Sendable, Result: Sendable>(
  _ items: [Item], _ transform: @Sendable (Item) -> Result
) -> [Result] {
  parallelMap(chunksOf: items) { $0.map(transform) }
}

/// Maps chunks of adjacent items on all cores, and keeps their order. For work that reuses a buffer from item to item.
func parallelMap<Item: Sendable, Result: Sendable>(
  chunksOf items: [Item], _ transform: @Sendable (ArraySlice<Item>) -> [Result]
) -> [Result] {
  // Why: more chunks than cores balance the load, but with too many chunks, the buffers would not stay in the cache.
  let size = max(16, (items.count + 63) / 64)
  let count = (items.count + size - 1) / size
  guard count > 1 else { return items.isEmpty ? [] : transform(items[...]) }
  var parts = [[Result]](repeating: [], count: count)
  parts.withUnsafeMutableBufferPointer { buffer in
    // Why this is safe: each iteration writes its own element, and the pointer does not outlive the loop.
    nonisolated(unsafe) let slots = buffer
    performOnAllCores(count) { index in
      slots[index] = transform(items[index * size..<min((index + 1) * size, items.count)])
    }
  }
  return Array(parts.joined())
}

/// Calls `body` with each number below `count`, in any order and on all cores.
///
/// Why not Dispatch: it waits without end for a thread that the system refuses, and traps if it cannot open its own files.
private func performOnAllCores(_ count: Int, _ body: @Sendable (Int) -> Void) {
  withoutActuallyEscaping(body) { body in
    withUnsafePointer(to: Body(perform: body)) { body in
      cthreads_perform(
        count, { body, index in body?.assumingMemoryBound(to: Body.self).pointee.perform(index) },
        UnsafeMutableRawPointer(mutating: body))
    }
  }
}

/// A closure that C can point to.
private struct Body {
  let perform: @Sendable (Int) -> Void
}
