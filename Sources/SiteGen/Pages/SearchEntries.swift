/// The entries of the search: questions, answers, notes by section, sources and speakers.
extension Site {
  /// Calls `body` with each entry, in an order that depends only on the inputs. Includes sensitive questions. Leaves out
  /// their answers, and all replaced answers.
  func forEachSearchEntry(_ body: (SearchEntry) -> Void) {
    for answered in sheet.answeredQuestions {
      let question = answered.question
      var text = [question.label]
      if !question.isSensitive { text.append(brief(of: answered)) }
      // Why not at sensitive questions: a note may repeat an answer.
      let notes = question.isSensitive ? [] : relations(of: question.id).filter(\.isOpen).map(\.note)
      body(
        SearchEntry(
          kind: .question, title: question.asks, address: Address.question(question.id),
          text: ([text.joined(separator: ": ")] + notes.map { plainText(of: $0.tree) }).joined(separator: " · ")))
      if !question.isSensitive { for evidence in answered.unreplaced { body(searchEntry(of: evidence)) } }
    }
    for note in sheet.dossier.notes { forEachEntry(of: note, body) }
    for source in sourcesInOrder.compactMap(source) {
      let text = [source.outlet, source.author].compactMap { $0 } + [source.body.plainText(of: 0)]
      body(
        SearchEntry(
          kind: .source, title: source.title.value, address: Address.source(source.id),
          text: text.joined(separator: ". ")))
    }
    for speaker in sheet.dossier.speakers {
      body(
        SearchEntry(
          kind: .speaker, title: speaker.name, address: address(ofSpeaker: speaker.id),
          text: speaker.also.joined(separator: ", ")))
    }
  }

  private func searchEntry(of evidence: Evidence) -> SearchEntry {
    let about = [name(ofSpeaker: evidence.claim.saidBy.value), evidence.claim.place, strings.moment(evidence.moment)]
    return SearchEntry(
      kind: .answer, title: evidence.question.label + ": " + words(of: evidence), address: self.address(of: evidence),
      text: about.compactMap { $0 }.joined(separator: ", ") + ". " + evidence.quotation.exact)
  }

  /// One entry for the note's title, with the text before the first heading; then one for each heading, with the text
  /// below it.
  private func forEachEntry(of note: Note, _ body: (SearchEntry) -> Void) {
    let tree = note.body
    let page = Address.note(note.id)
    var (title, address) = (note.title.value, page)
    var text: [UInt8] = []
    if let notice = note.notice { appendPlainText(of: notice.tree, to: &text) }
    func endEntry() {
      body(
        SearchEntry(kind: .note, title: title, address: address, text: String(decoding: text, as: UTF8.self)))
      text.removeAll(keepingCapacity: true)
    }
    var headings = tree.headings[...]
    var node = 1
    while node < tree.nodes.count {
      if let heading = headings.first, heading.node == node {
        headings.removeFirst()
        endEntry()
        (title, address) = (heading.text, self.address(page, anchor: heading.anchor))
      } else {
        if !text.isEmpty { text.append(UInt8(ascii: " ")) }
        appendPlainText(of: tree, node: node, to: &text)
      }
      node = max(node + 1, tree.nodes[node].end)
    }
    endEntry()
  }
}
