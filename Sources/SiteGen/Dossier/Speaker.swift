/// Who said something: a person, an office, a witness.
struct Speaker: Sendable {
  var id: String
  var name: String
  var kind: Kind
  /// Other names under which the sources give the same speaker.
  var also: [String]
  /// The identifier of the speaker for whom this one speaks.
  var voiceOf: Located<String>?
  /// Of the identifier in speakers.yaml.
  var span: Range<Int>

  enum Kind: String, Sendable, CaseIterable {
    case person, government, police
    case foreignGovernment = "foreign-government"
    case intergovernmental, media, witness,
      opposition
    case civilSociety = "civil-society"
    case unattributed
  }

  /// Stands in `said_by` for the document's own words, which are never a voice.
  static let report = "report"
}
