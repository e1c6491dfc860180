import Foundation
import Testing

@testable import SiteGen

/// A site of files with their texts.
func site(_ files: [String: String]) -> OutputTree {
  OutputTree(
    files: files.sorted { utf8Precedes($0.key, $1.key) }.map { path, text in
      OutputFile(path: path) { $0.append(contentsOf: text.utf8) }
    })
}

@discardableResult
func publish(
  _ files: [String: String], in folder: TemporaryFolder, to name: String = "public",
  _ options: PublishOptions = PublishOptions(), hooks: PublishHooks = PublishHooks()
) throws -> PublishSummary {
  let output = try OutputFolder(folder.path + "/" + name, project: folder.path, linked: [])
  return try publish(site(files), to: output, options, hooks: hooks)
}

/// The message with which a publication is refused, and its details; nil if it is not refused.
func refusal(_ body: () throws -> Void) -> String? {
  do {
    try body()
  } catch let error as PublishError {
    if error.exitStatus == 73 { return ([error.message] + error.details).joined(separator: "\n") }
  } catch {}
  return nil
}

@Suite struct PublishRefuses {
  @Test(arguments: [
    ("", "contains the inputs"), ("Content", "contains the inputs"), ("Content/public", "is inside the inputs"),
    ("seeds", "contains the inputs"), ("seeds/a/b", "is inside the inputs"), ("Templates", "contains the inputs"),
    ("..", "contains the inputs"), ("/", "root"), ("public/../Content/x", "is inside the inputs"),
    ("sitegen.yaml", "is a file"), ("shared/x", "is inside the inputs"), ("loop", "link"), ("loop/x", "link"),
    ("dangling", "link"),
  ])
  func anOutputAmongTheInputs(output: String, reason: String) throws {
    let folder = try TemporaryFolder()
    for name in ["Content/a.md", "seeds/a.txt", "sitegen.yaml", "shared/p.png", "public/x"] {
      try folder.write("x", to: name)
    }
    try folder.makeFolder("Templates")
    try folder.link("loop", to: "Content/new")
    try folder.makeFolder("Content/new")
    try folder.link("Content/images", to: "../shared")
    try folder.link("dangling", to: "nowhere")
    let path = output.hasPrefix("/") ? output : folder.path + "/" + output
    let message = refusal {
      _ = try OutputFolder(path, project: folder.path, linked: [folder.path + "/shared"])
    }
    #expect(message?.contains(reason) == true, "\(message ?? "accepted")")
  }

  @Test func inputsOfAnotherSpelling() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "site/sitegen.yaml")
    try folder.link("again", to: "site")
    #expect(refusal { _ = try OutputFolder(folder.path + "/again", project: folder.path + "/site", linked: []) } != nil)
    #expect(refusal { _ = try OutputFolder(folder.path + "/site", project: folder.path + "/again", linked: []) } != nil)
  }

  @Test func aMissingInputFoldersPlace() throws {
    let folder = try TemporaryFolder()
    #expect(refusal { _ = try OutputFolder(folder.path + "/seeds", project: folder.path, linked: []) } != nil)
  }

  @Test(arguments: [
    nil, "{}", "[]", "not JSON", #"{"format": 2, "generator": "sitegen", "files": []}"#,
    #"{"format": 1, "generator": "sitegen", "files": [{"path": "../x", "bytes": 1, "sha256": "\#(String(repeating: "0", count: 64))"}]}"#,
  ])
  func aFolderThatSitegenDidNotMake(record: String?) throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", to: "public/holiday.txt")
    if let record { try folder.write(record, to: "public/sitegen.json") }
    let before = try folder.state(of: "")
    #expect(refusal { try publish(["a.html": "1"], in: folder) }?.contains("was not made by sitegen") == true)
    #expect(try folder.state(of: "") == before)
  }

  @Test func anOutputThatIsAFile() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", to: "public")
    #expect(refusal { try publish(["a.html": "1"], in: folder) }?.contains("is a file") == true)
    #expect(refusal { try publish(["a.html": "1"], in: folder, to: "public/deeper") } != nil)
    #expect(folder.text(of: "public") == "mine")
  }

  @Test(arguments: ["new.html", "data/claims.csv", "data"])
  func anUnmanagedFileInThePlaceOfANewOne(path: String) throws {
    let folder = try TemporaryFolder()
    try publish(["a.html": "1"], in: folder)
    try folder.write("mine", to: "public/" + path)
    let before = try folder.state(of: "")
    let message = refusal { try publish(["a.html": "2", "new.html": "2", "data/claims.csv": "2"], in: folder) }
    #expect(message?.contains("'\(folder.path)/public/\(path)' was not written by sitegen") == true)
    #expect(try folder.state(of: "") == before)
  }

  @Test func anUnmanagedFolderInThePlaceOfANewFile() throws {
    let folder = try TemporaryFolder()
    try publish(["a.html": "1"], in: folder)
    try folder.write("mine", to: "public/b.html/x")
    #expect(refusal { try publish(["a.html": "1", "b.html": "2"], in: folder) } != nil)
    #expect(folder.text(of: "public/b.html/x") == "mine")
  }

  @Test func anUnmanagedLinkInThePlaceOfAFolder() throws {
    let folder = try TemporaryFolder()
    try publish(["data/a.csv": "1"], in: folder)
    try folder.write("theirs", to: "elsewhere/a.csv")
    try folder.remove("public/data")
    try folder.link("public/data", to: "../elsewhere")
    #expect(refusal { try publish(["data/a.csv": "2"], in: folder) } != nil)
    #expect(folder.text(of: "elsewhere/a.csv") == "theirs")
  }

  @Test(arguments: [["a.html": "2"], [:]])
  func aFileChangedByHand(next: [String: String]) throws {
    let folder = try TemporaryFolder()
    try publish(["a.html": "1", "b.html": "1"], in: folder)
    try folder.write("1 and my words", to: "public/a.html")
    let before = try folder.state(of: "")
    let message = refusal { try publish(next, in: folder) }
    #expect(message?.contains("/public/a.html' was changed by hand") == true)
    #expect(try folder.state(of: "") == before)
  }

  /// Each of them once, in one run.
  @Test func allFilesThatWouldBeLost() throws {
    let folder = try TemporaryFolder()
    let names = (0..<9).map { "\($0).html" }
    try publish(Dictionary(uniqueKeysWithValues: (names + ["gone.html"]).map { ($0, "1") }), in: folder)
    for name in names.dropLast() + ["gone.html"] { try folder.write("edited", to: "public/" + name) }
    try folder.write("mine", to: "public/new.html")
    let before = try folder.state(of: "")
    let message = refusal {
      try publish(Dictionary(uniqueKeysWithValues: (names + ["new.html"]).map { ($0, "2") }), in: folder)
    }
    let lines = (message ?? "").replacing(folder.path + "/", with: "").split(separator: "\n")
    #expect(lines.first?.hasSuffix("10 files in 'public' would be lost") == true)
    #expect(lines.dropFirst().first == "'public/new.html' was not written by sitegen, but the new site needs that name")
    #expect(
      lines.dropFirst(2)
        == (names.dropLast() + ["gone.html"]).map { "'public/\($0)' was changed by hand since sitegen wrote it" }[...])
    #expect(try folder.state(of: "") == before)
  }

  @Test func aWorkspaceThatSitegenDidNotMake() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", to: ".public.sitegen/notes.txt")
    #expect(refusal { try publish(["a.html": "1"], in: folder) }?.contains("was not made here") == true)
    #expect(folder.text(of: ".public.sitegen/notes.txt") == "mine")
  }

  @Test(arguments: ["../x", "/x", "a//b", "sitegen.json", "", "a/./b"])
  func aPathThatLeavesTheSite(path: String) throws {
    let folder = try TemporaryFolder()
    #expect(throws: PublishError.self) { try publish([path: "1"], in: folder) }
    #expect(try folder.names() == [])
  }
}

#if os(Linux)
  @Suite struct PublishFails {
    @Test(arguments: ["/proc/x", "/proc/none/x"])
    func byTheNameThatWasGiven(output: String) throws {
      let folder = try TemporaryFolder()
      let output = try OutputFolder(output, project: folder.path, linked: [])
      let message = "'\(output.shown)' cannot be written: nothing can be created in its folder"
      do throws(PublishError) {
        _ = try publish(site(["a.html": "1"]), to: output)
        Issue.record("it was written")
      } catch {
        #expect(error.exitStatus == 74)
        #expect(error.message == message)
        #expect(error.remedy != nil)
      }
    }
  }
#endif

@Suite struct PublishWrites {
  @Test func aNewSiteAndItsRecord() throws {
    let folder = try TemporaryFolder()
    let summary = try publish(["a.html": "1", "data/ä 🙂.csv": ""], in: folder, to: "new/folder/public")
    #expect(summary == PublishSummary(written: 2))
    #expect(try folder.names(in: "new/folder") == ["public"])
    #expect(try folder.names(in: "new/folder/public") == ["a.html", "data", "sitegen.json"])
    #expect(
      folder.text(of: "new/folder/public/sitegen.json") == """
        {
          "format": 1,
          "generator": "sitegen",
          "files": [
            {"path": "a.html", "bytes": 1, "sha256": "\(sha256(Array("1".utf8)))"},
            {"path": "data/ä 🙂.csv", "bytes": 0, "sha256": "\(sha256([]))"}
          ]
        }

        """)
  }

  @Test func intoAnEmptyFolder() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("public")
    try publish(["a.html": "1"], in: folder)
    #expect(try folder.names(in: "public") == ["a.html", "sitegen.json"])
    #expect(try folder.names() == ["public"])
  }

  @Test func whereALinkOutsideOfTheProjectLeads() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("www/site")
    try folder.makeFolder("project")
    try folder.link("current", to: "www/site")
    for text in ["1", "2"] {
      let output = try OutputFolder(folder.path + "/current", project: folder.path + "/project", linked: [])
      _ = try publish(site(["a.html": text]), to: output)
    }
    #expect(folder.text(of: "www/site/a.html") == "2")
    #expect(try FileStatus.of(folder.path + "/current")?.kind == .link)
    #expect(try folder.names(in: "www") == ["site"])
  }

  @Test func nothingWhereNothingChanged() throws {
    let folder = try TemporaryFolder()
    try publish(["a.html": "1", "b/c.html": "2"], in: folder)
    try folder.write("mine", to: "public/unmanaged.txt")
    let before = try folder.state(of: "")
    let parent = try folder.modified("")
    #expect(try publish(["a.html": "1", "b/c.html": "2"], in: folder) == PublishSummary(unchanged: 2))
    #expect(try folder.state(of: "") == before)
    #expect(try folder.modified("") == parent)
  }

  @Test(arguments: [Int32(0), EPERM, EMLINK, EXDEV])
  func unchangedFilesWithTheirTime(linkFailure: Int32) throws {
    let folder = try TemporaryFolder()
    let hooks = PublishHooks(linkFailure: linkFailure == 0 ? nil : SystemError(number: linkFailure))
    try publish(["a.html": "1", "b/c.html": "2", "gone.html": "3"], in: folder)
    let time = Date(timeIntervalSince1970: 1_000_000_000)
    try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: folder.path + "/public/b/c.html")
    let inode = try folder.inode("public/b/c.html")
    let summary = try publish(["a.html": "changed", "b/c.html": "2"], in: folder, hooks: hooks)
    #expect(summary == PublishSummary(written: 1, unchanged: 1, removed: 1))
    #expect(try folder.modified("public/b/c.html") == time)
    #expect(try (folder.inode("public/b/c.html") == inode) == (linkFailure == 0))
    #expect(folder.text(of: "public/a.html") == "changed")
    #expect(!folder.exists("public/gone.html"))
    #expect(try folder.names() == ["public"])
  }

  @Test func aFileThatIsMissingAgain() throws {
    let folder = try TemporaryFolder()
    try publish(["a.html": "1", "b.html": "2"], in: folder)
    try folder.remove("public/a.html")
    #expect(try publish(["a.html": "1", "b.html": "2"], in: folder) == PublishSummary(written: 1, unchanged: 1))
    #expect(folder.text(of: "public/a.html") == "1")
  }

  @Test func overAHandEditThatTheInputsNowMake() throws {
    let folder = try TemporaryFolder()
    try publish(["a.html": "1"], in: folder)
    try folder.write("2", to: "public/a.html")
    try publish(["a.html": "2"], in: folder)
    #expect(folder.text(of: "public/sitegen.json")?.contains(sha256(Array("2".utf8))) == true)
  }

  @Test func aFileWhereAFolderWasAndAFolderWhereAFileWas() throws {
    let folder = try TemporaryFolder()
    try publish(["a/b.html": "1", "c": "2"], in: folder)
    try publish(["a": "3", "c/d.html": "4"], in: folder)
    #expect(folder.text(of: "public/a") == "3")
    #expect(folder.text(of: "public/c/d.html") == "4")
  }

  @Test func unmanagedFilesOver() throws {
    let folder = try TemporaryFolder()
    try publish(["a.html": "1", "data/x.csv": "1", "gone/y.csv": "1"], in: folder)
    try folder.write("mine", to: "public/CNAME")
    try folder.write("mine", to: "public/data/mine.csv")
    try folder.write("mine", to: "public/gone/mine.csv")
    try folder.write("mine", to: "public/later/mine.csv")
    try folder.makeFolder("public/empty/inner")
    try folder.link("public/link", to: "/nowhere")
    for text in ["2", "3"] {
      try publish(["a.html": text, "data/x.csv": "1", "later/z.csv": "1"], in: folder)
      #expect(folder.text(of: "public/a.html") == text)
      for name in ["CNAME", "data/mine.csv", "gone/mine.csv", "later/mine.csv"] {
        #expect(folder.text(of: "public/" + name) == "mine", "\(name)")
      }
      #expect(!folder.exists("public/gone/y.csv"))
      #expect(folder.exists("public/empty/inner") && folder.exists("public/link"))
      #expect(try folder.names() == ["public"])
    }
  }

  @Test func manyFilesByteForByte() throws {
    let folder = try TemporaryFolder()
    let files = Dictionary(
      uniqueKeysWithValues: (0..<500).map { ("d\($0 % 7)/\($0).html", String(repeating: "\($0) ", count: $0)) })
    try publish(files, in: folder)
    for (path, text) in files { #expect(folder.text(of: "public/" + path) == text) }
  }

  @Test(arguments: [true, false])
  func overEditsIfTheUserWants(isInPlace: Bool) throws {
    let folder = try TemporaryFolder()
    try publish(["a.html": "1", "b.html": "1", "gone.html": "1"], in: folder)
    try folder.write("edited", to: "public/a.html")
    try folder.write("edited", to: "public/gone.html")
    try folder.write("mine", to: "public/CNAME")
    var options = PublishOptions()
    options.isInPlace = isInPlace
    #expect(refusal { try publish(["a.html": "2", "b.html": "1"], in: folder, options) } != nil)
    options.overwritesEdits = true
    try publish(["a.html": "2", "b.html": "1"], in: folder, options)
    #expect(try folder.names() == ["public"])
    #expect(try folder.names(in: "public") == ["CNAME", "a.html", "b.html", "sitegen.json"])
    #expect(folder.text(of: "public/a.html") == "2")
    try folder.write("mine", to: "public/c.html")
    #expect(refusal { try publish(["c.html": "1"], in: folder, options) } != nil)
    #expect(folder.text(of: "public/c.html") == "mine")
  }

  @Test func withoutWaitingForTheDisk() throws {
    let folder = try TemporaryFolder()
    var options = PublishOptions()
    options.syncs = false
    for text in ["1", "2"] { try publish(["a.html": text], in: folder, options) }
    #expect(folder.text(of: "public/a.html") == "2")
    #expect(try folder.names() == ["public"])
  }

  @Test func keepingTheFoldersPermissions() throws {
    let folder = try TemporaryFolder()
    try publish(["a.html": "1"], in: folder)
    try FileManager.default.setAttributes([.posixPermissions: 0o751], ofItemAtPath: folder.path + "/public")
    try publish(["a.html": "2"], in: folder)
    #expect(try FileStatus.of(folder.path + "/public")?.mode == 0o751)
  }

  /// So that, for example, a web server that may read only what belongs to its group can read the new site.
  @Test(.enabled(if: otherGroup != nil, "this user has only one group"))
  func keepingTheFoldersGroup() throws {
    let folder = try TemporaryFolder()
    let group = try #require(otherGroup)
    try publish(["a.html": "1"], in: folder)
    try #require(chown(folder.path + "/public", uid_t.max, group) == 0)
    try publish(["a.html": "2"], in: folder)
    #expect(try FileStatus.of(folder.path + "/public")?.group == group)
    #expect(try FileStatus.of(folder.path + "/public/a.html")?.group == getegid())

    try #require(chmod(folder.path + "/public", 0o2750) == 0)
    try publish(["a.html": "3", "b/c.html": "3"], in: folder)
    #expect(try FileStatus.of(folder.path + "/public")?.mode == 0o2750)
    for name in ["public", "public/a.html", "public/b", "public/b/c.html"] {
      #expect(try FileStatus.of(folder.path + "/" + name)?.group == group, "\(name)")
    }
  }
}

/// A group other than the usual one that this user can give to files; nil if there is none.
private let otherGroup: gid_t? = {
  if getuid() == 0 { return getegid() + 1 }
  var groups = [gid_t](repeating: 0, count: 64)
  let count = getgroups(64, &groups)
  return groups.prefix(max(0, Int(count))).first { $0 != getegid() }
}()
