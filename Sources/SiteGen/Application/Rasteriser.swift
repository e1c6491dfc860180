/// The program that converts SVG to PNG: rsvg-convert of librsvg (docs/decisions/006-rsvg-convert.md). If pngquant is
/// installed, it reduces the PNG to about a quarter of its size.
struct Rasteriser: Sendable {
  static let name = "rsvg-convert"
  /// The commands that install it on the supported systems.
  static let remedy =
    "install it: 'apt-get install librsvg2-bin', 'dnf install librsvg2-tools', 'brew install librsvg', or "
    + "'apk add rsvg-convert'"

  private let converter: Program
  private let reducer: Program?
  /// For temporary files.
  private let scratch: ScratchFolder
  private let environment: [String: String]

  /// Nil if rsvg-convert is not on PATH.
  init?() throws(SystemError) {
    guard let converter = try Program(named: Rasteriser.name) else { return nil }
    self.converter = converter
    reducer = try Program(named: "pngquant")
    scratch = try ScratchFolder()
    do throws(SystemError) {
      environment = try CardFonts.write(to: scratch)
    } catch {
      let reason = error
      do throws(SystemError) { try scratch.remove() } catch {}
      throw reason
    }
  }

  /// Removes the temporary files.
  func finish() throws(SystemError) { try scratch.remove() }

  /// Makes a picture and returns its bytes.
  func png(of picture: SitePicture) throws(CardFailure) -> [UInt8] {
    let name = sha256(Array(picture.path.utf8))
    do throws(SystemError) {
      try scratch.folder.write(name + ".svg", picture.svg())
      let size = ["--width", String(picture.width), "--height", String(picture.height)]
      try converter.run(
        ["--format", "png"] + size, in: scratch, from: name + ".svg", to: name + ".png", environment: environment)
    } catch {
      if Interruption.arrived != nil { throw .interrupted }
      throw .notMade(picture.path, error == .timeout ? "\(Rasteriser.name) took too long" : error.words)
    }
    var bytes: [UInt8] = []
    do throws(ReadFailure) {
      try scratch.folder.read(name + ".png", limit: 64 << 20, into: &bytes)
    } catch {
      throw .notMade(picture.path, "the output of \(Rasteriser.name) cannot be read")
    }
    if let reduced = reduced(name), reduced.count < bytes.count { bytes = reduced }
    // Why: a picture that was not reduced because of the signal would count as up to date.
    if Interruption.arrived != nil { throw .interrupted }
    guard let made = PictureText(bytes), made.width == picture.width, made.height == picture.height,
      let labelled = PictureText.adding(picture.text, to: bytes)
    else {
      let line = firstLine(of: name + ".png.txt")
      throw .notMade(
        picture.path, "\(Rasteriser.name) did not make the picture" + (line.isEmpty ? "" : ": " + shownSafely(line)))
    }
    do throws(SystemError) {
      for ending in [".svg", ".png", ".png.txt", ".small", ".small.txt"] { try scratch.folder.removeAll(name + ending) }
    } catch {
      throw .notMade(picture.path, "a temporary file cannot be removed: \(error.words)")
    }
    return labelled
  }

  /// The same picture with 32 colours; nil if pngquant is not installed or fails.
  private func reduced(_ name: String) -> [UInt8]? {
    guard let reducer else { return nil }
    var bytes: [UInt8] = []
    do {
      try reducer.run(
        ["--nofs", "--speed", "1", "32", "-"], in: scratch, from: name + ".png", to: name + ".small")
      try scratch.folder.read(name + ".small", limit: 64 << 20, into: &bytes)
    } catch {
      return nil
    }
    return PictureText(bytes) == nil ? nil : bytes
  }

  /// The first line of a program's error output; empty if there is none.
  private func firstLine(of name: String) -> String {
    var bytes: [UInt8] = []
    do {
      try scratch.folder.read(name, limit: 1 << 20, into: &bytes)
    } catch {
      return ""
    }
    return String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
  }
}

/// The reason why a picture was not made.
enum CardFailure: Error {
  case notMade(_ path: String, _ why: String)
  /// A signal asked the process to end.
  case interrupted
}
