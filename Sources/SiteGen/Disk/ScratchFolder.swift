import Foundation

/// A new folder for unfinished files, inside the system's temporary folder. Other users have no access to the new
/// folder.
struct ScratchFolder: Sendable {
  let path: String
  let folder: Folder

  init() throws(SystemError) {
    let above = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    var template = Array(((above.hasPrefix("/") ? above : "/tmp") + "/sitegen-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { throw .last }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    folder = try Folder(path)
  }

  /// Removes the folder with everything in it.
  func remove() throws(SystemError) {
    let parts = path.split(separator: "/")
    try Folder("/" + parts.dropLast().joined(separator: "/")).removeAll(String(parts.last ?? ""))
  }
}
