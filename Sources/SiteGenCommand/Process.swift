import Foundation

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

func writeOutput(_ text: String) {
  write(Array(text.utf8), to: STDOUT_FILENO)
}

func writeOutput(_ bytes: [UInt8]) {
  write(bytes, to: STDOUT_FILENO)
}

func writeError(_ text: String) {
  write(Array(text.utf8), to: STDERR_FILENO)
}

/// Prints a line to standard error.
func printError(_ line: String) {
  writeError(line + "\n")
}

private func write(_ bytes: [UInt8], to file: Int32) {
  bytes.withUnsafeBytes { bytes in
    var written = 0
    while written < bytes.count {
      let count = write(file, bytes.baseAddress?.advanced(by: written), bytes.count - written)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      written += count
    }
  }
}
