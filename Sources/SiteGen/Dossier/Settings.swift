/// The settings of sitegen.yaml.
struct Settings: Sendable {
  var file: SourceFile
  var title: String
  var tagline: String?
  /// BCP 47.
  var language: String
  /// The span of the language in sitegen.yaml.
  var languageSpan: Range<Int>
  /// An absolute http or https URL in ASCII that ends in "/"; nil if the site's address is not known.
  var baseURL: String?
  var licence: String?
  var publisher: String?
  var contact: String?
  /// The longest quotation allowed, in characters after folding.
  var longestQuotation: Int
  /// The share of a seed's text that may be quoted, 0 to 1.
  var quotedShare: Double
  /// The minimum share of the seeds' quantities that must be quoted or listed under `left`, 0 to 1.
  var coverage: Located<Double>?
  var navigation: [Located<String>]
  /// Names and other strings that must not be in the site.
  var neverPublish: [Located<String>]
  /// The colour of links and of the first marks of charts in the light scheme; nil for the theme's own.
  var accent: Colour?
  /// The path of the picture that stands before the site's name, such as `Content/images/logo.svg`.
  var logo: Located<String>?
  var limits: Limits
  /// The severities that the site sets; nil turns a rule off.
  var severities: [Rule: Severity?]

  /// Whether the site turns a rule off.
  func isOff(_ rule: Rule) -> Bool {
    if case .some(.none) = severities[rule] { true } else { false }
  }
}
