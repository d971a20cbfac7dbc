import Configuration
import Findings
import Rules
import SourceText
import TestSupport
import Testing

/// What in a policy or in the settings keeps the calendar from being understood, at its place.
@Suite struct PolicyCalendarRuleTests {
  private func windows(_ rows: String, head: String = "Time (UTC)") -> String {
    FullPolicy.text(
      replacingTableWith: """
        | Window | \(head) | Purpose |
        |--------|------------|---------|
        \(rows)
        """)
  }

  /// CB702
  @Test(arguments: [
    "02:00-02:00", "25:00-26:00", "02:00-25:00", "02:00", "02:60-04:00", "02:00-06:00 Mars/Olympus",
    "02:00-06:00 CST", "whenever",
  ])
  func reportsATimeThatIsNoneAtItsCell(cell: String) throws {
    try expectMarkedFindings(
      inPolicy: windows(
        """
        | Low-traffic | ⟦CB702⟧\(cell) | Significant changes |
        | Any time | 24/7 | Standard changes |
        """))
  }

  /// CB702
  @Test(arguments: ["Time (⟦CB702⟧Mars/Olympus)", "Time (⟦CB702⟧CST)", "Time (⟦CB702⟧local)"])
  func reportsAZoneThatIsNoneAtTheHead(head: String) throws {
    // The whole cell is at fault, so that the mark stands before it.
    let name = head.split(separator: "⟦CB702⟧").joined()
    try expectMarkedFindings(
      inPolicy: windows(
        "| Low-traffic | 02:00-06:00 | Significant changes |", head: "⟦CB702⟧\(name)"))
  }

  @Test(arguments: [
    "Time (UTC)", "Time (24 h)", "Time (from - to)", "Time", "Time (Europe/Zurich)",
  ])
  func takesAHeadThatNamesAZoneOrNone(head: String) throws {
    try expectMarkedFindings(
      inPolicy: windows("| Low-traffic | 02:00-06:00 | Significant changes |", head: head))
  }

  /// CB716
  @Test(arguments: ["public holidays", "Utopia holidays"])
  func reportsHolidaysThatNoListHas(_ name: String) throws {
    try expectMarkedFindings(
      inPolicy: windows("⟦CB716⟧| Day | weekdays 10:00-16:00 except \(name) | All changes |"))
  }

  /// CB717
  @Test(arguments: ["first", "last", "second"], ["month", "quarter"])
  func reportsWeekendsThatMayLieInTwoMonths(_ place: String, _ unit: String) throws {
    try expectMarkedFindings(
      inPolicy: windows(
        "⟦CB717⟧| Day | \(place) weekend of the \(unit) 02:00-06:00 | All changes |"))
    try expectMarkedFindings(
      inPolicy: windows("| Day | \(place) full weekend of the \(unit) 02:00-06:00 | All changes |"))
  }

  /// The findings of a policy and of `changebook.yml`, where the latter's marks stand.
  private func expectSettingsFindings(
    inSettings text: String, policy: String = FullPolicy.text,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = MarkedSource(path: "changebook.yml", text)
    let found = try findings(
      of: [SourceFile(path: FullPolicy.path, text: policy)], settings: readSettings(file.file))
    #expect(
      found.map { MarkedSource.describe($0.code.description, $0.place) } == file.expected,
      "\(found.map(\.message))", sourceLocation: sourceLocation)
  }

  /// CB104
  @Test func reportsAZoneThatIsNoneInTheSettings() throws {
    try expectSettingsFindings(inSettings: "zone: ⟦CB104⟧Mars/Olympus\n")
    try expectSettingsFindings(inSettings: "zone: Europe/Zurich\n")
  }

  /// CB705
  @Test func reportsWordsThatNothingDefinesAtTheirCell() throws {
    try expectMarkedFindings(
      inPolicy: windows(
        """
        | Low-traffic | 02:00-06:00 | Significant changes |
        | Evening | 20:00-22:00 | ⟦CB705⟧⟦CB705⟧Standard changes, big ones and delicate work |
        | Any time | 24/7 | Documentation, normal |
        """))
    let found = try findings(of: [
      SourceFile(
        path: FullPolicy.path, text: windows("| Night | 02:00-06:00 | Significnt changes |"))
    ])
    #expect(
      found.map(\.message) == [
        "nothing says which changes `Significnt changes` are, that may use `Night`"
      ])
    #expect(found.first?.help?.hasPrefix("did you mean `Significant changes`?") == true)
    #expect(found.map(\.severity) == [.warning])
  }

  /// CB705
  @Test func readsTheAppliesToColumnFirst() throws {
    try expectMarkedFindings(
      inPolicy: FullPolicy.text(
        replacingTableWith: """
          | Window | Time (UTC) | Purpose | Applies To |
          |--------|------------|---------|------------|
          | Low-traffic | 02:00-06:00 | Whatever is delicate | Normal |
          | Evening | 20:00-22:00 | Standard changes | ⟦CB705⟧Big ones |
          | Any time | 24/7 | ⟦CB705⟧Small ones |  |
          """))
  }

  /// CB705
  @Test func takesTheSettingsWordForATerm() throws {
    let policy = windows("| Low-traffic | 02:00-06:00 | Delicate work, big ones |")
    try expectSettingsFindings(
      inSettings: """
        terms:
          Delicate work: {risks: [High, critical], types: [Normal]}
          Big ones: {categories: [pallet code, bug fix]}

        """, policy: policy)
  }

  /// CB703
  @Test func reportsNamesOfTheSettingsThatNothingDefines() throws {
    try expectSettingsFindings(
      inSettings: """
        terms:
          Significant changes: {risks: [High, ⟦CB703⟧Crtical], types: [⟦CB703⟧Urgent]}
          ⟦CB703⟧Delicate work: {categories: [⟦CB703⟧poetry, documentation]}
        conflicts:
          exempt: [Standard, Log level changes, ⟦CB703⟧Standrad]

        """)
    let found = try findings(
      of: [],
      settings: readSettings(
        SourceFile(path: "changebook.yml", text: "conflicts: {exempt: [Standrad]}\n")))
    #expect(found.map(\.help) == ["did you mean `Standard`?"])
    #expect(found.map(\.severity) == [.warning])
  }

  /// CB703
  @Test func saysNothingOfTermsThatAWindowNotUnderstoodMayUse() throws {
    let policy = MarkedSource(
      path: FullPolicy.path, windows("| Low-traffic | ⟦CB702⟧at night | Delicate work |"))
    let settings = readSettings(
      SourceFile(path: "changebook.yml", text: "terms: {Delicate work: {risks: [High]}}\n"))
    let found = try findings(of: [policy.file], settings: settings)
    #expect(found.map { MarkedSource.describe($0.code.description, $0.place) } == policy.expected)
  }
}
