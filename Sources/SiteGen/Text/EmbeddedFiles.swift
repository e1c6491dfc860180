import CEmbedded

/// The files that were compiled into the program (CEmbedded.c) and whose path starts with a prefix.
///
/// Paths are relative to the project; those of files in Sources/ are relative to Sources/.
package func embeddedFiles(at prefix: String) -> [SourceFile] {
  (0..<cembedded_count).compactMap { index in
    guard let file = cembedded_file_at(index)?.pointee, let written = file.path.map(String.init(cString:)) else {
      return nil
    }
    let path = String(written.drop { $0 == "." || $0 == "/" })
    guard path.hasPrefix(prefix) else { return nil }
    return SourceFile(path: path, bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.size)))
  }
}
