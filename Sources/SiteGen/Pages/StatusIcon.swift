extension AnswerStatus {
  /// The symbol of the status, so that statuses can be told apart without colour: a drawing of 16 by 16 pixels in the
  /// colour of the text. It is hidden from screen readers, because the status stands next to it in words.
  var icon: HTML {
    HTML(
      Array(
        """
        <svg class="icon" aria-hidden="true" width="16" height="16" viewBox="0 0 16 16" fill="none" \
        stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">\(drawing)</svg>
        """.utf8))
  }

  private var drawing: StaticString {
    switch self {
    case .agree:
      #"<path fill="currentColor" d="M1.5 8a3 3 0 1 1 6 0a3 3 0 1 1-6 0zM8.5 8a3 3 0 1 1 6 0a3 3 0 1 1-6 0z"/>"#
    case .reportsAgree: #"<path d="M1.5 8a3 3 0 1 1 6 0a3 3 0 1 1-6 0zM8.5 8a3 3 0 1 1 6 0a3 3 0 1 1-6 0z"/>"#
    case .singleVoice: #"<circle cx="8" cy="8" r="4" fill="currentColor"/>"#
    case .reported: #"<circle cx="8" cy="8" r="4.5" stroke-dasharray="2 2.7" stroke-linecap="butt"/>"#
    case .changed: #"<path d="M1.5 11.5L6 7l3 3l5-5.5M10 4.5h4v4"/>"#
    case .fell: #"<path d="M1.5 4.5L6 9l3-3l5 5.5M14 7.5v4h-4"/>"#
    case .disagree: #"<path d="M13.5 5h-11M5 2L2 5l3 3M2.5 11h11M11 8l3 3l-3 3"/>"#
    case .list: #"<path d="M2.5 4h11M2.5 8h11M2.5 12h7"/>"#
    case .unanswered: #"<circle cx="8" cy="8" r="6"/><path d="M5.5 8h5"/>"#
    }
  }
}
