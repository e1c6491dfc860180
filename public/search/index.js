sitegenSearch.index({
  "entries": 398,
  "common": [],
  "words": [
    "0",
    "over"
  ],
  "pieces": [
    0,
    38,
    74,
    111,
    147,
    177,
    216,
    246,
    277,
    300,
    313,
    324,
    333,
    343,
    363
  ]
})
