/// The hexadecimal values of a custom property, in the order of the style sheet. `property` includes the colon.
func styleColours(of property: StaticString, in style: [UInt8]) -> [String] {
  var rest = style[...]
  var values: [String] = []
  while let found = rest.firstPlace(of: property) {
    rest = rest[found.upperBound...]
    let value = String(decoding: rest.prefix { $0 != 0x3B && $0 != 0x7D && $0 != 0x0A }, as: UTF8.self)
      .filter { $0 != " " }
    let digits = value.dropFirst()
    if value.first == "#", [3, 6].contains(digits.count), digits.allSatisfy({ $0.isASCII && $0.isHexDigit }) {
      values.append(value)
    }
  }
  return values
}

/// sitegen's own style sheet.
let standardStyle = embeddedFiles(at: "Templates/assets/style.css").first?.bytes ?? []
