extension Rule {
  static let notAPicture = Rule(
    "not-a-picture", .error, about: .files, "a file in Content/images/ is of a kind that is not published",
    reason: """
      Files in Content/images/ are published as they are, and a web page, a script or a file that a host reads as its \
      settings would act in the name of the site. Only pictures are therefore published from there: \
      \(pictureExtensions.map { "`." + $0 } .joined(separator: ", ")). Other files may be published from \
      Templates/assets/, whose files decide anyway what readers get.
      """,
    example: .console(
      failing: """
        $ ls Content/images
        bridge.png  flood.html
        """,
      corrected: """
        $ ls Content/images
        bridge.png
        """))

  static let unsafeName = Rule(
    "unsafe-name", .error, about: .files, "the name of a file contains a character that names must not contain",
    reason: """
      The name of a file or folder contains a control character, such as a line feed, or one that changes the direction \
      of text, so that lists and messages would show another name than it has. Names in Content/images/, which are part \
      of addresses, must not contain \\ : * ? " < > and | either, or end in a full stop or a space: not every system can \
      store such a file.
      """,
    example: .console(
      failing: "$ mv bridge.png Content/images/bridge:2.png", corrected: "$ mv bridge.png Content/images/bridge-2.png"))
}

/// The extensions of pictures that are published, in lower case.
let pictureExtensions = ["png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "pdf"]

/// Checks the files in Content/images/: only pictures are published, and an SVG must be nothing but a drawing.
func checkImages(_ images: [SourceFile]) -> [Diagnostic] {
  images.flatMap(checkImage)
}

private func checkImage(_ file: SourceFile) -> [Diagnostic] {
  let parts = file.name.split(separator: ".", omittingEmptySubsequences: false)
  let fileExtension = parts.count > 1 ? parts[parts.count - 1].lowercased() : ""
  guard pictureExtensions.contains(fileExtension) else {
    return [
      Diagnostic(
        .notAPicture,
        "only pictures are published from Content/images/, and "
          + (fileExtension.isEmpty
            ? "this name has no extension" : "'.\(shortened(fileExtension))' is the extension of none"),
        at: Place(path: file.path),
        remedy: "delete it, or save it as a picture (\(pictureExtensions.map { "." + $0 }.joined(separator: ", "))); "
          + "a file of the site's design belongs in Templates/assets/")
    ]
  }
  guard fileExtension == "svg" else { return [] }
  let unreadable = checkText(file)
  return unreadable.isEmpty ? checkSVG(file) : unreadable
}

/// Checks the rule unsafe-name.
func unsafeName(_ file: SourceFile) -> Diagnostic? {
  guard let scalar = unsafeCharacter(in: file.path) else { return nil }
  return Diagnostic(
    .unsafeName,
    " .".unicodeScalars.contains(scalar)
      ? "the name of a file or folder ends in \(scalar.codePoint)"
      : "the name of this file contains \(scalar.codePoint)", at: Place(path: file.path), remedy: "rename it")
}

/// The first character of a path that names must not contain; nil if there is none.
func unsafeCharacter(in path: String) -> Unicode.Scalar? {
  let isPublished = path.hasPrefix("Content/images/")
  var previous: Unicode.Scalar = "/"
  for scalar in path.unicodeScalars {
    switch scalar.value {
    case 0x2F where isPublished && (previous == " " || previous == "."): return previous
    case 0x22, 0x2A, 0x3A, 0x3C, 0x3E, 0x3F, 0x5C, 0x7C: if isPublished { return scalar }
    case 0x20..<0x7F: break
    default:
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: return scalar
      default: if scalar.properties.isBidiControl { return scalar }
      }
    }
    previous = scalar
  }
  return isPublished && (previous == " " || previous == ".") ? previous : nil
}
