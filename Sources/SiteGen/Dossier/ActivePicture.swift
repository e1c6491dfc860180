extension Rule {
  static let activePicture = Rule(
    "active-picture", .error, about: .files, "an SVG contains a script, or loads something from elsewhere",
    reason: """
      A browser that opens an SVG runs the scripts in it, in the name of the site. An SVG in Content/images/ may \
      therefore contain only what is drawn: elements of SVG, without `script` and `foreignObject`, without attributes \
      such as `onclick`, and without addresses other than those of its own parts, such as `#arrow`. Elements of HTML, a \
      document type, entities, processing instructions and encodings other than UTF-8 are errors too, because they can \
      hide a script, and so is an SVG that is not well-formed, because browsers do not show it. Metadata of drawing \
      programs may stay. To keep an embedded photograph, export the picture as PNG or JPEG.
      """,
    example: RuleExample(
      "xml", in: "Content/images/river.svg",
      failing: "<path d=\"M0 0h9\" onclick=\"alert()\"/>", corrected: "<path d=\"M0 0h9\"/>"))
}

/// Checks that an SVG is nothing but a drawing. The file must be text.
///
/// What is allowed is listed, not what is forbidden: an element that browsers learn later is an error until it is known.
func checkSVG(_ file: SourceFile) -> [Diagnostic] {
  var check = SVGCheck(file: file)
  do throws(XMLReader.Problem) {
    try XMLReader.read(file) { check.visit($0, $1) }
  } catch {
    check.report(
      "this SVG cannot be published: \(error.message)", error.span, "save the picture again, as plain SVG in UTF-8")
  }
  return check.diagnostics
}

private struct SVGCheck {
  let file: SourceFile
  var diagnostics: [Diagnostic] = []
  private var isRoot = true
  /// The elements around the place: whether each is a `style`, and where its text starts.
  private var open: [(isStyle: Bool, text: String, span: Range<Int>)] = []

  init(file: SourceFile) { self.file = file }

  mutating func visit(_ event: XMLReader.Event, _ span: Range<Int>) {
    switch event {
    case .start(let name, let attributes): start(name, attributes, span)
    case .text(let text):
      if let last = open.indices.last, open[last].isStyle { open[last].text += text }
    case .end:
      if let last = open.popLast(), last.isStyle { checkStyle(last.text, of: "this style", last.span) }
    case .instruction(let text):
      let name = text.split(whereSeparator: \.isWhitespace).first ?? ""
      report("the processing instruction '\(shortened(String(name)))' can run a script", span, "delete it")
    }
  }

  private mutating func start(_ name: XMLReader.Name, _ attributes: [XMLReader.Attribute], _ span: Range<Int>) {
    let isDrawn = name.namespace == svgNamespace
    if isRoot, !isDrawn || name.local != "svg" {
      report(
        "this is not an SVG: its first element is '\(shortened(name.local))'", span,
        "write <svg xmlns=\"\(svgNamespace)\">, or remove the file")
    } else if activeNamespaces.contains(name.namespace) || (isDrawn && !drawnElements.contains(name.local)) {
      report("the element '\(shortened(name.local))' can run a script or load a file", span, "delete it")
    }
    isRoot = false
    open.append((isDrawn && name.local == "style", "", span))
    for attribute in attributes where isDrawn { check(attribute) }
  }

  private mutating func check(_ attribute: XMLReader.Attribute) {
    let name = attribute.name.local
    let key = name.lowercased()
    let value = attribute.value.trimmed
    if key.hasPrefix("on") || attribute.name.namespace == "http://www.w3.org/2001/xml-events" {
      report("the attribute '\(shortened(name))' runs a script", attribute.span, "delete it")
    } else if ["href", "src", "base", "ping"].contains(key) {
      guard !value.hasPrefix("#") else { return }
      let scheme = linkScheme(of: value.utf8.filter { $0 > 0x20 })
      report(
        scheme == "javascript"
          ? "the address in '\(name)' is a script"
          : "the address in '\(name)' leads out of the picture: '\(shortened(value))'",
        attribute.span,
        scheme == "data"
          ? "export the picture as PNG or JPEG"
          : "delete it: only parts of the same picture, such as '#arrow', are loaded"
      )
    } else if key == "attributename" {
      let target = value.lowercased().split(separator: ":").last ?? ""
      guard target == "href" || target.hasPrefix("on") else { return }
      report("an animation of '\(shortened(value))' can run a script", attribute.span, "delete it")
    } else if attribute.name.namespace.isEmpty {
      checkStyle(attribute.value, of: "'\(shortened(name))'", attribute.span)
    }
  }

  private mutating func checkStyle(_ style: String, of what: String, _ span: Range<Int>) {
    guard let word = wordThatLoads(in: style) else { return }
    report("\(what) loads something from elsewhere, with '\(word)'", span, "delete it")
  }

  mutating func report(_ message: String, _ span: Range<Int>, _ remedy: String) {
    diagnostics.append(Diagnostic(.activePicture, message, at: Place(file, span), remedy: remedy))
  }
}

private let svgNamespace = "http://www.w3.org/2000/svg"

/// Namespaces whose elements browsers run or follow: HTML, MathML, XSLT, XUL and XBL.
private let activeNamespaces: Set = [
  "http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/Math/MathML", "http://www.w3.org/1999/XSL/Transform",
  "http://www.mozilla.org/keymaster/gatekeeper/there.is.only.xul", "http://www.mozilla.org/xbl",
]

/// The elements of SVG 1.1, SVG 2 and Inkscape that draw, describe or animate, and load nothing by themselves.
private let drawnElements = Set(
  """
  svg g defs symbol use switch view a title desc metadata style image
  path rect circle ellipse line polyline polygon text tspan textPath tref altGlyph altGlyphDef altGlyphItem glyphRef
  marker linearGradient radialGradient meshgradient meshrow meshpatch mesh hatch hatchpath stop pattern solidColor
  clipPath mask filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting
  feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge
  feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence
  animate animateColor animateMotion animateTransform mpath set
  font font-face font-face-format font-face-name font-face-src font-face-uri glyph hkern missing-glyph vkern cursor
  color-profile flowRoot flowRegion flowRegionExclude flowDiv flowPara flowSpan flowLine flowTref
  """.split(whereSeparator: \.isWhitespace).map(String.init))

/// The first word of a style by which it loads a file or runs a script; nil if there is none. `url(#part)` is allowed.
func wordThatLoads(in style: String) -> String? {
  let plain = withoutCSSEscapes(style).lowercased()
  if let word = ["@import", "image-set(", "image(", "src(", "expression(", "javascript:", "-moz-binding"]
    .first(where: plain.contains)
  {
    return word
  }
  for address in plain.components(after: "url(") {
    let start = address.drop { $0.isWhitespace || $0 == "\"" || $0 == "'" }
    guard start.hasPrefix("#") else { return "url(" }
  }
  return nil
}

/// A style with its escapes (CSS Syntax 3, 4.3.7) replaced: `\75rl` is `url`.
private func withoutCSSEscapes(_ style: String) -> String {
  guard style.utf8.contains(UInt8(ascii: "\\")) else { return style }
  var plain = String.UnicodeScalarView()
  var rest = style.unicodeScalars[...]
  while let scalar = rest.popFirst() {
    guard scalar == "\\" else {
      plain.append(scalar)
      continue
    }
    let digits = rest.prefix(6).prefix { $0.isASCII && $0.properties.isASCIIHexDigit }
    rest = rest[digits.endIndex...]
    if digits.isEmpty {
      if let next = rest.popFirst(), !next.properties.isWhitespace { plain.append(next) }
    } else {
      if rest.first?.properties.isWhitespace == true { rest.removeFirst() }
      plain.append(
        UInt32(String(String.UnicodeScalarView(digits)), radix: 16).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}")
    }
  }
  return String(plain)
}

extension String {
  /// The text after each occurrence of a word.
  fileprivate func components(after word: String) -> [Substring] {
    ranges(of: word).map { self[$0.upperBound...] }
  }

  fileprivate var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
