import Foundation

/// The files of a project that were read.
struct FoundFiles: Sendable {
  /// Sorted by path (UTF-8 order).
  var files: [SourceFile]
  /// The real paths of the folders and files to which symbolic links lead.
  var linked: [String] = []
  /// The files that the next reading can reuse.
  var known = KnownFiles()
  /// The limits that sitegen.yaml sets.
  var limits = Limits.standard
}

/// The folders of a project from which a site is made.
let inputFolders = ["Content", "Templates", "seeds"]

/// The folders inside them that have a meaning; a file may not take their place.
private let innerFolders = ["Content/sources", "Content/images", "Content/cards"]

/// Reads sitegen.yaml, Content/, seeds/ and Templates/; ignores names that start with a dot.
///
/// A file or folder that cannot be read is reported and left out. Whether a file is text is checked later.
///
/// `known` are the files of the previous reading; a file with the same status is not read again. `entering` is called
/// with the absolute path of each folder before the folder is listed.
func readProject(
  at root: String, known: KnownFiles = KnownFiles(), entering: @escaping (String) -> Void = { _ in }
) -> Checked<FoundFiles> {
  let real: String
  do throws(SystemError) {
    real = try realPath(root)
    guard try FileStatus.of(real)?.kind == .folder else { throw .fileInPath }
  } catch {
    let diagnostic = Diagnostic(
      .projectIncomplete, "the project folder cannot be opened: \(error.words)",
      at: Place(path: root.isEmpty ? "." : root),
      remedy: "use --project to name the folder that contains sitegen.yaml")
    return Checked(FoundFiles(files: []), [diagnostic])
  }
  entering(real)
  var reader = ProjectReader(root: real, known: known, entering: entering)
  guard reader.enter("sitegen.yaml", isFolder: false) else {
    return Checked(FoundFiles(files: []), [noProject(shownAs: root)])
  }
  reader.readLimits()
  for folder in inputFolders { reader.enter(folder, isFolder: true) }
  return reader.readAll()
}

private func noProject(shownAs root: String) -> Diagnostic {
  Diagnostic(
    .projectIncomplete, "this folder is not a project: it has no sitegen.yaml", at: Place(path: "sitegen.yaml"),
    notes: [
      .init("a project needs sitegen.yaml, with 'title' and 'language', and a note in Content/, such as index.md"),
      .init(
        "most projects also have seeds/ with the reports as received (.txt), Content/sources/ with a card for each, and "
          + "Content/speakers.yaml with the people they quote"),
    ],
    remedy: root == "."
      ? "write these files, run sitegen in a folder that has them, or use --project to name that folder"
      : "write these files, or use --project to name a folder that has them")
}

/// Walks the folders first, then reads the files on all cores.
private struct ProjectReader {
  let root: String
  private var paths: [String] = []
  private var linked: [String] = []
  private var diagnostics: [Diagnostic] = []
  private var foldersEntered = 0
  private let known: KnownFiles
  private let entering: (String) -> Void
  private var limits = Limits.standard

  init(root: String, known: KnownFiles, entering: @escaping (String) -> Void) {
    self.root = root
    self.known = known
    self.entering = entering
  }

  /// Finds the files at one of the top-level paths of a project; false if nothing is there.
  @discardableResult
  mutating func enter(_ path: String, isFolder: Bool) -> Bool {
    do throws(SystemError) {
      guard let status = try FileStatus.of(root + "/" + path) else { return false }
      look(at: path, kind: status.kind, above: [], wantsFolder: isFolder)
    } catch {
      refuse(path, "the \(isFolder ? "folder" : "file") cannot be read: \(error.words)")
    }
    return true
  }

  /// Takes the limits from sitegen.yaml, which must have been entered. Mistakes in it are reported later.
  mutating func readLimits() {
    guard paths == ["sitegen.yaml"] else { return }
    var bytes: [UInt8] = []
    guard (try? readFile(root + "/sitegen.yaml", limit: limits.textFile, into: &bytes)) != nil,
      bytes.firstPlace(of: "limits") != nil
    else { return }
    let settings = readSettings(SourceFile(path: "sitegen.yaml", bytes: bytes), rules: Rule.all).value
    limits = settings?.limits ?? .standard
  }

  func readAll() -> Checked<FoundFiles> {
    let root = root
    let limits = limits
    let known = known.files
    let now = FileStatus.now()
    let read = parallelMap(paths) { path -> Checked<KnownFiles.Entry?> in
      let isText = isTextFile(path)
      let limit = isText ? limits.textFile : limits.otherFile
      do throws(ReadFailure) {
        return Checked(try readEntry(path, in: root, limit: limit, before: known[path], now: now))
      } catch {
        return Checked(nil, [unreadable(path, error, limit: limit, isText ? "text_file" : "other_file")])
      }
    }
    let entries = read.compactMap(\.value).sorted { utf8Precedes($0.file.path, $1.file.path) }
    let found = FoundFiles(files: entries.map(\.file), linked: linked, known: KnownFiles(entries), limits: limits)
    return Checked(found, diagnostics + read.flatMap(\.diagnostics))
  }

  /// Adds the file, or the files below the folder. `above` contains the real paths of the enclosing folders, to detect
  /// cycles; `wantsFolder` is nil if the name decides.
  private mutating func look(at path: String, kind: FileStatus.Kind, above: [String], wantsFolder: Bool? = nil) {
    switch kind {
    case .file where !(wantsFolder ?? innerFolders.contains(path)): paths.append(path)
    case .file: refuse(path, "a file is where a folder should be")
    case .folder where wantsFolder == false || isTextFile(path):
      refuse(path, "a folder is where a file should be")
    case .folder: list(path, above: above)
    case .link: follow(path, above: above, wantsFolder: wantsFolder)
    case .other: refuse(path, "this is neither a file nor a folder", "remove the device, pipe or socket")
    }
  }

  private mutating func list(_ path: String, above: [String]) {
    let full = root + "/" + path
    entering(full)
    foldersEntered += 1
    // Why there is a limit: links between folders can multiply the folders even without a cycle.
    guard foldersEntered <= limits.folders else {
      if foldersEntered == limits.folders + 1 {
        refuse(
          path, "this is folder \(grouped(foldersEntered)), but the limit is \(grouped(limits.folders))",
          Limits.remedy("remove folders", orRaise: "folders"))
      }
      return
    }
    do throws(SystemError) {
      let above = above + [try realPath(full)]
      for entry in try Folder(full).entries() where !entry.shownName.hasPrefix(".") {
        if let name = entry.name {
          look(at: path + "/" + name, kind: entry.kind, above: above)
        } else {
          refuse(path + "/" + entry.shownName, "the name of this file is not UTF-8", "rename it")
        }
      }
    } catch {
      refuse(path, "the folder cannot be read: \(error.words)")
    }
  }

  private mutating func follow(_ path: String, above: [String], wantsFolder: Bool?) {
    let target: String
    let kind: FileStatus.Kind
    do throws(SystemError) {
      target = try realPath(root + "/" + path)
      guard let status = try FileStatus.of(target) else { throw .missing }
      kind = status.kind
    } catch {
      let why =
        switch error {
        case .missing, .fileInPath: "has no target"
        case .symbolicLink: "is part of a cycle"
        default: "cannot be followed: \(error.words)"
        }
      return refuse(path, "the symbolic link \(why)", "point it to a file in the project, or remove it")
    }
    let inside = root == "/" ? "/" : root + "/"
    guard target.utf8.starts(with: inside.utf8) else {
      return refuse(path, "the symbolic link leads out of the project", "copy its target into the project")
    }
    // Why: hidden files are never inputs, so that no link can publish the files of version control or other tools.
    guard !target.utf8.dropFirst(inside.utf8.count).split(separator: 0x2F).contains(where: { $0.first == 0x2E }) else {
      return refuse(path, "the symbolic link leads to a hidden file or folder", "remove it")
    }
    guard !above.contains(target) else {
      return refuse(path, "the symbolic link is part of a cycle", "remove it")
    }
    linked.append(target)
    look(at: path, kind: kind, above: above, wantsFolder: wantsFolder)
  }

  private mutating func refuse(_ path: String, _ message: String, _ remedy: String? = nil) {
    diagnostics.append(Diagnostic(unreadableRule(for: path), message, at: Place(path: path), remedy: remedy))
  }
}

/// Reads a file, or returns the previous entry if the file's status is the same.
private func readEntry(
  _ path: String, in root: String, limit: Int, before: KnownFiles.Entry?, now: Int
) throws(ReadFailure) -> KnownFiles.Entry {
  if let before, let status = before.status {
    do throws(SystemError) {
      if try FileStatus.of(root + "/" + path, followingLinks: true) == status { return before }
    } catch {
      throw .system(error)
    }
  }
  var bytes: [UInt8] = []
  // Why the status from before the bytes are read: after a change during the read, the next reading reads them again.
  let status = try readFile(root + "/" + path, limit: limit, into: &bytes)
  // Why the previous value is kept if the bytes are the same: later comparisons of the two are then immediate.
  let file = before?.file.bytes == bytes ? before?.file : nil
  return .init(
    status: status.mayHide(changesAfter: now) ? nil : status, file: file ?? SourceFile(path: path, bytes: bytes))
}

private func unreadableRule(for path: String) -> Rule {
  path.hasPrefix("seeds/") ? .seedUnreadable : .fileUnreadable
}

private func isTextFile(_ path: String) -> Bool {
  [".md", ".yaml", ".txt", ".mustache", ".css", ".js", ".svg"].contains { path.hasSuffix($0) }
}

/// `key` is the key of the limit.
private func unreadable(_ path: String, _ failure: ReadFailure, limit: Int, _ key: String) -> Diagnostic {
  var remedy: String?
  let message =
    switch failure {
    case .system(let error): "the file cannot be read: \(error.words)"
    case .notAFile: "this is not a file"
    case .tooLarge(let size):
      "the file has \(megabytes(size)) MB, but the limit is \(limit >> 20) MB"
    }
  if case .tooLarge = failure { remedy = Limits.remedy("make it smaller", orRaise: key) }
  return Diagnostic(unreadableRule(for: path), message, at: Place(path: path), remedy: remedy)
}

private func megabytes(_ bytes: Int) -> String {
  let tenths = (bytes * 10 + (1 << 19)) >> 20
  return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
}
