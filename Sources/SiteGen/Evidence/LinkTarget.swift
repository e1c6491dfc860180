/// The target of a link or picture in a note.
enum LinkTarget: Equatable, Sendable {
  /// `source:ID`
  case source(String)
  /// `question:ID`
  case question(String)
  /// `claim:ID`
  case claim(String)
  /// An address with one of the `linkSchemes`.
  case elsewhere(String)
  case unsupportedScheme(String)
  /// `#anchor` alone, in the same file.
  case here(String)
  /// Relative to the file's folder, decoded and without its query.
  case path(String, anchor: String?)
  /// A path that starts at the root of a host.
  case absolute(String)
  case nothing

  init(_ destination: String) {
    let bytes = Array(destination.utf8)
    guard let first = bytes.first else {
      self = .nothing
      return
    }
    if let scheme = linkScheme(of: bytes) {
      let rest = String(decoding: bytes[(scheme.utf8.count + 1)...], as: UTF8.self)
      switch scheme {
      case "source": self = .source(rest)
      case "question": self = .question(rest)
      case "claim": self = .claim(rest)
      default: self = linkSchemes.contains(scheme) ? .elsewhere(destination) : .unsupportedScheme(scheme)
      }
      return
    }
    if first == UInt8(ascii: "/") {
      self = .absolute(destination)
      return
    }
    func decoded(_ part: ArraySlice<UInt8>) -> String { String(decoding: percentDecoded(part).bytes, as: UTF8.self) }
    let hash = bytes.firstIndex(of: UInt8(ascii: "#"))
    let anchor = hash.map { decoded(bytes[($0 + 1)...]) }
    let query = bytes.firstIndex(of: UInt8(ascii: "?")) ?? bytes.count
    let path = decoded(bytes[..<min(hash ?? bytes.count, query)])
    self = path.isEmpty ? .here(anchor ?? "") : .path(path, anchor: anchor)
  }

  /// Whether numbers in the text of a link to this target are compared with evidence.
  var bindsNumbers: Bool {
    switch self {
    case .source, .question, .claim: true
    default: false
    }
  }
}

/// The path in the project for a path relative to a file; nil if it leaves the project.
func resolvedPath(_ path: String, from file: String) -> String? {
  var parts = file.split(separator: "/").dropLast().map(String.init)
  for part in path.split(separator: "/", omittingEmptySubsequences: false) {
    switch part {
    case ".", "": continue
    case "..":
      guard !parts.isEmpty else { return nil }
      parts.removeLast()
    default: parts.append(String(part))
    }
  }
  return parts.joined(separator: "/")
}
