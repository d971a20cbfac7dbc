import Glibc

extension String {
  /// Whether it comes before another in the order of their bytes, which is that of listings.
  package func precedesInBytes(_ other: String) -> Bool {
    let quick = utf8.withContiguousStorageIfAvailable { a in
      other.utf8.withContiguousStorageIfAvailable { b in a.precedes(b) }
    }
    return (quick ?? nil) ?? utf8.lexicographicallyPrecedes(other.utf8)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The same for bytes as they are.
  func precedes(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = baseAddress, let second = other.baseAddress else {
      return count < other.count
    }
    let order = memcmp(first, second, Swift.min(count, other.count))
    return order == 0 ? count < other.count : order < 0
  }
}
