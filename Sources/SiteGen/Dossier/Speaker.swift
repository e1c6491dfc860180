/// Who said something: a person, an office, a witness.
struct Speaker: Sendable {
  var id: String
  var name: String
  var kind: Kind
  /// Other names that the sources use for the same speaker.
  var also: [String]
  /// The identifier of the speaker on whose behalf this one speaks.
  var voiceOf: Located<String>?
  /// The span of the identifier in speakers.yaml.
  var span: Range<Int>

  enum Kind: String, Sendable, CaseIterable {
    case person, government, police
    case foreignGovernment = "foreign-government"
    case intergovernmental, media, witness,
      opposition
    case civilSociety = "civil-society"
    case unattributed
  }

  /// The value of `said_by` for the document's own words, which never count as a voice.
  static let report = "report"
}
