/// data/speakers: every speaker of Content/speakers.yaml. docs/data.md guarantees the names of the columns.
enum SpeakerData {
  static func files(of site: Site) -> [OutputFile] {
    table(of: site).files(at: "data/speakers", title: site.strings[.fileSpeakers], site.strings)
  }

  static func table(of site: Site) -> DataTable<Speaker> {
    DataTable(columns: columns) { site.sheet.dossier.speakers }
  }

  private static let columns: [DataTable<Speaker>.Column] = [
    .init("id") { .text($0.id) },
    .init("name") { .text($0.name) },
    .init("kind") { .text($0.kind.rawValue) },
    .init("also") { .list($0.also) },
    .init("voice_of") { .init($0.voiceOf?.value) },
  ]
}
