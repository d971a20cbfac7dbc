/// A coordinate with at most one decimal place, the same on every machine. What is not a number is
/// 0, and what no drawing holds is brought to its edge: a chart is never broken by a value.
package func svgNumber(_ value: Double) -> String {
  let edge = 100_000.0
  let inside = value.isNaN ? 0 : min(edge, max(-edge, value))
  let tenths = Int((inside * 10).rounded())
  // Drawings hold tens of thousands of them: eight bytes from behind, without texts in between.
  return String(unsafeUninitializedCapacity: 8) { bytes in
    var (rest, tenth) = abs(tenths).quotientAndRemainder(dividingBy: 10)
    var start = bytes.count
    func put(_ byte: UInt8) {
      start -= 1
      bytes[start] = byte
    }
    if tenth != 0 {
      put(UInt8(ascii: "0") + UInt8(tenth))
      put(UInt8(ascii: "."))
    }
    repeat {
      (rest, tenth) = rest.quotientAndRemainder(dividingBy: 10)
      put(UInt8(ascii: "0") + UInt8(tenth))
    } while rest > 0
    if tenths < 0 { put(UInt8(ascii: "-")) }
    let count = bytes.count - start
    for index in 0..<count { bytes[index] = bytes[start + index] }
    return count
  }
}

/// A value as a whole number, without a trap for one that none holds.
func wholeNumber(_ value: Double) -> Int {
  let edge = 1e15
  return value.isNaN ? 0 : Int(min(edge, max(-edge, value)).rounded())
}
