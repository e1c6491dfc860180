/// The page with the search box, the only one with a script; without it, it leads to the index by letter.
struct SearchPage: PageContent {
  let site: Site
  let frame: PageFrame

  static let template = "search.mustache"
  static let isListed = false

  static func all(of site: Site) -> [PageSubject<Void>] {
    [PageSubject(address: Address.searchPage, updated: nil, subject: ())]
  }

  init(_ subject: PageSubject<Void>, _ site: Site) {
    self.site = site
    var frame = PageFrame(
      site: site, address: subject.address, heading: site.strings[.search],
      description: site.strings[.searchIntro], breadcrumbs: [site.home(from: subject.address)])
    frame.securityPolicy += "; script-src 'self'"
    frame.isListed = Self.isListed
    self.frame = frame
  }

  static let fields = Fields<SearchPage>([
    .all(PageFrame.fields) { $0.frame },
    .address("script_href") { _ in "assets/search.js" },
    .address("alphabet_href") { _ in Address.alphabet },
    .json("words") { $0.words },
  ])

  /// The words that the script shows, by kind of result and by plural category.
  private var words: EmbeddedJSON {
    let strings = site.strings
    let found = strings.plural(.searchFound)
    var json = JSONWriter()
    json.onOneLine { json in
      json.object { json in
        json.member("language", found?.language ?? site.settings.language)
        json.array("kinds", [.kindQuestion, .kindAnswer, .kindNote, .source, .kindSpeaker].map { strings[$0] })
        json.member("none", strings[.searchNone])
        json.key("found")
        json.object { json in
          let forms = found?.forms ?? [.other: strings[.searchFound]]
          for category in PluralRules.Category.allCases {
            if let text = forms[category] { json.member(category.rawValue, text) }
          }
        }
      }
    }
    return EmbeddedJSON(json.bytes)
  }
}

extension JSONWriter {
  fileprivate mutating func array(_ name: String, _ texts: [String]) {
    key(name)
    array(texts)
  }
}
