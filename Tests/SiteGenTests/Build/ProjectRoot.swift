@testable import SiteGen

/// The folder of the package that contains this file.
let projectRoot = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4).joined(separator: "/")

/// The files below a folder of the package, sorted by path; names that start with a dot are ignored.
func filesOfProject(below folder: String) throws -> [SourceFile] {
  var files: [SourceFile] = []
  for entry in try Folder(projectRoot + "/" + folder).entries() {
    guard let name = entry.name, !name.hasPrefix(".") else { continue }
    let path = folder + "/" + name
    switch entry.kind {
    case .folder: files += try filesOfProject(below: path)
    case .file: files.append(try fileOfProject(path))
    default: break
    }
  }
  return files.sorted { $0.path < $1.path }
}

/// One file of the package.
func fileOfProject(_ path: String) throws -> SourceFile {
  var bytes: [UInt8] = []
  try readFile(projectRoot + "/" + path, into: &bytes)
  return SourceFile(path: path, bytes: bytes)
}

extension SourceFile {
  /// The whole file.
  var contents: String { String(decoding: bytes[textStart...], as: UTF8.self) }
}
