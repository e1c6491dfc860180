sitegenSearch.index({
  "entries": 427,
  "common": [],
  "words": [
    "0",
    "order"
  ],
  "pieces": [
    0,
    33,
    73,
    107,
    146,
    177,
    212,
    248,
    278,
    308,
    330,
    342,
    353,
    363,
    372,
    392
  ]
})
