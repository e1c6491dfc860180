/// The nouns of one language, from Nouns/<code>.txt. Each line is `nouns KIND: forms of a noun|separated like this`; a
/// line that begins with spaces continues the line above, and a line that begins with # is a comment.
struct NounTable: NounKinds {
  private var kinds: [String: Set<String>] = [:]

  /// The language is a BCP 47 tag, of which only the first part counts. No noun of an unlisted language is known.
  init(language: String) {
    if let file = NounTable.file(of: language) { self.init(file) } else { self.init() }
  }

  init(_ file: SourceFile) {
    var kind = ""
    for line in file.text(file.textStart..<file.bytes.count).split(separator: "\n") where !line.hasPrefix("#") {
      var words = line[...]
      if !line.hasPrefix(" ") {
        let parts = line.split(separator: ":", maxSplits: 1)
        kind = parts[0].split(separator: " ").last.map(String.init) ?? ""
        words = parts.count > 1 ? parts[1] : ""
      }
      for form in words.split(whereSeparator: { $0 == " " || $0 == "|" }) {
        kinds[form.lowercased(), default: []].insert(kind)
      }
    }
  }

  private init() {}

  /// The embedded table of a language; nil if there is none.
  static func file(of language: String) -> SourceFile? {
    let code = language.split(whereSeparator: { $0 == "-" || $0 == "_" }).first.map { $0.lowercased() } ?? ""
    return embeddedFiles(at: "SiteGen/Evidence/Nouns/\(code).txt").first
  }

  func kinds(ofNoun noun: String) -> Set<String> { kinds[noun] ?? [] }
}
