/// Reads the questions of a note, in the note's order.
func readQuestions(_ reader: inout MappingReader, topic: String) -> [Question] {
  guard let entries = reader.entries("questions") else { return [] }
  reader.takeDuplicatesAsIdentifiers(of: entries, named: "questions")
  return entries.map { pair in
    reader.checkIdentifier(pair.key, of: "a question")
    let what = "the question '\(shortened(pair.key.value))'"
    let question = reader.nested(pair.value, of: what, at: pair.key.span.lowerBound) { reader in
      let asks = reader.text("asks", required: true)
      let label = reader.text("label", required: true)
      let unit = readUnit(&reader)
      let (kind, choices) = readKind(&reader, unit?.unit, of: what, at: pair.key.span)
      let partOf = reader.text("part_of")
      let isSensitive = reader.boolean("sensitive")
      let inBrief = readInBrief(&reader)
      let related = reader.list("related", of: "a related question", startingWith: "question") { reader in
        let question = reader.text("question", required: true)
        let note = reader.paragraph("note", required: true, atMost: 400)
        guard let question, let note else { return nil as Related? }
        return Related(question: question, note: note)
      }
      return Question(
        id: pair.key.value, topic: topic, asks: asks?.value ?? pair.key.value, label: label?.value ?? pair.key.value,
        kind: kind, partOf: partOf, isSensitive: isSensitive?.value ?? false,
        unitForms: unit?.forms ?? [], related: related, inBrief: inBrief, span: pair.key.span,
        wording: [asks, label].compactMap { $0.map { Question.Wording(words: $0) } } + choices)
    }
    // Why: the id of an unreadable question is still known, and references to it are correct.
    return question
      ?? Question(
        id: pair.key.value, topic: topic, asks: pair.key.value, label: pair.key.value, kind: .list, partOf: nil,
        isSensitive: false, span: pair.key.span)
  }
}

/// Reads a unit: one text, or one for each plural form of the site's language.
private func readUnit(_ reader: inout MappingReader) -> (unit: Located<String>, forms: [Question.UnitForm])? {
  guard let pair = reader.pair("unit") else { return nil }
  guard let pairs = pair.value.pairs else {
    let kind = "a text, or a text for each plural form"
    return reader.scalar(pair.value, named: "unit", kind, pointingTo: pair.key.span).map {
      (Located($0.0.text, $0.1), [])
    }
  }
  let names = PluralRules.Category.allCases.map(\.rawValue)
  let forms = pairs.compactMap { form -> Question.UnitForm? in
    let words = reader.scalar(form.value, named: form.key.value, "text", pointingTo: form.key.span)
    guard let category = PluralRules.Category(rawValue: form.key.value) else {
      reader.report(
        .unknownKey, "unknown plural form '\(shortened(form.key.value))' in 'unit'", at: form.key.span,
        misspelt: form.key.value, among: names, else: "the forms are \(names.joined(separator: ", "))")
      return nil
    }
    return words.map { Question.UnitForm(category: category, words: Located($0.0.text, $0.1)) }
  }
  guard let other = forms.first(where: { $0.category == .other }) else {
    if !pairs.contains(where: { $0.key.value == PluralRules.Category.other.rawValue }) {
      reader.report(
        .wrongValue, "'unit' must have the form 'other'", at: pair.key.span,
        remedy: "add 'other': the unit as it stands without a number")
    }
    return nil
  }
  // Why: a form that cannot be read is not missing.
  return (other.words, forms.count == pairs.count ? forms : [])
}

/// Reads the headline of a list.
private func readInBrief(_ reader: inout MappingReader) -> Paragraph? {
  let headline = reader.paragraph("in_brief", atMost: 300)
  if let headline, let kind = ["unit", "choices"].first(where: reader.has) {
    reader.report(
      .wrongValue, "'in_brief' is the headline of a list, and the question has '\(kind)'", at: headline.span,
      remedy: "leave it out: the brief answer is made from the claims")
  }
  return headline
}

/// Reads the kind of a question and the texts of its choices.
private func readKind(
  _ reader: inout MappingReader, _ unit: Located<String>?, of what: String, at place: Range<Int>
) -> (Question.Kind, [Question.Wording]) {
  let counts: Located<Question.Counts>? = reader.choice("counts")
  let choicesKey = reader.pair("choices")?.key
  let choices = choicesKey == nil ? [] : readChoices(&reader)
  let answers = reader.word("many", for: "answers")

  let kinds = ["unit", "choices", "answers"].filter(reader.has)
  if kinds.isEmpty {
    reader.reportMissing(
      ["unit", "choices", "answers"], "\(what) must have one of 'unit', 'choices' and 'answers'", at: place,
      remedy: "add 'unit' to ask for a number, 'choices' for one of several answers, or 'answers: many' for a list")
  } else if kinds.count > 1 {
    let second = [unit?.span, choicesKey?.span, answers].compactMap(\.self).dropFirst().first
    reader.report(
      .wrongValue, "\(what) must have only one of 'unit', 'choices' and 'answers'", at: second ?? place,
      remedy: "leave out \(kinds.dropFirst().map { "'\($0)'" }.joined(separator: " and "))")
  }

  if let unit {
    if !reader.has("counts") {
      reader.reportMissing(
        ["counts"], "\(what) has a unit, so it must say how it counts", at: unit.span,
        remedy: "add 'counts', one of \(Question.Counts.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return (.numeric(unit: unit.value, counts: counts?.value ?? .cumulative), [])
  }
  if choicesKey != nil {
    if let counts, counts.value != .stock {
      reader.report(
        .wrongValue, "'counts' must be 'stock' with 'choices', not '\(counts.value.rawValue)'", at: counts.span,
        remedy: "write 'counts: stock' if the answer is a state, or leave 'counts' out")
    }
    let named = choices.compactMap { choice in choice.choice.map { Question.Choice(id: $0, words: choice.words.value) }
    }
    return (.worded(choices: named, isState: counts?.value == .stock), choices)
  }
  if let counts, answers != nil {
    reader.report(
      .wrongValue, "'counts' requires 'unit' or 'choices'", at: counts.span, remedy: "leave it out")
  }
  return (.list, [])
}

private func readChoices(_ reader: inout MappingReader) -> [Question.Wording] {
  guard let entries = reader.entries("choices") else { return [] }
  return entries.compactMap { pair in
    reader.checkIdentifier(pair.key, of: "a choice")
    return reader.scalar(pair.value, named: pair.key.value, "text", pointingTo: pair.key.span).map {
      Question.Wording(words: Located($0.0.text, $0.1), choice: pair.key.value)
    }
  }
}
