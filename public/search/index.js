sitegenSearch.index({
  "entries": 388,
  "common": [],
  "words": [
    "0",
    "police"
  ],
  "pieces": [
    0,
    112,
    221,
    298,
    335
  ]
})
