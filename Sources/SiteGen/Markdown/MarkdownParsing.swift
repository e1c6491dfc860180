private import CArena
private import CCMark

/// Parses bytes with libcmark, and calls `body` with the root of the tree, which is valid only there; nil if there is no tree.
/// `body` must not call this function.
///
/// Why an arena: libcmark makes an object for each node and each text, and giving them back one by one took as long as
/// parsing.
func withParsedMarkdown<Result>(
  _ bytes: Slice<UnsafeRawBufferPointer>, _ body: (OpaquePointer?) -> Result
) -> Result {
  var memory = cmark_mem(calloc: carena_calloc, realloc: carena_realloc, free: carena_free)
  defer { carena_empty() }
  return withUnsafeMutablePointer(to: &memory) { memory in
    let parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, memory)
    let text = UnsafeRawBufferPointer(rebasing: bytes)
    cmark_parser_feed(parser, text.baseAddress?.assumingMemoryBound(to: CChar.self), text.count)
    return body(cmark_parser_finish(parser))
  }
}
