extension Rule {
  static let brokenLink = Rule(
    "broken-link", .error, about: .prose, "a link has no valid target", isAdjustable: true,
    reason: """
      A link leads to a file, heading or address that does not exist, or has a scheme that is not supported, or an \
      entry of `navigation` names neither a note nor a built-in page that can have a note.
      """,
    example: .note(
      failing: "See [the houses](house.md#by-the-river).", corrected: "See [the houses](houses.md#by-the-river)."))
}

func brokenLink(_ target: LinkTarget, isImage: Bool, from path: String, at place: Place, _ context: ProseContext)
  -> [Diagnostic]
{
  switch target {
  case .question: return []
  case .claim(let id): return isImage ? [.pictureOfClaim(id, place)] : []
  case .source, .elsewhere: return isImage ? [.pictureElsewhere(place)] : []
  case .unsupportedScheme(let scheme): return [.scheme(scheme, place)]
  case .nothing:
    return [
      Diagnostic(.brokenLink, "the link has no address", at: place, remedy: "give its address, or remove the link")
    ]
  case .absolute(let address): return [.rooted(address, place)]
  case .here(let anchor): return missingAnchor(anchor, of: path, at: place, context)
  case .path(let relative, let anchor):
    guard let resolved = resolvedPath(relative, from: path) else { return [.missing(relative, place, nil, isImage)] }
    switch context.dossier.index.files[resolved] {
    case .unknown, .found(.image): return []
    case .found where !isImage: return anchor.map { missingAnchor($0, of: resolved, at: place, context) } ?? []
    case .missing where !isImage && isGeneratedPage(resolved, context): return []
    default: break
    }
    let near = isImage ? nil : nearestName(to: resolved, among: context.pagePaths)
    return [.missing(relative, place, near.map { relativePath(to: $0, from: path) }, isImage)]
  }
}

/// A picture that shows a question's figure must be alone in a paragraph, because a chart with its table does not fit
/// into a line of text.
func brokenLink(ofFigure link: MarkdownLink, in tree: MarkdownTree, _ file: SourceFile, underKey key: String?)
  -> [Diagnostic]
{
  let node = tree.nodes[link.node]
  if key == nil, tree.loneImage(in: node.parent) != nil { return [] }
  let answer = "write '[](\(tree.string(link.destination)))' for the brief answer"
  return [
    Diagnostic(
      .brokenLink,
      key.map { "'\($0)' cannot contain the figure of a question" }
        ?? "the figure of a question must be alone in its paragraph",
      at: Place(file, node.span), remedy: key != nil ? answer : "put blank lines before and after it, or \(answer)")
  ]
}

private func missingAnchor(_ anchor: String, of path: String, at place: Place, _ context: ProseContext)
  -> [Diagnostic]
{
  guard !anchor.isEmpty, case .found(let anchors) = context.anchors(of: path), !anchors.contains(anchor) else {
    return []
  }
  return [
    Diagnostic(
      .brokenLink, "the page has no heading '\(shortened(anchor))'", at: place, misspelt: anchor, among: anchors,
      else: "link to the page without '#\(shortened(anchor))', or to one of its headings")
  ]
}

/// Whether a path in Content/ would be the address of a generated page.
private func isGeneratedPage(_ path: String, _ context: ProseContext) -> Bool {
  guard path.hasPrefix("Content/"), path.hasSuffix(".html") else { return false }
  let name = String(path.dropFirst("Content/".count).dropLast(".html".count))
  if name.hasPrefix("questions/") { return !context.question(String(name.dropFirst("questions/".count))).isMissing }
  return BuiltInPage(rawValue: name) != nil || !context.dossier.index.files["Content/\(name).md"].isMissing
}

private func relativePath(to path: String, from file: String) -> String {
  let target = path.split(separator: "/").map(String.init)
  let folder = file.split(separator: "/").dropLast().map(String.init)
  var common = 0
  while common < folder.count, common < target.count - 1, folder[common] == target[common] { common += 1 }
  return (Array(repeating: "..", count: folder.count - common) + target[common...]).joined(separator: "/")
}

extension Diagnostic {
  fileprivate static func missing(_ path: String, _ place: Place, _ near: String?, _ isImage: Bool) -> Diagnostic {
    let remedy =
      isImage
      ? "put the picture into Content/images/, and give its path relative to this file"
      : "give the path of a note or card relative to this file, or remove the link"
    return Diagnostic(
      .brokenLink, "there is no '\(shortened(path))'", at: place,
      remedy: near.map { "did you mean '\($0)'?" } ?? remedy,
      fix: near.flatMap { Fix(respelling: path, as: $0, in: place) })
  }

  fileprivate static func scheme(_ scheme: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      .brokenLink, "unsupported link scheme '\(shortened(scheme)):'", at: place, misspelt: scheme,
      among: ["source", "question", "claim"] + linkSchemes,
      else: "use one of \(linkSchemeList), source:, question: and claim:, or link to a file in Content/")
  }

  fileprivate static func pictureOfClaim(_ id: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      .brokenLink, "a claim has no figure to show", at: place,
      remedy: "write '[](claim:\(id))' for its answer, or show the figure of its question")
  }

  fileprivate static func rooted(_ address: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      .brokenLink, "'\(shortened(address))' starts at the root of the host, but the site may be in a folder", at: place,
      remedy: "write a path relative to this file, or an https: address")
  }

  fileprivate static func pictureElsewhere(_ place: Place) -> Diagnostic {
    Diagnostic(
      .brokenLink, "a page can load only pictures in Content/images/", at: place,
      remedy: "put the picture into Content/images/")
  }
}
