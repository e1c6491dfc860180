/// The direction in which a text is read, and marks that keep words of the other direction together (UAX #9, 2.4).
enum TextDirection: Sendable {
  case leftToRight, rightToLeft

  private static let firstStrongIsolate: Unicode.Scalar = "\u{2068}"
  private static let popIsolate: Unicode.Scalar = "\u{2069}"

  /// Words that are inserted in a sentence of this direction: enclosed in marks if they have letters of the other
  /// direction that are not yet enclosed.
  ///
  /// Why: otherwise a name at the end of its sentence changes places with what follows it.
  func isolating(_ words: String) -> String {
    // Why: no right-to-left letter has a lower first byte, and most sites need no marks.
    if self == .leftToRight, words.utf8.allSatisfy({ $0 < 0xD6 }) { return words }
    var depth = 0
    for scalar in words.unicodeScalars {
      switch scalar.value {
      case 0x2066...0x2068: depth += 1
      case 0x2069: depth -= 1
      default:
        guard depth <= 0, let other = TextDirection(ofLetter: scalar), other != self else { continue }
        var enclosed = String.UnicodeScalarView([TextDirection.firstStrongIsolate])
        enclosed.append(contentsOf: words.unicodeScalars)
        enclosed.append(TextDirection.popIsolate)
        return String(enclosed)
      }
    }
    return words
  }

  /// Nil for anything but a letter.
  private init?(ofLetter scalar: Unicode.Scalar) {
    guard scalar.properties.isAlphabetic else { return nil }
    switch scalar.value {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: self = .rightToLeft
    default: self = .leftToRight
    }
  }
}

extension String {
  /// The same text without marks that isolate words of another direction.
  var withoutIsolates: String {
    // Why: the marks begin with this byte, and few texts have it.
    guard utf8.contains(0xE2) else { return self }
    var scalars = unicodeScalars
    scalars.removeAll { 0x2066...0x2069 ~= $0.value }
    return String(scalars)
  }
}
