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

  /// Whether a style may be part of the page.
  var mayHaveOwnStyle: Bool { self == .frame || self == .anyAddress }

  /// Whether the page may load files of the site: at any address, it cannot know where they are.
  var loadsStyle: Bool { self != .anyAddress }

  /// The placeholder in the policy of a page that may have its own style; rendering replaces it with the hash of that
  /// style, or removes it.
  static let ownStyleMarker: StaticString = " own-style"

  /// The Content-Security-Policy: it allows the site's style, fonts, pictures, manifest and, if the setting has one, script. A
  /// style that is part of the page is allowed by its hash.
  var securityPolicy: String {
    let styles = (loadsStyle ? " 'self'" : "") + (mayHaveOwnStyle ? "\(PageSetting.ownStyleMarker)" : "")
    let pictures = loadsStyle ? "'self'" : "'self' data:"
    return "default-src 'none'; style-src\(styles); font-src 'self' data:; img-src \(pictures); manifest-src 'self';"
      + " base-uri 'none'; form-action 'none'" + (self == .siteWithScript ? "; script-src 'self'" : "")
  }
}
