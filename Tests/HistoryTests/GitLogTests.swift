import Chronology
import TestSupport
import Testing

@testable import History

/// What git writes, read: bytes that may be anything in, commits out.
@Suite struct GitLogTests {
  private static let zero = String(repeating: "0", count: 40)

  private static func hash(_ number: Int) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "a", count: 40 - digits.count) + digits
  }

  private static func head(
    _ number: Int, parents: [Int] = [], at: String = "1772445600", name: String = "Ann",
    subject: String = "Plan it"
  ) -> String {
    [
      hash(number), parents.map(hash).joined(separator: " "), at, at, name, "ann@example.org", name,
      "ann@example.org", subject,
    ].joined(separator: "\n")
  }

  private static func log(_ parts: [String]) -> [UInt8] {
    parts.flatMap { Array($0.utf8) + [0] }
  }

  @Test func readsCommitsAndWhatTheyDo() {
    let commits = GitLog.parse(
      Self.log([
        Self.head(2, parents: [1]), "\n:100644 100644 \(Self.hash(7)) \(Self.hash(8)) M", "a.md",
        ":100644 000000 \(Self.hash(9)) \(Self.zero) D", "b\n\"c\".md",
        Self.head(1, name: "", subject: ""), "\n:000000 100644 \(Self.zero) \(Self.hash(7)) A",
        "a.md",
      ]))
    #expect(commits.map(\.commit.id) == [Self.hash(2), Self.hash(1)])
    #expect(commits[0].commit.parents == [Self.hash(1)])
    #expect(commits[0].commit.authored?.rfc3339 == "2026-03-02T10:00:00Z")
    #expect(commits[0].changes.map(\.path) == ["a.md", "b\n\"c\".md"])
    #expect(commits[0].changes[0].before == Self.hash(7))
    #expect(commits[0].changes[1].after == nil)
    #expect(commits[1].changes.map(\.before) == [nil])
    #expect(commits[1].commit.author.title == "ann@example.org")
  }

  @Test func readsMergesOfAnyNumberOfParents() {
    for parents in 2...5 {
      let modes = [String](repeating: "100644", count: parents + 1).joined(separator: " ")
      let hashes = (0...parents).map { Self.hash($0 + 20) }.joined(separator: " ")
      let entry =
        String(repeating: ":", count: parents) + "\(modes) \(hashes) "
        + String(repeating: "M", count: parents)
      let commits = GitLog.parse(
        Self.log([Self.head(9, parents: Array(0..<parents)), "\n" + entry, "a.md"]))
      #expect(commits.first?.commit.parents.count == parents)
      #expect(commits.first?.changes.first?.before == Self.hash(20))
      #expect(commits.first?.changes.first?.after == Self.hash(parents + 20))
    }
  }

  @Test(arguments: ["-1", "0", "99999999999999", "9223372036854775808", "", "x"])
  func aClockMaySayAnything(at: String) {
    let commit = GitLog.parse(Self.log([Self.head(1, at: at)])).first?.commit
    #expect(commit != nil)
    #expect((commit?.authored == nil) == (at != "0"))
  }

  @Test func dropsWhatATerminalWouldObey() {
    let commit = GitLog.parse(
      Self.log([Self.head(1, name: "A\u{1B}[2Jnn", subject: "x\u{9B}y\u{7}")])
    ).first?.commit
    #expect(commit?.author.name == "A\u{FFFD}[2Jnn")
    #expect(commit?.subject == "x\u{FFFD}y\u{FFFD}")
  }

  @Test func knowsASubmodule() {
    let commits = GitLog.parse(
      Self.log([Self.head(1), "\n:000000 160000 \(Self.zero) \(Self.hash(3)) A", "content/changes"])
    )
    #expect(commits.first?.changes.first?.isSubmodule == true)
  }

  /// Logs that are cut, mixed up or overwritten end in commits or in nothing, never in a trap, and say
  /// nothing of a file that no entry names.
  @Test func damagedLogsAreReadAsFarAsTheyGo() {
    var random = SplitMix(seed: 614)
    let whole = Self.log([
      Self.head(2, parents: [1]), "\n:100644 100644 \(Self.hash(7)) \(Self.hash(8)) M", "a.md",
      ":::100644 100644 100644 100644 \(Self.hash(7)) \(Self.hash(8)) \(Self.hash(9)) \(Self.zero) DDD",
      "c.md", Self.head(1), "\n:000000 100644 \(Self.zero) \(Self.hash(7)) A", "a.md",
    ])
    var read = 0
    for _ in 0..<4000 {
      var bytes = whole
      switch random.below(4) {
      case 0: bytes.removeLast(random.below(bytes.count))
      case 1: bytes.removeFirst(random.below(bytes.count))
      case 2:
        for _ in 0..<random.below(20) {
          bytes[random.below(bytes.count)] = UInt8(random.below(256))
        }
      default:
        let start = random.below(bytes.count)
        bytes.removeSubrange(start..<min(bytes.count, start + random.below(60)))
      }
      for logged in GitLog.parse(bytes) {
        read += 1
        #expect(GitLog.isHash(logged.commit.id.utf8))
        for change in logged.changes { #expect(!change.path.isEmpty) }
      }
    }
    #expect(read > 1000)
  }
}
