/// **unsourced-number**: each number in a note or summary stands in the words of a citation, in a cited block quotation,
/// in the words of a question's link, or in code; a number that an editor computed is one that no source gives.
func unsourcedNumber(_ quantity: Quantity, _ words: String, at place: Place, answers question: String?) -> [Diagnostic]
{
  [
    Diagnostic(
      .unsourcedNumber, "no citation and no question's link holds the number '\(words)'", at: place,
      remedy: question.map { "write '[\(words)](question:\($0))'" }
        ?? "write '[\(words)](source:ID \"the words of the report\")'")
  ]
}
