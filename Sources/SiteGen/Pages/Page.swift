/// One page: its address and the record for its template.
struct Page: Sendable {
  /// Relative to the root of the site.
  let address: String
  /// The newest day on which something that the page shows was written or recorded; nil if nothing on it has a day.
  let updated: Day?
  let setting: PageSetting
  /// Made only when the page is written.
  let record: @Sendable () -> Record
}

/// Where the pages of a kind are shown. This decides what they load and whether search engines are told about them.
enum PageSetting: Sendable {
  /// On the site, with its style.
  case site
  /// On the site, with its style and a script.
  case siteWithScript
  /// In a frame of another site.
  case frame
  /// At any address: the host shows the page for addresses that do not exist.
  case anyAddress

  var isListed: Bool { self == .site }

  /// Whether the style is part of the page.
  var hasOwnStyle: Bool { self == .frame || self == .anyAddress }

  /// The placeholder in the policy of a page with its own style; rendering replaces it with the hash of that style.
  static let ownStyleMarker: StaticString = "own-style"

  /// The Content-Security-Policy: it allows the site's style, fonts, pictures, manifest and, if the setting has one, script. A
  /// page with its own style allows that style instead, by its hash.
  var securityPolicy: String {
    let style = hasOwnStyle ? "\(PageSetting.ownStyleMarker)" : "self"
    return "default-src 'none'; style-src '\(style)'; font-src 'self' data:; img-src 'self'; manifest-src 'self';"
      + " base-uri 'none'; form-action 'none'" + (self == .siteWithScript ? "; script-src 'self'" : "")
  }
}
