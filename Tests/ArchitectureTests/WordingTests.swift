import Foundation
import Testing

/// People read one word for one thing, in plain English: phrases that were given up stay away.
@Suite struct WordingTests {
  /// The phrase that is gone, and what is said now.
  private static let givenUp = [
    ("May a change run", "Can I deploy?"), ("State now", "Right now"),
    ("Told from what was on record", "Based on records as of"),
    ("Ended last", "Recently completed"), ("Scheduled next", "Upcoming"),
    ("could not be read and are in no figure", "have errors and are excluded from all figures"),
    ("too few to tell", "inconclusive (too few changes)"), ("within noise", "normal variation"),
    ("for the leadership", "for leadership"), ("for the engineers", "for engineering"),
    ("by more than chance would make it", "beyond normal month-to-month variation"),
    ("tell signal from noise", "not enough history to call a trend"),
    ("Not in the numbers", "Excluded from the figures"),
    ("Why is among the findings", "See findings"),
    ("What is owed", "overdue actions"), ("How the policy works", "Performance against policy"),
    ("counted above the line", "counted as successful"), ("below the line", "not successful"),
    ("Beside them", "Supporting metrics"), ("run into another one", "overlap"),
    ("Frozen for a part of it", "Includes a freeze"), ("In order of time", "Schedule"),
    ("May pass", "Exempt"), ("Rests on", "Policy basis"),
    ("Scheduled changes that it stops", "Blocked changes"),
    ("Carried out while it held", "Changes made during the freeze"),
    ("Times against the plan", "Planned vs actual"), ("by word of mouth", "verbal"),
    ("the policy asks for", "the policy requires"), ("is on record", "is recorded"),
    ("not on record", "not recorded"), ("are on record", "are recorded"),
    ("was called off", "was cancelled"), ("were called off", "were cancelled"),
    ("Put right", "Fixed"), ("Where it was found", "Occurrences"),
    ("one is asked for", "tick exactly one"), ("These places lead on", "Try one of these"),
    ("says where they part", "reports where they differ"),
    ("Folders are free", "Any folder layout works"),
  ]

  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test func phrasesThatWereGivenUpStayAway() throws {
    var found: [String] = []
    var read = 0
    for folder in ["Sources", "templates", "content/guide"] {
      let base = Self.root.appending(path: folder)
      for path in try FileManager.default.subpathsOfDirectory(atPath: base.path).sorted()
      where ["swift", "mustache", "md", "js"].contains((path as NSString).pathExtension) {
        let text = try String(contentsOf: base.appending(path: path), encoding: .utf8)
        read += 1
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
          .enumerated()
        {
          let words = line.drop { $0 == " " }
          // What engineers alone read may use any words.
          if path.hasSuffix(".swift"), words.hasPrefix("//") { continue }
          for (old, new) in Self.givenUp where words.contains(old) {
            found.append("\(folder)/\(path):\(number + 1): \(old): better: \(new)")
          }
        }
      }
    }
    #expect(read > 500)
    #expect(found == [])
  }
}
