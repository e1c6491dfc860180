/// The formats of the files that a site publishes in addition to its pages, pictures and assets. The sitemap, the web
/// manifest and the files of the search are made elsewhere. To add a format, write one file and add a line here.
enum OutputFormats {
  /// The files of data/, in the order of the data page.
  static let data: [OutputFormat] = [
    ClaimData.files, QuestionData.files, SourceData.files, SpeakerData.files, ClaimData.filesOfTopics, CSLJSON.files,
    BibTeX.files, RIS.files, AnchorData.files, DataPackage.files,
  ]

  /// Files that the data page does not list.
  static let others: [OutputFormat] = [
    ClaimData.filesOfQuestions, ChartFile.files, AtomFeed.files, JSONFeed.files,
  ]
}
