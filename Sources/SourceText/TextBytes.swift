import Glibc

extension String {
  /// Calls `body` with the bytes of the text in UTF-8. Unlike `withUTF8` it needs no copy of the
  /// text that may be changed.
  ///
  /// Public so that other modules get it inlined, see `ByteBlock`.
  @inlinable public func withBytes<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    if let result = try utf8.withContiguousStorageIfAvailable(body) { return result }
    var copy = self
    return try copy.withUTF8(body)
  }
}

extension String {
  /// Whether another text stands in it, byte for byte. `contains` compares characters by Unicode's
  /// tables and takes a hundred times as long: this is for texts of one form, such as folded ones.
  package func holds(_ part: String) -> Bool {
    withBytes { text in
      part.withBytes { part in
        guard let first = part.first, let wanted = part.baseAddress else { return true }
        guard let base = text.baseAddress else { return false }
        var start = 0
        while start + part.count <= text.count {
          let left = text.count - part.count - start + 1
          guard let found = memchr(base + start, Int32(first), left) else { return false }
          if memcmp(found, wanted, part.count) == 0 { return true }
          start = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
        }
        return false
      }
    }
  }
}
