/// One file of the site: its path, its type and a function that makes its bytes. The function cannot fail.
struct OutputFile: Sendable {
  /// Relative to the output folder, with "/" as separator.
  let path: String
  let mediaType: MediaType
  /// A description of a file of data/ in the language of the interface; nil for other files.
  let title: String?
  /// The columns of a CSV file of data/ with their types (Table Schema 2.0); empty for other files.
  let columns: [(name: String, type: String)]
  /// Whether the file describes others. Why: it is then made after them, when their digests are known.
  var isMadeLast = false
  /// Computed when the file is made for the first time; all copies of this value share it.
  private let madeDigest: Once<FileDigest>
  /// Appends the file's bytes to a buffer.
  var make: @Sendable (inout [UInt8]) -> Void

  /// If no media type is given, the extension determines it; if no digest is given, it is computed when it is needed.
  init(
    path: String, _ mediaType: MediaType? = nil, title: String? = nil, columns: [(name: String, type: String)] = [],
    digest: FileDigest? = nil, make: @escaping @Sendable (inout [UInt8]) -> Void
  ) {
    self.path = path
    self.mediaType = mediaType ?? MediaType(ofFileAt: path)
    self.title = title
    self.columns = columns
    madeDigest = Once(digest)
    self.make = make
  }

  init(
    path: String, _ mediaType: MediaType? = nil, title: String? = nil, columns: [(name: String, type: String)] = [],
    digest: FileDigest? = nil, bytes: @escaping @Sendable () -> [UInt8]
  ) {
    self.init(path: path, mediaType, title: title, columns: columns, digest: digest) {
      $0.append(contentsOf: bytes())
    }
  }

  /// The file's size and hash. If the file has been made already, pass its bytes.
  func digest(of bytes: [UInt8]? = nil) -> FileDigest {
    madeDigest.value { FileDigest(bytes ?? self.bytes) }
  }

  /// The file's bytes, made anew each time.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    make(&bytes)
    return bytes
  }
}

/// The size and hash of a file.
struct FileDigest: Sendable {
  let bytes: Int
  let sha256: String

  init(_ bytes: [UInt8]) {
    self.init(bytes: bytes.count, sha256: SiteGen.sha256(bytes))
  }

  init(bytes: Int, sha256: String) {
    self.bytes = bytes
    self.sha256 = sha256
  }
}

/// Describes the files of a site in one format. The files are made later.
typealias OutputFormat = @Sendable (Site) -> [OutputFile]

extension Site {
  /// Every file of data/, in the order of the data page.
  var dataFiles: [OutputFile] { madeDataFiles.value { dataFormats.flatMap { $0(self) } } }
}
