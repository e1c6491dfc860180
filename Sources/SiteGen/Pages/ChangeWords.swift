/// Changes of brief answers in the words of the interface. Of a list, only the entries that were added are given.
extension Site {
  /// Whether the change added entries to a list that had some.
  func isAddition(_ change: FactSheet.HistoryStep.Change) -> Bool {
    !change.before.claims.isEmpty && added(change) != nil
  }

  /// The brief answer before the change; nil if there was none, or if the change added entries to a list.
  func before(_ change: FactSheet.HistoryStep.Change) -> String? {
    if case .none = change.before.value { return nil }
    return isAddition(change) ? nil : words(of: change.before, to: change.question)
  }

  /// The brief answer after the change, or the entries that were added to a list.
  func after(_ change: FactSheet.HistoryStep.Change) -> String {
    added(change) ?? words(of: change.after, to: change.question)
  }

  /// The entries that the change added to a list, each once; nil for other questions, and if no entry was added.
  private func added(_ change: FactSheet.HistoryStep.Change) -> String? {
    guard case .list = change.question.kind else { return nil }
    var answers: [String] = []
    for id in change.after.claims where !change.before.claims.contains(id) {
      if let answer = evidence(id).map(words), !answers.contains(answer) { answers.append(answer) }
    }
    return answers.isEmpty ? nil : answers.joined(separator: "; ")
  }
}
