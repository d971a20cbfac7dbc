import SourceText
import TestSupport
import Testing

/// Names that become names of files.
@Suite struct DistinctNamesTests {
  @Test(arguments: 0..<40)
  func noTwoAreTheSame(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let names = (0..<random.below(30)).map { _ in
      ["a", "A", "b", "a-2", "a-3", "ä"][random.below(6)]
    }
    let distinct = names.madeDistinct
    #expect(distinct.count == names.count)
    #expect(Set(distinct.map { $0.lowercased() }).count == names.count)
    // A name that nothing before it has stays as it is.
    for (index, name) in names.enumerated()
    where !names[..<index].contains(where: { $0.lowercased() == name.lowercased() }) {
      #expect(distinct[index] == name)
    }
  }

  @Test func bytesAreWrittenInTwoDigits() {
    let text = (0...255).map { UInt8($0) }.hexadecimal
    #expect(text.utf8.count == 512)
    for byte in 0...255 {
      let digits = text.dropFirst(2 * byte).prefix(2)
      #expect(UInt8(digits, radix: 16) == UInt8(byte))
    }
    #expect(text.lowercased() == text)
  }
}
