/// A colour of the sRGB colour space (IEC 61966-2-1), as CSS writes it: `#0b5563`.
struct Colour: Hashable, Sendable, CustomStringConvertible {
  /// 0 to 255.
  var red: Int
  var green: Int
  var blue: Int

  static let white = Colour(red: 255, green: 255, blue: 255)

  init(red: Int, green: Int, blue: Int) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  /// Reads `#rgb` or `#rrggbb`; nil for any other text.
  init?(_ text: some StringProtocol) {
    let digits = text.dropFirst().map(\.hexDigitValue)
    guard text.first == "#", text.utf8.count == text.count, [3, 6].contains(digits.count), !digits.contains(nil)
    else { return nil }
    var values: [Int] = digits.compactMap(\.self)
    if values.count == 3 { values = values.flatMap { [$0, $0] } }
    self.init(
      red: values[0] * 16 + values[1], green: values[2] * 16 + values[3], blue: values[4] * 16 + values[5])
  }

  var description: String {
    "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// The contrast ratio of WCAG 2.2 with another colour in thousandths: 1,000 to 21,000.
  func contrast(with other: Colour) -> Int {
    let (one, two) = (luminance, other.luminance)
    return Int((max(one, two) + 0.05) / (min(one, two) + 0.05) * 1000)
  }

  /// The colour mixed with another one, of which it takes a share in percent.
  func mixed(with other: Colour, percent: Int) -> Colour {
    func mix(_ one: Int, _ two: Int) -> Int { (one * (100 - percent) + two * percent + 50) / 100 }
    return Colour(red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
  }

  /// The first mixture with white, in steps of five percent, that has the contrast with a dark background.
  func lightened(onto background: Colour, contrast: Int) -> Colour {
    let mixtures = stride(from: 0, through: 100, by: 5).lazy.map { mixed(with: .white, percent: $0) }
    return mixtures.first { $0.contrast(with: background) >= contrast } ?? .white
  }

  /// The first mixture with black, in steps of five percent, that has the contrast with white.
  func darkened(contrast: Int) -> Colour {
    let black = Colour(red: 0, green: 0, blue: 0)
    let mixtures = stride(from: 0, through: 100, by: 5).lazy.map { mixed(with: black, percent: $0) }
    return mixtures.first { $0.contrast(with: .white) >= contrast } ?? black
  }

  /// The relative luminance of WCAG 2.2, 0 to 1.
  private var luminance: Double {
    func linear(_ value: Int) -> Double { Colour.linear[min(max(value, 0), 255)] }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// The linear value of each of the 256 values of a channel.
  private static let linear: [Double] = (0...255).map { value in
    let share = Double(value) / 255
    return share <= 0.04045 ? share / 12.92 : power((share + 0.055) / 1.055)
  }

  /// x to the power of 2.4, for 0 < x ≤ 1: the square of x times the square root of the fifth root of x⁴, that is
  /// x² · (x²)^(1/5).
  private static func power(_ x: Double) -> Double {
    let square = x * x
    // The fifth root by Newton's method.
    var root = 1.0
    for _ in 0..<60 { root -= (root * root * root * root * root - square) / (5 * root * root * root * root) }
    return square * root
  }
}
