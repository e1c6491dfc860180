internal import CDisk

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The program that turns SVG into PNG: rsvg-convert, of librsvg (docs/decisions/006-rsvg-convert.md); and pngquant, which
/// makes the PNG four times smaller, where it is there.
struct Rasteriser: Sendable {
  static let name = "rsvg-convert"
  /// As the systems' packages are called.
  static let remedy =
    "install it: 'apt-get install librsvg2-bin', 'dnf install librsvg2-tools', 'brew install librsvg', or "
    + "'apk add rsvg-convert'"

  private let path: String
  private let reducer: String?
  /// In milliseconds, for one picture.
  private let timeout: Int32 = 30_000

  /// Nil where no absolute folder of PATH has it.
  init?() throws(SystemError) {
    guard let found = try Rasteriser.program(Rasteriser.name) else { return nil }
    path = found
    reducer = try Rasteriser.program("pngquant")
  }

  private static func program(_ name: String) throws(SystemError) -> String? {
    let folders = getenv("PATH").map { String(cString: $0) } ?? ""
    for folder in folders.split(separator: ":") where folder.hasPrefix("/") {
      let path = folder + "/" + name
      do throws(SystemError) {
        let isFile = try FileStatus.of(path, followingLinks: true)?.kind == .file
        if isFile, access(path, X_OK) == 0 { return path }
      } catch {
        // As a shell does it: PATH may name files, and folders that others may not enter.
        guard error == .fileInPath || error.isForbidden else { throw error }
      }
    }
    return nil
  }

  /// The picture's bytes; its files are in `scratch` while it is made.
  func png(of picture: SitePicture, in scratch: ScratchFolder) throws(CardFailure) -> [UInt8] {
    let name = sha256(Array(picture.path.utf8))
    do throws(SystemError) {
      try scratch.folder.write(name + ".svg", picture.svg())
      let size = ["--width", String(picture.width), "--height", String(picture.height)]
      try run(path, ["--format", "png"] + size, scratch.path + "/" + name, from: ".svg", to: ".png")
    } catch {
      throw .notMade(picture.path, error.number == ETIMEDOUT ? "\(Rasteriser.name) took too long" : error.words)
    }
    var bytes: [UInt8] = []
    do throws(ReadFailure) {
      try scratch.folder.read(name + ".png", limit: 64 << 20, into: &bytes)
    } catch {
      throw .notMade(picture.path, "what \(Rasteriser.name) wrote cannot be read")
    }
    if let reduced = reduced(name, in: scratch), reduced.count < bytes.count { bytes = reduced }
    guard let made = PictureText(bytes), made.width == picture.width, made.height == picture.height,
      let labelled = PictureText.adding(picture.text, to: bytes)
    else {
      let line = firstLine(of: name + ".png.txt", in: scratch)
      throw .notMade(
        picture.path, "\(Rasteriser.name) made no such picture" + (line.isEmpty ? "" : ": " + shownSafely(line)))
    }
    do throws(SystemError) {
      for ending in [".svg", ".png", ".png.txt", ".small", ".small.txt"] { try scratch.folder.removeAll(name + ending) }
    } catch {
      throw .notMade(picture.path, "an unfinished file cannot be removed: \(error.words)")
    }
    return labelled
  }

  /// The same picture with 32 colours; nil where that does not work.
  private func reduced(_ name: String, in scratch: ScratchFolder) -> [UInt8]? {
    guard let reducer else { return nil }
    var bytes: [UInt8] = []
    do {
      try run(
        reducer, ["--nofs", "--speed", "1", "32", "-"], scratch.path + "/" + name, from: ".png", to: ".small")
      try scratch.folder.read(name + ".small", limit: 64 << 20, into: &bytes)
    } catch {
      return nil
    }
    return PictureText(bytes) == nil ? nil : bytes
  }

  /// What a program said first; empty where it said nothing that can be read.
  private func firstLine(of name: String, in scratch: ScratchFolder) -> String {
    var bytes: [UInt8] = []
    do {
      try scratch.folder.read(name, limit: 1 << 20, into: &bytes)
    } catch {
      return ""
    }
    return String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
  }

  /// Its exit status does not matter: the caller looks at what it wrote. What it says on standard error goes to a file
  /// with the ending `.txt`.
  private func run(
    _ program: String, _ arguments: [String], _ base: String, from input: String, to output: String
  ) throws(SystemError) {
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var status: Int32 = 0
    let number = cdisk_run(program, words, base + input, base + output, base + output + ".txt", timeout, &status)
    guard number == 0 else { throw SystemError(number: number) }
  }
}

/// Why a picture was not made.
enum CardFailure: Error {
  case notMade(_ path: String, _ why: String)

  var words: String {
    switch self {
    case .notMade(let path, let why): "'\(path)' was not made: \(why)"
    }
  }
}
