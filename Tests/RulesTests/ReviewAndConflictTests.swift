import Configuration
import Findings
import Rules
import SourceText
import TestSupport
import Testing

@Suite struct ReviewAndConflictTests {
  private func change(_ id: String, _ facts: String) -> MarkedSource {
    MarkedSource(
      path: "content/changes/\(id).md",
      SampleRecords.normal.replacing(with: "---\nid: \(id)\n\(facts)\n---").text)
  }

  /// CB405
  @Test func counts48HoursFromTheEndOfAnEmergency() throws {
    try expectMarkedFindings(
      normalWith: "---\ntype: Emergency\nreview: {at: 2026-03-11T02:40Z, by: \"@lead\"}\n---")
    try expectMarkedFindings(
      normalWith:
        "---\ntype: Emergency\nreview: {at: ⟦CB405⟧2026-03-11T02:40:01Z, by: \"@lead\"}\n---")
    let found = try findings(of: [
      SourceFile(
        path: "content/changes/CHG-2026-0042.md",
        text: SampleRecords.normal.replacing(with: "---\ntype: Emergency\n---").text)
    ])
    #expect(
      found.map(\.message) == [
        "no post-implementation review by 11 Mar 2026, 02:40 UTC, 48 hours after its end"
      ])
    #expect(found.first?.policy?.excerpt.contains("within 48 hours") == true)
  }

  /// CB405
  @Test func isOverdueOnceTheTimeHasPassed() throws {
    let emergency = "---\ntype: Emergency\ndeployed: ⟦CB405⟧2026-03-09T02:40Z\n---"
    try expectMarkedFindings(normalWith: emergency, asOf: "2026-03-11T02:40:01Z")
    try expectMarkedFindings(
      normalWith: "---\ntype: Emergency\n---", asOf: "2026-03-11T02:40Z")
    try expectMarkedFindings(normalWith: "---\nrisk: Low\n---", asOf: "2026-03-20T00:00Z")
    try expectMarkedFindings(
      SampleRecords.normal.replacing(with: "---\ntype: Emergency\n---")
        .without("started", "deployed", "outcome", "closed", "scheduled"))
  }

  /// CB405
  @Test func asksWhenAReviewWasHeld() throws {
    try expectMarkedFindings(
      normalWith: "---\ntype: Emergency\nreview: ⟦CB405⟧{by: \"@lead\"}\n---")
    try expectMarkedFindings(
      normalWith: "---\ntype: Emergency\nreview: {at: ⟦CB104⟧soon, by: \"@lead\"}\n---")
  }

  /// CB405
  @Test func countsFromTheRollbackOfWhatWasRolledBack() throws {
    try expectMarkedFindings(
      normalWith: """
        ---
        type: Emergency
        outcome: rolled-back
        post_mortem: a.md
        rollback: {at: 2026-03-09T05:00Z}
        review: {at: 2026-03-11T05:00Z, notes: no follow-up is needed}
        ---
        """)
  }

  /// CB407
  @Test func namesTwoChangesOfOneSystemAtBoth() throws {
    try expectMarkedFindings([
      change("CHG-2026-0001", "started: ⟦CB407⟧2026-03-09T02:05Z"),
      change(
        "CHG-2026-0002", "systems: [explorer, RPC Gateway]\nstarted: ⟦CB407⟧2026-03-09T02:39:59Z"),
      change(
        "CHG-2026-0003",
        "systems: [explorer]\nstarted: 2026-03-09T02:00Z\n"
          + "deployed: 2026-03-09T02:20Z"),
    ])
    let found = try findings(of: [
      change("CHG-2026-0001", "systems: [explorer, rpc-gateway]").file,
      change("CHG-2026-0002", "systems: [rpc-gateway, explorer]\nstarted: 2026-03-09T02:20Z").file,
    ])
    #expect(
      found.map(\.message) == [
        "overlaps CHG-2026-0002 on explorer and rpc-gateway, 9 Mar 2026, 02:20–02:40 UTC",
        "overlaps CHG-2026-0001 on rpc-gateway and explorer, 9 Mar 2026, 02:20–02:40 UTC",
      ])
    #expect(found.map(\.record) == ["CHG-2026-0001", "CHG-2026-0002"])
    #expect(found.map(\.severity) == [.warning, .warning])
  }

  /// CB407
  @Test func leavesAloneWhatTouchesWasCalledOffOrNamesNoSystem() throws {
    let first = change("CHG-2026-0001", "started: 2026-03-09T02:05Z")
    try expectMarkedFindings([
      first,
      change("CHG-2026-0002", "started: 2026-03-09T02:40Z\ndeployed: 2026-03-09T03:00Z"),
    ])
    let planned = SampleRecords.normal.without("started", "deployed", "closed")
    try expectMarkedFindings([
      first,
      MarkedSource(
        path: "content/changes/CHG-2026-0002.md",
        planned.replacing(with: "---\nid: CHG-2026-0002\noutcome: cancelled\n---").text),
    ])
    let nowhere = planned.without("systems", "outcome").withoutSections("Impact Assessment")
    try expectMarkedFindings(
      [
        MarkedSource(
          path: "content/changes/CHG-2026-0001.md",
          nowhere.replacing(
            with:
              "---\nid: CHG-2026-0001\n---\n### Impact Assessment\n- **Users affected:** none"
          ).text),
        MarkedSource(
          path: "content/changes/CHG-2026-0002.md",
          nowhere.replacing(
            with:
              "---\nid: CHG-2026-0002\n---\n### Impact Assessment\n- **Users affected:** none"
          ).text),
      ], asOf: "2026-03-08T00:00Z")
  }

  /// CB407
  @Test func comparesPlansAndLetsWorkUnderWayLastUntilNow() throws {
    let open = SampleRecords.normal.without("started", "deployed", "outcome", "closed")
    let underWay = open.replacing(
      with: "---\nid: CHG-2026-0001\nstarted: ⟦CB407⟧2026-03-09T02:05Z\n---")
    let planned = open.replacing(
      with: "---\nid: CHG-2026-0002\nscheduled: ⟦CB407⟧2026-03-09T03:00Z/2026-03-09T04:00Z\n---")
    let sources = [underWay, planned].enumerated().map {
      MarkedSource(path: "content/changes/CHG-2026-000\($0.offset + 1).md", $0.element.text)
    }
    try expectMarkedFindings(sources, asOf: "2026-03-09T03:30Z")
    let earlier = try findings(of: sources.map(\.file), asOf: "2026-03-09T03:00Z")
    #expect(earlier.isEmpty, "\(earlier.map(\.message))")
  }

  /// CB407
  @Test func exemptsWhatTheSettingsNameUnlessServiceStops() throws {
    var settings = Settings()
    let place = Place(startOf: SourceFile(path: "changebook.yml", text: "a"))
    settings.conflictExemptions = [Located("documentation", place)]
    let other = change("CHG-2026-0001", "started: 2026-03-09T02:05Z")
    func documentation(_ downtime: String) -> SourceFile {
      SourceFile(
        path: "content/changes/CHG-2026-0002.md",
        text: SampleRecords.normal.replacing(
          with: """
            ---
            id: CHG-2026-0002
            category: documentation
            ---
            ### Impact Assessment
            - **Users affected:** none
            \(downtime)
            """
        ).text)
    }
    for none in [
      "", "- **Downtime required:** none", "- **Downtime required:** No", "- Downtime required: -",
    ] {
      let found = try findings(of: [other.file, documentation(none)], settings: settings)
      #expect(found.isEmpty, "\(none)")
    }
    for some in [
      "- **Downtime required:** 5 minutes", "- **Downtime required:** no more than 5 min",
    ] {
      let found = try findings(of: [other.file, documentation(some)], settings: settings)
      #expect(found.map(\.code.number) == [407, 407], "\(some)")
    }
    #expect(try findings(of: [other.file, documentation("")]).map(\.code.number) == [407, 407])
  }

  /// CB407
  @Test func namesTheFirstOfManyAndSaysThatThereAreMore() throws {
    let files = (1...9).map { change("CHG-2026-000\($0)", "owner: a").file }
    let found = try findings(of: files)
    #expect(found.count == 9 * 6)
    #expect(found.filter { $0.message.hasPrefix("overlaps more changes") }.count == 9)
  }

  /// CB408
  @Test func asksForTheOutcomeOnceThePlanIsOver() throws {
    let open = SampleRecords.normal.without("started", "deployed", "outcome", "closed")
    let marked = open.replacing(
      with: "---\nscheduled: ⟦CB408⟧2026-03-09T02:00Z/2026-03-09T04:00Z\n---")
    try expectMarkedFindings(marked, asOf: "2026-03-09T04:00Z")
    try expectMarkedFindings(open, asOf: "2026-03-09T03:59:59Z")
    try expectMarkedFindings(
      SampleRecords.normal.without("outcome").replacing(
        with: "---\nclosed: ⟦CB408⟧2026-03-10T09:00Z\n---"))
    try expectMarkedFindings(normalWith: "---\noutcome: ⟦CB104⟧done\n---")
    try expectMarkedFindings(
      SampleRecords.normal.replacing(with: "---\noutcome: cancelled\n---")
        .without("started", "deployed"))
  }

  /// CB408
  @Test func asksForTheOutcomeOfWhatStartedLongAgoWithoutAPlan() throws {
    let marked = SampleRecords.normal.without("deployed", "outcome", "closed", "scheduled")
      .replacing(with: "---\nstarted: ⟦CB408⟧2026-03-09T02:05Z\n---")
    try expectMarkedFindings(marked, asOf: "2026-03-23T02:05Z")
    try expectMarkedFindings(
      SampleRecords.normal.without("deployed", "outcome", "closed", "scheduled"),
      asOf: "2026-03-23T02:04:59Z")
  }

  private let failed = "outcome: ⟦CB409⟧failed\npost_mortem: docs/pm.md"

  /// CB409
  @Test func asksWhatCameAfterAFailure() throws {
    try expectMarkedFindings(normalWith: "---\n\(failed)\n---")
    // As long as the review of an emergency may take.
    try expectMarkedFindings(
      normalWith: "---\noutcome: failed\npost_mortem: docs/pm.md\n---",
      asOf: "2026-03-11T02:40:00Z")
    try expectMarkedFindings(normalWith: "---\n\(failed)\n---", asOf: "2026-03-11T02:40:01Z")
    try expectMarkedFindings(normalWith: "---\noutcome: successful-with-issues\n---")
  }

  /// CB409
  @Test func takesARecordThatFollowsOrSupersedes() throws {
    let next =
      "scheduled: 2026-03-20T02:00Z/2026-03-20T04:00Z\n"
      + "started: 2026-03-20T02:05Z\ndeployed: 2026-03-20T02:40Z\nclosed: 2026-03-21T02:40Z"
    for key in ["follows", "supersedes"] {
      try expectMarkedFindings([
        change("CHG-2026-0001", "outcome: failed\npost_mortem: docs/pm.md"),
        change("CHG-2026-0002", "\(key): CHG-2026-0001\n\(next)"),
      ])
    }
    try expectMarkedFindings([
      change("CHG-2026-0001", "\(failed)\nfollows: ⟦CB801⟧CHG-2026-0001")
    ])
  }

  /// CB409
  @Test(arguments: [
    ("No follow-up is needed", true), ("Handled well. Follow-up: none.", true),
    ("A follow-up is not needed: the old cache stays", true),
    ("Nothing to follow up", true), ("The follow-up is to come", false), ("", false),
  ])
  func takesAReviewThatSaysNothingIsLeft(notes: String, isSettled: Bool) throws {
    let review = "review: {at: 2026-03-10T10:00Z, notes: \"\(notes)\"}"
    let outcome = isSettled ? "outcome: failed\npost_mortem: docs/pm.md" : failed
    try expectMarkedFindings(normalWith: "---\n\(outcome)\n\(review)\n---")
  }

  /// CB409
  @Test func asksMoreOfAnEmergency() throws {
    let review = "review: {at: 2026-03-10T10:00Z, notes: handled well}"
    try expectMarkedFindings(
      normalWith: "---\ntype: Emergency\noutcome: ⟦CB409⟧successful-with-issues\n\(review)\n---")
    try expectMarkedFindings(
      normalWith: "---\ntype: Emergency\noutcome: ⟦CB409⟧aborted\n\(review)\n---")
    try expectMarkedFindings(normalWith: "---\ntype: Emergency\n\(review)\n---")
  }
}
