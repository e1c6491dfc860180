import Foundation
import SiteGen

@testable import SiteGenPreview

/// A small project in a temporary folder, which is removed with it.
final class SampleProject: Sendable {
  let path: String

  init(_ files: [String: String] = [:]) throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("sitegen preview \(UUID().uuidString)").path
    let usual = [
      "sitegen.yaml": "title: A small site\nlanguage: en\n",
      "Content/index.md": "---\ntitle: Home\nsummary: A page\n---\n\nWords.\n",
      "Content/other.md": "---\ntitle: Other\nsummary: Another page\n---\n\nMore words.\n",
    ]
    for (name, text) in usual.merging(files, uniquingKeysWith: { _, new in new }) { try write(text, to: name) }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func write(_ text: String, to name: String) throws {
    let url = URL(fileURLWithPath: path).appendingPathComponent(name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  /// The snapshot of a server that has just read the project.
  func snapshot(after before: Snapshot = Snapshot(), at time: String = "12:00:00") throws -> Snapshot {
    guard let reading = WatchedSite(at: path).read() else { throw CocoaError(.fileReadUnknown) }
    return before.next(reading, at: time)
  }
}
