import Testing

@testable import SiteGen

/// The fonts that come with sitegen.
@Suite struct FontTests {
  private let style = (try? fileOfProject("Templates/assets/style.css").contents) ?? ""

  /// The `@font-face` rules of the style sheet, each as its declarations.
  private var faces: [[String: String]] {
    style.matches(of: /@font-face \{(.*?)\}/).map { rule in
      let declarations = rule.1.split(separator: ";").map { $0.split(separator: ":", maxSplits: 1) }
      return Dictionary(
        declarations.filter { $0.count == 2 }.map {
          ($0[0].trimming(" "), $0[1].trimming(" "))
        }, uniquingKeysWith: { first, _ in first })
    }
  }

  @Test func areFilesThatTheStyleSheetLoads() throws {
    let loaded = style.matches(of: /url\("([^"?]*)(?:\?inline)?"\)/).map { "assets/" + $0.1 }
    let fonts = embeddedTemplates().filter { $0.key.hasSuffix(".woff2") }
    #expect(Set(loaded) == Set(fonts.keys) && loaded.count == 8)
    let size = fonts.values.reduce(0) { $0 + $1.bytes.count }
    #expect(size <= 160_000, "the fonts have \(size) bytes")
    for (name, font) in fonts { #expect(font.bytes.starts(with: "wOF2".utf8), "\(name) is no WOFF2 file") }
  }

  @Test(arguments: ["Sitegen Text", "Sitegen UI"]) func haveEveryLetterOfTheInterface(family: String) throws {
    var shown = Set(
      "≥≤~–—“”„‘’«»…×−→↑·€№₸₽ÄÖÜäöüßŁódźŠšŞşĞğİıƏəȘșÇçÑñŒœÅåØø ЁёЇїЄєҐґӘәҒғҚқҢңӨөҰұҮүҺһІі".unicodeScalars)
    for language in ["de", "en", "ru"] {
      shown.formUnion(try fileOfProject("Templates/strings.\(language).yaml").contents.unicodeScalars)
    }
    for weight in Set(faces.filter { $0["font-family"] == "\"\(family)\"" }.compactMap { $0["font-weight"] }) {
      let ranges = faces.filter { $0["font-family"] == "\"\(family)\"" && $0["font-weight"] == weight }
        .flatMap { codePoints($0["unicode-range"] ?? "") }
      let missing = shown.filter { scalar in scalar != "\n" && !ranges.contains { $0.contains(scalar.value) } }
      #expect(missing.isEmpty, "\(family) \(weight) lacks \(missing.map(String.init).sorted())")
    }
  }

  @Test func showAFontOfTheSameWidthUntilTheyAreLoaded() {
    let own = faces.filter { $0["src"]?.contains("url(") == true }
    #expect(own.count == 8)
    for face in own {
      let isInline = face["src"]?.contains("?inline") == true
      #expect(face["font-display"] == (isInline ? "block" : "swap"))
    }
    let others = faces.filter { $0["src"]?.contains("url(") == false }
    #expect(others.count == 8)
    for face in others {
      for key in ["size-adjust", "ascent-override", "descent-override", "line-gap-override"] {
        #expect(face[key]?.hasSuffix("%") == true, "\(face) has no \(key)")
      }
      // Why: letters of other scripts have better fonts than these.
      #expect(!codePoints(face["unicode-range"] ?? "").contains { $0.contains(0x627) || $0.contains(0x4E00) })
    }
  }

  @Test func haveNoNameThatTheirLicenceReserves() throws {
    let fonts = try filesOfProject(below: "Sources/SiteGen/Charts/Fonts")
    #expect(fonts.count == 4)
    for font in fonts {
      let names = namesOfFont(font.bytes)
      #expect(names.contains { $0.hasPrefix("Sitegen") }, "\(font.path) has no name")
      for name in names {
        let isReserved = ["charis", "inter", "sil "].contains { (name + " ").lowercased().contains($0) }
        #expect(!isReserved, "\(font.path) is named '\(name)'")
      }
    }
  }

  @Test func areAllowedByThePolicyOfPages() throws {
    let built = try SiteInTests.second.build()
    for page in built.pages { #expect(built.text(page).contains("font-src &#39;self&#39; data:;"), "\(page)") }
    #expect(built.text("assets/fonts/OFL.txt").contains("SIL OPEN FONT LICENSE"))
  }

  /// The ranges of a `unicode-range`.
  private func codePoints(_ ranges: String) -> [ClosedRange<UInt32>] {
    ranges.split(separator: ", ").compactMap { range in
      let ends = range.dropFirst(2).split(separator: "-").compactMap { UInt32($0, radix: 16) }
      return ends.isEmpty ? nil : ends[0]...ends[ends.count - 1]
    }
  }

  /// The family, style, full and PostScript names in the `name` table of a font (OpenType 1.9).
  private func namesOfFont(_ font: [UInt8]) -> [String] {
    func number(_ place: Int, _ size: Int) -> Int { font[place..<place + size].reduce(0) { $0 << 8 | Int($1) } }
    let tables = (0..<number(4, 2)).map { 12 + 16 * $0 }
    guard let record = tables.first(where: { font[$0..<$0 + 4].elementsEqual("name".utf8) }) else { return [] }
    let table = number(record + 8, 4)
    return (0..<number(table + 2, 2)).compactMap { index in
      let entry = table + 6 + 12 * index
      guard [1, 2, 4, 6, 16, 17].contains(number(entry + 6, 2)) else { return nil }
      let start = table + number(table + 4, 2) + number(entry + 10, 2)
      let units = stride(from: start, to: start + number(entry + 8, 2), by: 2).map { UInt16(number($0, 2)) }
      return String(decoding: units, as: UTF16.self)
    }
  }
}

extension Substring {
  fileprivate func trimming(_ character: Character) -> String {
    String(drop { $0 == character }.reversed().drop { $0 == character }.reversed())
  }
}
