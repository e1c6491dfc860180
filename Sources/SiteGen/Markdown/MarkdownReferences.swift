private import CCMark

/// The character reference (CommonMark 0.30, 6.2) at an offset: its length in bytes, and its text as UTF-8. Nil if the
/// `&` is literal.
func characterReference(in content: MarkdownContent, at offset: Int) -> (length: Int, text: [UInt8])? {
  guard content[offset] == UInt8(ascii: "&") else { return nil }
  if content[offset + 1] == UInt8(ascii: "#") { return numericReference(in: content, at: offset) }
  var end = offset + 1
  while end - offset < 40, content[end].isLetterOrDigit { end += 1 }
  guard end > offset + 1, content[end] == UInt8(ascii: ";") else { return nil }
  let reference = Array(content.bytes[offset...end])
  guard let text = namedReference(reference) else { return nil }
  return (reference.count, text)
}

private func numericReference(in content: MarkdownContent, at offset: Int) -> (length: Int, text: [UInt8])? {
  let isHexadecimal = content[offset + 2] | 0x20 == UInt8(ascii: "x")
  let start = offset + (isHexadecimal ? 3 : 2)
  var end = start
  var value: UInt32 = 0
  while end - start < 8, isHexadecimal || content[end].isDigit, let digit = content[end].hexadecimalValue {
    value = value * (isHexadecimal ? 16 : 10) + UInt32(digit)
    end += 1
  }
  guard end > start, end - start <= (isHexadecimal ? 6 : 7), content[end] == UInt8(ascii: ";") else { return nil }
  let scalar = value == 0 ? nil : Unicode.Scalar(value)
  return (end + 1 - offset, Array(String(Character(scalar ?? "\u{FFFD}")).utf8))
}

/// The text of `&name;`. A few common names are decoded here; libcmark, which has the table of all HTML names, decodes
/// the others.
private func namedReference(_ reference: [UInt8]) -> [UInt8]? {
  switch String(decoding: reference, as: UTF8.self) {
  case "&amp;": return [UInt8(ascii: "&")]
  case "&lt;": return [UInt8(ascii: "<")]
  case "&gt;": return [UInt8(ascii: ">")]
  case "&quot;": return [UInt8(ascii: "\"")]
  case "&nbsp;": return [0xC2, 0xA0]
  default: break
  }
  let root = reference.withUnsafeBytes {
    cmark_parse_document($0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count, CMARK_OPT_DEFAULT)
  }
  guard let root else { return nil }
  defer { cmark_node_free(root) }
  guard let paragraph = cmark_node_first_child(root), let node = cmark_node_first_child(paragraph),
    let literal = cmark_node_get_literal(node)
  else { return nil }
  let text = Array(UnsafeRawBufferPointer(start: literal, count: sitegen_text_length(literal)))
  return text == reference ? nil : text
}
