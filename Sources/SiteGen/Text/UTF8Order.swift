/// Whether one text comes before another by its UTF-8 bytes: the one order of everything that is published.
func utf8Precedes(_ left: String, _ right: String) -> Bool {
  left.utf8.lexicographicallyPrecedes(right.utf8)
}
