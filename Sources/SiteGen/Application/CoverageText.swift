/// The output of `sitegen check --coverage`: for each seed, every unused quantity with its place and line, then the
/// number of used quantities; at the end, the number of used quantities in all seeds.
func coverageText(of sheet: FactSheet) -> String {
  let sources = Dictionary(sheet.dossier.sources.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  let seeds = sheet.quoted.compactMap { quoted in sources[quoted.sourceID].map { (quoted, $0.seed.file) } }
  var text = ""
  for (quoted, file) in seeds.sorted(by: { utf8Precedes($0.1.path, $1.1.path) }) {
    let lines = LineIndex(file)
    for quotation in quoted.uncovered {
      let region = Region(Place(file, quotation.span), lines)
      text += "\(shownSafely(file.path)):\(region.line):\(region.column): \(shownSafely(region.words ?? ""))\n"
      text += excerpt(of: region)
    }
    let rest = quoted.quantities - quoted.covered - quoted.uncovered.count
    if rest > 0 { text += "\(shownSafely(file.path)): and \(rest) more unused quantities\n" }
    text += "\(shownSafely(file.path)): \(used(quoted.covered, of: quoted.quantities))\n"
  }
  let total = used(sheet.check.covered, of: sheet.check.quantities)
  let asked = sheet.dossier.settings.coverage.map { ", but \(percent($0.value)) % are required" } ?? ""
  return text + "all seeds: \(total)\(asked)\n"
}

private func used(_ covered: Int, of quantities: Int) -> String {
  guard quantities > 0 else { return "no quantities" }
  // Why the percentage is rounded down: a coverage below the required one must not be rounded up to it.
  return "\(covered) of \(quantities) quantities are quoted or listed under 'left' (\(covered * 100 / quantities) %)"
}

private func percent(_ share: Double) -> Int { Int((share * 100).rounded()) }
