import TestSupport
import Testing

@testable import Site

@Suite struct SearchPostingsTests {
  /// The two forms, read as their description says.
  static func read(_ bytes: [UInt8]) -> [UInt32] {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    let values = bytes.map { UInt32(letters.firstIndex(of: $0) ?? 64) }
    if bytes.first == UInt8(ascii: ".") {
      return values.dropFirst().enumerated().flatMap { place, bits in
        (0..<6).filter { bits >> UInt32($0) & 1 == 1 }.map { UInt32(place * 6 + $0) }
      }
    }
    var numbers: [UInt32] = []
    var step: UInt32 = 0
    for value in values {
      step = step << 5 | value & 31
      guard value < 32 else { continue }
      numbers.append((numbers.last.map { $0 + 1 } ?? 0) + step)
      step = 0
    }
    return numbers
  }

  @Test func readsBackWhateverIsWritten() {
    var random = SplitMix(seed: 15)
    for round in 0..<400 {
      let bound = [1, 7, 40, 900, 40_000, 3_000_000][round % 6]
      let count = random.below(min(bound, 300)) + 1
      let numbers = Set((0..<count).map { _ in UInt32(random.below(bound)) }).sorted()
      let written = searchPostings(numbers)
      #expect(Self.read(written) == numbers, "round \(round)")
      // Never more than a bit a number.
      #expect(written.count <= 2 + (Int(numbers.last ?? 0)) / 6)
    }
    #expect(searchPostings([]).isEmpty)
  }
}
