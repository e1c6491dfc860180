/// One file of the site: where it goes, what it is and how its bytes are made; making them cannot fail.
struct OutputFile: Sendable {
  /// Relative to the output folder, with "/" between the parts.
  let path: String
  let mediaType: MediaType
  /// Nil for a file that is not listed among the data.
  let listing: Listing?
  /// Appends the file's bytes to a buffer.
  let make: @Sendable (inout [UInt8]) -> Void

  /// What the data page and the Data Package say about a file.
  struct Listing: Sendable {
    /// In the words of the interface.
    var title: String
    /// The columns of a CSV file; empty for all others.
    var columns: [Column] = []
  }

  /// A column of a CSV file; the type is one of Table Schema 2.0.
  struct Column: Sendable {
    var name: String
    var type: String
  }

  /// Without a media type, the extension decides.
  init(
    path: String, _ mediaType: MediaType? = nil, listing: Listing? = nil,
    make: @escaping @Sendable (inout [UInt8]) -> Void
  ) {
    self.path = path
    self.mediaType = mediaType ?? MediaType(ofFileAt: path)
    self.listing = listing
    self.make = make
  }

  init(
    path: String, _ mediaType: MediaType? = nil, listing: Listing? = nil, bytes: @escaping @Sendable () -> [UInt8]
  ) {
    self.init(path: path, mediaType, listing: listing) { $0.append(contentsOf: bytes()) }
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
