/// The texts that a person or program can read in a file of the site, without the escapes of its format.
///
/// A file has several: the values in its tags, and its text without tags, because a name may be in an attribute, and a
/// tag may be inside a name or between its words.
func publishedTexts(of bytes: [UInt8]) -> [[UInt8]] {
  guard !bytes.contains(0), firstInvalidByte(bytes) == nil else { return [textInBinary(bytes)] }
  var text = withoutFonts(bytes)
  if text.contains(UInt8(ascii: "\\")) { text = withoutJSONEscapes(text) }
  // Why twice: a feed contains escaped HTML.
  for _ in 0..<2 where text.contains(UInt8(ascii: "&")) { text = withoutReferences(text) }
  var texts = [text]
  if text.contains(UInt8(ascii: "<")) {
    texts = [withoutTags(text, joining: true), withoutTags(text, joining: false), valuesInTags(text)]
  }
  return texts.flatMap { text in
    guard text.contains(UInt8(ascii: "%")) else { return [text] }
    let decoded = percentDecoded(text[...]).bytes
    return decoded.count != text.count && firstInvalidByte(decoded) == nil ? [text, decoded] : [text]
  }
}

/// A file without the bytes of fonts in its style sheets. Why: their letters are no words.
private func withoutFonts(_ bytes: [UInt8]) -> [UInt8] {
  var text: [UInt8] = []
  var rest = bytes[...]
  // The quotation mark is not escaped, so the words of a note cannot begin like this.
  while let start = rest.firstPlace(of: "url(\"data:font/woff2;base64,") {
    text += rest[..<start.upperBound]
    rest = rest[start.upperBound...].drop { $0.isLetterOrDigit || "+/=".utf8.contains($0) }
  }
  return text + rest
}

/// The runs of at least six printable characters in a file that is not text, such as the description in a picture.
private func textInBinary(_ bytes: [UInt8]) -> [UInt8] {
  var text: [UInt8] = []
  var start = 0
  var index = 0
  func end(_ run: Range<Int>) {
    let run = bytes[run]
    if run.count >= 6, firstInvalidByte(Array(run)) == nil { text += run + [0x1F] }
  }
  while index < bytes.count {
    let isPrintable = bytes[index] >= 0x20 && bytes[index] != 0x7F || bytes[index] == 0x0A
    if !isPrintable {
      end(start..<index)
      start = index + 1
    }
    index += 1
  }
  end(start..<bytes.count)
  return text
}

/// `\u00e9` as é, `\n` as a space, `\/` as a slash.
private func withoutJSONEscapes(_ bytes: [UInt8]) -> [UInt8] {
  var text: [UInt8] = []
  text.reserveCapacity(bytes.count)
  var index = 0
  func unit(at index: Int) -> UInt32? {
    guard index + 6 <= bytes.count, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u") else {
      return nil
    }
    let digits = bytes[(index + 2)..<(index + 6)].compactMap(\.hexadecimalValue)
    return digits.count == 4 ? digits.reduce(0) { $0 << 4 | UInt32($1) } : nil
  }
  while index < bytes.count {
    guard bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count else {
      text.append(bytes[index])
      index += 1
      continue
    }
    if let high = unit(at: index) {
      var (value, length) = (high, 6)
      if (0xD800...0xDBFF).contains(high), let low = unit(at: index + 6), (0xDC00...0xDFFF).contains(low) {
        (value, length) = (0x10000 + (high - 0xD800) << 10 + (low - 0xDC00), 12)
      }
      text += Unicode.Scalar(value).map { Array(String(Character($0)).utf8) } ?? [0x1F]
      index += length
    } else {
      switch bytes[index + 1] {
      case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"): text.append(0x20)
      default: text.append(bytes[index + 1])
      }
      index += 2
    }
  }
  return text
}

/// `&amp;` as an ampersand, `&#233;` and `&eacute;` as é.
private func withoutReferences(_ bytes: [UInt8]) -> [UInt8] {
  var content = MarkdownContent()
  content.append(bytes.indices, of: bytes)
  var text: [UInt8] = []
  text.reserveCapacity(bytes.count)
  var index = 0
  while index < bytes.count {
    if bytes[index] == UInt8(ascii: "&"), let (length, decoded) = characterReference(in: content, at: index) {
      text += decoded
      index += length
    } else {
      text.append(bytes[index])
      index += 1
    }
  }
  return text
}

/// The text between the tags. `joining`: whether a tag inside a line joins the words at its sides or separates them.
/// Other tags always separate phrases.
private func withoutTags(_ bytes: [UInt8], joining: Bool) -> [UInt8] {
  var text: [UInt8] = []
  text.reserveCapacity(bytes.count)
  var index = 0
  while index < bytes.count {
    guard let tag = Tag(bytes, at: index) else {
      text.append(bytes[index])
      index += 1
      continue
    }
    if !inlineTags.contains(tag.name) { text.append(0x1F) } else if !joining { text.append(0x20) }
    index = tag.end
  }
  return text
}

/// The comments and the values of attributes, without the names of tags and attributes.
private func valuesInTags(_ bytes: [UInt8]) -> [UInt8] {
  var text: [UInt8] = []
  var index = 0
  while index < bytes.count {
    guard let tag = Tag(bytes, at: index) else {
      index += 1
      continue
    }
    var mark: UInt8?
    for byte in bytes[index..<tag.end] {
      if tag.isComment {
        text.append(byte)
      } else if let open = mark {
        if byte == open { mark = nil }
        text.append(byte == open ? 0x1F : byte)
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        mark = byte
      }
    }
    text.append(0x1F)
    index = tag.end
  }
  return text
}

/// A tag or comment in markup. Text in angle brackets that is none, such as "<Otto Feld>", stays text.
private struct Tag {
  /// Empty for a comment or declaration.
  var name = ""
  var isComment = false
  /// The offset after the tag.
  let end: Int

  init?(_ bytes: [UInt8], at index: Int) {
    guard bytes[index] == UInt8(ascii: "<"), index + 2 < bytes.count else { return nil }
    isComment = bytes[(index + 1)...].starts(with: "!--".utf8)
    let isDeclaration =
      isComment || ["!doctype", "!DOCTYPE", "?xml"].contains { bytes[(index + 1)...].starts(with: $0.utf8) }
    guard isDeclaration || bytes[index + 1] == UInt8(ascii: "/") || bytes[index + 1] | 0x20 == bytes[index + 1],
      let close = bytes[index...].prefix(1 << 16).firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    end = close + 1
    if isDeclaration { return }
    let inside = bytes[(index + 1)..<close].drop { $0 == UInt8(ascii: "/") }
    let name = inside.prefix { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") }
    let rest = inside.dropFirst(name.count).filter { !$0.isWhitespace && $0 != UInt8(ascii: "/") }
    guard name.first?.isLetter == true, rest.isEmpty || rest.contains(UInt8(ascii: "=")) else { return nil }
    self.name = String(decoding: name, as: UTF8.self)
  }
}

private let inlineTags: Set = [
  "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s",
  "samp", "small", "span", "strong", "sub", "sup", "time", "tspan", "u", "var", "wbr",
]
