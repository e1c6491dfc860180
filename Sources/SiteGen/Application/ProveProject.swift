/// Reads and verifies a project; nil, with the errors, if its inputs have errors.
func proveProject(at project: String) -> Checked<ProvenSite?> {
  let read = readProject(at: project)
  var builder = Builder()
  let isProject = read.value.files.contains { $0.path == "sitegen.yaml" }
  let proven =
    isProject
    ? builder.prove(read.value.files, unread: read.diagnostics.map(\.place.file.path)) : Checked(nil)
  let errors = (read.diagnostics + proven.diagnostics).filter { $0.severity == .error }
  return Checked(errors.isEmpty ? proven.value : nil, sortedForPrinting(errors))
}
