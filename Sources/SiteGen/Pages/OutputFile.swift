/// One file of the site: its path, its type and a function that makes its bytes. The function cannot fail.
struct OutputFile: Sendable {
  /// Relative to the output folder, with "/" as separator.
  let path: String
  let mediaType: MediaType
  /// A description of a file of data/ in the language of the interface; nil for other files.
  let title: String?
  /// The columns of a CSV file of data/ with their types (Table Schema 2.0); empty for other files.
  let columns: [(name: String, type: String)]
  /// Appends the file's bytes to a buffer.
  let make: @Sendable (inout [UInt8]) -> Void

  /// If no media type is given, the extension determines it.
  init(
    path: String, _ mediaType: MediaType? = nil, title: String? = nil, columns: [(name: String, type: String)] = [],
    make: @escaping @Sendable (inout [UInt8]) -> Void
  ) {
    self.path = path
    self.mediaType = mediaType ?? MediaType(ofFileAt: path)
    self.title = title
    self.columns = columns
    self.make = make
  }

  init(
    path: String, _ mediaType: MediaType? = nil, title: String? = nil, columns: [(name: String, type: String)] = [],
    bytes: @escaping @Sendable () -> [UInt8]
  ) {
    self.init(path: path, mediaType, title: title, columns: columns) { $0.append(contentsOf: bytes()) }
  }

  /// The file's bytes, made anew each time.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    make(&bytes)
    return bytes
  }
}

/// Describes the files of a site in one format. The files are made later.
typealias OutputFormat = @Sendable (Site) -> [OutputFile]

extension Site {
  /// Every file of data/, in the order of the data page.
  var dataFiles: [OutputFile] { dataFormats.flatMap { $0(self) } }
}
