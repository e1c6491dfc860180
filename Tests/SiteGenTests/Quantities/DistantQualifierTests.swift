import Testing

@testable import SiteGen

/// Qualifiers that do not stand directly next to their number, and those that belong to another one.
@Suite struct DistantQualifierTests {
  @Test(arguments: [
    ("fr", "Vingt morts et au moins 3 blessés.", "20; at least 3"),
    ("es", "Murieron 20 mineros y al menos 3 mujeres.", "20; at least 3"),
    ("it", "Sono 20 trattori e al massimo 3 camion.", "20; up to 3"),
    ("fr", "Ils ont marché 3 km sur environ 5 km.", "3; about 5"),
    ("it", "Trecento trattori al massimo potranno entrare.", "up to 300"),
    ("es", "Piden 20 años de cárcel como mínimo.", "at least 20"),
    ("fr", "Le feu progresse à 3 km/h environ.", "about 3"),
    ("pt", "Havia 12 mortos, no mínimo, e 60 feridos.", "at least 12; 60"),
    ("pt", "Serão gastos, no mínimo, 60 por cento das verbas.", "at least 60"),
    ("es", "La fila es de unos 15 a 20 km.", "about 15–20"),
  ])
  func readsEachForItsNumber(_ language: String, _ text: String, _ expected: String) {
    #expect(readings(of: text, QuantityGrammar(language: language)).joined(separator: "; ") == expected)
  }

  @Test(arguments: [
    ("es", "El boleto pasará de costar 900 a 1.150 pesos.", "900; 1,150"),
    ("it", "Biglietto più caro: da 1,5 a 2 euro entro l'estate.", "1.5; 2"),
    ("fr", "De 15 à 20 cm de neige sont attendus.", "between 15 and 20"),
    ("uk", "Проїзд подорожчає на 5 гривень — до 20 грн.", "5; 20"),
    ("ru", "Проезд подорожал на 12 %, до 46 рублей.", "12; 46"),
    ("ru", "Число раненых не перевалило за тысячу.", "up to 1,000"),
    ("uk", "Торік кордон перетнули 29 мільйонів осіб.", "29,000,000"),
    ("tr", "26 kişi cesedi bulmadı.", "26"),
    ("en", "It would cost $2 million over ten years.", "2,000,000; 10"),
    ("en", "It took over ten years.", "more than 10"),
    ("ar", "لا يتجاوز عدد المراكز الصحية التي ما زالت تعمل في المدينة 12 مركزا.", "!12"),
  ])
  func tellsChangesPeriodsAndFarVerbsFromBounds(_ language: String, _ text: String, _ expected: String) {
    #expect(readings(of: text, QuantityGrammar(language: language)).joined(separator: "; ") == expected)
  }
}
