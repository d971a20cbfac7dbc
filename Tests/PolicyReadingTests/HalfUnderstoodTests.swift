import Configuration
import Findings
import SourceText
import TestSupport
import Testing

@testable import PolicyReading

/// Cells, names and remarks of a policy of which only a part was read.
@Suite struct HalfUnderstoodTests {
  // MARK: Nights

  @Test(arguments: 0..<60)
  func nightsAreOfTheNight(_ seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let word = ["nights", "nightly", "every night", "Nights"][random.below(4)]
    let (start, end) = (random.below(24), random.below(24))
    let time = "\(two(start)):00-\(two(end)):00"
    guard start != end else { return }
    let crosses = end < start
    let isOfNight =
      start >= 17 && (crosses ? end <= 9 : true) || start < 9 && end > start && end <= 9
    switch WindowTimeText.read("\(word) \(time)") {
    case .time: #expect(isOfNight, "\(word) \(time)")
    case .refused: #expect(!isOfNight, "\(word) \(time)")
    }
    guard case .time = WindowTimeText.read("daily \(time)") else {
      Issue.record("daily \(time)")
      return
    }
  }

  private func two(_ hour: Int) -> String { hour < 10 ? "0\(hour)" : "\(hour)" }

  @Test(arguments: ["Nights", "nightly", "every night", "all nights", "24/7 nights"])
  func nightsWithoutHoursSayNoTime(_ text: String) {
    guard case .refused = WindowTimeText.read(text) else {
      Issue.record("\(text)")
      return
    }
  }

  // MARK: Conditions

  @Test(arguments: [
    "If anything security-related", "If security-relevant", "if applicable", "If needed",
    "Yes, if security-relevant", "If keys are touched", "When it touches authentication",
  ])
  func conditionsAskWhetherItIsRelevant(_ text: String) {
    #expect(SecurityReviewText.read(text) == .ifRelevant)
  }

  @Test(arguments: [
    "If PII", "If in doubt", "If requested by security", "No if trivial", "No?", "No*", "Yes?",
    "If possible", "No, unless security-relevant", "if customers notice",
  ])
  func otherConditionsAreNoAnswer(_ text: String) {
    #expect(SecurityReviewText.read(text) == nil)
  }

  @Test(arguments: ["none?", "CAB review?", "CAB review*", "Pre-approved?", "None †"])
  func approvalsThatAreDoubtedAreNone(_ text: String) {
    #expect(ApprovalText.read(text) == nil)
  }

  // MARK: Names

  private func policy(_ from: String, _ to: String) -> Policy {
    let text = FullPolicy.text.replacing(from, with: to)
    #expect(text != FullPolicy.text, "\(from)")
    return readPolicy(SourceFile(path: FullPolicy.path, text: text), settings: Settings())
  }

  private func isDoubted(_ policy: Policy, _ table: TableKey) -> Bool {
    policy.problems.contains { problem in
      if case .cellNotUnderstood(table.rawValue, _, _, _) = problem.kind { true } else { false }
    }
  }

  @Test(arguments: 0..<24)
  func aNameSaysTheDaysOfItsRow(_ seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let months = ["Jan", "Feb", "March", "Apr", "Oct", "November"]
    let (first, second) = (random.below(3), 3 + random.below(3))
    let (day, other) = (1 + random.below(27), 1 + random.below(27))
    let own = "\(months[first]) \(day) - \(months[second]) \(other)"
    let said = "\(months[first]) \(day + 1) - \(months[second]) \(other)"
    let name = ["Stock freeze (%)", "Freeze %", "Audit freeze, %"][seed % 3]
    let row = "| Major events | As declared |"
    func read(_ text: String) -> Policy {
      policy(
        row, "| \(name.replacing("%", with: text)) | \(own) | Emergency only |\n\(row)")
    }
    #expect(!isDoubted(read(own), .freezes), "\(own)")
    #expect(isDoubted(read(said), .freezes), "\(said) beside \(own)")
  }

  @Test func aWindowsNameSaysItsTimes() {
    let cell = "| Low-traffic | 02:00-06:00 |"
    #expect(!isDoubted(policy(cell, "| Low-traffic 02:00-06:00 | 02:00-06:00 |"), .windows))
    let other = policy(cell, "| Low-traffic 03:00-06:00 | 02:00-06:00 |")
    #expect(isDoubted(other, .windows))
    // Nothing opens by a row that says two times.
    #expect(!other.windows.contains { $0.name.hasPrefix("Low-traffic") })
    #expect(!isDoubted(policy(cell, "| Tier 2 | 02:00-06:00 |"), .windows))
  }

  // MARK: Standing

  @Test(arguments: [
    "Withdrawn", "Superseded", "Draft", "Not approved", "To be approved", "Under review", "Void",
    "Not in force", "Pending approval", "superseded by 2.0",
  ])
  func wordsThatSayThatADocumentDoesNotHold(_ text: String) {
    #expect(StandingWords.read(text) != nil)
    let labelled = policy("**Version:** 1.0", "**Version:** 1.0 (\(text))")
    let titled = policy("# Policy for Changes", "# Policy for Changes (\(text))")
    let row = FullPolicy.text.split(separator: "\n").first { $0.hasPrefix("| 1.0 ") }.map(
      String.init)
    var policies = [labelled, titled]
    if let row {
      policies.append(policy(row, row.replacing("| 1.0 ", with: "| 1.0 (\(text)) ")))
    }
    for policy in policies {
      if case .inForce = PolicyStanding(policy).status { Issue.record("\(text): \(policy.title)") }
    }
  }

  @Test(arguments: [
    "Initial release", "Initial draft", "Annual review", "New freeze", "Approved", "In force",
    "Replaced the table of windows", "2.0",
  ])
  func wordsThatSayOtherThings(_ text: String) { #expect(StandingWords.read(text) == nil) }
}
