@testable import SiteGen

private let inner = Schema([.init("text", .text), .init("address", .address)])
private let schema = Schema([
  .init("text", .text), .init("address", .address), .init("markup", .markup), .init("json", .json),
  .init("flag", .flag),
  .init("record", .record(inner)), .init("list", .list(inner)), .init("texts", .texts),
])

/// Text that would become an element if it were not escaped.
private let hostile = "'\"><zzz onload=zzz()>&#39;\n`{{text}}</script><zzz>"

private let innerValues = Record([.text(hostile), .text("javascript:zzz()")])
private let values = Record([
  .text(hostile), .text("javascript:zzz()"), .markup(HTML(Array("<b>markup</b>".utf8))),
  .json(EmbeddedJSON(Array("{\"a\":1}".utf8))), .flag(true), .record(innerValues),
  .list([.record(innerValues), .record(innerValues)]), .list([.text(hostile), .text("")]),
])

/// A template is refused with places within it, or renders values as text only. It can call itself, another one, and a
/// layout with blocks.
func fuzzTemplates(_ bytes: [UInt8]) {
  let file = SourceFile(path: "Templates/a.mustache", bytes: bytes)
  guard checkText(file, .fileUnreadable).isEmpty else { return }
  let parsed = TemplateSet.parsing([
    file, SourceFile(path: "Templates/part.mustache", bytes: Array("<i>{{text}}</i>{{#list}}{{>a}}{{/list}}".utf8)),
    SourceFile(path: "Templates/layout.mustache", bytes: Array("<main>{{$body}}<p>{{/body}}</main>".utf8)),
  ])
  demandPlaces(parsed.diagnostics, in: file)
  let compiled = parsed.value.compile(template: "a.mustache", schema)
  demandPlaces(compiled.diagnostics, in: file)
  guard let template = compiled.value, parsed.diagnostics.isEmpty, compiled.diagnostics.isEmpty else { return }
  var output: [UInt8] = []
  template.render(values, into: &output)
  // If the template has such words of its own, nothing can be said about the output.
  guard !contains("zzz", bytes) else { return }
  demand(!contains("<zzz", output), "a text becomes an element")
}

private func contains(_ words: StaticString, _ bytes: [UInt8]) -> Bool { bytes.firstPlace(of: words) != nil }
