/// Writes files that came with sitegen into a project's Templates/; gives the paths written.
///
/// None of them may be there already: then nothing is written. Names that are none of sitegen's are left out.
public func copyTemplates(_ names: [String], to project: String) throws(PublishError) -> [String] {
  let above = project == "." ? "" : project.hasSuffix("/") ? project : project + "/"
  guard (try? FileStatus(above + "sitegen.yaml", followingLinks: true)) != nil else {
    throw .refused(
      "there is no sitegen.yaml in '\(project)', so it is no project",
      remedy: "go to a folder that has one, or name it with --project")
  }
  let embedded = embeddedTemplates()
  var files: [(path: String, bytes: [UInt8])] = []
  for name in names.compactMap(embeddedName) {
    let path = above + "Templates/" + name
    guard let bytes = embedded[name]?.bytes, !files.contains(where: { $0.path == path }) else { continue }
    files.append((path, bytes))
  }
  let there = files.map(\.path).filter { (try? FileStatus($0)) != nil }
  guard there.isEmpty else {
    throw .refused(
      there.map { "'\($0)'" }.joined(separator: ", ") + (there.count == 1 ? " is" : " are") + " there already",
      remedy: "change what is there, or move it away first")
  }
  for file in files {
    do throws(SystemError) {
      try writeNewFile(file.path, file.bytes)
    } catch {
      throw .writingFailed(file.path, error)
    }
  }
  return files.map(\.path)
}

/// The keys of all templates as Markdown, with examples from a project; of a project that has none to give, why.
public func templateKeys(project: String) -> (text: String, missing: String?) {
  let read = readProject(at: project)
  guard read.value.files.contains(where: { $0.path == "sitegen.yaml" }) else {
    return (keyDocument(nil), "there are no examples, as there is no sitegen.yaml in '\(project)'")
  }
  guard read.diagnostics.isEmpty, let site = siteOfExamples(read.value.files) else {
    return (keyDocument(nil), "there are no examples, as the project has errors: see 'sitegen check'")
  }
  return (keyDocument(site), nil)
}
