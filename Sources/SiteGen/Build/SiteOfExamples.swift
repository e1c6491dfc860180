/// The site from which the examples of keys are taken; nil where its inputs have errors.
///
/// It has the templates that come with sitegen, so that keys can be looked up while the site's own templates are wrong.
func siteOfExamples(_ files: [SourceFile]) -> Site? {
  var builder = Builder()
  let proven = builder.prove(files.filter { !$0.path.hasPrefix("Templates/") || $0.name.hasPrefix("strings.") })
  return proven.value.map { Site($0.sheet, $0.theme) }
}
