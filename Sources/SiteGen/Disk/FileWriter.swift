/// What became of one file of the new site.
enum MadeFile: Sendable {
  case written(SiteRecord.File)
  case unchanged(SiteRecord.File)
  /// The old site's file was changed by hand: neither its bytes nor the new ones are the record's.
  case edited(String)
  case failed(PublishError)

  var record: SiteRecord.File? {
    switch self {
    case .written(let file), .unchanged(let file): file
    case .edited, .failed: nil
    }
  }

  var unchangedPath: String? {
    if case .unchanged(let file) = self { file.path } else { nil }
  }
}

/// Makes files one after another, and writes those whose bytes are not the old site's; one for each worker.
struct FileWriter {
  let output: OutputFolder
  let old: OldSite
  private var hasWorkspace = false
  private var bytes: [UInt8] = []
  private var oldBytes: [UInt8] = []

  init(output: OutputFolder, old: OldSite) {
    self.output = output
    self.old = old
  }

  mutating func write(_ file: OutputFile) -> MadeFile {
    bytes.removeAll(keepingCapacity: true)
    file.make(&bytes)
    let made = SiteRecord.File(path: file.path, bytes: bytes.count, sha256: sha256(bytes))
    if let before = old.files[file.path] {
      do throws(ReadFailure) {
        try readFile(output.path + "/" + file.path, into: &oldBytes)
      } catch {
        return .failed(.readingFailed(output.shown + "/" + file.path, error))
      }
      if oldBytes == bytes { return .unchanged(made) }
      guard oldBytes.count == before.bytes, sha256(oldBytes) == before.sha256 else { return .edited(file.path) }
    }
    do throws(PublishError) {
      if !hasWorkspace { try makeWorkspace(of: output) }
      hasWorkspace = true
    } catch {
      return .failed(error)
    }
    do throws(SystemError) {
      try writeNewFile(output.new + "/" + file.path, bytes)
    } catch {
      return .failed(.writingFailed(output.shown + "/" + file.path, error))
    }
    return .written(made)
  }
}

/// Whether a file of the old site has other bytes than those that sitegen wrote.
func isEdited(_ file: SiteRecord.File, in output: OutputFolder) throws(PublishError) -> Bool {
  var bytes: [UInt8] = []
  do throws(ReadFailure) {
    try readFile(output.path + "/" + file.path, limit: file.bytes, into: &bytes)
  } catch {
    if case .system = error { throw .readingFailed(output.shown + "/" + file.path, error) }
    return true
  }
  return bytes.count != file.bytes || sha256(bytes) != file.sha256
}
