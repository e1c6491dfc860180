/// Reads the keys of `theme`.
func readThemeKeys(_ reader: inout MappingReader) -> (accent: Colour?, logo: Located<String>?) {
  let logo = reader.text("logo")
  guard let written = reader.text("accent") else { return (nil, logo) }
  guard let accent = Colour(written.value) else {
    reader.report(
      .wrongValue, "'\(shortened(written.value))' is no colour", at: written.span,
      remedy: "write it in hexadecimal digits and in quotation marks, such as \"#0b5563\"")
    return (nil, logo)
  }
  let contrast = accent.contrast(with: .white)
  if contrast < leastTextContrast {
    reader.report(
      .wrongValue,
      "the contrast of '\(accent)' with white paper is \(tenths(contrast)):1, and text needs \(tenths(leastTextContrast)):1",
      at: written.span, remedy: "write a darker colour, such as \"\(accent.darkened(contrast: leastTextContrast))\"")
  }
  return (accent, logo)
}

/// The contrast of text of usual size in thousandths (WCAG 2.2, 1.4.3).
let leastTextContrast = 4500

/// A contrast with one decimal, cut off.
private func tenths(_ contrast: Int) -> String { "\(contrast / 1000).\(contrast % 1000 / 100)" }

/// Checks that the logo is a picture of the site.
func checkLogo(_ dossier: Dossier) -> [Diagnostic] {
  guard let logo = dossier.settings.logo, !dossier.images.contains(where: { $0.path == logo.value }),
    !dossier.unread.covers(logo.value)
  else { return [] }
  let place = Place(dossier.settings.file, logo.span)
  guard logo.value.hasPrefix("Content/images/") else {
    return [
      Diagnostic(
        .brokenLink, "a page can load only pictures in Content/images/", at: place,
        remedy: "put the picture into Content/images/, and write its path, such as Content/images/logo.svg")
    ]
  }
  return [
    Diagnostic(
      .brokenLink, "there is no '\(shortened(logo.value))'", at: place, misspelt: logo.value,
      among: dossier.images.map(\.path), else: "put the picture into Content/images/")
  ]
}
