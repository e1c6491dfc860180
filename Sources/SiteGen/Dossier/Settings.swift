/// The settings of sitegen.yaml.
struct Settings: Sendable {
  var file: SourceFile
  var title: String
  var tagline: String?
  /// BCP 47.
  var language: String
  /// Of the language in sitegen.yaml.
  var languageSpan: Range<Int>
  /// Absolute, http or https, ending in "/"; nil when the site's address is not known.
  var baseURL: String?
  var licence: String?
  var publisher: String?
  var contact: String?
  /// In characters of the folded quotation.
  var longestQuotation: Int
  /// Of one seed's text, 0 to 1.
  var quotedShare: Double
  /// The least share of the seeds' quantities that must be quoted or left, 0 to 1.
  var coverage: Located<Double>?
  var navigation: [Located<String>]
  /// The severities that the site sets; nil turns a rule off.
  var severities: [Rule: Severity?]
}
