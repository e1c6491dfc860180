#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What `sitegen cards` came to.
public struct CardReport: Sendable {
  /// Sorted, as of a check.
  public var diagnostics: [Diagnostic]
  /// What kept pictures from being made, as sentences without a period.
  public var failures: [String] = []
  /// What to do about them.
  public var remedy: String?
  /// "12 pictures made, 28 unchanged, 1 removed"; nil where the inputs have errors.
  public var summary: String?
  /// 0 good; 1 errors in the inputs, or pictures that are not as they should be and were only checked; 69 no program
  /// that makes them; 73 a file that is not sitegen's stands in the way; 74 making or writing failed.
  public var exitStatus: Int32
}

/// Makes the pictures for sharing of a project's pages into Content/cards/: those that are missing or show something
/// else by now; pictures of pages that are gone are removed where sitegen made them.
///
/// With `checkOnly` it only says what it would do. Nothing else of the project is written.
public func makeCards(at project: String, checkOnly: Bool = false) -> CardReport {
  let read = readProject(at: project)
  let isProject = read.value.files.contains { $0.path == "sitegen.yaml" }
  let unread = read.diagnostics.map(\.place.file.path)
  let found = isProject ? sitePictures(for: read.value.files, unread: unread) : Checked(nil)
  let errors = (read.diagnostics + found.diagnostics).filter { $0.severity == .error }
  guard let pictures = found.value, errors.isEmpty else {
    return CardReport(diagnostics: sortedForPrinting(errors), exitStatus: 1)
  }
  return CardWork(project, wanted: pictures.wanted, present: pictures.present).report(checkOnly: checkOnly)
}

/// Which pictures are to be made, kept, removed.
private struct CardWork {
  private let project: String
  private var toMake: [SitePicture] = []
  private var toRemove: [String] = []
  private var kept = 0
  /// Files at the places of pictures that sitegen did not make.
  private var foreign: [String] = []

  init(_ project: String, wanted: [SitePicture], present: [SourceFile]) {
    self.project = project
    let texts = Dictionary(
      present.map { ($0.path, PictureText($0.bytes)) }, uniquingKeysWith: { first, _ in first })
    for picture in wanted {
      guard let there = texts[picture.path] else {
        toMake.append(picture)
        continue
      }
      if there?.text == nil {
        foreign.append(picture.path)
      } else if there?.text == picture.text, there?.width == picture.width, there?.height == picture.height {
        kept += 1
      } else {
        toMake.append(picture)
      }
    }
    let names = Set(wanted.map(\.path))
    toRemove = present.map(\.path).filter { !names.contains($0) && (texts[$0] ?? nil)?.text != nil }
  }

  func report(checkOnly: Bool) -> CardReport {
    var report = CardReport(diagnostics: [], exitStatus: 0)
    if checkOnly {
      let isPresent = toMake.isEmpty && toRemove.isEmpty && foreign.isEmpty
      report.exitStatus = isPresent ? 0 : 1
      report.summary = isPresent ? sum(made: 0, removed: 0) : sum(made: toMake.count, removed: toRemove.count, "to be ")
      return withForeign(report)
    }
    var removed = 0
    for path in toRemove {
      if unlink(project + "/" + path) == 0 {
        removed += 1
      } else {
        report.failures.append("'\(path)' cannot be removed: \(SystemError.last.words)")
        report.exitStatus = 74
      }
    }
    guard !toMake.isEmpty else {
      report.summary = sum(made: 0, removed: removed)
      return withForeign(report)
    }
    guard let program = Rasteriser() else {
      report.failures.append("\(Rasteriser.name), which makes the pictures, is not on PATH")
      report.remedy = Rasteriser.remedy
      report.exitStatus = 69
      return withForeign(report)
    }
    let failures = make(with: program)
    if !failures.isEmpty {
      report.failures += failures
      report.exitStatus = 74
    }
    report.summary = sum(made: toMake.count - failures.count, removed: removed)
    return withForeign(report)
  }

  private func withForeign(_ report: CardReport) -> CardReport {
    guard !foreign.isEmpty else { return report }
    var report = report
    report.failures += foreign.map { "'\($0)' was not made by sitegen, which needs that name" }
    report.remedy = report.remedy ?? "move it away, and run 'sitegen cards' again"
    if report.exitStatus == 0 { report.exitStatus = 73 }
    return report
  }

  /// On all cores; says what failed.
  private func make(with program: Rasteriser) -> [String] {
    var template = Array((temporaryFolder() + "/sitegen-cards-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      let failure = "no folder for unfinished pictures can be made: \(SystemError.last.words)"
      return toMake.map { _ in failure }
    }
    let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { removeAll(folder) }
    let root = project
    return parallelMap(toMake) { picture -> String? in
      do throws(CardFailure) {
        let bytes = try program.png(of: picture, in: folder)
        do throws(SystemError) {
          try replaceFile(root + "/" + picture.path, bytes)
          return nil
        } catch {
          throw .notMade(picture.path, error.wordsOfMaking)
        }
      } catch {
        return error.words
      }
    }.compactMap(\.self)
  }

  private func sum(made: Int, removed: Int, _ toBe: String = "") -> String {
    var parts = ["\(made) picture\(made == 1 ? "" : "s") \(toBe)made", "\(kept) unchanged"]
    if removed > 0 { parts.append("\(removed) \(toBe)removed") }
    return parts.joined(separator: ", ")
  }
}

private func temporaryFolder() -> String {
  guard let value = getenv("TMPDIR"), value.pointee == 0x2F else { return "/tmp" }
  let path = String(cString: value)
  return path.hasSuffix("/") ? String(path.dropLast()) : path
}

/// Puts a file in the place of what is there in one step: at every moment the whole old one or the whole new one.
private func replaceFile(_ path: String, _ bytes: [UInt8]) throws(SystemError) {
  let slash = path.utf8.lastIndex(of: 0x2F) ?? path.startIndex
  // Why a dot: what a killed run leaves behind is passed over when the project is read.
  let unfinished = path[..<slash] + "/." + path[path.utf8.index(after: slash)...] + "." + String(getpid())
  unlink(unfinished)
  do throws(SystemError) {
    try writeNewFile(unfinished, bytes)
    guard renameat(AT_FDCWD, unfinished, AT_FDCWD, path) == 0 else { throw .last }
  } catch {
    unlink(unfinished)
    throw error
  }
}
