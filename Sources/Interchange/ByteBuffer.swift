/// Bytes as they are written: memory of its own that grows, with nothing to ask before each of the
/// millions of small pieces that data files are made of.
struct ByteBuffer: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int = 1024) {
    self.capacity = max(64, capacity)
    start = .allocate(capacity: self.capacity)
  }

  deinit { start.deallocate() }

  /// What was written.
  var bytes: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }

  /// Calls `body` with what was written from an index on.
  ///
  /// - Precondition: `first` is not greater than `count`.
  func withBytes<Result>(
    from first: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    precondition((0...count).contains(first), "bytes begin where some were written")
    return body(UnsafeBufferPointer(start: start + first, count: count - first))
  }

  /// Makes room for so many bytes in all.
  mutating func reserve(_ total: Int) {
    if total > capacity { grow(to: total) }
  }

  /// Forgets what was written after the first so many bytes.
  mutating func cut(to newCount: Int) {
    precondition((0...count).contains(newCount), "only what was written can be cut")
    count = newCount
  }

  mutating func append(_ byte: UInt8) {
    if count == capacity { grow(to: count + 1) }
    start[count] = byte
    count += 1
  }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    if bytes.count > capacity - count { grow(to: count + bytes.count) }
    (start + count).update(from: source, count: bytes.count)
    count += bytes.count
  }

  mutating func append(_ literal: StaticString) {
    literal.withUTF8Buffer { append($0) }
  }

  /// The bytes of a text as they are.
  mutating func append(text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  private mutating func grow(to total: Int) {
    capacity = max(total, capacity * 2)
    let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    grown.update(from: start, count: count)
    start.deallocate()
    start = grown
  }
}
