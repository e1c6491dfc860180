/// What a template's text is, which decides how values are escaped in it.
enum TemplateMode: Sendable {
  case html
  /// XML 1.0: feeds, sitemaps, pictures.
  case xml
  /// Text without any syntax: nothing is escaped.
  case plain

  /// By the last extension before `.mustache`: `.xml`, `.atom` and `.svg` are XML, `.txt` is plain, all else is HTML.
  init(templateName name: String) {
    let stem = name.hasSuffix(".mustache") ? String(name.dropLast(".mustache".count)) : name
    if [".xml", ".atom", ".svg"].contains(where: stem.hasSuffix) {
      self = .xml
    } else {
      self = stem.hasSuffix(".txt") ? .plain : .html
    }
  }
}
