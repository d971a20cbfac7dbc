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
