/// One page: where it goes and what its template is given.
struct Page: Sendable {
  /// Relative to the root of the site.
  let address: String
  /// The newest day on which something that it shows was written or recorded; nil where no input has one.
  let updated: Day?
  let setting: PageSetting
  /// Made when the page is written, not before.
  let record: @Sendable () -> Record
}

/// Where the pages of a kind are shown, which decides what they load and whether search engines are told of them.
enum PageSetting: Sendable {
  /// On the site, with its style.
  case site
  /// On the site, with its style and a script.
  case siteWithScript
  /// In a frame of another site.
  case frame
  /// At any address of the host.
  case anyAddress

  var isListed: Bool { self == .site }

  /// Whether the style is part of the page.
  var hasOwnStyle: Bool { self == .frame || self == .anyAddress }

  /// Stands in the policy of a page with its own style until the hash of that style is known.
  static let ownStyleMarker: StaticString = "own-style"

  /// The Content-Security-Policy: nothing but the site's own style and pictures, and what the setting adds.
  var securityPolicy: String {
    let style = hasOwnStyle ? "\(PageSetting.ownStyleMarker)" : "self"
    return "default-src 'none'; style-src '\(style)'; img-src 'self'; manifest-src 'self'; base-uri 'none';"
      + " form-action 'none'" + (self == .siteWithScript ? "; script-src 'self'" : "")
  }
}
