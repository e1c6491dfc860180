/// Gives `body` a folder with the files of a project as they are in a revision of its git repository. The folder is
/// temporary; neither the project nor the index of its repository changes.
func withRevision<Value>(
  _ revision: String, of project: String, _ body: (String) throws(PublishError) -> Value
) throws(PublishError) -> Value {
  let scratch: ScratchFolder
  do throws(SystemError) {
    scratch = try ScratchFolder()
  } catch {
    throw .writingFailed("the temporary folder", error)
  }
  let result: Result<Value, PublishError>
  do throws(PublishError) {
    result = .success(try body(try checkOut(revision, of: project, to: scratch)))
  } catch {
    result = .failure(error)
  }
  do throws(SystemError) { try scratch.remove() } catch { throw .writingFailed(scratch.path, error) }
  return try result.get()
}

/// Returns the folder of the project among the files that were checked out.
private func checkOut(
  _ revision: String, of project: String, to scratch: ScratchFolder
) throws(PublishError) -> String {
  let found: Program?
  do throws(SystemError) { found = try Program(named: "git") } catch { throw .readingFailed("git", error) }
  guard let git = found else {
    throw .refused(
      "there is no folder '\(revision)', and git, which knows revisions, is not on PATH", remedy: "install git")
  }
  func run(_ arguments: [String]) throws(PublishError) -> String {
    do throws(SystemError) {
      try git.run(
        ["-C", project] + arguments, in: scratch, from: "empty", to: "output",
        environment: ["GIT_INDEX_FILE": scratch.path + "/index", "GIT_OPTIONAL_LOCKS": "0"])
    } catch {
      if let interruption = Interruption.arrived { throw .interrupted(interruption) }
      throw .writingFailed("git cannot be run: \(error.words)", remedy: nil)
    }
    return text(of: "output", in: scratch)
  }
  do throws(SystemError) { try scratch.folder.write("empty", []) } catch { throw .writingFailed(scratch.path, error) }
  let prefix = try run(["rev-parse", "--show-prefix"])
  // Why "--end-of-options" and "^{commit}": a revision must not be taken for an option or a path.
  let commit = try run(["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"])
  guard !commit.isEmpty else {
    throw .refused(
      "'\(revision)' is neither a folder nor a revision of this project in git",
      remedy: "name a published folder, a project, or a revision such as HEAD or main")
  }
  _ = try run(["read-tree", commit])
  _ = try run(["checkout-index", "--all", "--quiet", "--prefix=" + scratch.path + "/files/"])
  return scratch.path + "/files/" + prefix
}

/// The first line of a file of git's output.
private func text(of name: String, in scratch: ScratchFolder) -> String {
  var bytes: [UInt8] = []
  // A file that cannot be read gives no line, which the caller reports.
  do throws(ReadFailure) { try scratch.folder.read(name, limit: 1 << 20, into: &bytes) } catch { return "" }
  return String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
}
