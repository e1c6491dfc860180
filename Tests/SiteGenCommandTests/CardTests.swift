import Foundation
import Testing

/// `sitegen cards`, without the program that makes the pictures and with it.
@Suite struct CommandMakesCards {
  private let title = "---\ntitle: A river\nsummary: Rose\n"
  private let asks = "questions:\n  houses: {asks: How many?, label: Houses, unit: houses, counts: event}\n---\n"

  private func project() throws -> SmallProject { try SmallProject(["Content/river.md": title + asks]) }

  private func bytes(_ name: String, of project: SmallProject) -> Data? {
    FileManager.default.contents(atPath: project.path + "/" + name)
  }

  @Test(arguments: ["", "/nowhere", "bin:.:"])
  func onlyWithTheProgramThatMakesThem(path: String) throws {
    let project = try project()
    let result = try sitegen(["cards"], in: project.path, environment: ["PATH": path])
    #expect(result.status == 69)
    for word in ["rsvg-convert", "librsvg2-bin", "brew install librsvg"] { #expect(result.errors.contains(word)) }
    #expect(!project.exists("Content/cards"))
  }

  @Test func nothingWhereInputsHaveErrors() throws {
    let project = try SmallProject(["Content/river.md": "---\nsummary: no title\n---\n"])
    let result = try sitegen("cards", in: project.path)
    #expect(result.status == 1)
    #expect(result.errors.contains("error: ") && result.errors.hasSuffix("nothing written\n"))
    #expect(try sitegen("cards", "--project", "", in: project.path).status == 64)
    #expect(!project.exists("Content/cards"))
  }

  @Test func nothingWhenOnlyChecking() throws {
    let project = try project()
    let result = try sitegen(["cards", "--check"], in: project.path, environment: ["PATH": ""])
    #expect(result.status == 1)
    #expect(result.errors == "4 pictures to be made, 0 unchanged\n")
    #expect(!project.exists("Content/cards"))
  }

  @Test func onlyMissingAndOutdatedPictures() throws {
    try requireProgram()
    let project = try project()
    let first = try sitegen("cards", in: project.path)
    #expect(first.status == 0 && first.errors == "4 pictures made, 0 unchanged\n")
    for name in ["index", "river", "questions/houses", "site_icon"] {
      #expect(bytes("Content/cards/\(name).png", of: project)?.starts(with: [0x89, 0x50, 0x4E, 0x47]) == true)
    }
    let home = try #require(bytes("Content/cards/index.png", of: project))
    let river = try #require(bytes("Content/cards/river.png", of: project))
    // If there is nothing to do, no program is needed.
    let again = try sitegen(["cards"], in: project.path, environment: ["PATH": ""])
    #expect(again.status == 0 && again.errors == "0 pictures made, 4 unchanged\n")
    #expect(try sitegen("check", "--strict", in: project.path).status == 0)

    try project.write("---\ntitle: A <lake> & \"more\"\n" + asks, to: "Content/river.md")
    #expect(try sitegen("check", in: project.path).errors.contains("[stale-card]"))
    #expect(try sitegen("cards", in: project.path).errors == "1 picture made, 3 unchanged\n")
    #expect(bytes("Content/cards/index.png", of: project) == home)
    #expect(bytes("Content/cards/river.png", of: project) != river)

    try project.write(title + "---\n", to: "Content/river.md")
    try project.write("mine", to: "Content/cards/mine.png")
    #expect(
      try sitegen("cards", "--check", in: project.path).errors
        == "0 pictures to be made, 2 unchanged, 2 to be removed\n")
    #expect(try sitegen("cards", in: project.path).errors == "0 pictures made, 2 unchanged, 2 removed\n")
    #expect(!project.exists("Content/cards/river.png") && project.exists("Content/cards/mine.png"))
    let left = try FileManager.default.contentsOfDirectory(atPath: project.path + "/Content/cards").sorted()
    #expect(left == ["index.png", "mine.png", "questions", "site_icon.png"])
  }

  /// A machine without fonts, and one whose fonts are those of the tests.
  @Test func withTheFontsOfSitegen() throws {
    try requireProgram()
    let project = try SmallProject([
      "Content/index.md": "---\ntitle: The “flood” of Łódź – 5,800\nsummary: Қаңтар, єґ ≥ 3\n---\nWords.\n",
      "no-fonts.conf": "<fontconfig><dir>/nowhere</dir></fontconfig>",
    ])
    var cards: [Data] = []
    for fonts in [[:], ["FONTCONFIG_FILE": project.path + "/no-fonts.conf"]] {
      let made = try sitegen(["cards"], in: project.path, environment: fonts)
      #expect(made.status == 0, "\(made.errors)")
      cards.append(try #require(bytes("Content/cards/index.png", of: project)))
      try FileManager.default.removeItem(atPath: project.path + "/Content/cards")
    }
    #expect(cards[0] == cards[1])
  }

  @Test func neverInPlaceOfUnmanagedFiles() throws {
    try requireProgram()
    let project = try project()
    try project.write("mine", to: "Content/cards/river.png")
    let result = try sitegen("cards", in: project.path)
    #expect(result.status == 73)
    #expect(result.errors.contains("'Content/cards/river.png' was not made by sitegen"))
    #expect(bytes("Content/cards/river.png", of: project) == Data("mine".utf8))
    #expect(project.exists("Content/cards/index.png"))
  }

  @Test func evenWhereTheProgramFails() throws {
    let project = try project()
    try project.write("#!/bin/sh\necho 'no fonts <here>' >&2\nexit 3\n", to: "bin/rsvg-convert")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: project.path + "/bin/rsvg-convert")
    let result = try sitegen(["cards"], in: project.path, environment: ["PATH": project.path + "/bin"])
    #expect(result.status == 74)
    #expect(
      result.errors.contains("'Content/cards/index.png' was not made: rsvg-convert did not make the picture: no fonts"))
    #expect(!project.exists("Content/cards"))
  }

  /// A picture that could not be reduced because of a signal is not kept.
  @Test func onlyReducedWhenASignalArrives() throws {
    try requireProgram()
    let project = try SmallProject(["bin/pngquant": "#!/bin/sh\nexec sleep 600\n"])
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: project.path + "/bin/pngquant")
    let command = "timeout --foreground --preserve-status --signal TERM 8 \"$SITEGEN\" cards"
    let path = project.path + "/bin:" + (ProcessInfo.processInfo.environment["PATH"] ?? "")
    let result = try sitegen([], in: project.path, environment: ["PATH": path], shell: command)
    #expect(result.status == 143, "\(result.errors)")
    #expect(result.errors.contains("sitegen: error: interrupted by SIGTERM\n"))
    #expect(!project.exists("Content/cards"))
  }

  private func requireProgram() throws {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let isThere = folders.contains { FileManager.default.isExecutableFile(atPath: $0 + "/rsvg-convert") }
    try #require(isThere, "rsvg-convert is missing: 'Scripts/prepare tests' installs it")
  }
}
