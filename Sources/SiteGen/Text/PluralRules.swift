/// The plural forms of whole numbers: the cardinal plural rules of Unicode CLDR 48. Languages with the same rules share
/// a case.
enum PluralRules: CaseIterable, Sendable {
  case same, one, zeroAndOne, upToOneAndTeens, oneButEleven, notFourSixNine, zeroOne, latvian, dual, tashelhit, romanian
  case serbian, french, spanish, gaelic, slovenian, czech, polish, eastSlavic, lithuanian, samogitian, breton, maltese
  case irish, manx, cornish, arabic, welsh

  /// A plural form of a text; the raw value is CLDR's name.
  enum Category: String, CaseIterable, Sendable {
    case zero, one, two, few, many, other
  }

  /// The rules for a language tag. Only the first part of the tag counts, except for `pt-PT`. A language that CLDR does
  /// not have gets the forms `one` and `other`.
  init(language tag: String) {
    if tag.lowercased() == "pt-pt" {
      self = .spanish
      return
    }
    switch tag.prefix(while: { $0 != "-" }).lowercased() {
    case "bm", "bo", "dz", "hnj", "id", "ig", "ii", "in", "ja", "jbo", "jv", "jw", "kde", "kea", "km", "ko", "lkt",
      "lo",
      "ms", "my", "nqo", "osa", "sah", "ses", "sg", "su", "th", "to", "tpi", "vi", "wo", "yo", "yue", "zh":
      self = .same
    case "ak", "am", "as", "bho", "bn", "csw", "doi", "fa", "ff", "gu", "guw", "hi", "hy", "kab", "kn", "kok", "ln",
      "mg",
      "nso", "pa", "pcm", "si", "ti", "wa", "zu":
      self = .zeroAndOne
    case "tzm": self = .upToOneAndTeens
    case "is", "mk": self = .oneButEleven
    case "ceb", "fil", "tl": self = .notFourSixNine
    case "blo", "cv", "ksh", "lag": self = .zeroOne
    case "lv", "prg": self = .latvian
    case "he", "iu", "iw", "naq", "sat", "se", "sma", "smi", "smj", "smn", "sms": self = .dual
    case "shi": self = .tashelhit
    case "mo", "ro": self = .romanian
    case "bs", "hr", "sh", "sr": self = .serbian
    case "fr", "pt": self = .french
    case "ca", "es", "it", "lld", "scn", "vec": self = .spanish
    case "gd": self = .gaelic
    case "dsb", "hsb", "sl": self = .slovenian
    case "cs", "sk": self = .czech
    case "pl": self = .polish
    case "be", "ru", "uk": self = .eastSlavic
    case "lt": self = .lithuanian
    case "sgs": self = .samogitian
    case "br": self = .breton
    case "mt": self = .maltese
    case "ga": self = .irish
    case "gv": self = .manx
    case "kw": self = .cornish
    case "ar", "ars": self = .arabic
    case "cy": self = .welsh
    default: self = .one
    }
  }

  /// The forms of whole numbers, and `other`, which is also used without a count.
  var categories: [Category] {
    switch self {
    case .same: [.other]
    case .one, .zeroAndOne, .upToOneAndTeens, .oneButEleven, .notFourSixNine: [.one, .other]
    case .zeroOne, .latvian: [.zero, .one, .other]
    case .dual: [.one, .two, .other]
    case .tashelhit, .romanian, .serbian, .czech, .lithuanian: [.one, .few, .other]
    case .french, .spanish: [.one, .many, .other]
    case .gaelic, .slovenian, .samogitian, .manx: [.one, .two, .few, .other]
    case .polish, .eastSlavic: [.one, .few, .many, .other]
    case .breton, .maltese, .irish: [.one, .two, .few, .many, .other]
    case .cornish, .arabic, .welsh: Category.allCases
    }
  }

  /// The form for a number of at least 0. Most languages use `other` for numbers with a decimal part.
  func category(of number: Double) -> Category {
    if let count = Int(exactly: number), count >= 0 { return category(of: count) }
    let least: Double = self == .french ? 2 : self == .zeroAndOne ? 1 : 0
    return number < least ? .one : .other
  }

  /// The form for a count of at least 0.
  func category(of count: Int) -> Category {
    let (units, hundreds) = (count % 10, count % 100)
    let isMillions = count != 0 && count % 1_000_000 == 0
    switch self {
    case .same: return .other
    case .one: return count == 1 ? .one : .other
    case .zeroAndOne: return count <= 1 ? .one : .other
    case .upToOneAndTeens: return count <= 1 || 11...99 ~= count ? .one : .other
    case .oneButEleven: return units == 1 && hundreds != 11 ? .one : .other
    case .notFourSixNine: return [4, 6, 9].contains(units) ? .other : .one
    case .zeroOne: return count == 0 ? .zero : count == 1 ? .one : .other
    case .latvian:
      return units == 0 || 11...19 ~= hundreds ? .zero : units == 1 ? .one : .other
    case .dual: return count == 1 ? .one : count == 2 ? .two : .other
    case .tashelhit: return count <= 1 ? .one : count <= 10 ? .few : .other
    case .romanian: return count == 1 ? .one : count == 0 || 1...19 ~= hundreds ? .few : .other
    case .serbian: return slavic(units, hundreds, rest: .other)
    case .eastSlavic: return slavic(units, hundreds, rest: .many)
    case .polish: return count == 1 ? .one : 2...4 ~= units && !(12...14 ~= hundreds) ? .few : .many
    case .french: return count <= 1 ? .one : isMillions ? .many : .other
    case .spanish: return count == 1 ? .one : isMillions ? .many : .other
    case .gaelic:
      return count == 1 || count == 11 ? .one : count == 2 || count == 12 ? .two : 3...19 ~= count ? .few : .other
    case .slovenian: return hundreds == 1 ? .one : hundreds == 2 ? .two : 3...4 ~= hundreds ? .few : .other
    case .czech: return count == 1 ? .one : 2...4 ~= count ? .few : .other
    case .lithuanian: return units == 0 || 11...19 ~= hundreds ? .other : units == 1 ? .one : .few
    case .samogitian:
      return count == 2 ? .two : units == 0 || 11...19 ~= hundreds ? .other : units == 1 ? .one : .few
    case .breton:
      if isMillions { return .many }
      if [1, 7, 9].contains(hundreds / 10) { return .other }
      return units == 1 ? .one : units == 2 ? .two : [3, 4, 9].contains(units) ? .few : .other
    case .maltese:
      if count == 1 { return .one }
      if count == 2 { return .two }
      return count == 0 || 3...10 ~= hundreds ? .few : 11...19 ~= hundreds ? .many : .other
    case .irish:
      return count == 1 ? .one : count == 2 ? .two : 3...6 ~= count ? .few : 7...10 ~= count ? .many : .other
    case .manx: return units == 1 ? .one : units == 2 ? .two : hundreds % 20 == 0 ? .few : .other
    case .cornish: return cornish(count)
    case .arabic:
      if let low = Category.lowest(count) { return low }
      return 3...10 ~= hundreds ? .few : 11...99 ~= hundreds ? .many : .other
    case .welsh: return Category.lowest(count) ?? (count == 3 ? .few : count == 6 ? .many : .other)
    }
  }

  /// 1, 21, 101 but not 11; 2 to 4, 22 to 24 but not 12 to 14; and the rest.
  private func slavic(_ units: Int, _ hundreds: Int, rest: Category) -> Category {
    if 11...14 ~= hundreds { return rest }
    return units == 1 ? .one : 2...4 ~= units ? .few : rest
  }

  private func cornish(_ count: Int) -> Category {
    if count <= 1 { return count == 1 ? .one : .zero }
    let thousands = count % 100_000
    let isRound =
      count % 1000 == 0 && (1000...20_000 ~= thousands || [40_000, 60_000, 80_000].contains(thousands))
      || count % 1_000_000 == 100_000
    if count % 20 == 2 || isRound { return .two }
    return count % 20 == 3 ? .few : count % 20 == 1 ? .many : .other
  }
}

extension PluralRules.Category {
  /// The category of 0, 1 or 2 in languages that have one for each.
  fileprivate static func lowest(_ count: Int) -> Self? {
    count == 0 ? .zero : count == 1 ? .one : count == 2 ? .two : nil
  }
}
