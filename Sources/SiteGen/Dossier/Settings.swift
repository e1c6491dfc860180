/// What sitegen.yaml says of the whole site.
struct Settings: Sendable {
  var file: SourceFile
  var title: String
  var tagline: String?
  /// BCP 47.
  var language: String
  /// Where sitegen.yaml writes the language.
  var languageSpan: Range<Int>
  /// Absolute, http or https, ending in "/"; nil when the site does not know its address.
  var baseURL: String?
  var licence: String?
  var publisher: String?
  var contact: String?
  /// In characters of the folded quotation.
  var longestQuotation: Int
  /// Of one seed's text, 0 to 1.
  var quotedShare: Double
  /// Least share of the seeds' quantities that are quoted or left, 0 to 1, and where it is written.
  var coverage: Located<Double>?
  var navigation: [Located<String>]
  /// Severities as the site sets them; nil value: off.
  var severities: [Rule: Severity?]
}
