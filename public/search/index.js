sitegenSearch.index({
  "entries": 398,
  "common": [],
  "words": [
    "0",
    "over"
  ],
  "pieces": [
    0,
    112,
    219,
    301,
    335
  ]
})
