import Testing

@testable import SiteGen

/// Every citation and every number of the shipped notes and cards, changed so that it is wrong. Many changes are tested
/// at once, and each must be reported at its own line.
@Suite("Mutations of the shipped notes", .long)
struct ShippedProseMutationTests {
  let site: ShippedSite
  /// Bodies and paragraphs in front matter, with their files.
  private let texts: [Prose]

  private struct Prose {
    let file: SourceFile
    let tree: MarkdownTree
    let grammar: QuantityGrammar
    var isCard = false
    /// The span of a paragraph in the front matter; nil for a body.
    var paragraph: Range<Int>?
  }

  init() throws {
    let site = try #require(ShippedSite.loaded, "the shipped site cannot be read")
    self.site = site
    var texts: [Prose] = []
    for note in site.dossier.notes {
      let grammar = site.proven.grammars[note.language]
      // Why only those of one line: the words of the others have no places of their own in the file.
      let paragraphs = note.paragraphs.filter { !note.file.text($0.span).contains(where: \.isNewline) }
      texts += paragraphs.map { Prose(file: note.file, tree: $0.tree, grammar: grammar, paragraph: $0.span) }
      texts.append(Prose(file: note.file, tree: note.body, grammar: grammar))
    }
    for source in site.dossier.sources {
      texts.append(Prose(file: source.file, tree: source.body, grammar: site.proven.grammars.site, isCard: true))
    }
    self.texts = texts
  }

  @Test("reports each citation whose title is not in the seed")
  func findsTitles() throws {
    var digits = MutationKind("a digit of a citation's title")
    var letters = MutationKind("a letter of a citation's title")
    for text in texts {
      for link in text.tree.links where !link.isImage {
        guard case .source(let id) = LinkTarget(text.tree.string(link.destination)), !link.title.isEmpty else {
          continue
        }
        let source = try #require(site.proven.texts.first { $0.source.id == id })
        let seed = Array(withSingleSpaces(source.seed.file.contents).utf8)
        // Why the bytes of the file: a title is changed in place, even if it spans lines.
        let title = text.file.text(link.titleSpan)
        let isWrong = { (words: String) in occurrences(of: withSingleSpaces(words), in: seed) == 0 }
        func mutations(_ kind: inout MutationKind, _ changed: [String?]) -> [Mutation] {
          kind.wrong(changed).map {
            Mutation(
              path: text.file.path, span: link.titleSpan, replacement: Array($0.utf8),
              expected: [.init(rule: .quoteNotFound, place: link.titleSpan.lowerBound)])
          }
        }
        digits.add(
          mutations(&digits, changes(of: title, where: isDigit, to: otherDigits, isWrong)), orWithout: "a digit")
        let all = changes(of: title, where: \.isLetter, to: otherLetters, isWrong)
        letters.add(mutations(&letters, all.prefix(1) + all.suffix(1)), orWithout: "a letter")
      }
    }
    #expect(letters.count > 0)
    #expect(digits.escapes(from: site.files) + letters.escapes(from: site.files) == [])
  }

  @Test("reports each number in the words of a citation that is not in its quotation")
  func findsCitationsNumbers() {
    let kind = numbers("a number in the words of a citation", rule: .answerNotInQuote) { target, others in
      guard case .source = target.0 else { return nil }
      guard let citation = target.1, let text = site.proven.texts.first(where: { $0.source.id == citation.sourceID })
      else { return nil }
      let held = text.quantities(in: citation.quotation.span)
      return others.filter { other in !held.contains { $0.equals(other.quantity) } }
    }
    #expect(kind.escapes(from: site.files) == [])
  }

  @Test("reports each number in a link to a question that is not an answer")
  func findsStaleNumbers() {
    let context = ProseContext(site.dossier, site.proven)
    let kind = numbers("a number in the words of a question's link", rule: .staleNumber) { target, others in
      guard case .question(let id) = target.0, let answers = context.answers(to: id) else { return nil }
      return others.filter { other in !answers.contains { $0.quantity.equals(other.quantity) } }
    }
    #expect(kind.escapes(from: site.files) == [])
  }

  @Test("reports each number that loses its link")
  func findsUnsourcedNumbers() {
    var kind = MutationKind("a number whose link is taken away")
    for text in texts where !text.isCard {
      let note = site.dossier.notes.first { $0.file.path == text.file.path }
      guard note?.isAboutThisSite == false else { continue }
      var words: [Mutation] = []
      eachNumber(of: text) { link, match, prose in
        // The address and the title with its quotation marks are replaced. The words stay, but lead elsewhere.
        guard !words.contains(where: { $0.span.lowerBound == link.destinationSpan.lowerBound }) else { return }
        let end = link.title.isEmpty ? link.destinationSpan.upperBound : link.titleSpan.upperBound + 1
        words.append(
          Mutation(
            path: text.file.path, span: link.destinationSpan.lowerBound..<end,
            replacement: Array("https://example.org/".utf8),
            expected: []))
      }
      for mutation in words {
        var mutation = mutation
        eachNumber(of: text) { link, match, prose in
          guard link.destinationSpan.lowerBound == mutation.span.lowerBound else { return }
          mutation.expected.append(.init(rule: .unsourcedNumber, place: prose.span(match.span).lowerBound))
        }
        kind.add([mutation], orWithout: "")
      }
    }
    #expect(kind.count > 0)
    #expect(kind.escapes(from: site.files) == [])
  }

  /// A replacement for a number.
  private struct Other {
    var words: String
    var quantity: Quantity
  }

  /// All numbers in links, each with its wrong replacements; nil if the link is of another kind.
  private func numbers(
    _ name: String, rule: Rule, _ wrong: ((LinkTarget, FactSheet.Citation?), [Other]) -> [Other]?
  ) -> MutationKind {
    var kind = MutationKind(name)
    for text in texts {
      eachNumber(of: text) { link, match, prose in
        let known =
          text.paragraph.map { site.sheet.paragraphCitations[text.file.path]?[$0.lowerBound] }
          ?? site.sheet.citations[text.file.path]
        let citation = known?[link.node]
        let start = prose.span(match.span).lowerBound
        let number = prose.words(match.numberSpan)
        let before = prose.words(match.span.lowerBound..<match.numberSpan.lowerBound)
        let after = prose.words(match.numberSpan.upperBound..<match.span.upperBound)
        // Why: a qualifier may precede the link, so that only the number can be replaced.
        var others = [(otherNumber(number), before + otherNumber(number) + after)]
        if match.span == match.numberSpan {
          // Why not "about": after some verbs ("it concerns about") it is not a qualifier.
          others += ["more than ", "at least "].map { ($0 + number, $0 + number) }
        }
        let read = others.compactMap { written, words in
          text.grammar.parseAnswer(words).map { Other(words: written, quantity: $0) }
        }
        guard let wrong = wrong((LinkTarget(text.tree.string(link.destination)), citation), read) else { return }
        let mutations = wrong.map { other in
          Mutation(
            path: text.file.path, span: prose.span(match.numberSpan), replacement: Array(other.words.utf8),
            expected: [.init(rule: rule, place: start)])
        }
        kind.add(mutations, orWithout: "another number that is wrong")
      }
    }
    #expect(kind.count > 0)
    return kind
  }

  private func eachNumber(of text: Prose, _ visit: (MarkdownLink, QuantityMatch, ProseText) -> Void) {
    let prose = ProseText(text.tree) { node in
      text.tree.link(at: node).map { LinkTarget(text.tree.string($0.destination)).bindsNumbers } ?? false
    }
    for match in text.grammar.quantities(in: prose.bytes) where !match.countsOnlyInAnswers {
      if let bound = prose.binding(match.numberSpan), let link = text.tree.link(at: bound.node) {
        visit(link, match, prose)
      }
    }
  }
}

/// The number with its last digit changed, or another one in words.
private func otherNumber(_ number: String) -> String {
  if let last = number.lastIndex(where: isDigit) {
    return String(number[..<last]) + String(otherDigits(number[last])[0]) + number[number.index(after: last)...]
  }
  return number.lowercased() == "eleven" ? "twelve" : "eleven"
}
