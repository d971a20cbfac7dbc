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
  package func holds(_ part: String) -> Bool { offset(of: part) != nil }

  /// After how many bytes another text stands in it for the first time; nil where it does not.
  package func offset(of part: String) -> Int? {
    withBytes { text in
      part.withBytes { part in
        guard let first = part.first, let wanted = part.baseAddress else { return 0 }
        guard let base = text.baseAddress else { return nil }
        var start = 0
        while start + part.count <= text.count {
          let left = text.count - part.count - start + 1
          guard let found = memchr(base + start, Int32(first), left) else { return nil }
          start = UnsafeRawPointer(found) - UnsafeRawPointer(base)
          if memcmp(found, wanted, part.count) == 0 { return start }
          start += 1
        }
        return nil
      }
    }
  }
}
