sitegenSearch.index({
  "entries": 398,
  "common": [],
  "words": [
    "0",
    "organization"
  ],
  "pieces": [
    0,
    38,
    74,
    110,
    146,
    176,
    215,
    245,
    276,
    299,
    311,
    321,
    331,
    343,
    363
  ]
})
