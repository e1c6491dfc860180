/// Appends text for the content of an HTML element: `&`, `<`, `>` and `"` become character references.
func appendEscapedText(_ text: some Collection<UInt8>, to output: inout [UInt8]) {
  appendReplacing(text, to: &output) { $0 == UInt8(ascii: "'") ? nil : reference(for: $0) }
}

/// Appends text for the value of an HTML attribute in single or double quotation marks.
package func appendEscapedAttribute(_ text: some Collection<UInt8>, to output: inout [UInt8]) {
  appendReplacing(text, to: &output, reference)
}

/// Appends text for the content or a quoted attribute of an XML 1.0 element. Markup characters and carriage returns
/// become character references; forbidden control characters become U+FFFD.
func appendEscapedXML(_ text: some Collection<UInt8>, to output: inout [UInt8]) {
  appendReplacing(text, to: &output) { byte in
    switch byte {
    case 0x0D: "&#13;"
    case 0x09, 0x0A: nil
    case 0..<0x20: "\u{FFFD}"
    default: reference(for: byte)
    }
  }
}

// MARK: - Runs

/// Whether a byte is less than a space, or one of `"`, `&`, `'`, `<` and `>`.
@inline(__always)
private func isMarkupByte(_ byte: UInt8) -> Bool {
  byte < 64 && (0x5000_00C4_FFFF_FFFF as UInt64) >> UInt64(byte) & 1 == 1
}

@inline(__always)
private func reference(for byte: UInt8) -> StaticString? {
  switch byte {
  case UInt8(ascii: "&"): "&amp;"
  case UInt8(ascii: "<"): "&lt;"
  case UInt8(ascii: ">"): "&gt;"
  case UInt8(ascii: "\""): "&quot;"
  case UInt8(ascii: "'"): "&#39;"
  default: nil
  }
}

/// Copies runs of bytes that need no replacement, and the replacements between them.
@inline(__always)
private func appendReplacing(
  _ text: some Collection<UInt8>, to output: inout [UInt8], _ replacement: (UInt8) -> StaticString?
) {
  withContiguousBytes(text) { bytes in
    var start = 0
    for index in bytes.indices {
      // Why `isMarkupByte` first: it is cheap and skips nearly all bytes.
      guard isMarkupByte(bytes[index]), let escape = replacement(bytes[index]) else { continue }
      appendRun(bytes, start..<index, to: &output)
      appendFixed(escape, to: &output)
      start = index + 1
    }
    appendRun(bytes, start..<bytes.count, to: &output)
  }
}

/// Calls `body` with the bytes; a collection that is not contiguous is copied.
@inline(__always)
func withContiguousBytes<Result>(
  _ text: some Collection<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
) -> Result {
  text.withContiguousStorageIfAvailable(body) ?? Array(text).withUnsafeBufferPointer(body)
}

@inline(__always)
private func appendRun(_ bytes: UnsafeBufferPointer<UInt8>, _ run: Range<Int>, to output: inout [UInt8]) {
  guard !run.isEmpty else { return }
  output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[run]))
}

/// Appends a text that is known at compile time.
@inline(__always)
func appendFixed(_ text: StaticString, to output: inout [UInt8]) {
  output.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
}
