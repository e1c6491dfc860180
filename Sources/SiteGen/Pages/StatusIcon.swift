extension AnswerStatus {
  /// The symbol of the status, so that statuses can be told apart without colour: a drawing as high as the text, in
  /// its colour. It is hidden from screen readers, because the status stands next to it in words.
  var icon: HTML {
    HTML(
      Array(
        """
        <svg class="icon" aria-hidden="true" width="1.2em" height="1.2em" viewBox="0 0 16 16" fill="none" \
        stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">\(shape.drawing)</svg>
        """.utf8))
  }

  /// The same symbol for a social card.
  var shape: AgreementShape { AgreementShape(rawValue: rawValue) ?? .unanswered }
}
