extension Sequence {
  /// The elements with the same key as an earlier element, each with the first element that has this key.
  func repeated<Key: Hashable>(by key: (Element) -> Key) -> [(element: Element, first: Element)] {
    var firsts: [Key: Element] = [:]
    return compactMap { element in
      let key = key(element)
      if let first = firsts[key] { return (element, first) }
      firsts[key] = element
      return nil
    }
  }
}
