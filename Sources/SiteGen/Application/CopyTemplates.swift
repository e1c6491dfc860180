/// Copies embedded files to a project's Templates/. Returns the paths of the copies.
///
/// All of them are copied or none: if one of the copies already exists or cannot be written, the others are not made. Unknown
/// names are ignored.
public func copyTemplates(_ names: [String], to project: String) throws(PublishError) -> [String] {
  let folder = try openProject(project)
  let embedded = embeddedTemplates()
  var files: [(path: String, bytes: [UInt8])] = []
  for name in names.compactMap(embeddedName) {
    let path = "Templates/" + name
    guard let bytes = embedded[name]?.bytes, !files.contains(where: { $0.path == path }) else { continue }
    files.append((path, bytes))
  }
  let above = shownPrefix(of: project)
  try writeNewFiles(files, below: folder, shownIn: above, ifPresent: "change the copy, or move it away first")
  return files.map { above + $0.path }
}
