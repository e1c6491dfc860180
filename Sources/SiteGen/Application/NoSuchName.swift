/// "there is no rule 'x'; did you mean 'y'?"; if no known name is similar, `otherwise` follows.
public func noSuchName(_ name: String, of kind: String, among known: [String], otherwise: String) -> String {
  "there is no \(kind) '\(name)'; \(didYouMean(name, among: known) ?? otherwise)"
}
