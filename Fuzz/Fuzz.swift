import Glibc

@testable import SiteGen

/// The rooms that are fuzzed, each by its own promises on any input; `SITEGEN_FUZZ_ROOM` names the one that is meant.
enum Room: String {
  case quantities, yaml, quotations

  static let chosen = getenv("SITEGEN_FUZZ_ROOM").flatMap { Room(rawValue: String(cString: $0)) } ?? .quantities
}

/// Called by libFuzzer with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: start == nil ? 0 : count))
  switch Room.chosen {
  case .quantities: fuzzQuantities(bytes)
  case .yaml: fuzzYAML(bytes)
  case .quotations: fuzzQuotations(bytes)
  }
  return 0
}

/// libFuzzer's loop (`FuzzerInterface.h`).
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<UnsafeMutableRawPointer?>,
  _ input: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

// Why: the package manager makes this name the program's `main`, so libFuzzer's own is not linked.
@_cdecl("Fuzz_main")
public func main(_ count: CInt, _ arguments: UnsafeMutableRawPointer?) -> CInt {
  var (count, arguments) = (count, arguments)
  return runDriver(&count, &arguments) { fuzz($0, $1) }
}

/// Stops with a trap, which libFuzzer reports with the input.
func demand(_ holds: Bool, _ promise: @autoclosure () -> String) {
  if !holds { fatalError(promise()) }
}
