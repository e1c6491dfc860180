/// The answers that are current: those of the newest days, for the question as a whole if it has such answers. The brief
/// answer is made of them, and a number in a link to the question must be one of them. `given` must not contain replaced
/// claims; its order does not matter.
func currentAnswers(to question: Question, from given: [GivenAnswer]) -> [GivenAnswer] {
  let latest = given.filter { $0.decides(question) }.sorted(by: GivenAnswer.precedes).latest(for: question)
  let places = latest.byPlace
  // Why: an answer for one place says nothing about the whole, so it counts only if there is no answer for the whole.
  let counted = places.first?.place == nil ? Array(places.prefix(1)) : places
  switch question.kind {
  case .list: return latest
  case .worded(_, let isState):
    return isState ? places.flatMap(\.given.ofNewestMoment) : counted.flatMap(\.given)
  case .numeric(let unit, let counts):
    if counts == .event || unit == "year" || unit == "date" { return counted.flatMap(\.given) }
    return counted.flatMap { _, given in
      given.areOnlyVague ? given.ofNewestMoment : given.sinceNewestNumber
    }
  }
}

/// Parts of the deciding answers to a question, which must be sorted.
extension [GivenAnswer] {
  /// The answers without those to which their speaker gave a later answer on the same day, in the same place. A speaker
  /// who does not count as a voice is a speaker only within one source. Every entry of a list counts.
  func latest(for question: Question) -> [GivenAnswer] {
    if case .list = question.kind { return self }
    guard contains(where: { $0.time != nil }) else { return self }
    var latest: [SpeakersDay: TimeOfDay] = [:]
    for given in self {
      guard let time = given.time else { continue }
      latest[SpeakersDay(given)] = Swift.max(time, latest[SpeakersDay(given)] ?? time)
    }
    return filter { given in given.time.map { $0 == latest[SpeakersDay(given)] } ?? true }
  }

  /// The answers of the newest day; if answers give times of that day, of the latest time and of the whole day.
  var ofNewestMoment: [GivenAnswer] {
    guard let newest = last?.moment else { return [] }
    return filter { !$0.moment.isApart(from: newest) }
  }

  /// The answers, vague words included, since the newest number by a voice, or since the newest number if no voice gave
  /// one.
  fileprivate var sinceNewestNumber: [GivenAnswer] { since(filter { !$0.answer.isVague }.newestByVoice) }

  private var newestByVoice: Moment? { (last { $0.voice != nil } ?? last)?.moment }

  private func since(_ first: Moment?) -> [GivenAnswer] {
    guard let first else { return [] }
    return filter { !$0.moment.isBefore(first) }
  }
}

/// What a speaker said about one place on one day.
private struct SpeakersDay: Hashable {
  var name: String
  /// Nil for a voice, which is one speaker in all sources.
  var sourceID: String?
  var place: String?
  var day: Day

  init(_ given: GivenAnswer) {
    name = given.attributedTo
    sourceID = given.voice == nil ? given.sourceID : nil
    place = given.place
    day = given.day
  }
}
