/// What the destination of a link or picture in a note leads to.
enum LinkTarget: Equatable, Sendable {
  /// `source:ID`
  case source(String)
  /// `question:ID`
  case question(String)
  /// An address of another site: http, https, mailto or tel.
  case elsewhere(String)
  /// With a scheme that is none of these.
  case unknownScheme(String)
  /// `#anchor` alone: in the same file.
  case here(String)
  /// Relative to the file's folder, decoded, without query.
  case path(String, anchor: String?)
  /// Starting at the root of a host.
  case absolute(String)
  case nothing

  init(_ destination: String) {
    let bytes = Array(destination.utf8)
    guard let first = bytes.first else {
      self = .nothing
      return
    }
    if let end = schemeEnd(bytes) {
      let rest = String(decoding: bytes[(end + 1)...], as: UTF8.self)
      let scheme = String(decoding: bytes[..<end], as: UTF8.self).lowercased()
      switch scheme {
      case "source": self = .source(rest)
      case "question": self = .question(rest)
      case "http", "https", "mailto", "tel": self = .elsewhere(destination)
      default: self = .unknownScheme(scheme)
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

  /// Whether numbers in the words of such a link are held against evidence.
  var bindsNumbers: Bool {
    switch self {
    case .source, .question: true
    default: false
    }
  }
}

/// The path in the project that a path relative to a file means; nil where it leaves the project.
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

/// Where a scheme (RFC 3986, 3.1) ends; nil where there is none.
private func schemeEnd(_ bytes: [UInt8]) -> Int? {
  for (index, byte) in bytes.enumerated() {
    switch byte {
    case 0x41...0x5A, 0x61...0x7A: continue
    case 0x30...0x39, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      if index == 0 { return nil }
    case UInt8(ascii: ":"): return index > 0 ? index : nil
    default: return nil
    }
  }
  return nil
}
