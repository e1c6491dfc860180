import Testing

@testable import SiteGen

@Suite("quote-cuts-negation")
struct QuoteCutsNegationTests {
  /// A sentence whose quotation is between « and ».
  struct Case: Sendable, CustomTestStringConvertible {
    var kind: String
    var language: String
    var sentence: String
    var modality = "asserted"

    var testDescription: String { "\(language): \(sentence)" }
  }

  static func cases(_ kind: String, _ sentences: [(String, String)]) -> [Case] {
    sentences.map { Case(kind: kind, language: $0, sentence: $1) }
  }

  static let violations: [Case] = [
    cases(
      "the report is negated",
      [
        ("en", "The ministry did not confirm that «26 dockers died»."),
        ("en", "The harbour master has not yet confirmed that «the pier collapsed»."),
        ("en", "Officials could not verify «26 deaths in the old town»."),
        ("en", "Nobody on the ferry said «the captain was asleep»."),
        ("en", "The mayor wouldn’t say that «26 dockers died»."),
        ("en", "It has not been reported that «the dam broke» on Monday."),
        ("de", "Das Ministerium bestätigte nicht, dass «26 Hafenarbeiter starben»."),
        ("de", "Die Polizei hat bislang nicht bestätigt, «dass der Damm brach»."),
        ("de", "Keine Behörde sagte, dass «der Kapitän schlief»."),
        ("es", "El ministerio no confirmó que «murieron 26 estibadores»."),
        ("es", "Nadie dijo que «el muelle se hundió»."),
        ("fr", "Le ministère n’a pas confirmé que «26 dockers sont morts»."),
        ("it", "Il ministero non ha confermato che «26 portuali sono morti»."),
        ("pt", "O ministério não confirmou que «26 estivadores morreram»."),
        ("ru", "Министерство не подтвердило, что «погибли 26 докеров»."),
        ("ru", "Мэр не говорил, что «пирс обрушился»."),
        ("uk", "Міністерство не підтвердило, що «загинули 26 докерів»."),
        ("tr", "Bakanlık, «26 liman işçisinin öldüğünü» doğrulamadı."),
        ("kk", "Министрлік «26 докердің қаза тапқанын» растамады."),
        ("ar", "لم تؤكد الوزارة أن «26 عاملا لقوا حتفهم»."),
        ("fa", "وزارتخانه تأیید نکرد که «26 کارگر بندر جان باختند»."),
        ("zh", "该部没有证实«26名码头工人死亡»。"),
      ]),
    cases(
      "the report is denied",
      [
        ("en", "The ferry company denied that «26 dockers died»."),
        ("en", "The mayor dismissed reports that «the pier had collapsed»."),
        ("en", "The army ruled out that «its ships had fired on the town»."),
        ("en", "It is false that «the dam broke» in the night."),
        ("en", "Claims that «26 dockers died» are false, the mayor said."),
        ("en", "Reports that «the captain was asleep» were denied by the company."),
        ("de", "Die Reederei bestritt, dass «26 Hafenarbeiter starben»."),
        ("de", "Der Bürgermeister wies Berichte zurück, dass «der Damm gebrochen sei»."),
        ("de", "Falsch ist, dass «der Kapitän schlief»."),
        ("es", "La naviera negó que «murieran 26 estibadores»."),
        ("es", "El alcalde desmintió que «el dique se rompiera»."),
        ("fr", "La compagnie a nié que «26 dockers soient morts»."),
        ("fr", "Il est faux que «la digue a cédé»."),
        ("it", "La compagnia ha smentito che «26 portuali siano morti»."),
        ("pt", "A companhia negou que «26 estivadores tenham morrido»."),
        ("ru", "Компания опровергла, что «погибли 26 докеров»."),
        ("ru", "Мэр отрицает, что «дамба прорвана»."),
        ("uk", "Компанія заперечила, що «загинули 26 докерів»."),
        ("tr", "Şirket «26 işçinin öldüğünü» yalanladı."),
        ("tr", "«26 işçinin öldüğü» doğru değil."),
        ("kk", "Компания «26 докердің қаза тапқанын» жоққа шығарды."),
        ("ar", "نفت الشركة أن «26 عاملا لقوا حتفهم»."),
        ("fa", "شرکت تکذیب کرد که «26 کارگر جان باختند»."),
        ("zh", "公司否认«26名工人死亡»。"),
      ]),
    cases(
      "there is no evidence",
      [
        ("en", "There is no evidence that «the captain was drunk»."),
        ("en", "There was no sign that «the pier had been repaired»."),
        ("en", "The mayor repeated, without evidence, that the port or «the ships were attacked»."),
        ("de", "Es gibt keine Hinweise darauf, dass «der Kapitän betrunken war»."),
        ("es", "No hay pruebas de que «el capitán estuviera borracho»."),
        ("fr", "Rien ne prouve que «le capitaine était ivre»."),
        ("it", "Non ci sono prove che «il capitano fosse ubriaco»."),
        ("pt", "Não há provas de que «o capitão estava bêbado»."),
        ("ru", "Нет доказательств, что «капитан был пьян»."),
        ("uk", "Немає доказів, що «капітан був п’яний»."),
        ("ar", "لا يوجد دليل على أن «القبطان كان مخمورا»."),
        ("fa", "هیچ مدرکی وجود ندارد که «ناخدا مست بود»."),
        ("zh", "没有证据表明«船长喝醉了»。"),
      ]),
    cases(
      "a denial follows",
      [
        ("en", "«Twenty-six dockers died», police denied."),
        ("en", "“«The dam broke in the night»,” the mayor denied on Friday."),
        ("en", "«The captain was asleep», a claim the company denied."),
        ("de", "«26 Hafenarbeiter starben», dementierte die Polizei."),
        ("es", "«Murieron 26 estibadores», desmintió la policía."),
        ("fr", "«26 dockers sont morts», a démenti la police."),
        ("it", "«26 portuali sono morti», ha smentito la polizia."),
        ("pt", "«26 estivadores morreram», desmentiu a polícia."),
        ("ru", "«Погибли 26 докеров», опровергла полиция."),
        ("tr", "«26 işçi öldü» iddiasını polis yalanladı."),
        ("uk", "«Загинули 26 докерів», спростувала поліція."),
      ]),
    cases(
      "the verb is negated outside",
      [
        ("en", "«The 26 dockers» were not rescued."),
        ("en", "«The ships of the navy» never reached the harbour."),
        ("en", "The mayor said the town had not «asked the army for help»."),
        ("en", "No «ships were lost in the storm»."),
        ("de", "«Die 26 Hafenarbeiter» wurden nicht gerettet."),
        ("de", "«26 Menschen starben» nicht."),
        ("es", "«Los 26 estibadores» no fueron rescatados."),
        ("fr", "«Les 26 dockers» n’ont pas été secourus."),
        ("it", "«I 26 portuali» non sono stati salvati."),
        ("pt", "«Os 26 estivadores» não foram resgatados."),
        ("ru", "«26 докеров» не спасены."),
        ("uk", "«26 докерів» не врятовано."),
        ("tr", "«26 işçi» kurtarılmadı."),
        ("kk", "«26 докер» құтқарылған жоқ."),
        ("ar", "«26 عاملا» لم يتم إنقاذهم."),
        ("fa", "«26 کارگر» نجات داده نشدند."),
        ("zh", "«26名工人»没有获救。"),
      ]),
    cases(
      "a condition is cut off",
      [
        ("en", "If «the dam breaks», the old town will be flooded."),
        ("en", "If the dam breaks, «300 houses will be flooded»."),
        ("en", "«300 houses will be flooded» unless the wind turns."),
        ("en", "«The ferry will sail on Monday», if the storm ends."),
        ("en", "«The town gets 300 tents» provided that the road is open."),
        ("de", "Wenn der Damm bricht, «werden 300 Häuser überflutet»."),
        ("de", "«300 Häuser werden überflutet», falls der Damm bricht."),
        ("es", "Si la presa se rompe, «se inundarán 300 casas»."),
        ("es", "«Se inundarán 300 casas» a menos que cambie el viento."),
        ("fr", "Si la digue cède, «300 maisons seront inondées»."),
        ("fr", "«300 maisons seront inondées» à moins que le vent tourne."),
        ("it", "Se la diga cede, «300 case saranno allagate»."),
        ("pt", "Se a barragem romper, «300 casas serão inundadas»."),
        ("ru", "Если дамбу прорвёт, «будет затоплено 300 домов»."),
        ("ru", "«Будет затоплено 300 домов», если дамбу прорвёт."),
        ("uk", "Якщо дамбу прорве, «буде затоплено 300 будинків»."),
        ("tr", "Baraj yıkılırsa «300 ev sular altında kalacak»."),
        ("kk", "Егер бөгет бұзылса, «300 үйді су басады»."),
        ("ar", "إذا انهار السد، «ستغرق 300 منزل»."),
        ("fa", "اگر سد بشکند، «300 خانه زیر آب می‌رود»."),
        ("zh", "如果大坝决口，«300栋房屋将被淹»。"),
      ]),
    cases(
      "an indirect question",
      [
        ("en", "It is not known whether «the captain was asleep»."),
        ("en", "The mayor was asked if «the dam had been repaired»."),
        ("de", "Unklar ist, ob «der Kapitän schlief»."),
        ("es", "Se desconoce si «el capitán dormía»."),
        ("fr", "On ignore si le «capitaine dormait»."),
        ("it", "Non si sa se «il capitano dormisse»."),
        ("pt", "Não se sabe se «o capitão dormia»."),
        ("ru", "Неизвестно, спал ли «капитан парома»."),
        ("ar", "لم يعرف ما إذا «كان القبطان نائما»."),
        ("zh", "目前尚不清楚«船长是否睡着»。"),
      ]),
  ].flatMap { $0 }

  /// Sentences with a negation or condition that is not about the quoted words.
  static let clean: [Case] = cases(
    "not about the words",
    [
      ("en", "«Twenty-six dockers died», the ministry said."),
      ("en", "Officials who did not want to be named said «26 dockers died»."),
      ("en", "The ministry, which did not give a day, said «26 dockers died»."),
      ("en", "The company did not answer, but the mayor said «26 dockers died»."),
      ("en", "There is no doubt that «26 dockers died»."),
      ("en", "Not only «the pier burned», the town hall did too."),
      ("en", "The mayor did not deny that «26 dockers died»."),
      ("en", "Nobody knew the cause. «Twenty-six dockers died.»"),
      ("en", "«Twenty-six dockers died» and the company did not apologise."),
      ("en", "«Twenty-six dockers died», but the captain was not hurt."),
      ("en", "«Police arrested 26 men», who denied any wrongdoing."),
      ("en", "«Police arrested 26 men» not far from the harbour."),
      ("en", "Even if the dam holds, «300 houses are lost»."),
      ("en", "“We were not warned,” said a docker. «Twenty-six of them died.»"),
      ("en", "The dead were not dockers; «26 were sailors»."),
      ("en", "«The ferry company did not say how many were on board.»"),
      ("en", "«At least 26 dockers died», no fewer than in the last fire."),
      ("en", "After the company denied a strike, «26 dockers walked out»."),
      ("en", "Mr. Ellis was not there. «Twenty-six dockers died», he said."),
      ("en", "Residents had no power while «26 dockers searched the pier»."),
      ("de", "«26 Hafenarbeiter starben», sagte das Ministerium."),
      ("de", "Die Reederei, die keinen Grund nannte, sagte, «26 Menschen seien tot»."),
      ("de", "Nicht nur «26 Hafenarbeiter starben», auch der Kapitän."),
      ("de", "Kein Zweifel, dass «26 Menschen starben»."),
      ("de", "«26 Menschen starben», aber der Kapitän wurde nicht verletzt."),
      ("de", "Niemand war gewarnt worden. «26 Menschen starben.»"),
      ("es", "«Murieron 26 estibadores», dijo el ministerio."),
      ("es", "No cabe duda de que «murieron 26 estibadores»."),
      ("es", "La naviera no respondió, pero el alcalde dijo que «murieron 26 estibadores»."),
      ("fr", "«26 dockers sont morts», a dit le ministère."),
      ("fr", "Sans aucun doute «26 dockers sont morts»."),
      ("fr", "La compagnie n’a pas répondu, mais le maire a dit que «26 dockers sont morts»."),
      ("it", "Non solo «26 portuali sono morti», anche il capitano."),
      ("it", "La compagnia non ha risposto, ma il sindaco ha detto che «26 portuali sono morti»."),
      ("pt", "Não há dúvida de que «26 estivadores morreram»."),
      ("pt", "Segundo a polícia, que não deu nomes, «26 estivadores morreram»."),
      ("ru", "Министерство сообщило, что «погибли 26 докеров»."),
      ("ru", "Не только «погибли 26 докеров», сгорел и пирс."),
      ("ru", "Компания не ответила, но мэр заявил, что «погибли 26 докеров»."),
      ("ru", "Источник, который не назвал себя, сообщил, что «погибли 26 докеров»."),
      ("uk", "Міністерство повідомило, що «загинули 26 докерів»."),
      ("uk", "Не лише «загинули 26 докерів», згорів і причал."),
      ("tr", "Bakanlık «26 işçinin öldüğünü» açıkladı."),
      ("tr", "Şirket yanıt vermedi, ancak «26 işçi öldü» dedi."),
      ("kk", "Министрлік «26 докер қаза тапты» деп хабарлады."),
      ("ar", "قالت الوزارة إن «26 عاملا لقوا حتفهم»."),
      ("ar", "لا شك أن «26 عاملا لقوا حتفهم»."),
      ("ar", "لم تذكر الوزارة السبب وقالت إن «26 عاملا لقوا حتفهم»."),
      ("fa", "وزارتخانه گفت که «26 کارگر جان باختند»."),
      ("zh", "该部表示，«26名工人死亡»。"),
      ("zh", "不仅«26名工人死亡»，码头也被烧毁。"),
      ("en", "«The case of the 26 dockers was filed under» no. 12 of the year."),
      ("es", "«Murieron 26 estibadores», apenas dos de ellos del pueblo."),
      ("pt", "Os moradores se «reuniram no porto»."),
      ("pt", "«26 estivadores morreram», informou a polícia."),
      ("uk", "Ледь не «26 докерів шукали людей»."),
      ("nl", "Het ministerie bevestigde niet dat «26 havenarbeiders stierven»."),
    ])

  @Test func findsAlmostEveryViolation() {
    var trial = RuleTrial(.quoteCutsNegation)
    for violation in Self.violations {
      let found = Self.check(violation)
      let isWhole = !found.hasErrors
      #expect(isWhole, "not a case: \(violation)\n\(found.flatMap(\.allWords))")
      trial.violation(violation.kind, violation.testDescription, found)
    }
    for sentence in Self.clean { trial.clean(sentence.kind, 1, Self.check(sentence)) }
    trial.cleanSites("claims") { $0.claims }
    trial.check()
  }

  @Test(
    "is silent if the modality says it already",
    arguments: [
      ("The company denied that «26 dockers died».", "denied", true),
      ("The company denied that «26 dockers died».", "projected", false),
      ("It is not known whether «26 dockers died».", "absence", true),
      ("There is no evidence that «26 dockers died».", "doubt", true),
      ("Nobody said that «26 dockers died».", "rumoured", true),
      ("If the dam breaks, «300 houses will be flooded».", "projected", true),
      ("If the dam breaks, «300 houses will be flooded».", "asserted", false),
    ])
  func knowsTheModality(_ sentence: String, _ modality: String, _ isSilent: Bool) {
    let found = Self.check(Case(kind: "", language: "en", sentence: sentence, modality: modality))
    #expect(found.isEmpty == isSilent, "\(found.flatMap(\.allWords))")
  }

  @Test func showsTheWordsThatAreLeftOut() throws {
    let found = Self.check(Case(kind: "", language: "en", sentence: "The town did not say that «26 dockers died»."))
    let diagnostic = try #require(found.first)
    #expect(diagnostic.message == "the quotation leaves out the negation 'not' before it")
    #expect(diagnostic.severity == .warning)
    #expect(diagnostic.place.file.path == HarbourFire.cardPath)
    #expect(diagnostic.allWords.contains("left out: \"not say that \""))
    let remedy = "quote 'not' as well, or write the 'modality' that it means: 'denied', 'doubt' or 'absence'"
    #expect(diagnostic.remedy == remedy)
  }

  /// The diagnostics of a card that quotes the marked words.
  private static func check(_ test: Case) -> [Diagnostic] {
    let parts = test.sentence.split(separator: /[«»]/, omittingEmptySubsequences: false)
    let seed =
      "Fire in the harbour.\n\n" + parts.joined() + "\n\nNothing else is known.\n\nLeave a reply: 15 comments\n"
    let claim = "  - {question: help, answer: it, said_by: service, modality: \(test.modality), quote: '\(parts[1])'}"
    let card = HarbourFire.card(claim, more: "lang: \(test.language)", seed: seed)
    let checked = HarbourFire.check(card: SourceFile(path: HarbourFire.cardPath, text: card), seed: seed)
    return checked.diagnostics.filter { $0.rule != .languageWithoutWords }
  }
}
