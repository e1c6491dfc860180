/// The voices that count towards agreement. A speaker who speaks for another, or whose name is in another's `also`,
/// counts as one voice with that speaker. Unattributed speakers do not count, and neither do those who speak for them.
struct Voices: Sendable {
  private var voices: [String: String] = [:]

  init(_ speakers: [Speaker]) {
    let byID = Dictionary(speakers.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let otherNames = Dictionary(
      speakers.flatMap { speaker in speaker.also.map { ($0.lowercased(), speaker.id) } },
      uniquingKeysWith: { first, _ in first })
    func next(_ speaker: Speaker) -> Speaker? {
      let id = speaker.voiceOf?.value ?? otherNames[speaker.name.lowercased()]
      return id == speaker.id ? nil : id.flatMap { byID[$0] }
    }
    for speaker in speakers where speaker.kind != .unattributed {
      var voice = speaker
      var seen: Set<String> = [voice.id]
      while let next = next(voice) {
        guard seen.insert(next.id).inserted else {
          // Why: speakers who speak for each other in a cycle are one voice, whichever of them comes first.
          voice = seen.min().flatMap { byID[$0] } ?? voice
          break
        }
        voice = next
      }
      if voice.kind != .unattributed { voices[speaker.id] = voice.id }
    }
  }

  /// The voice of a speaker; nil for the report's own words, and for unattributed and unknown speakers.
  func voice(of speaker: String) -> String? { voices[speaker] }
}
