/// What a scalar above ASCII is to the lexer.
enum ScalarClass {
  case letter, digit, skipped
  case mark(QuantityToken.Kind)

  init(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    switch value {
    case 0x660...0x669, 0x6F0...0x6F9: self = .digit
    case 0xA2...0xA5, 0x20A0...0x20CF, 0x60B, 0xFDFC, 0xFFE5: self = .mark(.currency)
    case 0xA0, 0xAB, 0xAD, 0xBB, 0xA8, 0xB4, 0x2BC, 0x2000...0x200F, 0x2018...0x201F, 0x2028...0x202F, 0x2039...0x203A,
      0x205F...0x2069, 0x3000, 0x300A...0x300F, 0xFEFF, 0xFE00...0xFE0F:
      self = .skipped
    case 0xAA, 0xB5, 0xBA: self = .letter
    case 0x80...0xBF: self = .mark(.other)
    case 0x2010, 0x2011: self = .mark(.hyphen)
    case 0x2012, 0x2013: self = .mark(.dash)
    case 0x2014, 0x2015, 0x2026: self = .mark(.stop)
    case 0x2212: self = .mark(.minus)
    case 0x66A, 0xFF05: self = .mark(.percent)
    case 0x60C, 0x3001, 0xFF0C: self = .mark(.comma)
    case 0x61B, 0x61F, 0xFF01, 0xFF1A, 0xFF1B, 0xFF1F: self = .mark(.stop)
    case 0x3002, 0x6D4, 0x964: self = .mark(.period)
    case 0xFF08: self = .mark(.open)
    case 0xFF09: self = .mark(.close)
    case 0xFF0B: self = .mark(.plus)
    case 0xFF5E, 0x301C: self = .mark(.dash)
    case 0xD7, 0xF7, 0x2020...0x2025, 0x2030...0x2038, 0x203B...0x205E, 0x2190...0x2BFF: self = .mark(.other)
    case 0..<0x900: self = .letter
    default:
      switch scalar.properties.generalCategory {
      case .decimalNumber: self = .digit
      case .currencySymbol: self = .mark(.currency)
      case .spaceSeparator, .format, .initialPunctuation, .finalPunctuation: self = .skipped
      case .otherPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .mathSymbol, .otherSymbol,
        .otherNumber, .connectorPunctuation:
        self = .mark(.other)
      default: self = .letter
      }
    }
  }
}
