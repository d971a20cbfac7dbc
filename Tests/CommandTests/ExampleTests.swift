import Foundation
import TestSupport
import Testing

/// The examples of the README and the guide are what the program writes of the sample records.
@Suite struct ExampleTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The file, how the block begins, and the call that writes it.
  private static let examples: [(file: String, opening: String, call: [String])] = [
    ("README.md", "content/changes/2026/03/CHG-2026-0013.md:10:27", ["check"]),
    ("README.md", "Windows · 3", ["policy"]),
    ("README.md", "Change success rate ", ["report", "--month", "2026-03"]),
    ("content/guide/command-line.md", "March 2026: Monthly", ["report", "--month", "2026-03"]),
    (
      "content/guide/command-line.md", "Mean time to deploy  (", ["explain", "mean time to deploy"]
    ),
    (
      "content/guide/command-line.md", "Change success rate, October 2026",
      ["explain", "change success rate", "--month", "2026-10"]
    ),
    ("content/guide/reports.md", "Restated since", ["report", "--month", "2026-06"]),
  ]

  @Test(arguments: examples.indices)
  func isWhatTheProgramWrites(number: Int) throws {
    let example = Self.examples[number]
    let text = try String(contentsOf: Self.root.appending(path: example.file), encoding: .utf8)
    let blocks = text.components(separatedBy: "\n```")
    let block = try #require(
      blocks.first { $0.dropFirst().hasPrefix(example.opening) }, "\(example.opening)")
    let run = try Program.run(example.call + ["--as-of", "2026-11-20T12:00Z"], in: Self.root)
    var rest = run.output.split(separator: "\n", omittingEmptySubsequences: false)[...]
    // Between two lines of dots alone the lines follow each other; dots at the end stand for more.
    let parts = block.split(separator: "\n").split { $0.drop { $0 == " " } == "…" }
    for lines in parts {
      guard let first = lines.first else { continue }
      guard let start = rest.firstIndex(where: { Self.agrees(first, $0) }) else {
        Issue.record("nowhere: \(first)")
        return
      }
      rest = rest[start...]
      for line in lines {
        while rest.first?.isEmpty == true { rest.removeFirst() }
        #expect(rest.first.map { Self.agrees(line, $0) } ?? false, "\(line)\n\(rest.first ?? "")")
        rest = rest.dropFirst()
      }
    }
  }

  private static func agrees(_ example: Substring, _ line: Substring) -> Bool {
    example.hasSuffix("…")
      ? line.hasPrefix(example.dropLast()) : example == line
  }
}
