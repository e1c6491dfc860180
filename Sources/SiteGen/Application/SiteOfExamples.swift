/// The site from which examples of keys are taken; nil if its inputs have errors.
///
/// The site's own templates and assets are ignored, but not its texts of the interface. Why: authors look up keys while
/// their templates still have errors. Its pages are divided early. Why: the keys that link to parts need examples too.
func siteOfExamples(_ files: [SourceFile]) -> Site? {
  var builder = Builder()
  let proven = builder.prove(files.filter { !$0.path.hasPrefix("Templates/") || $0.name.hasPrefix("strings.") })
  guard let proven = proven.value else { return nil }
  let limit = PageLimit(bytes: 20_000)
  let divided = dividedPages(of: Site(proven.sheet, proven.theme, limit), proven.theme, pictures: [:])
  return Site(proven.sheet, proven.theme, limit, dividedPages: divided)
}
