/// The size of pages, and how many entries are measured at once.
struct PageLimit: Sendable {
  /// The maximum size of a page or feed in bytes.
  var bytes = 500_000

  /// A page with no more entries than this is never divided, and the entries of longer pages are measured in groups of
  /// this size. Why: few entries are larger than 5 KB.
  var entriesInGroup: Int { max(1, bytes / 5_000) }

  /// What the entries of a part may take. Why less than a page: links that lead to later parts are longer than those that
  /// were measured, and a section that continues on the next part repeats its heading.
  var bytesOfPart: Int { bytes / 100 * 94 }
}

/// A page that would be too long and is therefore divided into parts. The first part has the page's own address.
struct DividedPage: Sendable {
  /// The addresses of the parts.
  let addresses: [String]
  /// The index of the first entry of each part.
  let starts: [Int]
  /// The index after the last entry that is shown; nil for all. Why not a number: a divided site has more data files.
  var end: Int?
  /// What each part covers, such as letters or months; empty if there are only numbers.
  var labels: [String] = []
  /// The index of the part that has an anchor, for the anchors that are not on the first part.
  var partOfAnchor: [String: Int] = [:]

  /// The entries of a part, of so many entries of the page.
  func entries(ofPart index: Int, of count: Int) -> Range<Int> {
    starts[index]..<(index + 1 < starts.count ? starts[index + 1] : end ?? count)
  }

  /// `timeline-2.html` for the second part of `timeline.html`; `timeline_2.html` if another page has that address. No other
  /// page can have an address with an underscore.
  static func address(ofPart number: Int, of page: String, taken: Set<String> = []) -> String {
    let name = page.dropLast(".html".utf8.count)
    let address = "\(name)-\(number).html"
    return taken.contains(address) ? "\(name)_\(number).html" : address
  }
}

/// One part of a divided page.
struct PagePart: Sendable {
  let whole: DividedPage
  /// From 0.
  let index: Int

  private var count: Int { whole.addresses.count }

  /// The number of parts that are linked before and after this one, beside the first and the last part.
  private static let near = 10

  /// Links to the first and last parts and to those near this one.
  func links(on page: PageContext) -> [PartLink] {
    guard count > 1 else { return [] }
    return whole.addresses.indices.filter { $0 == 0 || $0 == count - 1 || abs($0 - index) <= PagePart.near }.map {
      PartLink(
        number: page.site.strings.number($0 + 1), label: whole.labels.isEmpty ? nil : whole.labels[$0],
        href: page.link(whole.addresses[$0]), isCurrent: $0 == index)
    }
  }

  /// The address and position, such as `2/14`, of this part (0) or the part before (-1) or after (1) it.
  func neighbour(_ step: Int) -> (address: String, position: String)? {
    let index = index + step
    return whole.addresses.indices.contains(index) ? (whole.addresses[index], "\(index + 1)/\(count)") : nil
  }
}

/// A link to a part of a divided page.
struct PartLink: Sendable {
  let number: String
  let label: String?
  let href: String
  let isCurrent: Bool

  static let fields = Fields<PartLink>([
    .text("number") { $0.number },
    .text("label") { $0.label },
    .address("href") { $0.href },
    .flag("current") { $0.isCurrent },
  ])
}

/// Something that a long page lists. It is never divided.
protocol PageEntry: Sendable {
  /// The anchors that the page has where this entry starts.
  var anchors: [String] { get }
  /// The section of the page to which it belongs. Parts start with a section where that is possible.
  var section: String { get }
  /// What a link to its part says about it, such as a letter or a month; nil if the part has only a number.
  var label: String? { get }
}

extension PageEntry {
  var anchors: [String] { [] }
  var section: String { "" }
  var label: String? { nil }
}

/// The content of a page that is divided if it is too long.
protocol LongPageContent: PageContent {
  associatedtype Entry: PageEntry
  /// Whether only the first part is published. The page then leads to another page that has all entries.
  static var isExcerpt: Bool { get }
  /// Everything that the page lists, in order.
  static func entries(of subject: Subject, on site: Site) -> [Entry]
  /// The content of a part, or of the whole page.
  init(page: PageContext, subject: Subject, entries: ArraySlice<Entry>)
}

extension LongPageContent {
  static var isExcerpt: Bool { false }

  init(page: PageContext, subject: Subject) {
    self.init(page: page, subject: subject, entries: Self.entries(of: subject, on: page.site)[...])
  }
}

/// A page that may be too long.
struct LongPage: Sendable {
  let address: String
  let isExcerpt: Bool
  let entries: [any PageEntry]
  /// The record of a part with some of the entries.
  let record: @Sendable (PagePart, Range<Int>) -> Record
}

extension Site {
  /// The address of an anchor on a page, or on a part of it.
  func address(_ page: String, anchor: String) -> String {
    guard let divided = dividedPages[page], let part = divided.partOfAnchor[anchor] else { return page + "#" + anchor }
    return divided.addresses[part] + "#" + anchor
  }

  /// The address of a claim on the page of its question.
  func address(of evidence: Evidence) -> String {
    address(Address.question(evidence.question.id), anchor: evidence.id)
  }

  /// The address of a quoted passage on its source's page.
  func address(of quotation: Quotation, in source: String) -> String {
    address(Address.source(source), anchor: Address.anchor(quotation))
  }

  /// The address of a speaker's entry in the A–Z index.
  func address(ofSpeaker id: String) -> String {
    address(Address.page(.alphabet), anchor: Address.anchor(ofSpeaker: id))
  }

  /// The address of a source's entry on the updates page.
  func address(ofUpdate source: String) -> String {
    address(Address.page(.updates), anchor: Address.anchor(ofUpdate: source))
  }
}

extension Sequence {
  /// The elements in runs of neighbours with the same key.
  func runs<Key: Equatable>(by key: (Element) -> Key) -> [[Element]] {
    var runs: [[Element]] = []
    var last: Key?
    for element in self {
      let key = key(element)
      if key == last { runs[runs.count - 1].append(element) } else { runs.append([element]) }
      last = key
    }
    return runs
  }
}
