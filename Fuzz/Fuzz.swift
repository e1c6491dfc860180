import Glibc

@testable import SiteGen

/// The code to fuzz. The environment variable `SITEGEN_FUZZ_TARGET` chooses one; each checks its own promises.
enum FuzzTarget: String {
  case quantities, yaml, quotations, notes, templates, record, requests

  static let chosen = getenv("SITEGEN_FUZZ_TARGET").flatMap { FuzzTarget(rawValue: String(cString: $0)) } ?? .quantities
}

/// libFuzzer calls this function with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: start == nil ? 0 : count))
  switch FuzzTarget.chosen {
  case .quantities: fuzzQuantities(bytes)
  case .yaml: fuzzYAML(bytes)
  case .quotations: fuzzQuotations(bytes)
  case .notes: fuzzNotes(bytes)
  case .templates: fuzzTemplates(bytes)
  case .record: fuzzRecord(bytes)
  case .requests: fuzzRequests(bytes)
  }
  return 0
}

/// The main loop of libFuzzer (`FuzzerInterface.h`).
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<UnsafeMutableRawPointer?>,
  _ input: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

// SwiftPM renames this function to the program's `main`, so libFuzzer's `main` is not linked.
@_cdecl("Fuzz_main")
public func main(_ count: CInt, _ arguments: UnsafeMutableRawPointer?) -> CInt {
  var (count, arguments) = (count, arguments)
  return runDriver(&count, &arguments) { fuzz($0, $1) }
}

/// Traps if a promise does not hold; libFuzzer then reports the input.
func demand(_ holds: Bool, _ promise: @autoclosure () -> String) {
  if !holds { fatalError(promise()) }
}
