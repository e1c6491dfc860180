/// The page with the search box, the only page with a script. For readers without scripts, it links to the A–Z index.
struct SearchPage: BuiltInPageContent {
  let page: PageContext

  init(page: PageContext, subject: Void) { self.page = page }

  static let builtIn = BuiltInPage.search
  static let setting = PageSetting.siteWithScript

  static let fields = Fields<SearchPage>([
    .address("script_href") { $0.site.asset("assets/search.js") },
    .address("alphabet_href") { _ in Address.page(.alphabet) },
    .json("words") { $0.words },
  ])

  var intro: String { site.strings[.searchIntro] }

  /// The texts for the script: the kinds of results, and the number of results in each plural form.
  private var words: EmbeddedJSON {
    let strings = site.strings
    let found = strings.plural(.searchFound)
    var json = JSONWriter()
    json.onOneLine { json in
      json.object { json in
        json.member("index", site.searchFiles().last?.address ?? "")
        json.member("language", found?.language ?? site.settings.language)
        json.key("kinds")
        json.array([.kindQuestion, .kindAnswer, .kindNote, .source, .kindSpeaker].map { strings[$0] })
        json.member("none", strings[.searchNone])
        json.object("found") { json in
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
