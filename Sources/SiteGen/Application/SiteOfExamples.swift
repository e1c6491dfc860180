/// The site from which examples of keys are taken; nil if its inputs have errors.
///
/// The site's own templates and assets are ignored, but not its texts of the interface. Why: authors look up keys while
/// their templates still have errors.
func siteOfExamples(_ files: [SourceFile]) -> Site? {
  var builder = Builder()
  let proven = builder.prove(files.filter { !$0.path.hasPrefix("Templates/") || $0.name.hasPrefix("strings.") })
  return proven.value.map { Site($0.sheet, $0.theme) }
}
