/// data/references.bib: one `@misc` for each source.
enum BibTeX {
  static func files(of site: Site) -> [OutputFile] {
    [
      OutputFile(
        path: "data/references.bib",
        title: site.strings[.fileReferencesBib]
      ) { bytes(of: site) }
    ]
  }

  private static func bytes(of site: Site) -> [UInt8] {
    let entries = site.sheet.dossier.sources.map { source in
      let day = source.published.value
      var fields = [("title", "{" + escaped(source.title.value) + "}")]
      if let author = source.author { fields.append(("author", "{" + escaped(author) + "}")) }
      if let outlet = source.outlet { fields.append(("howpublished", escaped(outlet))) }
      fields += [("year", String(day.year)), ("month", String(day.month)), ("day", String(day.day))]
      if let url = source.url { fields.append(("url", url)) }
      fields.append(("note", escaped(site.referenceNote(on: source))))
      return "@misc{" + source.id + ",\n" + fields.map { "  " + $0 + " = {" + $1 + "}" }.joined(separator: ",\n")
        + "\n}\n"
    }
    return Array(entries.joined(separator: "\n").utf8)
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text.unicodeScalars {
      switch character {
      case "&", "%", "$", "#", "_", "{", "}": escaped += "\\" + String(character)
      case "~": escaped += "\\textasciitilde{}"
      case "^": escaped += "\\textasciicircum{}"
      case "\\": escaped += "\\textbackslash{}"
      default: escaped.unicodeScalars.append(character)
      }
    }
    return escaped
  }
}
