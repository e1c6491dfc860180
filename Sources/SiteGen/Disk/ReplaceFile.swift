extension FolderCursor {
  /// Replaces a file that contained `old` when it was read, or writes a new file if `old` is nil. At every moment,
  /// either the complete old file or the complete new one is there. Throws `changed` if the file has changed since it
  /// was read.
  mutating func replace(_ path: String, holding old: [UInt8]?, with bytes: [UInt8]) throws(SystemError) {
    let (folder, name) = try parent(of: path, making: true)
    // Why the name starts with a dot: if the process is killed and the unfinished file stays, the next reading of the
    // project ignores it.
    let unfinished = ".\(name).\(UInt64.random(in: 0 ... .max))"
    try folder.write(unfinished, bytes)
    do throws(SystemError) {
      if let old {
        try folder.require(name, toHold: old)
        try folder.replace(name, with: unfinished)
      } else {
        try folder.move(unfinished, to: folder, as: name)
      }
    } catch {
      let reason = error
      do throws(SystemError) { try folder.remove(unfinished) } catch {}
      throw reason
    }
  }

  /// Removes a file that contained `old` when it was read. Throws `changed` if the file has changed since.
  mutating func remove(_ path: String, holding old: [UInt8]) throws(SystemError) {
    let (folder, name) = try parent(of: path)
    try folder.require(name, toHold: old)
    try folder.remove(name)
  }
}

extension Folder {
  fileprivate func require(_ name: String, toHold bytes: [UInt8]) throws(SystemError) {
    var found: [UInt8] = []
    do throws(ReadFailure) {
      try read(name, limit: bytes.count, into: &found)
    } catch {
      if case .system(let error) = error { throw error }
      throw .changed
    }
    guard found == bytes else { throw .changed }
  }
}
