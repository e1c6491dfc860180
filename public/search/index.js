sitegenSearch.index({
  "entries": 441,
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
    120,
    151,
    180,
    213,
    249,
    277,
    307,
    334,
    345,
    363,
    373,
    384,
    392
  ],
  "word_versions": [
    "d43a335842",
    "1bc3f7a9ab"
  ],
  "piece_versions": [
    "e1afd1dfcd",
    "43c6477a74",
    "6f081bf92e",
    "1c80510fc1",
    "c4fe8d1323",
    "7f2f49809c",
    "d5610555d6",
    "f340957b6c",
    "1dc75f3f4e",
    "c87c90b01c",
    "8e6d04d100",
    "91ee42c3d2",
    "f74a1b2069",
    "c81cea0e8c",
    "5fb93d0daa",
    "e576432735",
    "37ce06db3b"
  ]
})
