import Testing

@testable import SiteGen

/// A language needs nothing but a table: Polish, which sitegen does not have, is read with this one.
@Suite struct AddedLanguageTests {
  static let table = """
    # Marks within numbers; a space between groups of three digits is always read.
    decimals: ,
    traits: implied-one plain-fractions range-needs-from lower-days mixed-scales

    unit: zero=0 jeden=1 jedna=1 jednego=1 dwa=2 dwie=2 dwóch=2 trzy=3 trzech=3 cztery=4 pięć=5 pięciu=5 sześć=6
      siedem=7 osiem=8 dziewięć=9 dziesięć=10 jedenaście=11 dwanaście=12 piętnaście=15
    ten: dwadzieścia=20 trzydzieści=30 czterdzieści=40 pięćdziesiąt=50 dziewięćdziesiąt=90
    hundreds: sto=100 dwieście=200 trzysta=300 czterysta=400 pięćset=500
    scale: tysiąc=1000 tysiące=1000 tysięcy=1000 tys=1000 milion=1_000_000 miliona=1_000_000 miliony=1_000_000
      milionów=1_000_000 mln=1_000_000 miliard=1_000_000_000 miliardy=1_000_000_000 miliardów=1_000_000_000 mld=1_000_000_000
    # Vague unless a number precedes.
    vague-plural: dziesiątki=10 setki=100 tysiące=1000 miliony=1_000_000
    vague-few: kilka kilku wiele wielu
    half: pół=0.5 połowa|połowy|połowę=0.5
    one: jeden jedna
    point: przecinek

    and: i oraz
    or: lub albo
    to: do
    from: od
    between: między pomiędzy
    not: nie
    change: wzrosła wzrósł wzrosło spadła spadł spadło
    percent: procent procenta
    currency zł: złoty złote złotych zł pln
    abbreviated: tys mln mld ok
    unread: bilion biliony bilionów

    month: stycznia=1 lutego=2 marca=3 kwietnia=4 maja=5 czerwca=6 lipca=7 sierpnia=8 września=9 października=10
      listopada=11 grudnia=12
    weekday: poniedziałek=1 wtorek=2 środa=3 środę=3 czwartek=4 piątek=5 sobota=6 sobotę=6 niedziela=7 niedzielę=7
    time-mark: rano wieczorem
    time-noun: dzień dni tydzień tygodni miesięcy lat rok roku
    year-after: roku rok
    year-before: rok
    weak-year-before: w od do
    designator: nr numer strona pokój lot rozdział kanał
    counted: osób osoby ludzi domów policjantów dzieci rannych
    function: w na z zginęło było jest są nie się po przed oraz

    before about: około, blisko tego, mniej więcej, ok
    before more-than: ponad, więcej niż, powyżej
    before at-least: co najmniej, przynajmniej, nie mniej niż
    before at-most: do, co najwyżej, nie więcej niż
    before fewer-than: mniej niż, poniżej
    before nearly: prawie, niemal, blisko
    after at-least: lub więcej

    non-quantity: "linia"|"linii" ( NUMBER [ to|or NUMBER ]? )
      e.g. Na linii 12 lub 15 był wypadek.
    """

  static let grammar: QuantityGrammar = {
    let (lexicon, _) = readQuantityTable(SourceFile(path: "pl.txt", text: table))
    return QuantityGrammar(lexicon)
  }()

  @Test func readsTheTableStrictly() {
    let faults = readQuantityTable(SourceFile(path: "pl.txt", text: Self.table)).faults
    #expect(faults.map { "\($0.line): \($0.reason)" } == [])
    #expect(Self.grammar.hasWords)
  }

  @Test(arguments: [
    Reading("Spotkanie odbyło się 7 stycznia 2031 roku."), Reading("W 2019 roku spadł śnieg."),
    Reading("Lot nr 103 był opóźniony."), Reading("Strona 5 jest pusta."), Reading("Nie było o czym mówić."),
    Reading("Na linii 12 lub 15 był wypadek."),
    Reading("Zginęło 26 osób.", "26"), Reading("Zatrzymano ponad 3 800 osób.", "more than 3,800"),
    Reading("Zginęło co najmniej dwadzieścia sześć osób.", "at least 26"),
    Reading("Około 400 domów stoi pod wodą.", "about 400"), Reading("Ok. 400 domów stoi pod wodą.", "about 400"),
    Reading("Szkody wynoszą 2,5 mln złotych.", "2,500,000"), Reading("Budowa kosztowała 3 mld zł.", "3,000,000,000"),
    Reading("Przyszło 20 tys. osób.", "20,000"), Reading("Było tam dwieście pięćdziesiąt osób.", "250"),
    Reading("Przyszło pięć tysięcy trzysta osób.", "5,300"), Reading("Zginęło od 20 do 30 osób.", "between 20 and 30"),
    Reading("Liczba wzrosła z 20 do 30.", "20", "30"), Reading("Weszło do 40 osób.", "up to 40"),
    Reading("Rannych zostało nie więcej niż 40 osób.", "up to 40"), Reading("Setki osób czekały.", "setki"),
    Reading("Zagłosowało 52,5 procent.", "52.5"), Reading("Prawie pół miliona osób wyjechało.", "nearly 500,000"),
    Reading("Wydano 3 biliony złotych.", "!3 biliony"), Reading("Zginęło 26 osób lub więcej.", "at least 26"),
  ])
  func readsASentence(_ reading: Reading) {
    #expect(readings(of: reading.text, Self.grammar) == reading.expected)
  }
}
