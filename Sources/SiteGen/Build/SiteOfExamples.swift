/// The site from which the examples of keys are taken; nil where its inputs have errors.
///
/// It has the templates that came with sitegen, as the keys are looked up while one's own are still wrong.
func siteOfExamples(_ files: [SourceFile]) -> Site? {
  let project = ProjectFiles(files)
  guard let dossier = readDossier(files: project).value else { return nil }
  let words = project.templates.filter { $0.name.hasPrefix("strings.") }
  guard let theme = readTheme(words, for: dossier.settings).value else { return nil }
  let sheet = verify(dossier)
  guard !sheet.diagnostics.contains(where: { $0.severity == .error }) else { return nil }
  return Site(sheet.value, theme)
}
