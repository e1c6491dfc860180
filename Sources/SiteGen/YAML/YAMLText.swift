/// A text of one line as a YAML value: plain if every reader takes it for this text, otherwise in quotation marks.
func yamlText(_ text: String) -> String {
  let words = text.split(separator: " ", omittingEmptySubsequences: false)
  let isPlain = words.allSatisfy { word in
    !word.isEmpty
      && word.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "-" || $0 == "."
      }
  }
  // Why not one word: some readers take "null", "no" and "on" for something else than a text.
  if isPlain, words.count > 1 || text.contains("."), text.unicodeScalars.first?.properties.isAlphabetic == true {
    return text
  }
  var quoted: [UInt8] = [0x22]
  appendEscapedJSON(text.utf8, to: &quoted)
  return String(decoding: quoted + [0x22], as: UTF8.self)
}
