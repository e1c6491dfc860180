/// Divides the pages that would be larger than the limit; by address.
///
/// A part has as many entries as fit, and starts with a section if the section before it fills at least half a group.
/// The entries are measured in groups, rendered as parts of their page with the site's own templates. So the measured
/// size of a part is at least its real size, except for links that lead to later parts of other pages.
func dividedPages(
  of site: Site, _ theme: Theme, pictures: [String: PublishedPicture]
) -> [String: DividedPage] {
  let pages = zip(PageKind.all, theme.pages).flatMap { kind, template in
    kind.longPages(site, pictures, template.used).map { (page: $0, template: template) }
  }
  guard !pages.isEmpty else { return [:] }
  let long = parallelMap(pages) { MeasuredPage($0.page, $0.template, site.limit) }
  let groups = long.indices.flatMap { page in long[page].groups.map { (page: page, entries: $0) } }
  let sizes = parallelMap(groups) { long[$0.page].sizes(of: $0.entries) }
  var sizesOfPage = [[MeasuredPage.Group]](repeating: [], count: long.count)
  for (group, sizes) in zip(groups, sizes) { sizesOfPage[group.page] += sizes }
  let taken = Set(PageKind.all.flatMap { $0.pages(site, pictures, .all) }.map(\.address))
  var divided: [String: DividedPage] = [:]
  for (page, sizes) in zip(long, sizesOfPage) {
    if let starts = page.starts(sizes) { divided[page.page.address] = page.divided(at: starts, taken: taken) }
  }
  return divided
}

/// A page that may be too long, measured with its template.
private struct MeasuredPage: Sendable {
  let page: LongPage
  let template: CompiledTemplate
  let limit: PageLimit
  /// The bytes of the first part and of a later part without entries.
  private var frame = (first: 0, later: 0)

  init(_ page: LongPage, _ template: CompiledTemplate, _ limit: PageLimit) {
    (self.page, self.template, self.limit) = (page, template, limit)
    frame = (bytes(of: 0..<0, onPart: 0), bytes(of: 0..<0, onPart: 1))
  }

  /// Adjacent entries and the bytes that they take.
  struct Group: Sendable {
    var entries: Range<Int>
    var bytes: Int
  }

  private var entries: [any PageEntry] { page.entries }

  /// The entries in groups that start with a section if the group before is at least half full.
  var groups: [Range<Int>] {
    var groups: [Range<Int>] = []
    var start = 0
    for index in entries.indices.dropFirst() {
      let count = index - start
      let startsSection = entries[index].section != entries[index - 1].section
      guard count >= limit.entriesInGroup || startsSection && count * 2 >= limit.entriesInGroup else { continue }
      groups.append(start..<index)
      start = index
    }
    return start < entries.count ? groups + [start..<entries.count] : groups
  }

  /// The bytes of a part of the page with some of the entries.
  private func bytes(of entries: Range<Int>, onPart index: Int, of count: Int = 2) -> Int {
    let addresses = [page.address, DividedPage.address(ofPart: 2, of: page.address)].prefix(count)
    let whole = DividedPage(addresses: Array(addresses), starts: [])
    var output: [UInt8] = []
    template.render(page.record(PagePart(whole: whole, index: index), entries), into: &output)
    return output.count
  }

  /// A group with its size, or its halves if it is too large for a part.
  func sizes(of group: Range<Int>) -> [Group] {
    let bytes = bytes(of: group, onPart: 1) - frame.later
    guard bytes > limit.bytesOfPart / 2, group.count > 1 else { return [Group(entries: group, bytes: bytes)] }
    let middle = group.lowerBound + group.count / 2
    return sizes(of: group.lowerBound..<middle) + sizes(of: middle..<group.upperBound)
  }

  /// The index of the first entry of each part, from the sizes of all groups; nil if the page need not be divided.
  func starts(_ groups: [Group]) -> [Int]? {
    let whole = frame.first + groups.reduce(0) { $0 + $1.bytes }
    if whole <= limit.bytes { return nil }
    // Why exactly: the sum counts a heading again in each group. Why not if it is far above: the page would be large.
    if whole <= limit.bytes * 2, bytes(of: entries.indices, onPart: 0, of: 1) <= limit.bytes { return nil }
    var starts = [0]
    var bytes = frame.first
    for group in groups {
      if bytes + group.bytes > limit.bytesOfPart, group.entries.lowerBound > starts[starts.count - 1] {
        starts.append(group.entries.lowerBound)
        bytes = frame.later
      }
      bytes += group.bytes
    }
    return starts.count > 1 ? starts : nil
  }

  func divided(at starts: [Int], taken: Set<String>) -> DividedPage {
    if page.isExcerpt { return DividedPage(addresses: [page.address], starts: [0], end: starts[1]) }
    let addresses = starts.indices.map {
      $0 == 0 ? page.address : DividedPage.address(ofPart: $0 + 1, of: page.address, taken: taken)
    }
    let parts = zip(starts, starts.dropFirst() + [entries.count]).map { $0..<$1 }
    var partOfAnchor: [String: Int] = [:]
    for (part, range) in parts.enumerated() {
      for anchor in entries[range].flatMap(\.anchors) where partOfAnchor[anchor] == nil { partOfAnchor[anchor] = part }
    }
    return DividedPage(
      addresses: addresses, starts: starts, labels: labels(of: parts), partOfAnchor: partOfAnchor.filter { $1 > 0 })
  }

  /// What each part covers: `A–C`, or `A` alone.
  private func labels(of parts: [Range<Int>]) -> [String] {
    let labels = parts.map { range -> String? in
      let labels = entries[range].compactMap(\.label)
      guard let first = labels.first, let last = labels.last else { return nil }
      return first == last ? first : first + "–" + last
    }
    return labels.contains(nil) ? [] : labels.compactMap { $0 }
  }
}
