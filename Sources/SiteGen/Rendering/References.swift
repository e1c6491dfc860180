/// The sources for reference managers.
enum References {
  /// CSL-JSON 1.0.2: one item a source.
  static func cslJSON(of site: Site) -> [UInt8] {
    var json = JSONWriter()
    json.array { json in
      for source in site.sheet.dossier.sources {
        json.object { json in
          json.member("id", source.id)
          json.member("type", "article")
          json.member("title", source.title.value)
          if let author = source.author {
            json.key("author")
            json.array { json in json.object { $0.member("literal", author) } }
          }
          json.key("issued")
          json.object { json in
            let day = source.published.value
            json.key("date-parts")
            json.array { json in
              json.array { json in
                json.number(day.year)
                json.number(day.month)
                json.number(day.day)
              }
            }
          }
          if let outlet = source.outlet { json.member("container-title", outlet) }
          if let url = source.url { json.member("URL", url) }
          json.member("language", source.language ?? site.settings.language)
          json.member("note", note(on: source, of: site))
        }
      }
    }
    json.endLine()
    return json.bytes
  }

  /// BibTeX: one `@misc` a source.
  static func bibTeX(of site: Site) -> [UInt8] {
    var text = ""
    for source in site.sheet.dossier.sources {
      let day = source.published.value
      var fields = [("title", "{" + escaped(source.title.value) + "}")]
      if let author = source.author { fields.append(("author", "{" + escaped(author) + "}")) }
      if let outlet = source.outlet { fields.append(("howpublished", escaped(outlet))) }
      fields += [("year", String(day.year)), ("month", String(day.month)), ("day", String(day.day))]
      if let url = source.url { fields.append(("url", url)) }
      fields.append(("note", escaped(note(on: source, of: site))))
      text += "@misc{" + source.id + ",\n"
      text += fields.map { "  " + $0 + " = {" + $1 + "}" }.joined(separator: ",\n") + "\n}\n\n"
    }
    return Array(text.utf8.dropLast(text.isEmpty ? 0 : 1))
  }

  private static func note(on source: Source, of site: Site) -> String {
    site.strings.fill(
      source.publishedIsInferred ? .referenceHashInferred : .referenceHash, ("hash", source.seed.sha256))
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
