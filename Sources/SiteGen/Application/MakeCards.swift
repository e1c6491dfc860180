/// The result of `sitegen cards`.
public struct CardReport: Sendable {
  /// The input errors, sorted as for a check.
  public var diagnostics: [Diagnostic]
  /// The reasons why cards were not made or not removed, as sentences without a full stop.
  public var failures: [String] = []
  /// What to do about the failures.
  public var remedy: String?
  /// "12 pictures made, 28 unchanged, 1 removed"; nil if the inputs have errors or nothing could be made.
  public var summary: String?
  /// 0: success; 1: input errors, or `checkOnly` found outdated pictures; 69: the program that makes pictures is
  /// missing; 73: an unmanaged file is in the way; 74: making or writing failed; 128 plus the number of a signal.
  public var exitStatus: Int32

  fileprivate mutating func fail(_ status: Int32, _ message: String) {
    failures.append(message)
    if exitStatus == 0 { exitStatus = status }
  }
}

/// Makes the missing and outdated pictures in a project's Content/cards/: social cards and the icon. Removes the
/// pictures that sitegen made for pages that no longer exist.
///
/// Writes nothing else in the project. With `checkOnly`, only reports the numbers of pictures to make and to remove.
public func makeCards(at project: String, checkOnly: Bool = false) -> CardReport {
  let proven = proveProject(at: project)
  guard let value = proven.value else { return CardReport(diagnostics: proven.diagnostics, exitStatus: 1) }
  let sheet = value.sheet
  let wanted = sitePictures(of: Site(sheet, value.theme), value.theme)
  let texts = wanted.map { picture in OutputFile(path: picture.path) { Array(picture.text.utf8) } }
  let names = publishedName(in: texts, sheet.dossier)
  guard names.isEmpty else { return CardReport(diagnostics: sortedForPrinting(names), exitStatus: 1) }
  return deferringSignals {
    var report = CardWork(project, wanted: wanted, present: sheet.dossier.socialCards).report(checkOnly: checkOnly)
    if let interruption = Interruption.arrived {
      report.failures.append("interrupted by \(interruption.name)")
      report.exitStatus = interruption.exitStatus
    }
    return report
  }
}

/// The pictures to make, keep and remove.
private struct CardWork {
  private let project: String
  /// The pictures to make, each with the bytes of the picture that it replaces.
  private var toMake: [(picture: SitePicture, old: [UInt8]?)] = []
  private var toRemove: [SourceFile] = []
  private var kept = 0
  /// The paths where a picture is needed but there is a file that sitegen did not make.
  private var unmanaged: [String] = []

  init(_ project: String, wanted: [SitePicture], present: [SourceFile]) {
    self.project = project
    let files = Dictionary(
      present.map { ($0.path, ($0.bytes, PictureText($0.bytes))) }, uniquingKeysWith: { first, _ in first })
    for picture in wanted {
      guard let (bytes, found) = files[picture.path] else {
        toMake.append((picture, nil))
        continue
      }
      if found?.text == nil {
        unmanaged.append(picture.path)
      } else if found?.text == picture.text, found?.width == picture.width, found?.height == picture.height {
        kept += 1
      } else {
        toMake.append((picture, bytes))
      }
    }
    let names = Set(wanted.map(\.path))
    toRemove = present.filter { !names.contains($0.path) && files[$0.path]?.1?.text != nil }
  }

  func report(checkOnly: Bool) -> CardReport {
    var report = CardReport(diagnostics: [], exitStatus: 0)
    if checkOnly {
      let isPresent = toMake.isEmpty && toRemove.isEmpty && unmanaged.isEmpty
      report.exitStatus = isPresent ? 0 : 1
      report.summary = isPresent ? sum(made: 0, removed: 0) : sum(made: toMake.count, removed: toRemove.count, "to be ")
    } else {
      do throws(SystemError) {
        let folder = try Folder(project)
        let removed = remove(from: folder, &report)
        let made = toMake.isEmpty ? 0 : make(in: folder, &report)
        if report.exitStatus != 69 { report.summary = sum(made: made, removed: removed) }
      } catch {
        report.fail(74, "the project folder cannot be opened: \(error.words)")
      }
    }
    for path in unmanaged {
      report.fail(73, "'\(path)' was not made by sitegen, but sitegen needs that name")
      report.remedy = report.remedy ?? "move it away, and run 'sitegen cards' again"
    }
    return report
  }

  /// Returns the number of pictures removed.
  private func remove(from folder: Folder, _ report: inout CardReport) -> Int {
    var cursor = FolderCursor(folder)
    return toRemove.count { file in
      do throws(SystemError) {
        try cursor.remove(file.path, holding: file.bytes)
        return true
      } catch {
        report.fail(74, "'\(file.path)' cannot be removed: \(error.words)")
        return false
      }
    }
  }

  /// Makes pictures on all cores. Returns the number of pictures made.
  private func make(in folder: Folder, _ report: inout CardReport) -> Int {
    do throws(SystemError) {
      guard let program = try Rasteriser() else {
        report.fail(69, "\(Rasteriser.name), which makes the pictures, is not on PATH")
        report.remedy = Rasteriser.remedy
        return 0
      }
      let failures = parallelMap(toMake) { picture, old -> CardFailure? in
        do throws(CardFailure) {
          if Interruption.arrived != nil { throw .interrupted }
          let bytes = try program.png(of: picture)
          do throws(SystemError) {
            var cursor = FolderCursor(folder)
            try cursor.replace(picture.path, holding: old, with: bytes)
          } catch {
            throw .notMade(picture.path, error.wordsOfMaking)
          }
          return nil
        } catch {
          return error
        }
      }.compactMap(\.self)
      for case .notMade(let path, let why) in failures { report.fail(74, "'\(path)' was not made: \(why)") }
      try program.finish()
      return toMake.count - failures.count
    } catch {
      report.fail(74, "the temporary folder cannot be used: \(error.words)")
      return 0
    }
  }

  private func sum(made: Int, removed: Int, _ toBe: String = "") -> String {
    var parts = ["\(counted(made, "picture")) \(toBe)made", "\(kept) unchanged"]
    if removed > 0 { parts.append("\(removed) \(toBe)removed") }
    return parts.joined(separator: ", ")
  }
}
