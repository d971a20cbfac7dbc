/// Eight bytes of a text at once, to tell that there is nothing to escape among them: few texts have
/// such a character, and all of them are looked through.
///
/// A byte is found where the highest bit of its place is set; the bits of bytes above one that was
/// found mean nothing.
///
/// Public, as little else is, so that its few instructions are inlined into the loops of other
/// modules: what is `package` is called there, whatever its attributes.
@frozen public struct ByteBlock {
  @usableFromInline let bytes: UInt64

  /// The eight bytes from an index on; where fewer are left, the last eight, so that the ends of
  /// texts need not be looked at byte by byte. Nil where the text has fewer.
  @inlinable public init?(_ text: UnsafeBufferPointer<UInt8>, at index: Int) {
    guard index >= 0, text.count >= 8, let start = UnsafeRawPointer(text.baseAddress) else {
      return nil
    }
    bytes = start.loadUnaligned(
      fromByteOffset: min(index, text.count - 8), as: UInt64.self)
  }

  /// Finds bytes below 0x20.
  @inlinable public var controls: UInt64 { (bytes &- Self.each(0x20)) & ~bytes }

  /// Finds digits, and the six marks behind them.
  @inlinable public var digits: UInt64 {
    let difference = bytes ^ Self.each(0x30)
    return (difference &- Self.each(0x10)) & ~difference
  }

  /// Finds a byte.
  @inlinable public func places(of byte: UInt8) -> UInt64 {
    let difference = bytes ^ Self.each(byte)
    return (difference &- Self.each(0x01)) & ~difference
  }

  /// Whether nothing was found.
  @inlinable public static func isNone(_ places: UInt64) -> Bool { places & each(0x80) == 0 }

  /// The byte eight times.
  @inlinable static func each(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }
}
