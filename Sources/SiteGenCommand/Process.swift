import Foundation
import SiteGen

/// Opens the standard streams that are closed, so that no file gets their numbers and is written to in their place.
/// Writing to standard output then fails; what is written to standard error is lost.
func openClosedStreams() {
  for stream in 0...STDERR_FILENO where fcntl(stream, F_GETFD) == -1 && errno == EBADF {
    _ = open("/dev/null", stream == STDERR_FILENO ? O_RDWR : O_RDONLY)
  }
}

/// Ignores two signals, so that writing to a closed pipe (`| head`) or beyond the file size limit returns an error
/// instead of ending the process.
func ignoreSignalsOfWriting() {
  signal(SIGPIPE, SIG_IGN)
  signal(SIGXFSZ, SIG_IGN)
}

/// Makes Ctrl-C and SIGTERM end the process at once with status 0.
func endOnInterrupt() {
  signal(SIGINT) { _ in _exit(0) }
  signal(SIGTERM) { _ in _exit(0) }
}

/// Asks the desktop to open an address. A failure is not reported.
func openInBrowser(_ address: String) {
  #if canImport(Darwin)
    let program = "open"
  #else
    let program = "xdg-open"
  #endif
  // Why there is no shell: it could run part of an address as a command.
  var arguments: [UnsafeMutablePointer<CChar>?] = [strdup(program), strdup(address), nil]
  defer { for argument in arguments { free(argument) } }
  var process = pid_t()
  posix_spawnp(&process, program, nil, nil, &arguments, environ)
  signal(SIGCHLD, SIG_IGN)
}

/// Ends the process with an exit status.
func leave(_ status: Int32) -> Never {
  exit(status)
}

/// Whether standard error is a terminal that shows colours, and NO_COLOR is not set (https://no-color.org).
func isErrorOutputColourful() -> Bool {
  if let value = getenv("NO_COLOR"), value.pointee != 0 { return false }
  if let value = getenv("TERM"), strcmp(value, "dumb") == 0 { return false }
  return isatty(STDERR_FILENO) == 1
}

/// Writes to standard output. If that fails, ends the process with status 74, unless nobody reads the output (`| head`).
func writeOutput(_ text: String) {
  writeOutput(Array(text.utf8))
}

func writeOutput(_ bytes: [UInt8]) {
  guard let number = tryToWrite(bytes, to: STDOUT_FILENO) else { return }
  printError("sitegen: error: standard output cannot be written: \(errorWords(number))")
  leave(74)
}

/// Writes to standard error. If that fails, ends the process with status 74.
func writeError(_ text: String) {
  if tryToWrite(Array(text.utf8), to: STDERR_FILENO) != nil { leave(74) }
}

/// Prints a line to standard error.
func printError(_ line: String) {
  writeError(line + "\n")
}

/// Returns the errno if writing fails; nil also if nobody reads the stream.
func tryToWrite(_ bytes: [UInt8], to file: Int32) -> Int32? {
  bytes.withUnsafeBytes { bytes in
    var written = 0
    while written < bytes.count {
      let count = write(file, bytes.baseAddress?.advanced(by: written), bytes.count - written)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return errno == EPIPE ? nil : errno }
      written += count
    }
    return nil
  }
}
