extension QuantityLanguage {
  /// English, British and American.
  static let english = QuantityLanguage(
    code: "en",
    numerals: [
      (
        .unit,
        [
          ("zero", 0), ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7),
          ("eight", 8), ("nine", 9), ("ten", 10), ("eleven", 11), ("twelve", 12), ("thirteen", 13), ("fourteen", 14),
          ("fifteen", 15), ("sixteen", 16), ("seventeen", 17), ("eighteen", 18), ("nineteen", 19),
        ]
      ),
      (
        .ten,
        [
          ("twenty", 20), ("thirty", 30), ("forty", 40), ("fourty", 40), ("fifty", 50), ("sixty", 60),
          ("seventy", 70), ("eighty", 80), ("ninety", 90),
        ]
      ),
      (.hundred, [("hundred", 100)]),
      (
        .scale,
        [
          ("thousand", 1000), ("million", 1_000_000), ("billion", 1_000_000_000), ("trillion", 1_000_000_000_000),
          ("mln", 1_000_000), ("bln", 1_000_000_000),
        ]
      ),
      (
        .shortScale,
        [
          ("k", 1000), ("m", 1_000_000), ("mn", 1_000_000), ("mln", 1_000_000), ("bn", 1_000_000_000),
          ("bln", 1_000_000_000), ("tn", 1_000_000_000_000),
        ]
      ),
      (.dozen, [("dozen", 12)]),
      (
        .vaguePlural,
        [
          ("dozens", 12), ("tens", 10), ("scores", 20), ("hundreds", 100), ("thousands", 1000),
          ("millions", 1_000_000), ("billions", 1_000_000_000), ("trillions", 1_000_000_000_000),
        ]
      ),
      (.half, [("half", 0.5)]),
      (
        .fraction,
        [
          ("third", 3), ("thirds", 3), ("quarter", 4), ("quarters", 4), ("fourth", 4), ("fourths", 4), ("fifth", 5),
          ("fifths", 5), ("sixth", 6), ("sixths", 6), ("eighth", 8), ("eighths", 8), ("tenth", 10), ("tenths", 10),
        ]
      ),
      (
        .month,
        [
          ("january", 1), ("february", 2), ("march", 3), ("april", 4), ("may", 5), ("june", 6), ("july", 7),
          ("august", 8), ("september", 9), ("october", 10), ("november", 11), ("december", 12), ("jan", 1), ("feb", 2),
          ("mar", 3), ("apr", 4), ("jun", 6), ("jul", 7), ("aug", 8), ("sep", 9), ("sept", 9), ("oct", 10), ("nov", 11),
          ("dec", 12),
        ]
      ),
      (
        .weekday,
        [
          ("monday", 1), ("tuesday", 2), ("wednesday", 3), ("thursday", 4), ("friday", 5), ("saturday", 6),
          ("sunday", 7), ("mondays", 1), ("tuesdays", 2), ("wednesdays", 3), ("thursdays", 4), ("fridays", 5),
          ("saturdays", 6), ("sundays", 7),
        ]
      ),
    ],
    roles: [
      (.ambiguousPlural, "scores tens"),
      (.afterPlural, "of more were have had are others killed injured wounded dead detained arrested missing hurt"),
      (.vagueFew, "several few many"),
      (.couple, "couple handful"),
      (.amount, "number numbers"),
      (.size, "large small great huge big vast significant considerable growing unknown unspecified substantial"),
      (.none, "none"),
      (.no, "no"),
      (
        .afterIdiomaticNo,
        """
        longer doubt one more fewer less greater later matter such way idea sign evidence clear immediate official
        other further need reason question wonder sooner point means fly details detail comment information word good
        better easy different stranger
        """
      ),
      (
        .ordinal,
        """
        first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
        fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth hundredth
        thousandth millionth
        """
      ),
      (.ordinalSuffix, "st nd rd th"),
      (.article, "a an"),
      (.and, "and"), (.or, "or"), (.to, "to"), (.between, "between"), (.from, "from"), (.of, "of"),
      (.not, "not never"), (.conditional, "if"),
      (
        .change,
        """
        rose rise risen rises fell fall fallen grew grow grown increased increase increasing dropped drop climbed
        jumped declined went go gone up down raised raise cut reduced lowered slipped moved doubled soared surged
        revised changed swelled shrank plunged expanded upped
        """
      ),
      (.percent, "percent pct"), (.per, "per"), (.cent, "cent"),
      (
        .timeMark,
        "am pm a.m p.m o'clock gmt utc cet est bst pst edt hrs noon midnight"
      ),
      (.ambiguousMonth, "may march mar jan jun sep dec august april june"),
      (.yearBefore, "in since until till during early late mid year years summer spring autumn winter circa class"),
      (.dayBefore, "on until till"),
      (.weakYearBefore, "by from before after of between to and through around about back than or the"),
      (
        .timeNoun,
        "second seconds minute minutes hour hours day days week weeks month months year years decade decades night nights"
      ),
      (.old, "old"),
      (.aged, "aged age ages"),
      (.era, "bc ad ce bce"),
      (
        .designator,
        """
        flight channel route highway article articles section chapter page pages figure fig table room gate platform
        no nos number numbers version boeing airbus resolution station bus tram building school hospital district
        category type model level phase stage grade apollo volume issue episode season part line lane road unit
        interstate area zone block floor apartment flat group lot item appendix annex clause paragraph verse act scene force chapter psalm item
        step rule windows android ios python swift formula protocol euro expo agenda radio tv
        """
      ),
      (
        .counted,
        """
        people men women children police personnel staff troops others dead cattle sheep fish aircraft lives
        policemen policewomen firefighters servicemen persons civilians percent crew youth series species
        """
      ),
      (
        .function,
        """
        was is as its this his us has does says thus yes hers ours theirs yours always perhaps unless across towards
        afterwards besides minus plus versus the in on at by for with from into onto of and or but that which who whom
        whose when where while were are be been being have had did do will would can could should may might must said
        say told also including along after before since until during over under above below about around near than
        then there here it he she they we you him her them however because so if not no per via against among between
        out off up down to killed injured wounded arrested detained dead died more less fewer if what how just only includes included holds contains finds found
        lies remains appears seems says comes goes makes takes gets gives shows stands runs means wants needs plus
        """
      ),
      (.determiner, "the his her its their our my your this that these those last next"),
      (.pluralVerb, "were are have"),
      (
        .beforePronounOne,
        "the no this that each every another any which some day number loved good new old first last big little square"
      ),
      (
        .afterPronounOne,
        """
        could can should would must may might cannot will another day hand point thing time way side by more's who
        that such or needs has does wonders party sided off on step
        """
      ),
      (.superlative, "most least best worst main few only key"),
      (.beforeDegree, "as how so too very that the these those"),
      (.phone, "phone tel telephone call calls fax hotline mobile whatsapp dial ext extension isbn"),
      (.score, "win wins won victory defeat loss lead draw beat lost drew score scored"),
      (.odd, "odd plus"),
      (.further, "a an another further additional the total of"),
      (
        .takesAbout,
        """
        talk talks talked talking told heard asked ask know knew known worried worry concerned concerns concern
        questions question information news speak spoke spoken read details reports report rumours rumors story
        """
      ),
    ],
    before: [
      (
        .about,
        [
          "about", "around", "some", "approximately", "approx", "roughly", "circa", "an estimated", "estimated",
          "something like", "in the region of", "in the order of", "on the order of", "somewhere around", "or so",
          "in the neighbourhood of", "in the neighborhood of", "an approximate", "perhaps",
        ]
      ),
      (
        .moreThan,
        [
          "more than", "over", "well over", "well above", "above", "upwards of", "upward of", "in excess of",
          "greater than", "exceeding", "far more than", "many more than", "much more than", "well more than",
          "considerably more than", "significantly more than", "far over", "higher than", "larger than", "north of",
        ]
      ),
      (
        .justOver,
        [
          "just over", "just above", "slightly over", "slightly above", "slightly more than", "a little over",
          "a little more than", "little more than", "just more than", "barely more than",
        ]
      ),
      (
        .atLeast,
        [
          "at least", "at the least", "at the very least", "no fewer than", "no less than", "not fewer than",
          "not less than", "a minimum of", "minimum of", "at a minimum",
        ]
      ),
      (
        .atMost,
        [
          "up to", "at most", "at the most", "as many as", "as much as", "no more than", "not more than",
          "no greater than", "a maximum of", "maximum of", "not exceeding", "as high as", "not over", "anything up to",
        ]
      ),
      (
        .fewerThan,
        [
          "fewer than", "less than", "under", "below", "well under", "well below", "far fewer than", "far less than",
          "lower than", "smaller than", "not as many as",
        ]
      ),
      (
        .nearly,
        [
          "nearly", "almost", "very nearly", "close to", "just under", "just below", "slightly under",
          "slightly less than",
          "slightly fewer than", "a little under", "a little less than", "just short of", "just shy of", "approaching",
          "nearing", "not quite", "virtually", "getting on for", "just less than", "just fewer than",
        ]
      ),
    ],
    after: [
      (
        .atLeast,
        [
          "or more", "or over", "or above", "and above", "and over", "and more", "and up", "upwards", "at least",
          "at the least", "at the very least", "at a minimum", "if not more",
        ]
      ),
      (.atMost, ["or fewer", "or less", "or under", "at most", "at the most", "maximum", "tops", "and under"]),
      (.about, ["or so", "or thereabouts", "approximately", "more or less", "give or take"]),
    ],
    currencies: [
      ("$", "dollar dollars usd"), ("€", "euro euros eur"), ("£", "gbp"), ("¥", "yen yuan"),
      ("rouble", "rouble roubles ruble rubles"),
      ("rupee", "rupee rupees"), ("franc", "franc francs"), ("crown", "kronor kroner"), ("lira", "lira"),
      ("peso", "peso pesos"),
    ],
    groupSeparators: [UInt8(ascii: ",")],
    decimalSeparators: [UInt8(ascii: ".")])
}
