@testable import SiteGen

/// The example site in docs/inputs.md, about an invented flood.
enum DocumentedSite {
  /// All files; a later example of a path replaces an earlier one.
  static func files() throws -> [SourceFile] {
    var files: [String: SourceFile] = [:]
    for file in examples(in: try page()) { files[file.path] = file }
    return files.values.sorted { $0.path < $1.path }
  }

  /// The lines of docs/inputs.md.
  static func page() throws -> [Substring] {
    try fileOfProject("docs/inputs.md").contents.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The fenced blocks below lines that name a path, such as `seeds/flood.txt`:
  static func examples(in lines: [Substring]) -> [SourceFile] {
    var files: [SourceFile] = []
    var path: Substring?
    var block: [Substring]?
    for line in lines {
      if line.hasPrefix("```") {
        if let named = path, let text = block {
          files.append(SourceFile(path: String(named), text: text.map { $0 + "\n" }.joined()))
          path = nil
        }
        block = block == nil ? [] : nil
      } else if block != nil {
        block?.append(line)
      } else if let match = line.wholeMatch(of: /`([^`]+)`:/) {
        path = match.1
      } else if !line.isEmpty {
        path = nil
      }
    }
    return files
  }
}
