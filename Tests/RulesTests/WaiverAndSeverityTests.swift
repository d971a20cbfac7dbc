import Configuration
import Findings
import Rules
import SourceText
import TestSupport
import Testing

@Suite struct WaiverAndSeverityTests {
  private func lacksReviewer(_ waiver: String) -> MarkedSource {
    MarkedSource(
      path: "content/changes/CHG-2026-0042.md",
      SampleRecords.normal.replacing(
        with: """
          ---
          approvals:
            - {role: technical, by: ⟦CB302⟧"@runtime-lead", at: 2026-03-04T10:00Z}
            - {role: cab, by: "@cab", at: 2026-03-06T13:00Z}
          waivers:
            - \(waiver)
          ---
          """
      ).text)
  }

  @Test func showsABreachThatWasAcceptedWithWhoWhenAndWhy() throws {
    let source = lacksReviewer(
      "{rule: cb302, by: \"@ops-lead\", at: 2026-03-09T08:00Z, reason: Nobody else was there}")
    try expectMarkedFindings([source])
    let found = try findings(of: [source.file])
    #expect(found.map(\.severity) == [.breach])
    #expect(
      found.map(\.waiver) == [
        AcceptedWaiver(
          by: "@ops-lead", at: "2026-03-09T08:00:00Z", reason: "Nobody else was there")
      ])
  }

  /// CB309
  @Test(arguments: [
    "⟦CB309⟧{by: \"@ops-lead\", at: 2026-03-09T08:00Z, reason: Alone}",
    "⟦CB309⟧{rule: CB302, at: 2026-03-09T08:00Z, reason: Alone}",
    "⟦CB309⟧{rule: CB302, by: \"@ops-lead\", reason: Alone}",
    "⟦CB309⟧{rule: CB302, by: \"@ops-lead\", at: 2026-03-09T08:00Z}",
    "{rule: CB302, by: ⟦CB309⟧TBD, at: 2026-03-09T08:00Z, reason: Alone}",
    "{rule: CB302, by: ⟦CB309⟧\"@ops-lead (pending)\", at: 2026-03-09T08:00Z, reason: Alone}",
    "{rule: CB302, by: \"@ops-lead\", at: 2026-03-09T08:00Z, reason: ⟦CB309⟧n/a}",
    "{rule: CB302, by: \"@ops-lead\", at: 2026-03-09T08:00Z, reason: ⟦CB309⟧\"?\"}",
    "{rule: CB302, by: \"@ops-lead\", at: ⟦CB309⟧2026-07-09T08:00Z, reason: Alone}",
    "{rule: CB302, by: ⟦CB309⟧\"@Gateway-Oncall\", at: 2026-03-09T08:00Z, reason: Alone}",
    "{rule: CB302, by: ⟦CB309⟧Gateway Author, at: 2026-03-09T08:00Z, reason: Alone}",
    "{rule: CB302, by: ⟦CB309⟧gateway-author, at: 2026-03-09T08:00Z, reason: Alone}",
    "{rule: ⟦CB309⟧CB998, by: \"@ops-lead\", at: 2026-03-09T08:00Z, reason: Alone}",
    "{rule: ⟦CB309⟧CB309, by: \"@ops-lead\", at: 2026-03-09T08:00Z, reason: Alone}",
    "{rule: ⟦CB309⟧CB901, by: \"@ops-lead\", at: 2026-03-09T08:00Z, reason: Alone}",
  ])
  func refusesAWaiverThatIsIncompleteOrSelfGranted(waiver: String) throws {
    let source = lacksReviewer(waiver)
    try expectMarkedFindings([source])
    #expect(try findings(of: [source.file]).allSatisfy { $0.waiver == nil })
  }

  @Test(arguments: ["2126-03-10", "2126-03-10T08:00Z"])
  func waivesUntilItExpires(_ end: String) throws {
    let source = lacksReviewer(
      "{rule: CB302, by: \"@ops-lead\", at: 2026-03-09T08:00Z, reason: Alone, expires: \(end)}")
    #expect(try findings(of: [source.file]).contains { $0.waiver != nil })
  }

  @Test func waivesOnlyWhatTheWaiverNames() throws {
    let source = lacksReviewer(
      "{rule: CB303, by: \"@ops-lead\", at: 2026-03-09T08:00Z, reason: Alone}")
    #expect(try findings(of: [source.file]).allSatisfy { $0.waiver == nil })
  }

  @Test func neverWaivesWhatCannotBeRead() throws {
    let record = SampleRecords.normal.replacing(
      with: """
        ---
        outcome: fine
        waivers: [{rule: CB104, by: "@ops-lead", at: 2026-03-09T08:00Z, reason: Alone}]
        ---
        """)
    let found = try findings(of: [MarkedSource(path: "content/changes/a.md", record.text).file])
    #expect(found.map(\.code.number) == [104])
    #expect(found.allSatisfy { $0.waiver == nil })
  }

  @Test func takesSeveritiesFromTheSettings() throws {
    let file = lacksReviewer("{rule: CB303}").file
    var settings = Settings()
    settings.severities = [RuleCode(302): .warning, RuleCode(309): nil]
    let found = try findings(of: [file], settings: settings)
    #expect(found.map(\.code.number) == [302])
    #expect(found.map(\.severity) == [.warning])
  }

  @Test func neverSilencesAnErrorAndNeverCountsWhatCannotBeRead() throws {
    let record = SampleRecords.normal.replacing(with: "---\noutcome: fine\n---")
    let file = SourceFile(path: "content/changes/CHG-2026-0042.md", text: record.text)
    var settings = Settings()
    settings.severities = [RuleCode(104): nil]
    let found = try findings(of: [file], settings: settings)
    #expect(found.map(\.severity) == [.note])
    #expect(unreadableChanges(try register(of: [file], settings: settings)) == ["CHG-2026-0042"])
  }

  @Test func countsChangesThatMerelyBreakRules() throws {
    let file = lacksReviewer("{rule: CB303}").file
    #expect(unreadableChanges(try register(of: [file])).isEmpty)
  }

  @Test func namesTheRecordAndThePolicyRow() throws {
    let found = try findings(of: [lacksReviewer("{rule: CB303}").file])
    let review = try #require(found.first { $0.code.number == 302 })
    #expect(review.record == "CHG-2026-0042")
    #expect(review.message == "1 technical reviewer, the policy requires 2")
    #expect(review.policy?.clause == "6.1")
    #expect(review.policy?.place.text.contains("Application code") == true)
  }

  @Test func saysTheSameOnAnyNumberOfThreads() throws {
    let files = (0..<200).map { number in
      let id = "CHG-2026-\(1000 + number)"
      let record = SampleRecords.normal.replacing(
        with: """
          ---
          id: \(id)
          type: \(number % 3 == 0 ? "Standard" : "Normal")
          systems: [gateway-\(number)]
          ---
          """)
      return SourceFile(path: "content/changes/\(id).md", text: record.text)
    }
    let one = try findings(of: files, jobs: 1)
    let four = try findings(of: files, jobs: 4)
    #expect(one.count == 67)
    #expect(
      one.map { "\($0.code) \($0.place.file.path) \($0.message)" }
        == four.map { "\($0.code) \($0.place.file.path) \($0.message)" })
  }
}
