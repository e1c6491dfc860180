import Foundation
import SiteGen

/// A project with an old site, in a folder with other folders. Everything is removed at the end.
final class WatchedProject {
  let root: String
  var path: String { root + "/project" }
  private let before: [String: String]

  /// `base` is a folder that `make` prepared.
  init(copyOf base: String, edits: [HostileCase.Edit]) throws {
    root =
      FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appendingPathComponent("hostile-\(UUID().uuidString)").path
    try FileManager.default.copyItem(atPath: base, toPath: root)
    for edit in edits { try Self.apply(edit, in: root + "/project") }
    before = Self.snapshot(of: root)
  }

  deinit {
    for name in ["Content", "seeds", "Templates"] { chmod(path + "/" + name, 0o755) }
    try? FileManager.default.removeItem(atPath: root)
  }

  /// What has changed since the edits: everything, or everything outside the output and its workspace.
  func changes(allowingOutput: Bool) -> [String] {
    let now = Self.snapshot(of: root)
    return Set(before.keys).union(now.keys).filter { before[$0] != now[$0] }.filter { path in
      let isOutput = path == "project" || path.hasPrefix("project/public") || path.hasPrefix("project/.public.sitegen")
      return !(allowingOutput && isOutput)
    }.sorted()
  }

  private static func apply(_ edit: HostileCase.Edit, in project: String) throws {
    switch edit {
    case .write(let path, let bytes): try write(bytes, to: path, in: project)
    case .replace(let path, let passage, let bytes):
      let url = URL(fileURLWithPath: project + "/" + path)
      var data = try Data(contentsOf: url)
      guard let range = data.range(of: Data(passage.utf8)) else {
        throw HostileTableError(description: "\(path) does not contain '\(passage)'")
      }
      data.replaceSubrange(range, with: bytes)
      try data.write(to: url)
    case .seed(let bytes):
      try write(bytes, to: Array("seeds/fire.txt".utf8), in: project)
      let card = project + "/Content/sources/2031-05-04-fire.md"
      let text = try String(contentsOfFile: card, encoding: .utf8)
      let hash = sha256(bytes)
      let replaced = text.replacing(/sha256: [0-9a-f]+/, with: "sha256: " + hash)
      try replaced.write(toFile: card, atomically: false, encoding: .utf8)
    case .link(let path, let target): symlink(target, project + "/" + String(decoding: path, as: UTF8.self))
    case .folder(let path):
      let full = project + "/" + String(decoding: path, as: UTF8.self)
      try FileManager.default.createDirectory(atPath: full, withIntermediateDirectories: true)
    case .remove(let path): try FileManager.default.removeItem(atPath: project + "/" + path)
    case .mode(let path, let mode): chmod(project + "/" + path, mode_t(mode))
    }
  }

  /// Writes a file whose name need not be UTF-8.
  private static func write(_ bytes: [UInt8], to path: [UInt8], in project: String) throws {
    var full = Array(project.utf8) + [UInt8(ascii: "/")] + path
    if let slash = full.lastIndex(of: UInt8(ascii: "/")) {
      let folder = String(decoding: full[..<slash], as: UTF8.self)
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    full.append(0)
    let file = full.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { open($0.baseAddress!, O_WRONLY | O_CREAT | O_TRUNC, 0o644) }
    }
    guard file >= 0 else {
      throw HostileTableError(description: "cannot write \(String(decoding: path, as: UTF8.self))")
    }
    defer { close(file) }
    try FileHandle(fileDescriptor: file).write(contentsOf: Data(bytes))
  }

  /// The kind, mode, time and content of everything below a folder.
  private static func snapshot(of root: String) -> [String: String] {
    var found: [String: String] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: root) ?? .init() {
      let path = root + "/" + name
      guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else { continue }
      let kind = attributes[.type] as? FileAttributeType
      let mode = attributes[.posixPermissions] as? Int ?? 0
      var state = "\(kind?.rawValue ?? "") \(mode)"
      if kind == .typeRegular {
        let time = (attributes[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
        let content = FileManager.default.contents(atPath: path).map { sha256(Array($0)) } ?? "unreadable"
        state += " \(time) \(content)"
      } else if kind == .typeSymbolicLink {
        state += " " + ((try? FileManager.default.destinationOfSymbolicLink(atPath: path)) ?? "")
      }
      found[name] = state
    }
    return found
  }
}
