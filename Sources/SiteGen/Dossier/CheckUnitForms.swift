/// Finds plural forms of units that the site's language does not have, and those that a unit lacks.
func checkUnitForms(_ dossier: Dossier) -> [Diagnostic] {
  let language = dossier.settings.language
  let needed = PluralRules(language: language).categories
  let names = needed.map { "'\($0.rawValue)'" }.joined(separator: ", ")
  return dossier.notes.flatMap { note in
    note.questions.filter { !$0.unitForms.isEmpty }.flatMap { question -> [Diagnostic] in
      let needless = question.unitForms.filter { !needed.contains($0.category) }.map { form in
        Diagnostic(
          .wrongValue, "no number takes the form '\(form.category.rawValue)' in the language '\(language)'",
          at: Place(note.file, form.words.span), remedy: "leave it out; the forms are \(names)")
      }
      let missing = needed.filter { $0 != .other && question.unit(inForm: $0) == nil }.map { "'\($0.rawValue)'" }
      guard let first = question.unitForms.first, !missing.isEmpty else { return needless }
      return needless + [
        Diagnostic(
          .wrongValue,
          "'unit' lacks forms of the language '\(language)': \(missing.joined(separator: ", "))",
          at: Place(note.file, first.words.span), remedy: "add the \(missing.count == 1 ? "form" : "forms")")
      ]
    }
  }
}
