import TestSupport
import Testing

@testable import History

/// What `git cat-file --batch` writes, in pieces of any length.
@Suite struct StoredTextsTests {
  private static let texts = ["", "\n", "---\nid: CHG-1\n---\n", "a blob 3\nx missing\n"]

  private static func hash(_ index: Int) -> String {
    String(repeating: "\(index)", count: 40)
  }

  private static func output(_ texts: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (index, text) in texts.enumerated() {
      bytes += "\(hash(index)) blob \(text.utf8.count)\n\(text)\n".utf8
    }
    return bytes
  }

  private static func read(_ bytes: [UInt8], piece: (inout SplitMix) -> Int, seed: UInt64)
    -> (texts: StoredTexts, isGit: Bool)
  {
    var random = SplitMix(seed: seed)
    var texts = StoredTexts()
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = min(rest.count, max(1, piece(&random)))
      let isGit = rest.prefix(count).withUnsafeBytes { texts.add($0) }
      if !isGit { return (texts, false) }
      rest = rest.dropFirst(count)
    }
    return (texts, true)
  }

  @Test func readsTextsInPiecesOfAnyLength() {
    for seed in 0..<200 {
      let (read, isGit) = Self.read(
        Self.output(Self.texts), piece: { $0.below(9) }, seed: UInt64(seed))
      #expect(isGit)
      for (index, text) in Self.texts.enumerated() {
        #expect(read.texts[Self.hash(index)].map { String(decoding: $0, as: UTF8.self) } == text)
      }
    }
  }

  @Test func whatIsMissingOrTooLargeHasNoText() {
    let large = String(repeating: "x", count: 65 << 10)
    let bytes =
      Array("\(Self.hash(8)) missing\n".utf8) + Self.output([large, "y"])
      + Array("\(Self.hash(9)) commit 3\nabc\n".utf8)
    let (read, isGit) = Self.read(bytes, piece: { _ in 4096 }, seed: 1)
    #expect(isGit)
    #expect(read.texts.keys.sorted() == [Self.hash(1)])
  }

  @Test(arguments: ["abc", "abc blob x\n", "abc blob -1\n", "abc blob 9223372036854775807\n", "\n"])
  func otherBytesAreNotGits(text: String) {
    let (read, isGit) = Self.read(
      Array((text + String(repeating: "z", count: 400)).utf8), piece: { _ in 7 }, seed: 1)
    #expect(!isGit && read.texts.isEmpty)
  }
}
