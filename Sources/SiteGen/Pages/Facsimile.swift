/// A document from its beginning to its end: the words that its page shows, in their place, and the extent of the text
/// between them, which is not shown.
struct Facsimile: Sendable {
  private(set) var parts: [Part] = []
  private let file: SourceFile
  /// How many line ends in a row end a paragraph: two, or one in a document without blank lines.
  private let paragraphBreak: Int
  private var startsParagraph = true
  /// Whether the last part can continue on the same line.
  private var isOpen = false
  /// Words that are not shown, on the first line of the next part.
  private var leading: Stretch?

  struct Part: Sendable {
    /// Whether a paragraph of the document begins here.
    var startsParagraph: Bool
    var content: Content
  }

  enum Content: Sendable {
    case shown([Stretch])
    case omitted(Omitted)
  }

  /// Something on the lines of shown words.
  enum Stretch: Sendable {
    case words(Run)
    /// A few words that are not shown, or only white space and punctuation.
    case gap(Extent)
  }

  /// The extent of words that are not shown.
  struct Extent: Sendable {
    var characters = 0
    var words = 0

    var quarters: Int { OmittedBars.quarters(for: characters) }
    /// Whether it takes no more than one line.
    fileprivate var isShort: Bool { quarters <= OmittedBars.quartersOfLine }
  }

  /// Words that are shown, with what overlaps in them: indices of passages and of damaged passages.
  struct Run: Sendable {
    var span: Range<Int>
    var passages: [Int] = []
    var damaged: [Int] = []
    /// Whether the words stand behind a content note, and therefore on lines of their own.
    var isSensitive = false
  }

  struct Omitted: Sendable {
    var quarters: Int
    /// The number of words that are left out up to the next shown words; nil if the next part is omitted, too.
    var words: Int?
    /// Whether there are fewer lines than the text would need.
    var isCut = false
  }

  /// The maximum number of lines in place of the text between two passages.
  static let mostLines = 12

  /// `runs` in the order of the document; they do not overlap.
  init(_ file: SourceFile, _ runs: [Run]) {
    self.file = file
    paragraphBreak = Gap(file.bytes[...], paragraphBreak: 2).hasBreak ? 2 : 1
    var end = file.textStart
    for run in runs {
      add(Gap(file.bytes[end..<max(end, run.span.lowerBound)], paragraphBreak: paragraphBreak), before: run)
      add(run)
      end = run.span.upperBound
    }
    add(Gap(file.bytes[end...], paragraphBreak: paragraphBreak), before: nil)
  }

  private mutating func add(_ run: Run) {
    let stretches = leading.map { [$0, .words(run)] } ?? [.words(run)]
    leading = nil
    if isOpen {
      for stretch in stretches { append(stretch) }
    } else {
      parts.append(Part(startsParagraph: startsParagraph, content: .shown(stretches)))
    }
    startsParagraph = false
    isOpen = !run.isSensitive
  }

  private mutating func append(_ stretch: Stretch) {
    guard case .shown(let stretches) = parts.last?.content else { return }
    parts[parts.count - 1].content = .shown(stretches + [stretch])
  }

  /// Adds what is not shown between two runs: on the line of the words before or after it if it is short, and is
  /// between them or completes a paragraph; else on lines of its own.
  private mutating func add(_ gap: Gap, before next: Run?) {
    let joins = next?.isSensitive == false
    var paragraphs = gap.paragraphs[...]
    guard let first = paragraphs.first else {
      isOpen = isOpen && joins && !gap.hasBreak
      if isOpen, gap.hasSpace { append(.gap(Extent())) }
      startsParagraph = startsParagraph || gap.hasBreak
      return
    }
    if isOpen, joins, !gap.hasBreak, first.isShort { return append(.gap(first)) }
    if isOpen, gap.hasBreak, !gap.startsWithBreak, first.isShort {
      append(.gap(first))
      paragraphs.removeFirst()
      startsParagraph = true
    }
    isOpen = false
    startsParagraph = startsParagraph || gap.startsWithBreak
    if joins, !gap.endsWithBreak, !gap.isCut, let last = paragraphs.last, last.isShort,
      startsParagraph || paragraphs.count > 1
    {
      leading = .gap(last)
      paragraphs.removeLast()
    }
    addLines(paragraphs, isCut: gap.isCut)
    startsParagraph = startsParagraph || gap.endsWithBreak || leading != nil
  }

  private mutating func addLines(_ paragraphs: ArraySlice<Extent>, isCut: Bool) {
    var left = Facsimile.mostLines * OmittedBars.quartersOfLine
    let words = paragraphs.reduce(0) { $0 + $1.words }
    for (index, paragraph) in zip(paragraphs.indices, paragraphs) where left > 0 {
      let quarters = min(paragraph.quarters, left)
      let perLine = OmittedBars.quartersOfLine
      left -= (quarters + perLine - 1) / perLine * perLine
      let isLast = index == paragraphs.endIndex - 1
      let omitted = Omitted(
        quarters: quarters, words: isLast || left <= 0 ? words : nil,
        isCut: quarters < paragraph.quarters || left <= 0 && !isLast || isLast && isCut)
      parts.append(Part(startsParagraph: startsParagraph, content: .omitted(omitted)))
      startsParagraph = true
    }
    if !paragraphs.isEmpty { startsParagraph = false }
  }

  /// The text between two runs.
  private struct Gap {
    /// Of many paragraphs the first ones; the last of them has the words of all others.
    private(set) var paragraphs: [Extent] = []
    private(set) var isCut = false
    private(set) var hasSpace = false
    private(set) var hasBreak = false
    private(set) var startsWithBreak = false
    private(set) var endsWithBreak = false

    init(_ bytes: ArraySlice<UInt8>, paragraphBreak: Int) {
      var lineEnds = 0
      var isBreak = false
      var word: (characters: Int, hasLetters: Bool)?
      for byte in bytes {
        if byte.isWhitespace {
          hasSpace = true
          if let ended = word, ended.hasLetters { add(ended.characters, &isBreak) }
          word = nil
          if byte == 0x0A { lineEnds += 1 }
          isBreak = isBreak || lineEnds >= paragraphBreak
        } else {
          lineEnds = 0
          let (characters, hasLetters) = word ?? (0, false)
          word = (characters + (byte & 0xC0 == 0x80 ? 0 : 1), hasLetters || Gap.belongsToLetter(byte))
        }
      }
      if let word, word.hasLetters { add(word.characters, &isBreak) }
      endsWithBreak = isBreak
      hasBreak = hasBreak || isBreak
    }

    private mutating func add(_ characters: Int, _ isBreak: inout Bool) {
      if paragraphs.isEmpty {
        startsWithBreak = isBreak
        paragraphs.append(Extent())
      } else if isBreak, paragraphs.count < Facsimile.mostLines {
        paragraphs.append(Extent())
      } else {
        isCut = isCut || isBreak
        // The space between two words.
        paragraphs[paragraphs.count - 1].characters += 1
      }
      paragraphs[paragraphs.count - 1].characters += characters
      paragraphs[paragraphs.count - 1].words += 1
      hasBreak = hasBreak || isBreak
      isBreak = false
    }

    /// Whether a byte of UTF-8 belongs to a letter or digit. The bytes 0xC2 and 0xE2 start the punctuation and symbols
    /// of U+0080 to U+00BF and U+2000 to U+2FFF.
    private static func belongsToLetter(_ byte: UInt8) -> Bool {
      byte.isLetterOrDigit || byte >= 0xC3 && byte != 0xE2
    }
  }
}
