import Configuration
import Findings
import Foundation
import Interchange
import SourceText
import Testing

@testable import PolicyReading

@Suite struct PolicyDescriptionTests {
  private func lines(_ policy: Policy) -> [String] {
    describeAsText(policy).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func showsEachTableWithItsPlaceAndTheLinesOfItsRows() throws {
    let lines = lines(LedgerPolicy.policy)
    let start = try #require(lines.firstIndex { $0.hasPrefix("Change types · 4") })
    #expect(lines[start].hasSuffix("content/policy/POL-CM-007.md:20 (§3.1)"))
    #expect(
      lines[(start + 1)...(start + 4)] == [
        "    22  Standard         pre-approved                   may start at once",
        "    23  Normal           approval of the CAB            requested 5 days before",
        "    24  Emergency        approval of the emergency CAB  may start at once",
        "    25  Runtime Upgrade  a governance vote              after the voting period",
      ])
  }

  @Test func showsWhatTheTextSaysWithItsClauses() throws {
    let lines = lines(LedgerPolicy.policy)
    let start = try #require(lines.firstIndex(of: "Said in the text"))
    #expect(
      lines[start + 1]
        == "    51  Emergency changes are reviewed within 48 hours   §4.3   “Post-implementation "
        + "review within")
    #expect(lines[start + 2].hasSuffix("  48 hours”"))
    #expect(lines.contains { $0.contains("A governance vote carries with 2/3 or more") })
  }

  @Test func showsWhatEachClauseIsUsedFor() {
    let lines = lines(LedgerPolicy.policy)
    #expect(
      lines.contains {
        $0.contains("§4.4   Runtime Upgrades (On-Chain)") && $0.hasSuffix("vote threshold")
      })
    #expect(lines.contains { $0.contains("§9     Rollback") && $0.hasSuffix("–") })
  }

  @Test func saysThatNothingIsMissing() {
    #expect(
      describeAsText(LedgerPolicy.policy).hasSuffix(
        "\nEverything that changebook looks for was found and understood.\n"))
  }

  @Test func saysWhatWasNotUnderstoodAndWhatIsOff() {
    let text = "# P\n\n|Type|Approval|Lead Time|\n|--|--|--|\n|Normal|CAB|soon|\n"
    let policy = readPolicy(SourceFile(path: "p.md", text: text), settings: Settings())
    let lines = lines(policy)
    #expect(lines.contains("Not understood · 2"))
    #expect(lines.contains { $0.contains("a policy without windows and freezes is not read") })
    #expect(
      lines.contains { $0.hasPrefix("  p.md:5:13: “soon” (Lead Time, change types); accepted: ") })
    #expect(lines.contains("Not in the policy, so off · 14"))
    #expect(
      lines.contains("  Table of freezes: freezes of the policy in the calendar and the gate"))
  }

  @Test func namesTablesThatDecideNothing() throws {
    let lines = lines(
      readPolicy(
        SourceFile(path: "p.md", text: "|Colour|Taste|\n|--|--|\n|red|sweet|\n"),
        settings: Settings()))
    let start = try #require(lines.firstIndex(of: "Tables that are shown, and decide nothing · 1"))
    #expect(lines[start + 1] == "     1  Colour | Taste")
  }

  @Test func noLineIsWiderThanATerminalOrEndsInBlanks() {
    for line in lines(LedgerPolicy.policy) + lines(BakeryPolicy.policy) {
      #expect(line.unicodeScalars.count <= 100)
      #expect(!line.hasSuffix(" "))
    }
  }

  @Test func controlCharactersDoNotReachTheTerminal() {
    let text = "# Policy \u{1B}[2J\n"
    let policy = readPolicy(SourceFile(path: "p.md", text: text), settings: Settings())
    #expect(!describeAsText(policy).utf8.contains(0x1B))
    #expect(describeAsText(policy, style: .coloured).hasPrefix("\u{1B}[1mPolicy"))
  }

  @Test func writesTheWholePolicyAsJSON() throws {
    let data = Data(describeAsJSON(LedgerPolicy.policy))
    let json = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(json["schema"] as? String == "changebook.policy/2")
    #expect((json["problems"] as? [Any])?.isEmpty == true)
    let types = try #require(json["types"] as? [[String: Any]])
    #expect(types.compactMap { $0["name"] as? String }.count == 4)
    #expect((types[1]["lead_time"] as? [String: Any])?["count"] as? Int == 5)
    #expect((types[1]["source"] as? [String: Any])?["line"] as? Int == 23)
    let targets = try #require(json["targets"] as? [[String: Any]])
    #expect(targets[0]["share"] as? [String: Int] == ["numerator": 95, "denominator": 100])
    #expect(targets[2]["seconds"] as? Int == 7200)
    #expect(targets[2]["types"] as? [String] == ["Normal"])
    #expect((json["review_deadline"] as? [String: Any])?["seconds"] as? Int == 172_800)
    #expect((json["retention"] as? [String: Any])?["months"] as? Int == 36)
    let windows = try #require(json["windows"] as? [[String: Any]])
    #expect((windows[0]["time"] as? [String: Any])?["start"] as? Int == 7200)
    #expect((json["freezes"] as? [Any])?.count == 3)
    #expect((json["clauses"] as? [Any])?.count == LedgerPolicy.policy.clauses.count)
  }

  @Test func writesWhatIsAbsentAsNullAndItsProblems() throws {
    let policy = readPolicy(SourceFile(path: "p.md", text: "# P\n"), settings: Settings())
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(describeAsJSON(policy))) as? [String: Any])
    for key in ["retention", "review_deadline", "template", "testing_matrix", "vote_threshold"] {
      #expect(json[key] is NSNull, "\(key)")
    }
    #expect((json["problems"] as? [Any])?.count == policy.problems.count)
    #expect(policy.problems.count == 16)
  }

  @Test(arguments: [
    (172_800, "48 hours"), (3600, "1 hour"), (5400, "90 minutes"), (259_200, "3 days"),
    (45, "45 seconds"),
  ])
  func durationsInWords(_ seconds: Int64, _ words: String) {
    #expect(durationWords(seconds) == words)
  }

  @Test(arguments: [
    (Ratio(95, 100), "95%"), (Ratio(995, 1000), "99.5%"), (Ratio(1, 400), "0.25%"),
    (Ratio(1, 1), "100%"), (Ratio(0, 100), "0%"),
  ])
  func sharesInWords(_ ratio: Ratio, _ words: String) {
    #expect(ratio.percent == words)
  }

  @Test func aShareWithoutAnExactPercentageHasNone() {
    #expect(Ratio(2, 3).percent == nil)
  }
}
