/// Whether a quantity of a seed may count a question's unit, judged by its noun.
///
/// A number may count the unit if it has the same noun or none ("3,000 were arrested"), or if the unit is people and
/// the noun means people. A percentage, money, a part of a whole and a number with another noun may not.
func mayCount(_ match: QuantityMatch, _ unit: String, in text: SourceText) -> Bool {
  guard match.unit == .plain, !match.countsOnlyInAnswers else { return false }
  guard let noun = match.noun.map({ singular(text.words($0)) }), noun != "other" else { return true }
  let units = unit.split(whereSeparator: { !$0.isLetter }).map { singular(String($0)) }
  return units.contains(noun) || (!wordsForPeople.isDisjoint(with: units) && namesPeople(noun))
}

/// A noun in lower case, without English plural endings.
private func singular(_ noun: String) -> String {
  let noun = noun.lowercased()
  if noun.hasSuffix("ies") { return noun.dropLast(3) + "y" }
  return noun.hasSuffix("s") && !noun.hasSuffix("ss") ? String(noun.dropLast()) : noun
}

private let wordsForPeople: Set<String> = ["people", "person"]

private func namesPeople(_ noun: String) -> Bool {
  if nounsForPeople.contains(noun) { return true }
  let isAgent = ["er", "or", "ist", "ian", "ee", "men", "women"].contains(where: noun.hasSuffix)
  return isAgent && !nounsForThings.contains(noun)
}

/// Nouns for people with endings that `namesPeople` does not recognise.
private let nounsForPeople: Set<String> = [
  "people", "person", "man", "woman", "child", "children", "girl", "boy", "adult", "youth", "civilian", "citizen",
  "police", "personnel", "staff", "troop", "serviceman", "guard", "cadet", "conscript", "recruit", "militant",
  "combatant", "migrant", "immigrant", "student", "pupil", "nurse", "patient", "relative", "victim", "casualty", "dead",
  "wounded", "injured", "resident", "inhabitant", "suspect", "hostage", "national", "participant", "activist",
  "friend", "life", "live", "individual", "soul", "monk", "priest", "spouse", "wife", "colleague", "comrade", "crew",
]

/// Nouns for things with an ending of nouns for people.
private let nounsForThings: Set<String> = [
  "helicopter", "container", "trailer", "computer", "paper", "newspaper", "letter", "number", "meter", "kilometer",
  "river", "tower", "order", "offer", "quarter", "bunker", "tanker", "barrier", "center", "shelter", "liter", "door",
  "floor", "motor", "sector", "corridor", "factor", "error", "counter", "chapter", "crater", "cluster", "acre",
  "committee", "degree", "tree", "coffee", "fee", "corner", "bulldozer", "scooter", "freighter", "cruiser", "explorer",
  "reactor", "tractor", "monitor", "border", "burner", "printer", "server", "poster", "banner", "water", "fever",
]
