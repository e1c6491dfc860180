// Why: a release build of all targets has no access to the library's internals.
#if DEBUG
  @testable import SiteGen

  /// Reads numbers for `Tests/Numbers/oracle.py`. Each line of the input is a language, `answer` or `sentence`, and a text,
  /// separated by tabs; each line of the output is what was read in it, in digits, or nothing.
  @main enum ReadNumbers {
    static func main() {
      var grammars: [String: QuantityGrammar] = [:]
      while let line = readLine() {
        let fields = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 3 else {
          print("a line must have three fields")
          continue
        }
        let grammar = grammars[fields[0]] ?? QuantityGrammar(language: fields[0])
        grammars[fields[0]] = grammar
        print(fields[1] == "answer" ? answer(fields[2], grammar) : sentence(fields[2], grammar))
      }
    }

    private static func answer(_ text: String, _ grammar: QuantityGrammar) -> String {
      grammar.parseAnswer(text).map { $0.words() } ?? ""
    }

    /// Everything that was found, so that a part of a number, a second number or a day is a misreading.
    private static func sentence(_ text: String, _ grammar: QuantityGrammar) -> String {
      let file = SourceFile(path: "sentence", text: text)
      let reading = grammar.read(file.bytes)
      let found =
        reading.quantities.map { ($0.span.lowerBound, $0.quantity.words()) }
        + reading.notUnderstood.map { ($0.lowerBound, "not understood: " + file.text($0)) }
      return found.sorted { $0.0 < $1.0 }.map(\.1).joined(separator: "; ")
    }
  }
#else
  @main enum ReadNumbers {
    static func main() { fatalError("ReadNumbers needs a debug build") }
  }
#endif
