import CEmbedded

/// The files that were compiled into the program (CEmbedded.c) and whose path starts with a prefix, sorted by path.
package func embeddedFiles(at prefix: String) -> [SourceFile] {
  (0..<cembedded_count).compactMap { index in
    guard let file = cembedded_file_at(index)?.pointee, let path = file.path.map(String.init(cString:)),
      path.hasPrefix(prefix)
    else { return nil }
    return SourceFile(path: path, bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.size)))
  }
}
