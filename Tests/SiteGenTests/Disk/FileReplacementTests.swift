import Foundation
import Testing

@testable import SiteGen

/// Links to pages and data, as `href` has them; the words of the page otherwise.
private func page(_ links: String..., words: String = "") -> String {
  words + links.map { "<a href=\($0)>" }.joined()
}

private let before = [
  "index.html": page("a.html", "gone.html", "in/b.html"), "a.html": page("gone.html", "data/x.csv"),
  "in/b.html": page("a.html"), "gone.html": page("data/gone.csv"), "data/x.csv": "1", "data/gone.csv": "1",
  "same.html": "", "sitemap.xml": page("a.html", "gone.html"),
]
private let after = [
  "index.html": page("a.html", "new/c.html"), "a.html": page("new/c.html", "in/b.html", "data/x.csv"),
  "in/b.html": page("new/d.html"), "new/c.html": page("new/d.html", "data/y.csv"), "new/d.html": page("new/c.html"),
  "data/x.csv": "2", "data/y.csv": "1", "same.html": "", "sitemap.xml": page("a.html", "new/c.html"),
]

/// The links that lead a reader of the home page, or a program that reads the sitemap, to a file that is missing.
private func deadLinks(in folder: TemporaryFolder) -> Set<String> {
  var (seen, dead): (Set<String>, Set<String>) = ([], [])
  var left = ["index.html", "sitemap.xml"]
  while let path = left.popLast() {
    guard seen.insert(path).inserted else { continue }
    guard let text = folder.text(of: "public/" + path) else {
      dead.insert(path)
      continue
    }
    left += text.matches(of: /href=([^>]*)>/).map { String($0.1) }
  }
  return dead
}

private func inPlace() -> PublishOptions {
  var options = PublishOptions()
  options.isInPlace = true
  return options
}

@Suite struct FileReplacementTests {
  @Test func neverLeadsAReaderToAMissingPage() throws {
    let folder = try TemporaryFolder()
    try publish(before, in: folder)
    let inode = try folder.inode("public")
    let time = try folder.modified("public/same.html")
    let hooks = PublishHooks(reached: { step in
      #expect(deadLinks(in: folder) == [], "\(step)")
      #expect(folder.exists("public/sitegen.json"))
    })
    for (files, others) in [(after, before), (before, after)] {
      let summary = try publish(files, in: folder, inPlace(), hooks: hooks)
      #expect(summary.unchanged == 1)
      for (path, text) in files { #expect(folder.text(of: "public/" + path) == text) }
      for path in others.keys where files[path] == nil { #expect(!folder.exists("public/" + path)) }
      #expect(try folder.names() == ["public"])
    }
    #expect(try folder.inode("public") == inode)
    #expect(try folder.modified("public/same.html") == time)
  }

  @Test(arguments: [ENOSYS, EINVAL, ENOTSUP, EXDEV, EBUSY])
  func isUsedAndAnnouncedWhereTheExchangeIsRefused(number: Int32) async throws {
    let folder = try TemporaryFolder()
    try publish(before, in: folder)
    try folder.write("mine", to: "public/CNAME")
    let inode = try folder.inode("public")
    try await confirmation { announced in
      let hooks = PublishHooks(
        exchangeFailure: SystemError(number: number),
        announces: { line in
          announced()
          #expect(line.contains("public' are replaced one by one, because the file system cannot exchange it"))
          #expect(folder.text(of: "public/index.html") == before["index.html"])
        })
      try publish(after, in: folder, hooks: hooks)
      // A build that changes nothing announces nothing.
      try publish(after, in: folder, hooks: hooks)
    }
    for (path, text) in after { #expect(folder.text(of: "public/" + path) == text) }
    #expect(folder.text(of: "public/CNAME") == "mine")
    #expect(try folder.inode("public") == inode)
    #expect(try folder.names() == ["public"])
  }

  @Test func putsAFileWhereAFolderWasAndAFolderWhereAFileWas() throws {
    let folder = try TemporaryFolder()
    try publish(["a/x/b.html": "1", "c": "2"], in: folder)
    try publish(["a": "3", "c/d.html": "4"], in: folder, inPlace())
    #expect(folder.text(of: "public/a") == "3")
    #expect(folder.text(of: "public/c/d.html") == "4")
  }

  @Test func fillsAFolderThatIsEmpty() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("public")
    let inode = try folder.inode("public")
    try publish(before, in: folder, inPlace())
    #expect(try folder.inode("public") == inode)
    for (path, text) in before { #expect(folder.text(of: "public/" + path) == text) }
  }

  @Test func keepsFilesThatAppearMeanwhile() throws {
    let folder = try TemporaryFolder()
    try publish(before, in: folder)
    let path = folder.path
    let hooks = PublishHooks(reached: { step in
      guard step == .staged else { return }
      for name in ["in/b.html", "new.txt"] {
        try? Data("mine".utf8).write(to: URL(fileURLWithPath: path + "/public/" + name))
      }
    })
    do throws(PublishError) {
      let output = try OutputFolder(path + "/public", project: path, linked: [])
      _ = try publish(site(after), to: output, inPlace(), hooks: hooks)
      Issue.record("it was published")
    } catch {
      #expect(error.left == .parts && error.exitStatus == 74)
      #expect(error.message.contains("in/b.html' cannot be written: it has changed since it was read"))
      #expect(error.remedy?.contains("build again to complete it") == true)
    }
    #expect(folder.text(of: "public/in/b.html") == "mine" && folder.text(of: "public/new.txt") == "mine")
    try folder.remove("public/in/b.html")
    try publish(after, in: folder)
    for (path, text) in after { #expect(folder.text(of: "public/" + path) == text) }
    #expect(folder.text(of: "public/new.txt") == "mine")
  }

  @Test func refusesAWorkspaceThatSitegenDidNotMake() throws {
    let folder = try TemporaryFolder()
    try publish(before, in: folder)
    try folder.write("mine", to: "public/.sitegen/x")
    let state = try folder.state(of: "")
    #expect(refusal { try publish(after, in: folder, inPlace()) }?.contains("was not made here") == true)
    #expect(try folder.state(of: "") == state)
    // An exchange does not need that name.
    try publish(after, in: folder)
    #expect(folder.text(of: "public/.sitegen/x") == "mine")
  }
}

@Suite struct MountTableTests {
  private let table = """
    22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
    30 22 0:40 / /proc rw - proc proc rw
    31 22 254:16 / /srv rw - ext4 /dev/vdb rw
    40 22 254:0 /home/a/public /mnt/a\\040b rw - ext4 /dev/vda rw
    41 22 254:0 /home/b/public/data /mnt/data rw - ext4 /dev/vda rw
    42 22 254:0 /home/c /mnt/c rw - ext4 /dev/vda rw
    43 22 254:16 /www/x/public /mnt/x rw - ext4 /dev/vdb rw
    malformed
    """

  @Test(arguments: [
    ("/home/a/public", "/mnt/a b"), ("/home/a/publi", nil), ("/home/a/public2", nil), ("/home/a", "/mnt/a b"),
    ("/home/b/public", "/mnt/data"), ("/home/c/public", nil), ("/srv/www/x/public", "/mnt/x"), ("/www/x/public", nil),
    ("/home/c", "/mnt/c"), ("/mnt/c", nil), ("/mnt/c/public", nil), ("/proc", nil),
  ])
  func findsASecondMount(path: String, point: String?) {
    #expect(mountElsewhere(of: path, in: table) == point)
  }

  @Test func ofNothingIsNone() {
    #expect(mountElsewhere(of: "/a", in: "") == nil)
  }
}
