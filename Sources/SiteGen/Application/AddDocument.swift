import Foundation

/// A document to add to a project.
public struct NewDocument: Sendable {
  /// The path from which it was read, or a name for what was read from standard input.
  public var path: String
  public var bytes: [UInt8]
  /// The text that a person made from it; nil if the document is plain text, or a PDF with text.
  public var textByHand: [UInt8]?
  /// The identifier of its card; nil for one that is made from its name.
  public var id: String?

  public init(path: String, bytes: [UInt8], textByHand: [UInt8]? = nil, id: String? = nil) {
    self.path = path
    self.bytes = bytes
    self.textByHand = textByHand
    self.id = id
  }
}

/// The result of adding one document.
public struct AddedDocument: Sendable {
  /// The paths of the new files.
  public var files: [String] = []
  /// What the author should know, such as what is still missing in the card; each a sentence without a full stop.
  public var remarks: [String] = []
}

/// Copies a document into seeds/, makes its text, and writes a card with what is certain: the hashes, how the text was
/// made, the title if the first line is one, and `day`, on which it was added. What only a person knows stays open.
///
/// All files are written or none, and none that exists is changed. A document that the project has already is not added
/// again; a remark then says where it is. A remark also names documents with much the same wording.
public func add(_ document: NewDocument, to project: String, on day: String) throws(PublishError) -> AddedDocument {
  let folder = try openProject(project)
  let above = shownPrefix(of: project)
  let seeds = readProject(at: project).value.files.filter { $0.path.hasPrefix("seeds/") }
  if let known = seeds.first(where: { $0.bytes == document.bytes }) {
    return AddedDocument(remarks: ["'\(document.path)' is already in the project, as \(above)\(known.path)"])
  }
  let received = try ReceivedDocument(document)
  var files = [(path: "seeds/" + received.name, bytes: document.bytes)]
  if let text = received.text { files.append(("seeds/\(received.name).txt", text.bytes)) }
  let words = received.text?.bytes ?? document.bytes
  let similar = similarDocuments(to: words, among: seeds)
  let id = document.id ?? identifier(madeFrom: received.stem) ?? ""
  guard isIdentifier(id) else {
    throw .refused(
      "'\(id)' cannot name a card: use \(identifierRule)", remedy: "give another name with --id")
  }
  let card = cardText(of: received, document.bytes, day: day, similar)
  files.append(("Content/sources/\(id).md", Array(card.utf8)))
  try writeNewFiles(
    files, below: folder, shownIn: above, ifPresent: "give the document another name, or its card with --id")
  var remarks = similar.map { "it shares \($0.share) % of its wording with \(above)\($0.path)" }
  remarks.append("\(above)Content/sources/\(id).md needs 'published', 'published_basis' and 'fidelity', and its claims")
  return AddedDocument(files: files.map { above + $0.path }, remarks: remarks)
}

private func cardText(
  of received: ReceivedDocument, _ bytes: [UInt8], day: String, _ similar: [(path: String, share: Int)]
) -> String {
  let words = received.text?.bytes ?? bytes
  var lines = ["---", "seed: \(yamlText(received.name))", "sha256: \(sha256(bytes))"]
  if let text = received.text { lines += ["text_sha256: \(sha256(text.bytes))", "text_by: \(yamlText(text.by))"] }
  if let title = firstLine(of: words) {
    lines += [
      "# The first line of the document. If it is no title, write your own, and 'title_by: editor'.",
      "title: \(yamlText(title))",
    ]
  } else {
    lines += ["# The title in the document; or your own, and 'title_by: editor'.", "title:"]
  }
  lines += [
    "# The day of publication, YYYY-MM-DD.", "published:",
    "# 'stated' if the document says it; otherwise 'inferred', with the reason in 'published_note'.",
    "published_basis:",
    "recorded: \(day)", "# How far the wording can be trusted: original, syndicated, translated or reworded.",
    "fidelity:",
    "# Its answers: '- question: …' for each, with 'answer', 'said_by' and 'quote'.", "claims: []", "---", "",
  ]
  lines += similar.map { "It shares \($0.share) % of its wording with the document `\($0.path)`.\n" }
  return lines.joined(separator: "\n")
}

/// The first line of a text that is not empty, if it is short enough for a title.
private func firstLine(of text: [UInt8]) -> String? {
  let start = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  let line = text[start...].split(whereSeparator: { $0 == 0x0A || $0 == 0x0D || $0 == 0x0C }).lazy
    .map { String(decoding: $0, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    .first { !$0.isEmpty }
  return line.flatMap { $0.count <= 150 && mistakeInTitle($0) == nil ? $0 : nil }
}

/// Reads a file that the user named, or standard input for "-", of at most 64 MB.
public func readInput(_ path: String) throws(PublishError) -> [UInt8] {
  let limit = Limits.standard.otherFile
  var bytes: [UInt8] = []
  do throws(ReadFailure) {
    if path == "-" { bytes = try readStandardInput(limit) } else { try readFile(path, limit: limit, into: &bytes) }
  } catch {
    let message =
      switch error {
      case .tooLarge(let size): "'\(path)' has at least \(size >> 20) MB, but the limit is \(limit >> 20) MB"
      case .notAFile: "'\(path)' is not a file"
      case .system(let error): "'\(path)' cannot be read: \(error.words)"
      }
    throw .refused(message, remedy: "name another file")
  }
  return bytes
}

private func readStandardInput(_ limit: Int) throws(ReadFailure) -> [UInt8] {
  do {
    let read = try FileHandle.standardInput.read(upToCount: limit + 1) ?? Data()
    guard read.count <= limit else { throw ReadFailure.tooLarge(read.count) }
    return Array(read)
  } catch let failure as ReadFailure {
    throw failure
  } catch {
    throw .system(SystemError(number: EIO))
  }
}
