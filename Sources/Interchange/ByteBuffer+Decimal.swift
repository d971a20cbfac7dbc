import SourceText

extension ByteBuffer {
  /// A whole number in decimal digits.
  mutating func append(decimal number: Int64) {
    if number < 0 { append(0x2D) }
    var rest = number.magnitude
    // The largest magnitude has nineteen digits.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var start = digits.count
      repeat {
        start -= 1
        digits[start] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      } while rest > 0
      append(UnsafeBufferPointer(rebasing: digits[start...]))
    }
  }

  /// The shortest decimal that reads back as the same number; whole numbers without a fraction.
  ///
  /// - Precondition: `number` is finite.
  mutating func append(decimal number: Double) {
    // Below 10¹⁵ every whole number is written without an exponent; only zero has two signs.
    let isNegativeZero = number == 0 && number.sign == .minus
    if number.magnitude < 1e15, !isNegativeZero, let whole = Int64(exactly: number) {
      return append(decimal: whole)
    }
    number.description.withBytes { digits in
      let isWhole =
        digits.count > 2 && digits[digits.count - 2] == 0x2E && digits[digits.count - 1] == 0x30
      append(UnsafeBufferPointer(rebasing: isWhole ? digits.dropLast(2) : digits[...]))
    }
  }
}
