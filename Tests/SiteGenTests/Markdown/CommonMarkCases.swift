import CCMark
import Foundation

@testable import SiteGen

/// One published example of CommonMark 0.30.
struct CommonMarkCase: Decodable, Sendable {
  let example: Int
  let markdown: String
  let html: String
}

/// The published examples, from the folder that `SITEGEN_SPECS` names or `../shared/specs` next to the package; empty
/// if neither exists.
let publishedMarkdown: [CommonMarkCase] = {
  var folders = ProcessInfo.processInfo.environment["SITEGEN_SPECS"].map { [URL(fileURLWithPath: $0)] } ?? []
  var folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  while folder.pathComponents.count > 1 {
    if FileManager.default.fileExists(atPath: folder.appendingPathComponent("Package.swift").path) {
      folders.append(folder.deletingLastPathComponent().appendingPathComponent("shared/specs"))
      break
    }
    folder.deleteLastPathComponent()
  }
  for folder in folders {
    let file = folder.appendingPathComponent("commonmark/spec-0.30.jsonl")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
    return text.split(separator: "\n").compactMap {
      try? JSONDecoder().decode(CommonMarkCase.self, from: Data($0.utf8))
    }
  }
  return []
}()

/// Our own texts, for each feature and for cases in which nodes are hard to place.
let ownMarkdown: [String] = [
  "", "\n\n", "plain", "plain\r\nlines\r\n", "a\rb", "# Heading #\n\ntext", "Two\nlines\n===\n", "#\n",
  "#\tTab #\n",
  "> quoted\n> words\nlazy\n  > more", "> a\n>b\n> > c\nd\n", "- a\n  b\n- c\n\n  d\n", "10) x\n    y\n",
  "- > a\n  > b\n> c", "> - a\n>   b\nc\n", "-\tfoo\n\tbar\n", ">\tfoo\n>\tbar\n", "1.  > a\n    b\n   c\n",
  "100000. > a\n     > b\n", "-\n  a\n  b\n", "- - - a\n      b\n  c\n", "+   > - x *y\n    >   z*\n",
  "*a* **b** ***c*** _d_ __e__ **f*", "*a\nb*  \nc\\\nd", "a  \n  b", "*foo*  \nbar", "2*6* and **1**2",
  "`a` `` b`c `` ` d ` ` ` `e\nf`", "``  g\r\n``", "> `a\n> b`\n",
  "&amp; &lt;&copy;&#65;&#x42;&nope; & &fjlig; &ngE;!",
  "\\*a\\* \\& \\a \\\\", "[a](b)", "[a](b \"c\")", "[a](<b c> 'd\\'e')", "[a](b (c))", "[](source:x)",
  "![a *b*](c \"d\")",
  "[a](  b\n\"c\nd\"  )", "> [a](b\n> \"c\n>   d\") e\n", "[a][b] [b][] [b] [a](no link)\n\n[b]: /u 'title'\n",
  "[x]: /a\n[y]: <b> \"t\"\nwords [x] [y]\n", "[x]: /a\n  \"two\n  lines\"\nwords *b*\n",
  "[x]: /a\n\"t\" not a title\n",
  "[a](b \"c\\\")", "[a]: x \"\\\"\n[a]", "<https://a.example/?b=c&amp;d\\e> <a@b.example>",
  "a <b c=\"d\"> </b> <!-- e\nf --> g",
  "<div>\n*a*\n</div>\n\n*b*", "```swift x\na\n```\n\n    code\n", "![a](b) ![](c)", "***\n", "[a *b](c) d*",
  "[javascript](javascript:x) [v](VBScript:x) ![d](data:image/png;x) [d](data:text/html) [f](file:///x)",
  "1. a\n2. b\n\n7) c\n", "a\u{0}b \u{0}", "\u{FEFF}a *b*", "é *ü* [ñ](ö \"ç\")", "* a\n\n  > b\n  c\n\n  d",
  "[a](b \"26 were\n   killed\") and\n   *more*", "a\n     > b\n     > c", "> a\n    > b",
  "# a [b](c \"d\") ##", "\ta\n\n\t\tb\n",
  "> # h *i*\n> ---\n", "> a [b](c)\n> ===\n", "![[a](b)](c)", "[![a](b)](c \"d\")", "[a\\]](b) [`]`](c)",
]

/// The HTML of libcmark for a text.
func libcmarkHTML(_ text: String) -> String {
  String(decoding: libcmarkHTML(Array(text.utf8)), as: UTF8.self)
}

/// The HTML of libcmark for any bytes.
func libcmarkHTML(_ bytes: [UInt8]) -> [UInt8] {
  bytes.withUnsafeBytes { buffer in
    let text = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
    guard let html = cmark_markdown_to_html(text, buffer.count, CMARK_OPT_DEFAULT) else { return [] }
    defer { free(html) }
    return Array(UnsafeRawBufferPointer(start: html, count: strlen(html)))
  }
}

/// A renderer with libcmark's policy for links: all schemes except javascript, vbscript, file, and data other than
/// images.
var asLibcmark: MarkdownRenderer {
  MarkdownRenderer(allows: { address in
    let address = String(decoding: address, as: UTF8.self).lowercased()
    let pictures = ["png", "gif", "jpeg", "webp"].map { "data:image/" + $0 }
    return pictures.contains(where: address.hasPrefix)
      || !["javascript:", "vbscript:", "file:", "data:"].contains(where: address.hasPrefix)
  })
}
