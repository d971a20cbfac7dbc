import Chronology
import Configuration
import SourceText
import TestSupport
import Testing

@testable import PolicyReading

/// Tables of windows and freezes with the heads of other organisations.
@Suite struct TimesHeadsTests {
  private static func policy(_ heading: String, _ heads: [String], _ cells: [String]) -> Policy {
    let rule = heads.map { _ in "---" }
    let rows = [heads, rule, cells].map { "| \($0.joined(separator: " | ")) |" }
    return readPolicy(
      SourceFile(
        path: "p.md",
        text:
          "# P\n\n## Types\n\n| Type | Approval | Lead Time |\n|---|---|---|\n| Standard | None | Immediate |\n"
          + "| Normal | CAB | 5 days |\n\n## \(heading)\n\n\(rows.joined(separator: "\n"))\n"),
      settings: Settings())
  }

  /// Each column by every head that it goes by, in every order of the columns.
  @Test(arguments: 1...60) func windowsAreKnownByOtherHeads(_ seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    func one(_ heads: [String]) -> String { heads[random.below(heads.count)] }
    let heading = one([
      "Change windows", "Deployment Windows", "Maintenance window", "Release times",
    ])
    var columns = [
      (one(["Slot", "Window", "Maintenance slot", "Change window", "Release slot name"]), "Night"),
      (one(["Day", "Days", "Day(s)", "Weekday"]), "Tue-Thu"),
    ]
    if random.below(2) == 0 {
      columns.append(
        (one(["Time (UTC)", "When", "Schedule", "Hours", "Time slot"]), "02:00-06:00"))
    } else {
      columns.append((one(["Start", "From", "Begins", "Window start", "Start time"]), "02:00"))
      columns.append((one(["End", "To", "Finish", "Window end", "End time"]), "06:00"))
    }
    let isLimited = random.below(2) == 0
    if isLimited {
      columns.append((one(["Applies to", "Change type", "Type", "For"]), "Standard"))
    }
    // Rows need no name under such a heading.
    if random.below(2) == 0 { columns.removeFirst() }
    for index in columns.indices { columns.swapAt(index, random.below(columns.count)) }
    let policy = Self.policy(heading, columns.map(\.0), columns.map(\.1))
    let expected = try? WindowTimeText.understand("Tue-Thu 02:00-06:00").get().time
    #expect(policy.windows.map(\.time) == [expected].compactMap(\.self), "\(columns)")
    #expect(policy.windows.map(\.appliesTo) == [isLimited ? "Standard" : nil], "\(columns)")
    #expect(policy.windows.allSatisfy { !$0.name.isEmpty })
  }

  /// `Type | Window`: the times themselves are called windows.
  @Test(arguments: [
    ["Type", "Window"], ["Window", "Change type"], ["Environment", "Maintenance window"],
    ["Change window"], ["Day", "Window"],
  ]) func timesMayBeCalledWindows(_ heads: [String]) {
    let cells = heads.map { head in
      head.lowercased().contains("window") ? "02:00-06:00" : head == "Day" ? "Tue" : "Standard"
    }
    let policy = Self.policy("Change windows", heads, cells)
    #expect(policy.windows.count == 1, "\(heads)")
    #expect(Self.policy("Contacts", heads, cells).windows.isEmpty, "\(heads)")
    // Names are none, and so the table is not read, but named.
    let other = cells.map { $0 == "02:00-06:00" ? "As agreed" : $0 }
    let unread = Self.policy("Change windows", heads, other)
    #expect(unread.windows.isEmpty && !unread.problems.isEmpty)
  }

  @Test(arguments: 1...60) func freezesAreKnownByOtherHeads(_ seed: Int) {
    var random = SplitMix(seed: UInt64(seed) &+ 500)
    func one(_ heads: [String]) -> String { heads[random.below(heads.count)] }
    let heading = one([
      "Blackout periods", "Change freezes", "Release freeze", "Blackout windows", "Moratoria",
    ])
    var columns = [
      (
        one(["Blackout", "Freeze", "Period", "Freeze type", "Blackout window", "Event", "Name"]),
        "Year end"
      )
    ]
    if random.below(2) == 0 {
      columns.append(
        (one(["Dates", "When", "Duration", "Date range", "Freeze dates"]), "Dec 15 - Jan 5"))
    } else {
      columns.append((one(["Start", "From", "Begins", "Freeze start"]), "15 Dec"))
      columns.append((one(["End", "To", "Ends", "Freeze end", "Until"]), "5 Jan"))
    }
    let isAllowed = random.below(2) == 0
    if isAllowed {
      columns.append(
        (
          one(["Allowed", "Exceptions", "Exception", "Permitted changes", "Exempt"]),
          "Emergency only"
        ))
    }
    if random.below(2) == 0 { columns.append(("Reason", "Audit")) }
    if random.below(2) == 0 { columns.removeFirst() }
    for index in columns.indices { columns.swapAt(index, random.below(columns.count)) }
    let policy = Self.policy(heading, columns.map(\.0), columns.map(\.1))
    guard case .duration(let expected, _, _) = FreezeDurationText.read("Dec 15 - Jan 5") else {
      return
    }
    #expect(policy.freezes.map(\.duration) == [expected], "\(columns)")
    #expect(policy.freezes.map(\.allowed) == [isAllowed ? .emergencies : .unsaid], "\(columns)")
    let says = policy.problems.contains {
      if case .columnAbsent("freezes", "Changes Allowed", _) = $0.kind { true } else { false }
    }
    #expect(says == !isAllowed)
  }

  /// A table of dates under another heading freezes nothing.
  @Test(arguments: ["Milestones", "Reporting", "Training"])
  func otherDatesAreNoFreezes(_ heading: String) {
    #expect(Self.policy(heading, ["Event", "Date"], ["Release 2", "Dec 15"]).freezes.isEmpty)
    #expect(
      Self.policy(heading, ["Name", "From", "To"], ["Course", "Dec 15", "Dec 16"]).freezes.isEmpty)
  }

  /// A line break parts values as a comma does, in every cell that may hold several.
  @Test(arguments: [
    (["Mon 10:00-12:00", "Thu 14:00-16:00"], "Mon 10:00-12:00, Thu 14:00-16:00"),
    (["10:00-12:00", "14:00-16:00"], "10:00-12:00, 14:00-16:00"),
    (["Mon-Thu", "02:00-06:00"], "Mon-Thu 02:00-06:00"),
    (["Tue,", "Thu 02:00-06:00"], "Tue, Thu 02:00-06:00"),
    (["Fri 22:00 -", "Mon 06:00"], "Fri 22:00 - Mon 06:00"),
    (
      ["weekdays 10:00-16:00", "except public holidays"],
      "weekdays 10:00-16:00 except public holidays"
    ),
  ]) func linesOfACellAreParted(_ lines: [String], _ whole: String) {
    for sign in ["<br>", "<br/>", "<br />", " <BR> "] {
      let policy = Self.policy(
        "Windows", ["Window", "Time"], ["A", lines.joined(separator: sign)])
      #expect(
        policy.windows.map(\.time)
          == [try? WindowTimeText.understand(whole).get().time].compactMap(\.self),
        "\(lines)")
    }
  }

  @Test func namesInLinesAreSeveral() {
    let windows = Self.policy(
      "Windows", ["Window", "Time", "Applies To"], ["A", "24/7", "Standard<br>Normal"])
    #expect(windows.windows.first?.appliesTo == "Standard, Normal")
    let freezes = Self.policy(
      "Freezes", ["Period", "Duration", "Changes Allowed"],
      ["A", "Dec 1 - Dec 5<br>Jul 1", "Emergency<br/>Standard"])
    #expect(
      freezes.freezes.first?.allowed
        == FreezeAllowanceText.read("Emergency, Standard", .init(types: ["Standard"])))
    let types = readPolicy(
      SourceFile(
        path: "p.md",
        text: "| Type | Approval | Lead Time |\n|---|---|---|\n| Normal | CAB<br>CTO | 5 days |\n"),
      settings: Settings())
    #expect(types.types.first?.approval == ApprovalText.read("CAB, CTO"))
  }

  /// Counted from the end, however it is said; a sign or an `and` between the words makes them two.
  @Test(arguments: [
    ("second last", -2), ("second-to-last", -2), ("second to last", -2), ("2nd last", -2),
    ("penultimate", -2),
    ("last but one", -2), ("next to last", -2), ("third last", -3), ("third-to-last", -3),
    ("last but two", -3),
  ]) func daysAreCountedFromTheEnd(_ words: String, _ place: Int) throws {
    for day in ["Friday", "Monday of the month", "business day of the month"] {
      var tokens = CellTokens("\(words) \(day)")
      let found = try #require(OrdinalDaysText.take(&tokens), "\(words) \(day)")
      #expect(tokens.atEnd && found.count == 1, "\(words) \(day)")
      guard case .counted(_, let places, fromEnd: let fromEnd, of: _) = found[0] else { continue }
      #expect(fromEnd && places == (-place)...(-place), "\(words) \(day)")
    }
  }

  @Test(arguments: ["second and last Friday", "second, last Friday", "2nd / last Friday"])
  func twoPlacesStayTwo(_ text: String) throws {
    var tokens = CellTokens(text)
    #expect(try #require(OrdinalDaysText.take(&tokens)).count == 2, "\(text)")
  }

  @Test(arguments: ["second third Friday 02:00-06:00", "2nd to last day of the month 02:00-06:00"])
  func whatMayBeTwoThingsIsRefused(_ text: String) {
    if case .success(let time) = WindowTimeText.understand(text) {
      Issue.record("\(text): \(time)")
    }
  }
}
