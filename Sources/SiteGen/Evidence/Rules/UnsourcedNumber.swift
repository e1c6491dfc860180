/// **unsourced-number**: each number in a note or summary stands in the words of a citation, in a cited block quotation,
/// in the words of a question's link, or in code; a number that an editor computed is one that no source gives.
///
/// `isPlainText`: whether a link may be put around it where it stands.
func unsourcedNumber(
  _ quantity: Quantity, _ words: String, at place: Place, answers question: String?, isPlainText: Bool = false
) -> [Diagnostic] {
  [
    Diagnostic(
      .unsourcedNumber, "no citation and no question's link holds the number '\(words)'", at: place,
      remedy: question.map { "write '[\(words)](question:\($0))'" }
        ?? "write '[\(words)](source:ID \"the words of the report\")'",
      fix: question.flatMap { id in
        isPlainText && place.file.text(place.span) == words ? Fix(place, "[\(words)](question:\(id))") : nil
      })
  ]
}
