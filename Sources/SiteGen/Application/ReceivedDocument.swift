/// A document as received, with its text if it is not plain text.
struct ReceivedDocument {
  /// The name of its file in seeds/.
  let name: String
  /// The name without its extension.
  let stem: String
  /// Nil if the document is plain text.
  let text: Text?

  struct Text {
    var bytes: [UInt8]
    /// How it was made, for the key `text_by`.
    var by: String
  }

  init(_ document: NewDocument) throws(PublishError) {
    let base = document.path.split(separator: "/").last.map(String.init) ?? ""
    guard !base.isEmpty, !base.hasPrefix("."), unsafeCharacter(in: base) == nil else {
      throw .refused("'\(shownSafely(document.path))' has no name that a seed can have", remedy: "rename it")
    }
    let isText = checkText(SourceFile(path: base, bytes: document.bytes)).isEmpty
    let dot = base.lastIndex(of: ".").flatMap { $0 == base.startIndex ? nil : $0 }
    stem = dot.map { String(base[..<$0]) } ?? base
    if let made = document.textByHand {
      if let mistake = checkText(SourceFile(path: base + ".txt", bytes: made)).first {
        throw .refused("the text of '\(document.path)' cannot be used: \(mistake.message)", remedy: "name another file")
      }
      (name, text) = (base, Text(bytes: made, by: "by hand"))
    } else if document.bytes.starts(with: "%PDF-".utf8) {
      (name, text) = (base, try textOfPDF(document))
    } else if isText, ["txt", "text"].contains(dot.map { base[base.index(after: $0)...].lowercased() } ?? "txt") {
      (name, text) = (stem + ".txt", nil)
    } else {
      throw .refused(
        "'\(document.path)' is neither plain text nor a PDF",
        remedy: "write its text to a file, and name that with --text")
    }
  }
}

/// The text of a PDF by pdftotext, which runs as a process of its own for at most 30 seconds and, on Linux, with at most 2
/// GiB of memory. Pages end with a form feed.
private func textOfPDF(_ document: NewDocument) throws(PublishError) -> ReceivedDocument.Text {
  let program: Program?
  do throws(SystemError) { program = try Program(named: "pdftotext") } catch {
    throw .readingFailed("pdftotext", error)
  }
  guard let program else {
    var error = PublishError.refused(
      "pdftotext, which reads PDFs, is not on PATH",
      remedy: "install it: 'apt-get install poppler-utils', 'dnf install poppler-utils', 'brew install poppler', or "
        + "'apk add poppler-utils'; or write the text to a file, and name that with --text")
    error.exitStatus = 69
    throw error
  }
  var bytes: [UInt8] = []
  var version = ""
  do throws(SystemError) {
    let scratch = try ScratchFolder()
    let failure: SystemError?
    do throws(SystemError) {
      try scratch.folder.write("document.pdf", document.bytes)
      // Its version is the last word of the first line that it prints.
      try program.run(["-v"], in: scratch, from: "document.pdf", to: "version", memory: 2 << 30)
      version = firstLine(of: "version.txt", in: scratch).split(separator: " ").last.map(String.init) ?? ""
      try program.run(
        ["-enc", "UTF-8", "-eol", "unix", scratch.path + "/document.pdf", scratch.path + "/text"], in: scratch,
        from: "document.pdf", to: "output", memory: 2 << 30)
      bytes = content(of: "text", in: scratch)
      failure = nil
    } catch {
      failure = error
    }
    try scratch.remove()
    if let failure { throw failure }
  } catch {
    if let interruption = Interruption.arrived { throw .interrupted(interruption) }
    throw .writingFailed(
      "pdftotext did not read '\(document.path)': \(error == .timeout ? "it took more than 30 seconds" : error.words)",
      remedy: "write its text to a file, and name that with --text")
  }
  guard bytes.contains(where: { !$0.isWhitespace && $0 != 0x0C }),
    checkText(SourceFile(path: "text", bytes: bytes)).isEmpty
  else {
    throw .refused(
      "pdftotext found no text in '\(document.path)': it may be damaged, locked or a scan",
      remedy: "write its text to a file, and name that with --text")
  }
  return ReceivedDocument.Text(bytes: bytes, by: version.isEmpty ? "pdftotext" : "pdftotext " + version)
}

/// The bytes of a file of a program's output; empty if it made none.
private func content(of name: String, in scratch: ScratchFolder) -> [UInt8] {
  var bytes: [UInt8] = []
  do throws(ReadFailure) { try scratch.folder.read(name, limit: 64 << 20, into: &bytes) } catch { return [] }
  return bytes
}

private func firstLine(of name: String, in scratch: ScratchFolder) -> String {
  String(decoding: content(of: name, in: scratch).prefix { $0 != 0x0A }, as: UTF8.self)
}
