sitegenSearch.index({
  "entries": 434,
  "common": [],
  "words": [
    "0",
    "of"
  ],
  "pieces": [
    0,
    28,
    59,
    88,
    119,
    151,
    180,
    213,
    249,
    277,
    307,
    334,
    345,
    356,
    366,
    377,
    385
  ],
  "word_versions": [
    "f5aaafd40a",
    "ef45efdce1"
  ],
  "piece_versions": [
    "e1afd1dfcd",
    "43c6477a74",
    "7a3b640d4c",
    "89a8e31d4d",
    "d01bbd6d11",
    "7f2f49809c",
    "85282d7dbe",
    "f340957b6c",
    "1dc75f3f4e",
    "c87c90b01c",
    "afdf2191bc",
    "91ee42c3d2",
    "a38ab5c771",
    "24a6a7230f",
    "5fb93d0daa",
    "e576432735",
    "e5b4a62331"
  ]
})
