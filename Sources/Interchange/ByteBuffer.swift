import SourceText

/// Bytes as they are written: memory of its own that grows, with nothing to ask before each of the
/// millions of small pieces that pages and data files are made of.
///
/// What is called for each piece is public so that other modules get it inlined, see `ByteBlock`.
public struct ByteBuffer: ~Copyable {
  @usableFromInline var start: UnsafeMutablePointer<UInt8>
  @usableFromInline var capacity: Int
  @usableFromInline var length = 0

  package init(capacity: Int = 1024) {
    self.capacity = max(64, capacity)
    start = .allocate(capacity: self.capacity)
  }

  deinit { start.deallocate() }

  /// Bytes written so far.
  package var count: Int { length }

  /// What was written.
  package var bytes: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }

  /// Calls `body` with what was written from an index on.
  ///
  /// - Precondition: `first` is not greater than `count`.
  package func withBytes<Result>(
    from first: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    precondition((0...count).contains(first), "bytes begin where some were written")
    return body(UnsafeBufferPointer(start: start + first, count: count - first))
  }

  /// Makes room for so many bytes in all.
  package mutating func reserve(_ total: Int) {
    if total > capacity { grow(to: total) }
  }

  /// Forgets what was written after the first so many bytes.
  package mutating func cut(to newCount: Int) {
    precondition((0...count).contains(newCount), "only what was written can be cut")
    length = newCount
  }

  /// One byte.
  @inlinable public mutating func append(_ byte: UInt8) {
    if length == capacity { grow(to: length + 1) }
    start[length] = byte
    length += 1
  }

  /// Bytes of another memory.
  @inlinable public mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    if bytes.count > capacity - length { grow(to: length + bytes.count) }
    (start + length).update(from: source, count: bytes.count)
    length += bytes.count
  }

  /// The bytes of a literal.
  @inlinable public mutating func append(_ literal: StaticString) {
    literal.withUTF8Buffer { append($0) }
  }

  /// The bytes of a text as they are.
  @inlinable public mutating func append(text: String) {
    text.withBytes { append($0) }
  }

  @usableFromInline mutating func grow(to total: Int) {
    capacity = max(total, capacity * 2)
    let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    grown.update(from: start, count: length)
    start.deallocate()
    start = grown
  }
}
