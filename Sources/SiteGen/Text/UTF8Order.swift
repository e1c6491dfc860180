/// Whether one text precedes another by its UTF-8 bytes: the sort order of published data.
func utf8Precedes(_ left: String, _ right: String) -> Bool {
  left.utf8.lexicographicallyPrecedes(right.utf8)
}
