/// The schemes that links out of the site may have, in notes, templates and pages.
let linkSchemes = ["https", "http", "mailto", "tel"]

/// The list of schemes in remedies.
let linkSchemeList = linkSchemes.map { $0 + ":" }.joined(separator: ", ")

/// The scheme of an address in lower case; nil for a relative address.
///
/// Everything before the first colon is a scheme, unless a `/`, `?` or `#` comes first. The scheme may contain any
/// characters, because browsers drop white space and control characters in it.
func linkScheme(of address: some Collection<UInt8>) -> String? {
  for (count, byte) in address.enumerated() {
    switch byte {
    case UInt8(ascii: ":"): return String(decoding: address.prefix(count).map(\.lowercased), as: UTF8.self)
    case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return nil
    default: break
    }
  }
  return nil
}

/// Whether a page may link to an address: it is relative or has one of `linkSchemes`.
func isAllowedAddress(_ address: some Collection<UInt8>) -> Bool {
  linkScheme(of: address).map(linkSchemes.contains) ?? true
}
