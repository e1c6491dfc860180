/// One file of the site: where it goes, what it is and how its bytes are made; making them cannot fail.
struct OutputFile: Sendable {
  /// Relative to the output folder, with "/" between the parts.
  let path: String
  let mediaType: MediaType
  /// What a file of data/ contains, in the words of the interface; nil for all others.
  let title: String?
  /// The columns of a CSV file of data/ with their types (Table Schema 2.0); empty for all others.
  let columns: [(name: String, type: String)]
  /// Appends the file's bytes to a buffer.
  let make: @Sendable (inout [UInt8]) -> Void

  /// Without a media type, the extension decides.
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

/// Gives the files that a site has in one format: described at once, made later.
typealias OutputFormat = @Sendable (Site) -> [OutputFile]

extension Site {
  /// Every file of data/, in the order in which the data page lists them.
  var dataFiles: [OutputFile] { dataFormats.flatMap { $0(self) } }
}
