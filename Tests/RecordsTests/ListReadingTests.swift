import Chronology
import Records
import SourceText
import TestSupport
import Testing

/// A list of people or systems that is there is read as a whole, or says where it is not.
@Suite struct ListReadingTests {
  private static let people = """
    # People

    Who does what. A bar | in a sentence is none of a table.

    | Handle | Name | Role(s) | From | Until | Notes |
    |---|---|---|---|---|---|
    | @ann | Ann Smith | technical, CAB | 2026-01-01 | 2026-06-30 | joined 2025-12-01 |
    | @ann | | technical | 2026-07-01 | n/a | |
    | @bob | Bob Jones | none | - | — | |
    | ~~@old~~ | ~~Old Hand~~ | ~~CAB~~ | | | |
    | @cab | | CAB | | | |
    <!-- | @gone | | CAB | | | | -->

    ```sh
    git log | sort | uniq
    ```

    """
  private static let systems = """
    # Systems

    | System | Owner | Depends on | Aliases | Port | Retired |
    |---|---|---|---|---|---|
    | web | @web | api, database | www, Web | 443 | |
    | api | @api | database | | | |
    | database | | - | db | | 2027-01-01 |
    | docs | | none | | | no |

    | Port | Use |
    |---|---|
    | 443 | Browsers |

    """

  private static func problems(_ list: NameList, _ text: String) -> [ReadingProblem] {
    let file = SourceFile(path: list.page, text: text)
    return list == .people
      ? readPeopleDirectory([file], zone: .utc).problems : readSystemDirectory([file]).problems
  }

  @Test func findsNothingInWholeLists() {
    #expect(Self.problems(.people, Self.people) == [])
    #expect(Self.problems(.systems, Self.systems) == [])
    #expect(readPeopleDirectory([], zone: .utc).problems == [])
    #expect(readSystemDirectory([]).problems == [])
  }

  @Test func takesPagesOfAFolderThatAreAboutOneName() {
    let files = [
      SourceFile(path: "content/systems/list.md", text: Self.systems),
      SourceFile(
        path: "content/systems/web.md", text: "# Web\n\n| Port | Use |\n|---|---|\n| 1 | a |\n"),
    ]
    #expect(readSystemDirectory(files).problems == [])
    #expect(readSystemDirectory([files[1]]).problems.count == 1)
  }

  /// One damage at a random place, of a kind by which the list would be read as another one.
  static let kinds: [(String, @Sendable (inout [String], Int, inout SplitMix) -> Void)] = [
    (
      "a letter of a head is lost",
      { lines, head, random in
        let words = ["Handle", "Role", "From", "Until", "System", "Depends on"]
        let found = words.filter { lines[head].contains($0) }
        let word = found[random.below(found.count)]
        var letters = Array(word)
        letters.remove(at: 1 + random.below(letters.count - 2))
        lines[head] = lines[head].replacing(word, with: String(letters))
      }
    ),
    (
      "two letters of a head are swapped",
      { lines, head, random in
        let words = ["Handle", "Until", "System", "Depends on"]
        let found = words.filter { lines[head].contains($0) }
        let word = found[random.below(found.count)]
        var letters = Array(word)
        letters.swapAt(letters.count - 2, letters.count - 3)
        lines[head] = lines[head].replacing(word, with: String(letters))
      }
    ),
    ("a blank line", { lines, head, random in lines.insert("", at: head + 3 + random.below(2)) }),
    ("the delimiter row is short", { lines, head, _ in lines[head + 1] = "|---|" }),
    ("no delimiter row", { lines, head, _ in lines.remove(at: head + 1) }),
    (
      "a fence above",
      { lines, head, random in
        lines.insert(["```", "~~~", "```text"][random.below(3)], at: head - random.below(2))
      }
    ),
    (
      "a comment over lines",
      { lines, head, random in
        lines.insert("<!--", at: head + random.below(2) * 3)
        lines.append("-->")
      }
    ),
    ("an open comment", { lines, head, _ in lines.insert("<!--", at: head) }),
    ("no rows", { lines, head, _ in lines.removeSubrange((head + 2)...) }),
    ("no table", { lines, head, _ in lines.removeSubrange(head...) }),
    ("nothing at all", { lines, _, _ in lines = [] }),
    (
      "a cell too many",
      { lines, head, random in
        lines[head + 2 + random.below(3)] += " 2026-01-01 |"
      }
    ),
    (
      "cells too few",
      { lines, head, random in
        let row = head + 2 + random.below(3)
        lines[row] = lines[row].split(separator: "|").prefix(2).joined(separator: "|") + "|"
        if !lines[row].hasPrefix("|") { lines[row] = "|" + lines[row] }
      }
    ),
    (
      "a part is struck out",
      { lines, head, _ in
        lines[head + 2] = lines[head + 2].replacing("@ann", with: "~~@ann~~")
          .replacing("| web |", with: "| ~~web~~ |")
      }
    ),
    ("a row elsewhere", { lines, _, _ in lines += ["", "| @eve | Eve | CAB | | | |"] }),
    (
      "a table of HTML",
      { lines, _, _ in
        lines += ["", "<table><tr><td>@eve</td></tr></table>"]
      }
    ),
    (
      "a second table with other heads",
      { lines, _, _ in
        lines += ["", "| Name | Service | Role |", "|---|---|---|", "| eve | eve | CAB |"]
      }
    ),
    (
      "a heading that takes it back",
      { lines, head, random in
        lines.insert(
          ["## Former", "## Draft", "## Old list", "## Examples"][random.below(4)], at: head)
      }
    ),
  ]

  @Test(arguments: kinds.indices, [NameList.people, .systems])
  func noticesDamage(_ kind: Int, _ list: NameList) throws {
    var random = SplitMix(seed: UInt64(kind))
    for _ in 0..<12 {
      var lines = (list == .people ? Self.people : Self.systems).components
      let head = try #require(
        lines.firstIndex { $0.hasPrefix("| Handle") || $0.hasPrefix("| System") })
      Self.kinds[kind].1(&lines, head, &random)
      let text = lines.joined(separator: "\n") + "\n"
      let doubts = Self.problems(list, text).filter {
        if case .listUnread = $0.kind { true } else { false }
      }
      #expect(!doubts.isEmpty, "\(Self.kinds[kind].0)\n\(text)")
    }
  }

  @Test(arguments: [
    "30.6.2026", "06/30/2026", "June", "June 2026", "TBD", "2026-02-30", "unknown", "?", "pending",
    "end of Q2", "2026", "later",
  ])
  func doubtsDaysThatAreNone(_ day: String) {
    for column in [" 2026-01-01 ", " 2026-06-30 "] {
      let text = Self.people.replacing(column, with: " \(day) ")
      #expect(!Self.problems(.people, text).isEmpty)
    }
  }

  @Test(arguments: [
    // Another person with a part of the first.
    "| @dan | Ann Smith | | | | |", "| @ann | Dan | security | | | |",
    // What takes a limit away.
    "| @ann | | technical | | | |", "| @ann | | CAB | 2026-06-30 | | |", "| @bob | | | | | |",
    "| @ann, @dan | | CAB | | | |", "| | | CAB | | | |", "| @dan | | TBD | | | |",
    "| @dan | | CAB | 2026-06-30 | 2026-01-01 | |",
  ])
  func doubtsRowsThatContradict(_ row: String) {
    let text = Self.people.replacing("| @cab |", with: "\(row)\n| @cab |")
    #expect(!Self.problems(.people, text).isEmpty)
  }

  @Test(arguments: [
    "| other | | | web | | |", "| web | | | | | |", "| other | | | all | | |",
    "| everything | | | | | |", "| | @x | | | | |", "| TBD | @x | | | | |",
    "| other | | TBD | | | |", "| other | | nowhere | | | |",
  ])
  func doubtsSystemsThatContradict(_ row: String) {
    let text = Self.systems.replacing("| docs |", with: "\(row)\n| docs |")
    #expect(!Self.problems(.systems, text).isEmpty)
  }

  @Test func knowsDependenciesThatAreStatedForAll() {
    func list(_ cell: String) -> SystemDirectory {
      readSystemDirectory([
        SourceFile(
          path: "content/systems.md",
          text: Self.systems.replacing("| docs | | none |", with: "| docs | | \(cell) |"))
      ])
    }
    #expect(list("all").dependents(on: ["web"]) == ["docs"])
    #expect(list("none").knowsDependencies)
    for cell in ["TBD", "?", "unknown", "see diagram", "wbe"] {
      #expect(!list(cell).knowsDependencies, "\(cell)")
    }
    #expect(!readSystemDirectory([]).knowsDependencies)
  }
}

extension String {
  fileprivate var components: [String] {
    split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
