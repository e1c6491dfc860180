@testable import SiteGen

/// A record is refused, or lists only paths inside the output and survives being written and read.
func fuzzRecord(_ bytes: [UInt8]) {
  guard let record = SiteRecord(bytes) else { return }
  for file in record.files {
    demand(isPathInside(file.path) && !file.path.hasPrefix("/"), "a record lists '\(file.path)'")
    demand(!file.path.split(separator: "/").contains(".."), "a record lists '\(file.path)'")
    _ = file.describes(bytes)
  }
  demand(!record.folders.contains(""), "a record lists a folder without a name")
  demand(SiteRecord(record.json) == record, "a record is not read as it was written")
}
