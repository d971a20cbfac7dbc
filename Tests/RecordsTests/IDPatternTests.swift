import Configuration
import TestSupport
import Testing

/// The patterns of ids that the settings may have.
@Suite struct IDPatternTests {
  /// Ids made by a pattern match it, and with one character of another kind they do not.
  @Test func patternsMatchTheirIDsAlone() throws {
    var random = SplitMix(seed: 7)
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    let digits = Array("0123456789")
    for _ in 0..<400 {
      var (pattern, id): (String, [Character]) = ("", [])
      for _ in 0..<1 + random.below(3) {
        for _ in 0..<1 + random.below(4) {
          switch random.below(4) {
          case 0: pattern.append("@"); id.append(letters[random.below(26)])
          case 1: pattern.append("#"); id.append(digits[random.below(10)])
          default:
            let letter = letters[random.below(26)]
            pattern.append(letter)
            id.append(letter)
          }
        }
        pattern.append("-")
        id.append("-")
      }
      pattern.append("#")
      id.append(digits[random.below(10)])
      if random.below(2) == 0 {
        pattern.append("*")
        for _ in 0..<random.below(4) { id.append(digits[random.below(10)]) }
      }
      let read = try #require(IDPattern(pattern), "\(pattern)")
      #expect(read.matches(String(id)), "\(pattern) \(String(id))")
      let spoilt = random.below(id.count)
      var other = id
      other[spoilt] = id[spoilt].isNumber ? "x" : "_"
      #expect(!read.matches(String(other)), "\(pattern) \(String(other))")
      #expect(!read.matches(String(id) + "-"))
      #expect(!read.matches(String(id.dropFirst())))
    }
  }
}
