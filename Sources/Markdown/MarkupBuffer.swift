/// Bytes of markup as they are written: memory of its own that grows, with nothing to ask before
/// each of the millions of small pieces that a site is made of.
struct MarkupBuffer: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int) {
    self.capacity = max(64, capacity)
    start = .allocate(capacity: self.capacity)
  }

  deinit { start.deallocate() }

  /// What was written.
  var bytes: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }

  mutating func reserve(_ total: Int) {
    if total > capacity { grow(to: total) }
  }

  mutating func append(_ byte: UInt8) {
    if count == capacity { grow(to: count + 1) }
    start[count] = byte
    count += 1
  }

  mutating func append(_ literal: StaticString) {
    literal.withUTF8Buffer { append($0) }
  }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    if bytes.count > capacity - count { grow(to: count + bytes.count) }
    (start + count).update(from: source, count: bytes.count)
    count += bytes.count
  }

  /// A text in which nothing can be taken for markup, inside quotes too. Control characters have no
  /// spelling in HTML; the replacement character stands for them.
  mutating func append(escaping text: UnsafeBufferPointer<UInt8>) {
    guard let source = UnsafeRawPointer(text.baseAddress) else { return }
    if text.count > capacity - count { grow(to: count + text.count) }
    var index = 0
    while index + 8 <= text.count {
      let block = source.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      if block.isPlain, count + 8 <= capacity {
        UnsafeMutableRawPointer(start + count).storeBytes(of: block, as: UInt64.self)
        count += 8
      } else {
        append(escapingEach: UnsafeBufferPointer(rebasing: text[index..<(index + 8)]))
      }
      index += 8
    }
    append(escapingEach: UnsafeBufferPointer(rebasing: text[index...]))
  }

  private mutating func append(escapingEach text: UnsafeBufferPointer<UInt8>) {
    for byte in text {
      if let spelling = Self.spelling(of: byte) { append(spelling) } else { append(byte) }
    }
  }

  /// How a character is written that cannot stand for itself; nil where it can.
  private static func spelling(of byte: UInt8) -> StaticString? {
    guard byte <= UInt8(ascii: ">") || byte == 0x7F else { return nil }
    switch byte {
    case UInt8(ascii: "<"): return "&lt;"
    case UInt8(ascii: ">"): return "&gt;"
    case UInt8(ascii: "&"): return "&amp;"
    case UInt8(ascii: "\""): return "&quot;"
    case UInt8(ascii: "'"): return "&#39;"
    case 0x09, 0x0A, 0x0D, 0x20...0x7E: return nil
    default: return "\u{FFFD}"
    }
  }

  private mutating func grow(to total: Int) {
    capacity = max(total, capacity * 2)
    let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    grown.update(from: start, count: count)
    start.deallocate()
    start = grown
  }
}

extension UInt64 {
  /// None of its eight bytes needs another spelling. White space but the blank is not counted as
  /// plain, since it stands among the control characters.
  fileprivate var isPlain: Bool {
    let controls = (self &- Self.each(0x20)) & ~self
    let quote = matches(0x22, 0xFF)
    // `&` and `'` differ in one bit, as do `<` and `>`.
    let ampersandOrApostrophe = matches(0x26, 0xFE)
    let angle = matches(0x3C, 0xFD)
    let delete = matches(0x7F, 0xFF)
    return (controls | quote | ampersandOrApostrophe | angle | delete) & Self.each(0x80) == 0
  }

  /// Has the highest bit of a byte set where, of the bits in `mask`, the byte has those of `byte`;
  /// of bytes above such a one it may be set too.
  private func matches(_ byte: UInt8, _ mask: UInt8) -> UInt64 {
    let difference = (self ^ Self.each(byte)) & Self.each(mask)
    return (difference &- Self.each(0x01)) & ~difference
  }

  /// The byte eight times.
  private static func each(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }
}
