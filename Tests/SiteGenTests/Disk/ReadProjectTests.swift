import Foundation
import Testing

@testable import SiteGen

/// A minimal project.
func project() throws -> TemporaryFolder {
  let folder = try TemporaryFolder()
  try folder.write("title: A site\n", to: "sitegen.yaml")
  try folder.write("# Hello\n", to: "Content/index.md")
  try folder.write("Words.\n", to: "seeds/a.txt")
  return folder
}

/// "path: message" of every diagnostic.
private func diagnostics(_ folder: TemporaryFolder) -> [String] {
  readProject(at: folder.path).diagnostics.map { "\($0.place.file.path): \($0.message) [\($0.rule.id)]" }
}

private func paths(_ folder: TemporaryFolder) -> [String] {
  readProject(at: folder.path).value.files.map(\.path)
}

private let usual = ["Content/index.md", "seeds/a.txt", "sitegen.yaml"]

@Suite struct ReadProjectRefuses {
  @Test func aFolderWithoutSettings() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "Content/index.md")
    let read = readProject(at: folder.path)
    #expect(read.value.files.isEmpty)
    #expect(read.diagnostics.map(\.rule) == [.projectIncomplete])
    let words = read.diagnostics.first?.notes.map(\.message) ?? []
    #expect(words.first?.hasPrefix("a project needs sitegen.yaml, with 'title' and 'language', and a note in") == true)
    #expect(words.last?.hasPrefix("most projects also have seeds/") == true)
  }

  @Test func aFolderThatIsNotThere() {
    #expect(readProject(at: "/nowhere/at/all").diagnostics.map(\.rule) == [.projectIncomplete])
  }

  @Test func aTextOfFiftyMegabytes() throws {
    let folder = try project()
    try folder.write("", to: "seeds/large.txt")
    try folder.write("", to: "Content/large.md")
    try folder.write("", to: "Content/images/large.png")
    for name in ["seeds/large.txt", "Content/large.md"] { truncate(folder.path + "/" + name, 50 << 20) }
    truncate(folder.path + "/Content/images/large.png", 65 << 20)
    #expect(
      diagnostics(folder) == [
        "Content/images/large.png: the file has 65 MB, but the limit is 64 MB [file-unreadable]",
        "Content/large.md: the file has 50 MB, but the limit is 16 MB [file-unreadable]",
        "seeds/large.txt: the file has 50 MB, but the limit is 16 MB [seed-unreadable]",
      ])
    #expect(paths(folder) == usual)
  }

  @Test func foldersAndFilesInEachOthersPlaces() throws {
    let folder = try project()
    try folder.write("x", to: "Templates")
    try folder.makeFolder("Content/folder.md")
    try folder.makeFolder("seeds/folder.txt")
    try folder.remove("sitegen.yaml")
    try folder.makeFolder("sitegen.yaml")
    #expect(
      diagnostics(folder) == [
        "sitegen.yaml: a folder is where a file should be [file-unreadable]",
        "Content/folder.md: a folder is where a file should be [file-unreadable]",
        "Templates: a file is where a folder should be [file-unreadable]",
        "seeds/folder.txt: a folder is where a file should be [seed-unreadable]",
      ])
  }

  @Test(arguments: ["sources", "images"]) func aFileInPlaceOfAFolderOfContent(_ name: String) throws {
    let folder = try project()
    try folder.write("x", to: "Content/" + name)
    #expect(diagnostics(folder) == ["Content/\(name): a file is where a folder should be [file-unreadable]"])
  }

  @Test func pipesWithoutWaiting() throws {
    let folder = try project()
    #expect(mkfifo(folder.path + "/seeds/pipe.txt", 0o600) == 0)
    #expect(
      diagnostics(folder) == ["seeds/pipe.txt: this is neither a file nor a folder [seed-unreadable]"])
  }

  @Test func linksOutOfTheProjectToNothingOrInACycle() throws {
    let folder = try project()
    let outside = try TemporaryFolder()
    try outside.write("secret", to: "secret.md")
    try folder.link("Content/a-out.md", to: outside.path + "/secret.md")
    try folder.link("Content/b-out", to: outside.path)
    try folder.link("Content/c-nowhere.md", to: "nothing.md")
    try folder.link("Content/d-circle", to: ".")
    try folder.link("Content/e-self.md", to: "e-self.md")
    try folder.link("Content/f-device.md", to: "/dev/zero")
    try folder.write("secret", to: ".git/config")
    try folder.link("Content/g-hidden.txt", to: "../.git/config")
    try folder.link("Content/h-hidden", to: "../.git")
    let hidden = "the symbolic link leads to a hidden file or folder [file-unreadable]"
    let circle = "the symbolic link is part of a cycle [file-unreadable]"
    let out = "the symbolic link leads out of the project [file-unreadable]"
    #expect(
      diagnostics(folder) == [
        "Content/a-out.md: " + out, "Content/b-out: " + out,
        "Content/c-nowhere.md: the symbolic link has no target [file-unreadable]", "Content/d-circle: " + circle,
        "Content/e-self.md: " + circle,
        "Content/f-device.md: " + out, "Content/g-hidden.txt: " + hidden, "Content/h-hidden: " + hidden,
      ])
    #expect(paths(folder) == usual)
  }

  @Test func aNameThatIsNotUTF8() throws {
    let folder = try project()
    let name = Array(folder.path.utf8) + Array("/Content/".utf8) + [0x66, 0xFC, 0x72]
    let file = name.map { CChar(bitPattern: $0) } + [0]
    let number = open(file, O_WRONLY | O_CREAT, 0o600)
    // Some file systems accept only names in Unicode.
    guard number >= 0 else { return }
    close(number)
    #expect(diagnostics(folder) == ["Content/f\u{FFFD}r: the name of this file is not UTF-8 [file-unreadable]"])
  }

  @Test func noFileThatIsNotText() throws {
    let folder = try project()
    try folder.write([0x61, 0xFF, 0], to: "seeds/b.txt")
    let read = readProject(at: folder.path)
    #expect(read.diagnostics.isEmpty)
    #expect(read.value.files.first { $0.path == "seeds/b.txt" }?.bytes == [0x61, 0xFF, 0])
  }

  @Test func aFileThatMayNotBeRead() throws {
    let folder = try project()
    chmod(folder.path + "/Content/index.md", 0)
    // Root can read everything.
    let expected =
      getuid() == 0 ? [] : ["Content/index.md: the file cannot be read: permission is denied [file-unreadable]"]
    #expect(diagnostics(folder) == expected)
  }
}

@Suite struct ReadProjectReads {
  @Test func theInputsOfAProjectSortedByPath() throws {
    let folder = try project()
    for name in [
      "Content/ä b/🙂.md", "Content/a.md", "Content/a/b.md", "Templates/page.mustache", "README.md", "public/x.html",
    ] {
      try folder.write(name, to: name)
    }
    for name in ["Content/.hidden.md", "Content/.git/x.md", "seeds/.DS_Store"] { try folder.write(name, to: name) }
    let read = readProject(at: folder.path)
    #expect(read.diagnostics.isEmpty)
    #expect(
      read.value.files.map(\.path) == [
        "Content/a.md", "Content/a/b.md", "Content/index.md", "Content/ä b/🙂.md", "Templates/page.mustache",
        "seeds/a.txt", "sitegen.yaml",
      ])
    #expect(read.value.files.first?.bytes == Array("Content/a.md".utf8))
  }

  @Test func linksInsideOfTheProject() throws {
    let folder = try project()
    try folder.write("shared", to: "shared/one.md")
    try folder.link("Content/linked", to: "../shared")
    try folder.link("Content/again.md", to: "index.md")
    let read = readProject(at: folder.path)
    #expect(read.diagnostics.isEmpty)
    #expect(
      read.value.files.map(\.path) == ["Content/again.md", "Content/index.md", "Content/linked/one.md"]
        + usual.dropFirst())
    #expect(read.value.linked.contains(folder.path + "/shared"))
  }

  @Test func emptyFilesAndByteOrderMarksAsTheyAre() throws {
    let folder = try project()
    try folder.write([], to: "Content/empty.md")
    try folder.write([0xEF, 0xBB, 0xBF, 0x61, 0x0D, 0x0A], to: "Content/marked.md")
    let read = readProject(at: folder.path)
    #expect(read.diagnostics.isEmpty)
    #expect(read.value.files.map(\.bytes.count) == [0, 8, 6, 7, 14])
  }
}
