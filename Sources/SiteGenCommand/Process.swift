#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Makes a closed pipe, as of `| head`, and a file beyond the limit of sizes ordinary failures of writing.
func ignoreSignalsOfWriting() {
  signal(SIGPIPE, SIG_IGN)
  signal(SIGXFSZ, SIG_IGN)
}

/// Ends the process.
func leave(_ status: Int32) -> Never {
  exit(status)
}

/// Whether standard error is a terminal that wants colours (https://no-color.org).
func isErrorOutputColourful() -> Bool {
  if let value = getenv("NO_COLOR"), value.pointee != 0 { return false }
  if let value = getenv("TERM"), strcmp(value, "dumb") == 0 { return false }
  return isatty(STDERR_FILENO) == 1
}

func writeOutput(_ text: String) {
  write(text, to: STDOUT_FILENO)
}

func writeError(_ text: String) {
  write(text, to: STDERR_FILENO)
}

/// A line on standard error.
func printError(_ line: String) {
  writeError(line + "\n")
}

private func write(_ text: String, to file: Int32) {
  var text = text
  text.withUTF8 { bytes in
    var written = 0
    while written < bytes.count {
      let count = write(file, bytes.baseAddress?.advanced(by: written), bytes.count - written)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      written += count
    }
  }
}
