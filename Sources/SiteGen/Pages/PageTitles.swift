/// The titles of the pages in the root folder, and their labels in the navigation.
struct PageTitles: Sendable {
  private let dossier: Dossier
  private let strings: Strings
  /// The positions of notes in the dossier.
  private let notes: [String: Int]

  init(_ dossier: Dossier, _ strings: Strings, notes: [String: Int]) {
    self.dossier = dossier
    self.strings = strings
    self.notes = notes
  }

  /// The title of the page's note, or else the site's title for the home page and the interface's text for any other
  /// built-in page.
  func title(of id: String) -> String {
    if let note = notes[id] { return dossier.notes[note].title.value }
    guard let page = BuiltInPage(rawValue: id) else { return id }
    return switch page {
    case .index: dossier.settings.title
    case .alphabet: strings[.alphabetPage]
    case .notFound: strings[.notFound]
    default: StringKey(name: id).map { strings[$0] } ?? id
    }
  }

  /// `short` of the page's note, or else its title.
  func label(of id: String) -> String {
    if let note = notes[id] { return dossier.notes[note].short?.value ?? title(of: id) }
    return switch BuiltInPage(rawValue: id) {
    case .unknowns: strings[.shortUnknowns]
    case .updates: strings[.shortUpdates]
    default: title(of: id)
    }
  }

  /// The pages in the navigation: those that sitegen.yaml lists, or by default the topics and the built-in pages that
  /// belong in the navigation.
  var navigation: [LabelledPage] {
    let ids =
      dossier.settings.navigation.isEmpty
      ? dossier.topics.map(\.id) + BuiltInPage.allCases.filter(\.isInNavigation).map(\.rawValue)
      : dossier.settings.navigation.map(\.value)
    return ids.map(labelled)
  }

  /// The pages of the root folder that are not topics: those in the navigation, then the other built-in pages that belong
  /// in the footer.
  var footer: [LabelledPage] {
    let named = navigation.filter { !$0.isTopic }
    let others = BuiltInPage.allCases.filter(\.isInFooter).map(\.rawValue).filter { id in
      !named.contains { $0.id == id }
    }
    return named + others.map(labelled)
  }

  private func labelled(_ id: String) -> LabelledPage {
    LabelledPage(
      id: id, label: label(of: id), address: Address.note(id),
      isTopic: notes[id].map { dossier.notes[$0].isTopic } ?? false)
  }
}

/// A page of the root folder that other pages link to.
struct LabelledPage: Sendable {
  /// The name of a note or built-in page.
  let id: String
  let label: String
  /// Relative to the root of the site.
  let address: String
  let isTopic: Bool
}
