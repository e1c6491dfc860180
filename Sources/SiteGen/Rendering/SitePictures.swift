extension Rule {
  static let staleCard = Rule(
    "stale-card", .warning, about: .files, "a social card does not show the current state of its page",
    reason: """
      When messengers link to a page, they show a picture from Content/cards/. Each picture stores the text that it \
      shows, and a hash of its drawing. A picture is not published if one of them has changed, or if `sitegen cards` did \
      not make it: no picture is better than a wrong one. If only some pages have a picture, one warning gives the number of the \
      others. A site without Content/cards/ has no pictures and gets no warning.
      """,
    example: .console(
      failing: "$ sitegen build",
      corrected: """
        $ sitegen cards
        $ sitegen build
        """))
}

/// A picture that a site may have in Content/cards/: a page's social card, a chart, or the icon.
struct SitePicture: Sendable {
  /// Its path in the project.
  let path: String
  /// From the root of the site.
  let address: String
  /// The text that is stored in the picture: what a social card or chart shows, and the hash of what it is made from.
  var text: String
  let width: Int
  let height: Int
  /// Nil for the icon.
  let alternative: String?
  /// The drawing that is rasterised.
  let svg: @Sendable () -> [UInt8]
}

/// The folder of the pictures that `sitegen cards` makes.
let cardFolder = "Content/cards/"

/// Every picture that a site with pictures should have, sorted by path.
func sitePictures(of site: Site, _ theme: Theme) -> [SitePicture] {
  let language = site.settings.language
  let colours = theme.colours.ofCards
  var pictures = site.socialCards().map { card in
    SitePicture(
      path: cardFolder + card.name, address: Address.socialCard(of: card.page),
      text: card.text.joined(separator: "\n"), width: SocialCard.width, height: SocialCard.height,
      alternative: card.alternative
    ) { SocialCardSVG.bytes(of: card, language: language, colours) }
  }
  pictures += site.sheet.answeredQuestions.filter(site.hasChartFile).compactMap { answered in
    site.chart(of: answered).map { chartPicture(of: $0, answered.question.id, theme) }
  }
  if let icon = theme.assets.files.first(where: { $0.path == Address.icon }) {
    pictures.append(
      SitePicture(
        path: "Content/" + Address.touchIcon, address: Address.touchIcon, text: "icon.svg", width: 180, height: 180,
        alternative: nil
      ) { icon.bytes })
  }
  // Why the hash: colours, symbols and the key are not in the text.
  for index in pictures.indices { pictures[index].text += "\n" + drawingHash + sha256(pictures[index].svg()) }
  return pictures.sorted { utf8Precedes($0.path, $1.path) }
}

/// What the last line of a picture's text begins with.
private let drawingHash = "drawing "

/// A question's chart, beside its SVG, in twice as many pixels as the SVG is large.
private func chartPicture(of chart: AnswerChart, _ question: String, _ theme: Theme) -> SitePicture {
  let size = StandaloneChart(chart).size
  let text = [chart.title, chart.subtitle, chart.description, chart.vague, chart.source]
    .compactMap { $0 }
  return SitePicture(
    path: cardFolder + "charts/" + question + ".png", address: Address.question(question, as: "png"),
    text: text.joined(separator: "\n"), width: Int(2 * size.width), height: Int((2 * size.height).rounded(.up)),
    alternative: chart.description
  ) { StandaloneChart(chart).bytes(theme.colours.ofCharts.light) }
}

/// The up-to-date pictures of a project, by their address in the site, with diagnostics for stale, missing and unused
/// ones.
///
/// A site without pictures gets no diagnostics, and nothing is computed for it.
func checkPictures(of site: Site, _ theme: Theme) -> Checked<[String: PublishedPicture]> {
  let files = site.sheet.dossier.socialCards
  guard !files.isEmpty else { return Checked([:]) }
  let all = sitePictures(of: site, theme)
  let wanted = Dictionary(all.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  var checked = Checked<[String: PublishedPicture]>([:])
  for file in files {
    let found = PictureText(file.bytes)
    guard let picture = wanted[file.path] else {
      checked.diagnostics.append(
        Diagnostic(
          .unusedFile, "this file is not used: no page has this picture", at: Place(path: file.path),
          remedy: found?.text == nil ? "move it, or delete it" : "run 'sitegen cards', which removes it"))
      continue
    }
    if let diagnostic = staleness(of: file, found, picture) {
      checked.diagnostics.append(diagnostic)
    } else {
      let version = picture.alternative == nil ? "?v=" + contentVersion(of: file.bytes) : ""
      checked.value[picture.address] = PublishedPicture(
        bytes: file.bytes, address: picture.address + version, alternative: picture.alternative)
    }
  }
  let present = Set(files.map(\.path))
  let missing = all.filter { $0.alternative != nil && !present.contains($0.path) }
  if let first = missing.first {
    checked.diagnostics.append(
      Diagnostic(
        .staleCard,
        missing.count == 1
          ? "one page has no picture, but others have one: '\(first.path)' is missing"
          : "\(missing.count) pages have no picture, but others have one: '\(first.path)' is the first",
        at: Place(path: String(cardFolder.dropLast())), remedy: "run 'sitegen cards'"))
  }
  return checked
}

/// Checks the rule stale-card: a picture must show the current state of its page.
private func staleness(of file: SourceFile, _ found: PictureText?, _ picture: SitePicture) -> Diagnostic? {
  // Why the place has no bytes: a picture has no lines to print.
  let place = Place(path: file.path)
  guard let found, let text = found.text else {
    return Diagnostic(
      .staleCard, found == nil ? "this is not a PNG file" : "'sitegen cards' did not make this picture", at: place,
      remedy: "move it away, and run 'sitegen cards'")
  }
  guard text == picture.text else {
    func lines(_ text: String) -> [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    let (old, new) = (lines(text), lines(picture.text))
    let at = zip(old, new).enumerated().first { $1.0 != $1.1 }?.offset ?? min(old.count, new.count)
    func shown(_ lines: [Substring]) -> String { lines.indices.contains(at) ? "'\(lines[at])'" : "nothing" }
    guard !(at == new.count - 1 && new[at].hasPrefix(drawingHash)) else {
      return Diagnostic(
        .staleCard, "this picture shows the current text, but other colours, marks or positions than sitegen draws now",
        at: place, remedy: "run 'sitegen cards'")
    }
    return Diagnostic(
      .staleCard, "this picture does not show the current text of its page", at: place,
      notes: [Diagnostic.Note("it shows \(shown(old)), but the page says \(shown(new))")],
      remedy: "run 'sitegen cards'")
  }
  guard found.width == picture.width, found.height == picture.height else {
    return Diagnostic(
      .staleCard,
      "this picture has \(found.width) × \(found.height) pixels, and \(picture.width) × \(picture.height) are needed",
      at: place, remedy: "run 'sitegen cards'")
  }
  return nil
}
