/// Carries out the fixes of a project's diagnostics that cannot change what the site says (`Fix.isSafe`).
///
/// Only notes, cards and settings are changed, each in one step and only if it is as it was read. One mistake can hide
/// another, so the project is checked again until no such fix is left. Returns a line for each mistake, with its place when
/// it was fixed.
public func fixProject(at project: String) throws(PublishError) -> [String] {
  let folder = try openProject(project)
  let above = shownPrefix(of: project)
  var fixed: [String] = []
  // Why a limit: a fix that brings back what another one removed would go on for ever.
  for _ in 0..<10 {
    let safe = checkProject(at: project).diagnostics.filter { diagnostic in
      diagnostic.fix?.isSafe == true && !diagnostic.place.file.path.hasPrefix("seeds/")
    }
    guard !safe.isEmpty else { break }
    for (path, found) in Dictionary(grouping: safe, by: \.fix!.place.file.path).sorted(by: { $0.key < $1.key }) {
      let (bytes, carriedOut) = edited(found)
      var cursor = FolderCursor(folder)
      do throws(SystemError) {
        try cursor.replace(path, holding: found[0].place.file.bytes, with: bytes)
      } catch {
        throw .writingFailed(above + path, error)
      }
      fixed += carriedOut.map(line)
    }
  }
  return fixed
}

/// The bytes of the file of some diagnostics with their fixes, and the diagnostics whose fix overlaps none before it.
private func edited(_ diagnostics: [Diagnostic]) -> (bytes: [UInt8], carriedOut: [Diagnostic]) {
  let file = diagnostics[0].fix!.place.file
  var bytes: [UInt8] = []
  var carriedOut: [Diagnostic] = []
  var end = 0
  for diagnostic in diagnostics.sorted(by: { $0.fix!.place.span.lowerBound < $1.fix!.place.span.lowerBound }) {
    guard let fix = diagnostic.fix, fix.place.span.lowerBound >= end else { continue }
    bytes += file.bytes[end..<fix.place.span.lowerBound] + Array(fix.replacement.utf8)
    end = fix.place.span.upperBound
    carriedOut.append(diagnostic)
  }
  return (bytes + file.bytes[end...], carriedOut)
}

private func line(_ diagnostic: Diagnostic) -> String {
  let place = diagnostic.place
  let (line, column) = LineIndex(place.file).position(of: place.span.lowerBound)
  return "\(place.file.path):\(line):\(column): \(diagnostic.message)"
}
