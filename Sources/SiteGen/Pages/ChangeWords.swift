/// Changes of brief answers in the words of the interface: only what changed.
extension Site {
  /// Whether the change added entries to a list that had some, and removed none.
  func isAddition(_ change: FactSheet.HistoryStep.Change) -> Bool {
    change.isOfList && !change.before.parts.isEmpty && before(change) == nil
  }

  /// The brief answer before the change, without the places whose answers stayed the same; of a list, the entries that
  /// were removed. Nil if there is nothing.
  func before(_ change: FactSheet.HistoryStep.Change) -> String? {
    if change.isOfList { return entries(of: change.before, except: change.after) }
    return change.before.parts.isEmpty ? nil : words(of: change.changedParts.before, to: change.question)
  }

  /// The brief answer after the change in the same way; of a list, the entries that were added.
  func after(_ change: FactSheet.HistoryStep.Change) -> String {
    if change.isOfList, let added = entries(of: change.after, except: change.before) { return added }
    return words(of: change.changedParts.after, to: change.question)
  }

  private func entries(of brief: BriefAnswer, except other: BriefAnswer) -> String? {
    let known = Set(other.all.map(\.answer))
    let entries = brief.all.filter { !known.contains($0.answer) }.map { words(of: $0) }
    return entries.isEmpty ? nil : entries.joined(separator: "; ")
  }
}

extension FactSheet.HistoryStep.Change {
  fileprivate var isOfList: Bool { if case .list = question.kind { true } else { false } }

  /// Both answers without the places that have the same answers in both; entirely, if nothing would be left of one.
  fileprivate var changedParts: (before: BriefAnswer, after: BriefAnswer) {
    let changed = (before.without(partsOf: after), after.without(partsOf: before))
    return changed.0.parts.isEmpty || changed.1.parts.isEmpty ? (before, after) : changed
  }
}

extension BriefAnswer {
  fileprivate func without(partsOf other: BriefAnswer) -> BriefAnswer {
    var left = self
    left.parts.removeAll { part in
      other.parts.contains { BriefAnswer(parts: [part], claims: []).shows(sameAs: .init(parts: [$0], claims: [])) }
    }
    return left
  }
}
