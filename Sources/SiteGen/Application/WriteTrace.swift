/// Writes measured times to a file, in Chrome's trace event format. A file at that path is replaced; anything else is not.
public func writeTrace(of timings: Timings, to path: String) throws(PublishError) {
  let slash = path.lastIndex(of: "/")
  let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
  do throws(SystemError) {
    let folder = try Folder(slash.map { String(path[...$0]) } ?? ".")
    if try folder.status(name)?.kind == .file { try folder.remove(name) }
    try folder.write(name, timings.trace ?? [])
  } catch {
    throw .writingFailed(path, error)
  }
}
