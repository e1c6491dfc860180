sitegenSearch.index({
  "entries": 427,
  "common": [],
  "words": [
    "0",
    "ordered"
  ],
  "pieces": [
    0,
    33,
    73,
    107,
    146,
    177,
    213,
    249,
    279,
    309,
    330,
    342,
    353,
    363,
    372,
    392
  ]
})
