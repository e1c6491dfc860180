/// Changes of brief answers in the words of the interface: only what changed.
extension Site {
  /// Whether the change added entries to a list, or answers for more places or days, and removed none.
  func isAddition(_ change: FactSheet.HistoryStep.Change) -> Bool {
    !change.before.parts.isEmpty && before(change) == nil
  }

  /// The brief answer before the change, without the lines that stayed the same; of a list, the entries that were
  /// removed. Nil if there is nothing.
  func before(_ change: FactSheet.HistoryStep.Change) -> String? {
    if change.isOfList { return entries(of: change.before, except: change.after) }
    guard !change.before.parts.isEmpty else { return nil }
    guard let lines = changedLines(change) else { return words(of: change.before, to: change.question) }
    return lines.before.isEmpty ? nil : text(of: joined(lines.before))
  }

  /// The brief answer after the change in the same way; of a list, the entries that were added.
  func after(_ change: FactSheet.HistoryStep.Change) -> String {
    if change.isOfList, let added = entries(of: change.after, except: change.before) { return added }
    return changedLines(change).map { text(of: joined($0.after)) } ?? words(of: change.after, to: change.question)
  }

  /// The lines for places or days that the other answer does not have; nil where the answers have no such lines, and
  /// where the change only removed some.
  private func changedLines(_ change: FactSheet.HistoryStep.Change) -> (before: [BriefLine], after: [BriefLine])? {
    guard [change.before, change.after].contains(where: { $0.parts.count > 1 }) else { return nil }
    let namesDays = [change.before, change.after].contains { self.namesDays($0, to: change.question) }
    let before = unjoinedLines(of: change.before, namesDays: namesDays)
    let after = unjoinedLines(of: change.after, namesDays: namesDays)
    func lines(_ lines: [BriefLine], except other: [BriefLine]) -> [BriefLine] {
      let known = Set(other.map(\.text))
      return lines.filter { !known.contains($0.text) }
    }
    let added = lines(after, except: before)
    return added.isEmpty ? nil : (lines(before, except: after), added)
  }

  private func entries(of brief: BriefAnswer, except other: BriefAnswer) -> String? {
    let known = Set(other.all.map(\.answer))
    let entries = brief.all.filter { !known.contains($0.answer) }.map { words(of: $0) }
    return entries.isEmpty ? nil : entries.joined(separator: "; ")
  }
}

extension FactSheet.HistoryStep.Change {
  fileprivate var isOfList: Bool { if case .list = question.kind { true } else { false } }
}
