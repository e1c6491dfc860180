extension FolderCursor {
  /// Writes a file in the place of one whose bytes were read before, or a new one: at every moment the whole old file or
  /// the whole new one is there. Throws `changed` where the file is not as it was read.
  mutating func replace(_ path: String, holding old: [UInt8]?, with bytes: [UInt8]) throws(SystemError) {
    let (folder, name) = try parent(of: path, making: true)
    // Why a dot: what a killed run leaves behind is ignored when the project is read.
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

  /// Removes a file whose bytes were read before. Throws `changed` where it is not as it was read.
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
