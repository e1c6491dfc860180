/// Who said something: a person, an office, a witness.
struct Speaker: Sendable {
  var id: String
  var name: String
  var kind: Kind
  /// Other names under which the sources give the same speaker.
  var also: [String]
  /// The identifier of the speaker for whom this one speaks.
  var voiceOf: Located<String>?
  /// Where speakers.yaml writes its identifier.
  var span: Range<Int>

  enum Kind: String, Sendable, CaseIterable {
    case person, government, police
    case foreignGovernment = "foreign-government"
    case intergovernmental, media, witness,
      opposition
    case civilSociety = "civil-society"
    case unattributed
  }

  /// `said_by: report`: the document's own words; one such speaker a source, never a voice.
  static let report = "report"
}
