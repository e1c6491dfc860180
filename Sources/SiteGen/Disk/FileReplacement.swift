import Foundation

/// Publishes a site by replacing the files in the output folder one by one, where the folder itself must stay.
///
/// The order is such that no page leads a reader to a missing one (`writingOrder`). The record comes first, with the old
/// and the new version of each file: if the publication is interrupted, the next one recognises both, and completes the
/// site. Files that sitegen did not write are not touched.
struct FileReplacement {
  /// Inside the output.
  let workspace: Workspace
  let old: OldSite
  let options: PublishOptions
  let hooks: PublishHooks
  /// Why the folder must stay, as the rest of a sentence.
  let reason: String

  private var output: OutputFolder { workspace.output }

  func run(_ files: [OutputFile]) throws(PublishError) -> PublishSummary {
    try workspace.requireFreeName()
    let draft = try DraftSite(files, in: workspace, over: old, options, hooks)
    if draft.changesNothing(in: old) { return draft.summary }
    if let obstacle = old.obstacle { throw obstacle }
    guard let site = old.folder else { return draft.summary }
    try old.requireRemovable(draft.written + draft.removed, output)
    hooks.announces(
      "the files of '\(output.shown)' are replaced one by one, because \(reason): assets and data first, then new pages, "
        + "then changed ones, the home page last; then removed files are deleted")
    let (folder, new) = try workspace.open()
    do throws(SystemError) {
      if options.syncs { try new.synchronizeFileSystem() }
    } catch {
      throw .writingFailed(output.shown, error)
    }
    hooks.reached(.staged)
    try hooks.checkForSignal()
    do throws(PublishError) {
      try replace(draft, in: site, from: folder, new)
    } catch {
      var failure = error
      failure.left = .parts
      failure.remedy =
        "'\(output.shown)' has files of the old site and of the new one; build again to complete it"
        + (error.remedy.map { "; first, \($0)" } ?? "")
      throw failure
    }
    return draft.summary
  }

  private func replace(
    _ draft: DraftSite, in site: Folder, from folder: Folder, _ new: Folder
  ) throws(PublishError) {
    let both = Set(old.record.files + draft.edits + draft.files)
    let order = SiteRecord(files: both.sorted { ($0.path, $0.sha256) < ($1.path, $1.sha256) })
    try writeRecord(order.json, in: site, from: folder, replacing: old.recordBytes != nil)
    hooks.reached(.recordedBoth)
    var files = ReplacedFiles(site: site, new: new, old: old, edits: draft.edits, shown: output.shown)
    let (early, late) = draft.removedEarlyAndLate
    for path in early { try files.remove(path) }
    let paths = Set(draft.written)
    try files.removeFolders(old.record.folders.filter { paths.contains($0) || isBelow($0, paths) })
    for path in writingOrder(draft.written, isNew: { old.files[$0] == nil }) {
      try files.put(path)
      hooks.reached(.replacedOne)
    }
    for path in late {
      try files.remove(path)
      hooks.reached(.removedOne)
    }
    try files.removeFolders(old.record.folders.subtracting(foldersHolding(draft.files.lazy.map(\.path))))
    try writeRecord(draft.record, in: site, from: folder)
    hooks.reached(.recordedNew)
  }

  private func writeRecord(
    _ record: [UInt8], in site: Folder, from folder: Folder, replacing: Bool = true
  ) throws(PublishError) {
    do throws(SystemError) {
      try folder.removeAll(Workspace.edits)
      try folder.write(Workspace.edits, record, isDurable: options.syncs)
      if replacing {
        try site.replace(SiteRecord.name, with: Workspace.edits, from: folder)
      } else {
        try folder.move(Workspace.edits, to: site, as: SiteRecord.name)
      }
      if options.syncs { try site.synchronizeFileSystem() }
    } catch {
      throw .writingFailed(output.shown + "/" + SiteRecord.name, error)
    }
  }
}

extension DraftSite {
  /// The removed files that must make place for a file or folder of the new site, and the others.
  fileprivate var removedEarlyAndLate: (early: [String], late: [String]) {
    let folders = foldersHolding(written)
    let paths = Set(written)
    let early = Set(removed.filter { folders.contains($0) || isBelow($0, paths) })
    return (early.sorted(by: utf8Precedes), removed.filter { !early.contains($0) })
  }
}

/// Whether a path is below one of the others.
private func isBelow(_ path: String, _ others: Set<String>) -> Bool {
  !foldersHolding([path]).isDisjoint(with: others)
}

/// The paths in an order in which a reader who follows links finds every page: assets and data, new pages, changed pages,
/// then feeds and the sitemap. Pages in folders come before those above them, the home page comes last.
func writingOrder(_ paths: [String], isNew: (String) -> Bool) -> [String] {
  func rank(_ path: String) -> Int {
    if path.hasSuffix(".html") { return path == "index.html" ? 3 : isNew(path) ? 1 : 2 }
    return path.hasSuffix(".xml") || path.hasSuffix("feed.json") ? 4 : 0
  }
  func depth(_ path: String) -> Int { path.utf8.count { $0 == 0x2F } }
  return paths.map { (rank($0), -depth($0), $0) }.sorted(by: <).map(\.2)
}

/// The files of an output, which are replaced and removed one by one.
private struct ReplacedFiles {
  private let old: OldSite
  private let edits: [String: [SiteRecord.File]]
  private let shown: String
  private var site: FolderCursor
  private var new: FolderCursor
  private var buffer: [UInt8] = []

  init(site: Folder, new: Folder, old: OldSite, edits: [SiteRecord.File], shown: String) {
    self.old = old
    self.edits = Dictionary(grouping: edits, by: \.path)
    self.shown = shown
    self.site = FolderCursor(site)
    self.new = FolderCursor(new)
  }

  mutating func put(_ path: String) throws(PublishError) {
    do throws(SystemError) {
      let (from, name) = try new.parent(of: path)
      let folder = try site.parent(of: path, making: true).folder
      if old.files[path] == nil {
        try from.move(name, to: folder, as: name)
      } else {
        guard try isOwn(path, in: folder, name) else { throw .changed }
        try folder.replace(name, with: name, from: from)
      }
    } catch {
      throw .writingFailed(shown + "/" + path, error)
    }
  }

  mutating func remove(_ path: String) throws(PublishError) {
    guard old.files[path] != nil else { return }
    do throws(SystemError) {
      let (folder, name) = try site.parent(of: path)
      guard try folder.status(name) != nil else { return }
      guard try isOwn(path, in: folder, name) else { throw .changed }
      try folder.remove(name)
    } catch {
      throw .writingFailed("'\(shown)/\(path)' cannot be removed: \(error.words)", remedy: nil)
    }
  }

  /// Removes those of the folders that are empty.
  mutating func removeFolders(_ folders: Set<String>) throws(PublishError) {
    for path in folders.sorted(by: { utf8Precedes($1, $0) }) {
      do throws(SystemError) {
        let (folder, name) = try site.parent(of: path)
        try folder.removeFolder(name)
      } catch {
        // The folder holds unmanaged files, or a file of the new site has its name.
        guard ![ENOTEMPTY, ENOENT, ENOTDIR].contains(error.number) else { continue }
        throw .writingFailed("'\(shown)/\(path)' cannot be removed: \(error.words)", remedy: nil)
      }
    }
  }

  /// Whether a file has the content that sitegen wrote, or that the user lets it overwrite.
  private mutating func isOwn(_ path: String, in folder: Folder, _ name: String) throws(SystemError) -> Bool {
    try folder.holds(name, oneOf: (old.files[path] ?? []) + (edits[path] ?? []), &buffer)
  }
}
