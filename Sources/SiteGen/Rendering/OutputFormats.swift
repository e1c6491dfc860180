/// The files that a site publishes besides its pages, pictures and assets. A new format is a file of its own and a line
/// here.
enum OutputFormats {
  /// Those of data/, in the order in which the data page lists them.
  static let data: [OutputFormat] = [
    ClaimData.files, QuestionData.files, SourceData.files, SpeakerData.files, ClaimData.filesOfTopics, CSLJSON.files,
    BibTeX.files, RIS.files, DataPackage.files,
  ]

  /// Those that the data page does not list.
  static let others: [OutputFormat] = [
    ClaimData.filesOfQuestions, ChartFile.files, AtomFeed.files, JSONFeed.files,
  ]
}
