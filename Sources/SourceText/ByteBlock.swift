/// Eight bytes of a text at once, to tell that there is nothing to escape among them: few texts have
/// such a character, and all of them are looked through.
///
/// A byte is found where the highest bit of its place is set; the bits of bytes above one that was
/// found mean nothing.
package struct ByteBlock {
  @usableFromInline let bytes: UInt64

  /// Nil where fewer than eight bytes are left.
  @inlinable package init?(_ text: UnsafeBufferPointer<UInt8>, at index: Int) {
    guard index >= 0, text.count - index >= 8, let start = UnsafeRawPointer(text.baseAddress) else {
      return nil
    }
    bytes = start.loadUnaligned(fromByteOffset: index, as: UInt64.self)
  }

  /// Finds bytes below 0x20.
  @inlinable package var controls: UInt64 { (bytes &- Self.each(0x20)) & ~bytes }

  /// Finds a byte.
  @inlinable package func places(of byte: UInt8) -> UInt64 {
    let difference = bytes ^ Self.each(byte)
    return (difference &- Self.each(0x01)) & ~difference
  }

  /// Whether nothing was found.
  @inlinable package static func isNone(_ places: UInt64) -> Bool { places & each(0x80) == 0 }

  /// The byte eight times.
  @inlinable static func each(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }
}
