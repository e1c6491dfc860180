import Foundation
import Testing

@testable import SiteGen

/// Files that somebody else commits to a project must not make a build write, move or delete anything elsewhere.
@Suite struct HostileCheckout {
  private let site = ["a.html": "1", "questions/b.html": "1"]

  /// A project with other folders next to it, and a build that is refused and changes nothing.
  private func expectRefusal(_ words: String, _ prepare: (TemporaryFolder) throws -> Void) throws {
    let folder = try TemporaryFolder()
    try folder.write("secret", to: "project/.git/config")
    try folder.write("theirs", to: "elsewhere/theirs.txt")
    try prepare(folder)
    let before = try folder.state(of: "")
    let message = refusal {
      let output = try OutputFolder(nil, project: folder.path + "/project", linked: [])
      _ = try publish(SiteGenTests.site(site), to: output)
    }
    #expect(message?.contains(words) == true, "\(message ?? "published")")
    #expect(try folder.state(of: "") == before)
  }

  @Test(arguments: ["../elsewhere", ".git", ".", "nowhere", "project-public"])
  func cannotLeadTheOutputElsewhere(target: String) throws {
    try expectRefusal("a symbolic link in the path is not followed") { folder in
      try folder.makeFolder("project/project-public")
      try folder.link("project/public", to: target)
    }
  }

  @Test(arguments: ["../elsewhere", ".git", "nowhere", "public"])
  func cannotLeadTheWorkspaceElsewhere(target: String) throws {
    try expectRefusal("was not made here") { try $0.link("project/.public.sitegen", to: target) }
  }

  /// The marker's text is no secret, but a checkout cannot contain the right inode.
  @Test(
    arguments: ["old", "new", "ready", "ready.new", ".gitignore"],
    ["", "The new site is made here. After an interruption, build again.\nThis folder: 1234\n"])
  func cannotPretendToBeAWorkspace(name: String, marker: String) throws {
    for target in ["../.git", "../../elsewhere", "nowhere"] {
      try expectRefusal("was not made here") { folder in
        try folder.write(marker, to: "project/.public.sitegen/made-by-sitegen")
        try folder.link("project/.public.sitegen/\(name)", to: target)
      }
    }
    try expectRefusal("was not made here") { folder in
      try folder.write(marker, to: "project/.public.sitegen/made-by-sitegen")
      try folder.write("x", to: "project/.public.sitegen/\(name)/x")
    }
  }

  @Test func cannotPretendEvenWithTheRightInode() throws {
    try expectRefusal("was not made here") { folder in
      try folder.write("x", to: "project/.public.sitegen/old/x")
      let inode = try #require(try folder.inode("project/.public.sitegen"))
      let marker = "The new site is made here. After an interruption, build again.\nThis folder: \(inode)\n"
      try folder.write(marker, to: "project/.public.sitegen/made-by-sitegen")
    }
  }

  @Test func cannotCopyAWorkspace() throws {
    try expectRefusal("was not made here") { folder in
      try makeWorkspace(in: folder)
      let copy = Process()
      copy.executableURL = URL(fileURLWithPath: "/bin/cp")
      copy.arguments = ["-a", folder.path + "/.public.sitegen", folder.path + "/project/.public.sitegen"]
      try copy.run()
      copy.waitUntilExit()
      try #require(copy.terminationStatus == 0)
    }
  }

  @Test(arguments: ["a.html", "questions", "questions/b.html"])
  func cannotLeadAFileOfTheSiteElsewhere(name: String) throws {
    for target in ["../../elsewhere", "../../elsewhere/theirs.txt", "nowhere"] {
      try expectRefusal("the new site needs that name") { folder in
        let output = try OutputFolder(nil, project: folder.path + "/project", linked: [])
        _ = try publish(SiteGenTests.site(["c.html": "1"]), to: output)
        try folder.makeFolder("project/public/questions")
        if name == "questions" { try folder.remove("project/public/questions") }
        try folder.link("project/public/\(name)", to: target)
      }
    }
  }

  @Test(arguments: ["sitegen.json", "gone", "gone/d.html"])
  func cannotHaveTheFilesOfALinkRemoved(name: String) throws {
    let folder = try TemporaryFolder()
    try publish(["a.html": "1", "gone/d.html": "secret"], in: folder)
    try folder.write("secret", to: "elsewhere/d.html")
    try folder.write(try #require(folder.text(of: "public/sitegen.json")), to: "elsewhere/sitegen.json")
    try folder.remove("public/" + name)
    try folder.link("public/" + name, to: name == "gone" ? "../elsewhere" : "../elsewhere/" + name)
    let before = try folder.state(of: "elsewhere")
    _ = refusal { try publish(["a.html": "2"], in: folder) }
    #expect(try folder.state(of: "elsewhere") == before)
    #expect(folder.exists("public/" + name))
  }

  @Test func cannotNameAFileOutsideOfTheSiteInItsRecord() throws {
    let folder = try TemporaryFolder()
    try folder.write("secret", to: "secret.txt")
    try publish(["a.html": "1"], in: folder)
    let record = try #require(folder.text(of: "public/sitegen.json"))
    for path in ["../secret.txt", "/etc/passwd", "a/../../secret.txt"] {
      try folder.write(record.replacing("a.html", with: path), to: "public/sitegen.json")
      #expect(refusal { try publish(["a.html": "2"], in: folder) }?.contains("its sitegen.json is not valid") == true)
    }
    #expect(folder.text(of: "secret.txt") == "secret")
  }

  @Test func isToldWhatIsInThePlaceOfItsRecord() throws {
    for what in ["a folder", "a symbolic link", "a pipe, a socket or a device"] {
      let folder = try TemporaryFolder()
      try folder.write("mine", to: "public/mine.txt")
      switch what {
      case "a folder": try folder.makeFolder("public/sitegen.json")
      case "a symbolic link": try folder.link("public/sitegen.json", to: "mine.txt")
      default: try #require(mkfifo(folder.path + "/public/sitegen.json", 0o600) == 0)
      }
      let message = refusal { try publish(["a.html": "1"], in: folder) }
      #expect(message?.contains("and its sitegen.json is " + what) == true, "\(message ?? "accepted")")
    }
  }
}

/// The links that are followed in the path of an output.
@Suite struct OutputThroughLinks {
  /// Folders: `project`, `www/site`; links: `link -> www` next to the project, `project/link -> ../www`.
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.makeFolder("project")
    try folder.makeFolder("www/site")
    try folder.link("link", to: "www")
    try folder.link("project/link", to: "../www")
    try folder.link("again", to: "project")
    return folder
  }

  @Test(arguments: [
    "project/link", "project/link/site", "project/link/new/deep", "again/link", "project/../project/link/site",
  ])
  func refusesThoseInTheProject(output: String) throws {
    let folder = try folder()
    let message = refusal {
      _ = try OutputFolder(folder.path + "/" + output, project: folder.path + "/project", linked: [])
    }
    #expect(message?.contains("a symbolic link in the path is not followed") == true, "\(message ?? "accepted")")
  }

  @Test(arguments: [
    ("link/site", "www/site"), ("link/new/deep", "www/new/deep"), ("again/public", "project/public"),
    ("link/../new", "new"), ("project/./x/", "project/x"), ("www//site", "www/site"),
  ])
  func followsOthersInAnAbsolutePath(output: String, path: String) throws {
    let folder = try folder()
    let found = try OutputFolder(folder.path + "/" + output, project: folder.path + "/project", linked: [])
    #expect(found.fullPath == folder.path + "/" + path)
  }

  @Test func followsTheProjectsOwn() throws {
    let folder = try folder()
    let found = try OutputFolder(nil, project: folder.path + "/again", linked: [])
    #expect(found.fullPath == folder.path + "/project/public")
    #expect(found.shown == folder.path + "/again/public")
  }
}
