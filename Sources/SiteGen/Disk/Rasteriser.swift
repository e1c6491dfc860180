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
  private let patience: Int32 = 30_000

  /// Nil where no absolute folder of PATH has it.
  init?() {
    guard let found = Rasteriser.program(Rasteriser.name) else { return nil }
    path = found
    reducer = Rasteriser.program("pngquant")
  }

  private static func program(_ name: String) -> String? {
    guard let value = getenv("PATH") else { return nil }
    let folders = String(cString: value).split(separator: ":").filter { $0.hasPrefix("/") }
    return folders.lazy.map { $0 + "/" + name }.first { path in
      (try? FileStatus(path, followingLinks: true))?.kind == .file && access(path, X_OK) == 0
    }
  }

  /// The picture's bytes; its files lie in `folder` while it is made.
  func png(of picture: SitePicture, in folder: String) throws(CardFailure) -> [UInt8] {
    let base = folder + "/" + sha256(Array(picture.path.utf8))
    let (input, output, errors) = (base + ".svg", base + ".png", base + ".txt")
    defer { for path in [input, output, errors] { unlink(path) } }
    var bytes: [UInt8] = []
    do throws(SystemError) {
      try writeNewFile(input, picture.svg())
      try run(
        path, ["--format", "png", "--width", String(picture.width), "--height", String(picture.height)], input, output,
        errors
      )
    } catch {
      throw .notMade(picture.path, error.number == ETIMEDOUT ? "\(Rasteriser.name) took too long" : error.words)
    }
    do throws(ReadFailure) {
      try readFile(output, limit: 64 << 20, into: &bytes)
    } catch {
      throw .notMade(picture.path, "what \(Rasteriser.name) wrote cannot be read")
    }
    if let reduced = reduced(output, base), reduced.count < bytes.count { bytes = reduced }
    guard let made = PictureText(bytes), made.width == picture.width, made.height == picture.height,
      let labelled = PictureText.adding(picture.text, to: bytes)
    else {
      var said: [UInt8] = []
      try? readFile(errors, limit: 1 << 20, into: &said)
      let line = String(decoding: said.prefix { $0 != 0x0A }, as: UTF8.self)
      throw .notMade(
        picture.path, "\(Rasteriser.name) made no such picture" + (line.isEmpty ? "" : ": " + shownSafely(line)))
    }
    return labelled
  }

  /// The same picture with 32 colours; nil where that does not work.
  private func reduced(_ picture: String, _ base: String) -> [UInt8]? {
    guard let reducer else { return nil }
    let (output, errors) = (base + "-reduced.png", base + "-reduced.txt")
    defer { for path in [output, errors] { unlink(path) } }
    var bytes: [UInt8] = []
    try? run(reducer, ["--nofs", "--speed", "1", "32", "-"], picture, output, errors)
    try? readFile(output, limit: 64 << 20, into: &bytes)
    return PictureText(bytes) == nil ? nil : bytes
  }

  /// Its exit status does not matter: what it wrote is looked at.
  private func run(
    _ program: String, _ arguments: [String], _ input: String, _ output: String, _ errors: String
  ) throws(SystemError) {
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var status: Int32 = 0
    let number = cdisk_run(program, words, input, output, errors, patience, &status)
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
