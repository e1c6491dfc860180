extension RandomAccessCollection {
  /// The start of the second part of a partitioned collection: the first index whose element meets the condition, or
  /// `endIndex` if none does. All elements after it must meet the condition too. Takes logarithmic time.
  func partitioningIndex(where isInSecondPart: (Element) -> Bool) -> Index {
    var (low, count) = (startIndex, count)
    while count > 0 {
      let half = count / 2
      let middle = index(low, offsetBy: half)
      if isInSecondPart(self[middle]) {
        count = half
      } else {
        low = index(after: middle)
        count -= half + 1
      }
    }
    return low
  }
}
