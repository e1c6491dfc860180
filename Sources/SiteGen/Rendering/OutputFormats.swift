/// The files that a site publishes besides its pages, pictures and assets. To add a format, write one file and add a
/// line here.
enum OutputFormats {
  /// The files of data/, in the order of the data page.
  static let data: [OutputFormat] = [
    ClaimData.files, QuestionData.files, SourceData.files, SpeakerData.files, ClaimData.filesOfTopics, CSLJSON.files,
    BibTeX.files, RIS.files, DataPackage.files,
  ]

  /// Files that the data page does not list.
  static let others: [OutputFormat] = [
    ClaimData.filesOfQuestions, ChartFile.files, AtomFeed.files, JSONFeed.files,
  ]
}
