/// The words of a document that its page shows: quoted and damaged passages.
struct ShownWords: Sendable {
  let file: SourceFile
  let passages: [PassageView]
  let damaged: [DamagedView]
  /// The passages without overlaps, in the order of the document.
  let runs: [Facsimile.Run]

  /// The words that the page of a source shows.
  init(of source: Source, on page: PageContext) {
    let quoted = page.site.quoted(source.id)
    self.init(
      file: source.seed.file,
      passages: (quoted?.passages ?? []).enumerated().map { index, passage in
        PassageView(page: page, passage: passage, number: index + 1, sourceID: source.id)
      },
      damaged: (quoted?.damaged ?? []).map { DamagedView(page: page, damaged: $0) })
  }

  /// `passages` in the order of the document.
  init(file: SourceFile, passages: [PassageView], damaged: [DamagedView]) {
    (self.file, self.passages, self.damaged) = (file, passages, damaged)
    var runs = SpanSet(passages.map(\.span) + damaged.map(\.span)).spans.map { Facsimile.Run(span: $0) }
    func run(of span: Range<Int>) -> Int { runs.partitioningIndex { $0.span.upperBound >= span.upperBound } }
    for (index, passage) in passages.enumerated() {
      let run = run(of: passage.span)
      runs[run].passages.append(index)
      if passage.isSensitive { runs[run].isSensitive = true }
    }
    for (index, damaged) in damaged.enumerated() { runs[run(of: damaged.span)].damaged.append(index) }
    self.runs = runs
  }

  /// The text of a run, cut where passages begin and end.
  ///
  /// Where two passages overlap without one enclosing the other, the first is taken to end with the second, so that
  /// elements around them nest.
  func pieces(of run: Facsimile.Run) -> [FacsimilePiece] {
    let inside = run.passages.map { passages[$0] }.sorted {
      ($0.span.lowerBound, $1.span.upperBound) < ($1.span.lowerBound, $0.span.upperBound)
    }
    var ends = inside.map(\.span.upperBound)
    for index in inside.indices.reversed() {
      for later in inside.indices[(index + 1)...] {
        guard inside[later].span.lowerBound < ends[index] else { break }
        ends[index] = max(ends[index], ends[later])
      }
    }
    let starting = Dictionary(grouping: inside, by: \.span.lowerBound)
    let ending = Dictionary(grouping: inside.indices, by: { ends[$0] }).mapValues { indices in
      indices.map { inside[$0] }.sorted { $0.number < $1.number }
    }
    let faulty = SpanSet(run.damaged.map { damaged[$0].span })
    let bounds = Set([run.span.lowerBound, run.span.upperBound]).union(starting.keys).union(ending.keys)
      .union(faulty.spans.flatMap { [$0.lowerBound, $0.upperBound] }).sorted()
    return zip(bounds, bounds.dropFirst()).map { start, end in
      FacsimilePiece(
        text: file.text(start..<end), isDamaged: faulty.contains(start..<end), starting: starting[start] ?? [],
        ending: ending[end] ?? [])
    }
  }
}

extension PassageView {
  fileprivate var span: Range<Int> { passage.quotation.span }
}

extension DamagedView {
  fileprivate var span: Range<Int> { damaged.quotation.span }
}

/// A part of a document on its source's page: bars, or words in their place with what they prove.
struct FacsimilePartView: PageView {
  let page: PageContext
  let part: Facsimile.Part
  let words: ShownWords

  static let fields = Fields<FacsimilePartView>([
    .flag("starts_paragraph") { $0.part.startsParagraph },
    .markup("bars") { view in view.omitted.map { HTML(OmittedBars.lines(quarters: $0.quarters)) } },
    .text("omitted") { view in view.omitted?.words.map { view.site.strings.count(.wordsLeftOut, $0) } },
    .flag("is_cut") { $0.omitted?.isCut == true },
    .flag("sensitive") { $0.runs.contains(where: \.isSensitive) },
    .list("pieces", FacsimilePiece.fields) { $0.pieces },
    .list("notes", PassageView.fields) { $0.passages },
    .list("damaged_notes", DamagedView.fields) { $0.damaged },
  ])

  var passages: [PassageView] { runs.flatMap(\.passages).map { words.passages[$0] } }
  var damaged: [DamagedView] { runs.flatMap(\.damaged).map { words.damaged[$0] } }

  /// Those of the passages, and of the claims that they prove.
  var anchors: [String] {
    passages.flatMap { [Address.anchor($0.passage.quotation)] + $0.passage.claims }
  }

  private var omitted: Facsimile.Omitted? {
    if case .omitted(let omitted) = part.content { omitted } else { nil }
  }

  private var stretches: [Facsimile.Stretch] {
    if case .shown(let stretches) = part.content { stretches } else { [] }
  }

  private var runs: [Facsimile.Run] {
    stretches.compactMap { if case .words(let run) = $0 { run } else { nil } }
  }

  private var pieces: [FacsimilePiece] {
    stretches.flatMap { stretch -> [FacsimilePiece] in
      switch stretch {
      case .words(let run): words.pieces(of: run)
      case .gap(let gap) where gap.words == 0: [FacsimilePiece(text: " ")]
      case .gap(let gap):
        [
          FacsimilePiece(
            text: "", bars: HTML(OmittedBars.inline(quarters: gap.quarters)),
            omitted: site.strings.count(.wordsLeftOut, gap.words))
        ]
      }
    }
  }
}

/// Words in their place, or a bar for a few words between them.
struct FacsimilePiece: Sendable {
  let text: String
  var isDamaged = false
  /// The passages that begin with these words, and those that end with them.
  var starting: [PassageView] = []
  var ending: [PassageView] = []
  var bars: HTML?
  var omitted: String?

  static let fields = Fields<FacsimilePiece>([
    .text("text") { $0.text },
    .flag("is_damaged") { $0.isDamaged },
    .list("starting", PassageView.fields) { $0.starting },
    .list("ending", PassageView.fields) { $0.ending },
    .markup("bars") { $0.bars },
    .text("omitted") { $0.omitted },
  ])
}
