import Foundation

/// The reason why a file was not read.
enum ReadFailure: Error {
  case system(SystemError)
  case notAFile
  case tooLarge(Int)
}

/// Replaces a buffer's content with the content of a regular file. Never waits for a pipe. Throws if the file is larger
/// than the limit. Returns the status that the file had before it was read.
///
/// The path is relative to the open folder, by default the current one; `flags` are added to the flags of open(2).
@discardableResult
func readFile(
  _ path: String, in folder: Int32 = AT_FDCWD, flags: Int32 = 0, limit: Int = .max, into buffer: inout [UInt8]
) throws(ReadFailure) -> FileStatus {
  buffer.removeAll(keepingCapacity: true)
  let file = openat(folder, path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY | flags)
  guard file >= 0 else { throw .system(.last) }
  defer { close(file) }
  let status: FileStatus
  do throws(SystemError) {
    status = try FileStatus(ofOpen: file)
  } catch {
    throw .system(error)
  }
  guard status.kind == .file else { throw .notAFile }
  guard status.size <= limit else { throw .tooLarge(status.size) }
  // Why one byte more than the size: if the reported size is 0, a read of no bytes would look like the end of the file.
  var free = status.size + 1
  while true {
    let before = buffer.count
    var count = 0
    buffer.append(addingCapacity: free) { rest in
      repeat { count = read(file, rest.baseAddress, rest.count) } while count < 0 && errno == EINTR
      return max(count, 0)
    }
    guard count >= 0 else { throw .system(.last) }
    guard buffer.count <= limit else { throw .tooLarge(buffer.count) }
    guard count > 0, buffer.count != status.size else { return status }
    free = max(free - (buffer.count - before), 4096)
  }
}

extension [UInt8] {
  /// Appends the bytes that `fill` writes into free space; `fill` returns their number.
  fileprivate mutating func append(addingCapacity space: Int, _ fill: (UnsafeMutableRawBufferPointer) -> Int) {
    let added = [UInt8](unsafeUninitializedCapacity: space) { buffer, count in
      count = fill(UnsafeMutableRawBufferPointer(buffer))
    }
    if isEmpty { self = added } else { append(contentsOf: added) }
  }
}
