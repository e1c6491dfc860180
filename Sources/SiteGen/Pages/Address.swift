/// Addresses of pages and files, relative to the root of the site.
///
/// Anchors that sitegen generates contain an underscore, except those that are the identifier of a question or claim.
/// Anchors of headings never do.
enum Address {
  static let manifest = "manifest.webmanifest"
  static let icon = "assets/icon.svg"
  /// No page's social card can have this name, because no page's name contains an underscore.
  static let touchIcon = "cards/site_icon.png"

  static func page(_ page: BuiltInPage) -> String { note(page.rawValue) }
  static func note(_ id: String) -> String { id + ".html" }
  static func question(_ id: String) -> String { "questions/" + id + ".html" }
  /// A question's chart or data: `svg`, `csv`, `json`.
  static func question(_ id: String, as format: String) -> String { "questions/" + id + "." + format }
  static func embed(_ id: String) -> String { "embed/" + id + ".html" }
  static func source(_ id: String) -> String { "sources/" + id + ".html" }
  static func socialCard(of page: String) -> String { "cards/" + SocialCard(page: page, site: "", title: "").name }

  /// A speaker's entry in the A–Z index and on the speakers page.
  static func anchor(ofSpeaker id: String) -> String { "speaker_" + id }
  /// A source's entry on the updates page.
  static func anchor(ofUpdate source: String) -> String { "update_" + source }
  /// A quoted passage on its source's page. The anchor is permanent, because a seed never changes.
  static func anchor(_ quotation: Quotation) -> String {
    "at_" + String(quotation.start) + "_" + String(quotation.end)
  }
}
