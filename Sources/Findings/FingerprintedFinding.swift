import SourceText

/// A finding and the name by which readers of two logs know it again.
///
/// The name is made of the rule, the record (or else the file), the message and the text of the
/// line, so that it stays when lines move. Digits of the message do not count: days go by and rows
/// get other numbers while the finding is the same. Findings that are equal in all this are numbered
/// in their order.
struct FingerprintedFinding {
  /// The key among a result's `partialFingerprints`, with the version of how it is made.
  static let name = "changebook/v1"

  let finding: Finding
  /// Sixteen hexadecimal digits, a colon, and a number from 1.
  let text: String

  /// The findings of a listing in its order, each with its name.
  static func all(_ findings: [Finding]) -> [FingerprintedFinding] {
    var counts: [UInt64: Int] = [:]
    return findings.map { finding in
      let hash = hash(of: finding)
      let number = counts[hash, default: 0] + 1
      counts[hash] = number
      let digits = String(hash, radix: 16)
      return FingerprintedFinding(
        finding: finding,
        text: String(repeating: "0", count: 16 - digits.utf8.count) + digits + ":\(number)")
    }
  }

  private static func hash(of finding: Finding) -> UInt64 {
    var hash = StableHash()
    hash.add(finding.code.description)
    hash.add(finding.record ?? finding.place.file.path)
    hash.add(withoutDigits: finding.message)
    hash.add(lineOf: finding.place)
    return hash.value
  }
}

/// FNV-1a of 64 bits (G. Fowler, L. C. Noll, K.-P. Vo): the same in every run and on every machine,
/// which Swift's own hashes are not.
private struct StableHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Each text ends with a byte that no text holds.
  mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
    add(0xFF)
  }

  mutating func add(withoutDigits text: String) {
    for byte in text.utf8 where !(0x30...0x39).contains(byte) { add(byte) }
    add(0xFF)
  }

  /// The first line of a place without the blanks at its ends.
  mutating func add(lineOf place: Place) {
    let file = place.file
    var line = file.bytes[file.range(ofLine: file.line(at: Int(place.range.lower))).indices]
    while let first = line.first, first <= 0x20 { line.removeFirst() }
    while let last = line.last, last <= 0x20 { line.removeLast() }
    for byte in line { add(byte) }
    add(0xFF)
  }

  private mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}
