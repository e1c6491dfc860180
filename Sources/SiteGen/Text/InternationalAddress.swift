import struct Foundation.URL

/// A web address in ASCII, the one spelling that all programs read in the same way: the host name in Punycode (RFC 3492,
/// UTS 46), everything else percent-encoded. An address in ASCII is returned as it is; nil if no domain can have the
/// name.
func asciiSpelling(of address: String) -> String? {
  if address.utf8.allSatisfy({ $0 < 0x80 }) { return address }
  guard let spelling = URL(string: address)?.absoluteString, spelling.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
  return spelling
}
