internal import CDisk
import Foundation

#if os(Linux)
  /// Watches folders for changes (inotify(7)).
  final class FolderWatch {
    /// The reason why changes in some or all folders are not reported; nil if all changes are.
    private(set) var failure: String?
    private let queue: Int32
    /// Whether `hasChanged` found a change that no wait has returned yet.
    private var hasChange = false
    /// The watch of the project's own folder, in which only the inputs matter.
    private var root: Int32?
    private var buffer = [UInt8](repeating: 0, count: 64 << 10)

    init() {
      queue = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
      if queue < 0 { failure = "the system allows no more watches: \(SystemError.last.words)" }
    }

    deinit {
      if queue >= 0 { close(queue) }
    }

    /// Watches a folder. Changes in the project's own folder (`isRoot`) count only if they affect inputs.
    func add(_ folder: String, isRoot: Bool) {
      guard queue >= 0 else { return }
      let mask =
        IN_MODIFY | IN_CLOSE_WRITE | IN_ATTRIB | IN_CREATE | IN_DELETE | IN_DELETE_SELF | IN_MOVED_FROM | IN_MOVED_TO
        | IN_MOVE_SELF | IN_ONLYDIR
      let number = inotify_add_watch(queue, folder, UInt32(mask))
      if number >= 0 {
        if isRoot { root = number }
        if failure == nil { failure = reasonForMissing(changesIn: folder) }
      } else if errno == ENOSPC || errno == ENOMEM {
        failure = "the system allows no more watches (fs.inotify.max_user_watches)"
      } else if errno != ENOENT, errno != ENOTDIR {
        failure = "a folder cannot be watched: \(SystemError.last.words)"
      }
    }

    /// Whether inputs have changed since the last wait, or change within the given time. If so, the next wait ends at
    /// once.
    func hasChanged(within time: Duration) -> Bool {
      if !hasChange { hasChange = wait(forAtMost: time.milliseconds) }
      return hasChange
    }

    /// Waits for a change of the inputs, without a limit if `milliseconds` is nil. Returns false if there was none in
    /// that time, and true also if the system cannot wait.
    @discardableResult
    func wait(forAtMost milliseconds: Int32?) -> Bool {
      if hasChange {
        hasChange = false
        return true
      }
      while true {
        var request = pollfd(fd: queue, events: Int16(POLLIN), revents: 0)
        let ready = poll(&request, 1, milliseconds ?? -1)
        if ready < 0, errno == EINTR { continue }
        guard ready > 0 else { return ready < 0 }
        if drain() { return true }
      }
    }

    /// Reads all pending events. Returns whether one of them was about an input.
    private func drain() -> Bool {
      var matters = false
      while true {
        let count = buffer.withUnsafeMutableBytes { readEvents(queue, $0) }
        guard count > 0 else { return matters }
        let size = MemoryLayout<inotify_event>.size
        var start = 0
        while start + size <= count {
          let event = buffer.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: start, as: inotify_event.self) }
          let end = min(start + size + Int(event.len), count)
          if isAboutInput(event, name: buffer[(start + size)..<end].prefix { $0 != 0 }) { matters = true }
          start = end
        }
      }
    }

    private func isAboutInput(_ event: inotify_event, name: ArraySlice<UInt8>) -> Bool {
      if name.isEmpty { return true }
      if name.first == UInt8(ascii: ".") { return false }
      guard event.wd == root else { return true }
      let name = String(decoding: name, as: UTF8.self)
      return name == "sitegen.yaml" || inputFolders.contains(name)
    }
  }

  /// The reason why changes in a folder may not be reported; nil if the system reports them.
  private func reasonForMissing(changesIn folder: String) -> String? {
    switch cdisk_reports_changes(folder) {
    case 1: nil
    case 0: "the file system does not report changes"
    case let number: "a folder cannot be watched: \(SystemError(number: -number).words)"
    }
  }

  private func readEvents(_ queue: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    read(queue, buffer.baseAddress, buffer.count)
  }
#else
  /// Reports nothing: without inotify, files are polled.
  final class FolderWatch {
    let failure: String? = "this system has no inotify"
    func hasChanged(within time: Duration) -> Bool { false }

    func add(_ folder: String, isRoot: Bool) {}

    @discardableResult
    func wait(forAtMost milliseconds: Int32?) -> Bool { false }
  }
#endif

func sleepFor(_ time: Duration) {
  poll(nil, 0, time.milliseconds)
}

extension Duration {
  /// The timeout argument of poll(2).
  fileprivate var milliseconds: Int32 {
    let (seconds, attoseconds) = components
    return Int32(clamping: Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000))
  }
}
