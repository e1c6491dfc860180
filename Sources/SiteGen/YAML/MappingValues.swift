/// Reads the types of values in a site's files.
extension MappingReader {
  mutating func day(_ key: String, required: Bool = false) -> Located<Day>? {
    value(key, required: required, "a calendar day, written YYYY-MM-DD", remedy: remedyForDay) {
      suggestedDay(for: $0)?.description
    } _: {
      Day($0)
    }
  }

  /// A day, or a day with a local time.
  mutating func moment(_ key: String) -> Located<Moment>? {
    value(
      key, "a calendar day, written YYYY-MM-DD, or a day with a local time, written YYYY-MM-DD HH:MM",
      remedy: remedyForMoment
    ) {
      suggestedMoment(for: $0)?.description
    } _: {
      Moment($0)
    }
  }

  mutating func boolean(_ key: String) -> Located<Bool>? {
    value(key, "true or false") { $0 == "true" ? true : $0 == "false" ? false : nil }
  }

  /// A whole number of at most nine digits.
  mutating func integer(_ key: String, atLeast least: Int) -> Located<Int>? {
    value(key, "a whole number, at least \(least)") { text in
      guard text.utf8.count <= 9, text.utf8.allSatisfy(\.isDigit), let number = Int(text), number >= least
      else { return nil }
      return number
    }
  }

  /// A percentage from 0% to 100%, as a number from 0 to 1.
  mutating func share(_ key: String, required: Bool = false) -> Located<Double>? {
    value(key, required: required, "a share such as 45%, at most 100%", share(in:))
  }

  /// An absolute http or https address without white space, `"`, `<`, `>`, a backslash, user name and password.
  mutating func url(_ key: String) -> Located<String>? {
    let found = value(key, "an address that starts with https:// or http://") { isWebAddress($0) ? $0 : nil }
    if let found, namesUser(found.value) {
      report(
        .wrongValue, "'\(key)' contains a user name or a password, which would be published", at: found.span,
        remedy: "leave out everything between '//' and '@', and the '@'")
    }
    return found
  }

  /// A language tag in the syntax of BCP 47. Its subtags need not be registered.
  mutating func language(_ key: String, required: Bool = false) -> Located<String>? {
    value(key, required: required, "a language tag such as 'en' or 'pt-BR'") { isLanguageTag($0) ? $0 : nil }
  }
}

private func share(in text: String) -> Double? {
  guard text.utf8.last == UInt8(ascii: "%") else { return nil }
  let digits = text.utf8.dropLast()
  let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
  guard (1...2).contains(parts.count), digits.count <= 9, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isDigit) }),
    let number = Double(String(decoding: digits, as: UTF8.self)), number <= 100
  else { return nil }
  return number / 100
}

private func isWebAddress(_ text: String) -> Bool {
  // Why bytes: a combining character after the slashes would make them other characters.
  guard let scheme = ["https://", "http://"].first(where: { text.utf8.starts(with: $0.utf8) }) else { return false }
  let rest = text.utf8.dropFirst(scheme.utf8.count)
  guard let first = rest.first, first != UInt8(ascii: "/") else { return false }
  return rest.allSatisfy { $0 > 0x20 && $0 != 0x7F && !"\"<>\\".utf8.contains($0) }
}

/// Whether a web address contains a user name or a password.
private func namesUser(_ address: String) -> Bool {
  let authority = address.utf8.drop { $0 != UInt8(ascii: "/") }.dropFirst(2).prefix {
    $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#")
  }
  return authority.contains(UInt8(ascii: "@"))
}

/// Whether a text has the form of a BCP 47 tag, such as "pt-BR".
func isLanguageTag(_ text: String) -> Bool {
  let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
  guard let first = parts.first, (2...8).contains(first.count), text.utf8.count <= 35 else { return false }
  return first.allSatisfy(\.isLetter)
    && parts.dropFirst().allSatisfy { (1...8).contains($0.count) && $0.allSatisfy(\.isLetterOrDigit) }
}
