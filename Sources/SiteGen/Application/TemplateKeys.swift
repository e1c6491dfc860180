/// The keys of all templates as Markdown, with examples from a project. `missing` is the reason why there are no
/// examples; nil if there are.
public func templateKeys(project: String) -> (text: String, missing: String?) {
  let read = readProject(at: project)
  guard read.value.files.contains(where: { $0.path == "sitegen.yaml" }) else {
    return (keyDocument(nil), "there are no examples because '\(project)' has no sitegen.yaml")
  }
  guard read.diagnostics.isEmpty, let site = siteOfExamples(read.value.files) else {
    return (keyDocument(nil), "there are no examples because the project has errors: see 'sitegen check'")
  }
  return (keyDocument(site), nil)
}
