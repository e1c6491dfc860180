/// The limits on inputs and on what is printed about them. `limits:` in sitegen.yaml sets each by its key.
struct Limits: Sendable, Equatable {
  /// In bytes.
  var textFile = 16 << 20
  /// In bytes.
  var otherFile = 64 << 20
  var folders = 20_000
  var yamlDepth = 64
  var yamlGrowth = 4
  var templateDepth = 60
  var templateParts = 200_000
  var diagnostics = 100

  static let standard = Limits()

  /// Every limit, in the order of docs/inputs.md.
  static let all: [Limit] = [
    Limit("text_file", \.textFile, "the size of a seed, note, card, YAML file, template or other text", most: 1024),
    Limit("other_file", \.otherFile, "the size of any other file, such as a picture", most: 1024),
    Limit("folders", \.folders, "folders in Content/, Templates/ and seeds/ together", most: 1_000_000),
    Limit("yaml_depth", \.yamlDepth, "lists and mappings in each other, in YAML", most: 200),
    Limit("yaml_growth", \.yamlGrowth, "how many times larger aliases may make YAML of over 10,000 bytes", most: 1000),
    Limit("template_depth", \.templateDepth, "tags in each other, in a template", most: 200),
    Limit(
      "template_parts", \.templateParts, "tags and texts of a template, with the templates that it calls",
      most: 10_000_000),
    Limit("diagnostics", \.diagnostics, "diagnostics of one rule that are printed for one file", most: 1_000_000),
  ]
}

/// One limit, with the key that sets it.
struct Limit: Sendable {
  let key: String
  let path: any WritableKeyPath<Limits, Int> & Sendable
  /// What is limited.
  let subject: String
  /// The highest value that `limits:` accepts, in megabytes for sizes. Beyond it, the stack would overflow, or sizes would.
  let most: Int

  init(_ key: String, _ path: any WritableKeyPath<Limits, Int> & Sendable, _ subject: String, most: Int) {
    self.key = key
    self.path = path
    self.subject = subject
    self.most = most
  }

  /// The number of units in one: sizes are given in megabytes.
  var unit: Int { key.hasSuffix("_file") ? 1 << 20 : 1 }

  /// The default as in sitegen.yaml.
  var standard: Int { Limits.standard[keyPath: path] / unit }
}

extension Limits {
  /// The remedy where an input is over a limit: "shorten it, or raise 'text_file' under 'limits' in sitegen.yaml".
  static func remedy(_ change: String, orRaise key: String) -> String {
    "\(change), or raise '\(key)' under 'limits' in sitegen.yaml"
  }
}
