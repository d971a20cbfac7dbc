/// Byte offsets of Unicode scalars: libyaml counts scalars, everything else here counts bytes.
struct ScalarOffsets {
  private let base: Int
  private let count: Int
  /// Nil where every scalar is one byte.
  private let offsets: [Int32]?

  /// - Parameter base: the offset of the first byte in its file.
  init(_ bytes: UnsafeBufferPointer<UInt8>, base: Int) {
    self.base = base
    count = bytes.count
    guard bytes.contains(where: { $0 >= 0x80 }) else {
      offsets = nil
      return
    }
    var offsets: [Int32] = []
    offsets.reserveCapacity(bytes.count + 1)
    for index in 0..<bytes.count where bytes[index] & 0xC0 != 0x80 {
      offsets.append(Int32(index))
    }
    self.offsets = offsets
  }

  /// The offset in the file, held inside the bytes.
  subscript(scalar: Int) -> Int {
    guard let offsets else { return base + min(scalar, count) }
    return base + (scalar < offsets.count ? Int(offsets[scalar]) : count)
  }
}
