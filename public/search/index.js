sitegenSearch.index({
  "entries": 435,
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
    357,
    367,
    378,
    386
  ],
  "word_versions": [
    "06d9ed0a46",
    "7e39db131c"
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
    "b29ad26f87",
    "24a6a7230f",
    "5fb93d0daa",
    "e576432735",
    "37ce06db3b"
  ]
})
