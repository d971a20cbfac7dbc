import Chronology
import Records
import SourceText
import TestSupport
import Testing

/// When a change was planned and made, where the body says it instead of the front matter.
@Suite struct ActualTimesTests {
  private static let from = "2026-03-09T14:05Z"
  private static let to = "2026-03-09T14:40Z"

  private func change(_ text: String, keys: String = "") throws -> Change {
    let front = keys.isEmpty ? "" : "---\n\(keys)\n---\n"
    return try readSampleChange(
      front
        + "# Rotate certificates\n\n**Type:** Normal\n**Risk:** Low\n\n## Summary\n\nNew ones.\n\n"
        + text + "\n")
  }

  private func problems(_ change: Change) -> [ReadingProblem] {
    change.problems.filter {
      if case .keyNotRead = $0.kind { false } else { true }
    }
  }

  private func holds(
    _ change: Change, _ isMeant: (ReadingProblem.Kind) -> Bool
  ) -> Bool {
    change.problems.contains { isMeant($0.kind) }
  }

  /// The ways in which bodies say both times.
  private static let shapes = [
    "## Outcome\n**Actual start:** %a\n**Actual end:** %b",
    "## Results\n- **Actual Start Time:** %a\n- **Actual End Time:** %b",
    "## Schedule\n\n| Field | Value |\n|---|---|\n| Actual start | %a |\n| Actual finish | %b |",
    "## Schedule\n\n| | Planned | Actual |\n|---|---|---|\n| Start | | %a |\n| End | | %b |",
    "## Timeline\n\n| | Start | End |\n|---|---|---|\n| Actual | %a | %b |",
    "## Record\n\n| Actual start | Actual end |\n|---|---|\n| %a | %b |",
    "## Schedule\n\n### Actual\n- Start: %a\n- End: %b",
    "## Schedule\n\n**Actual:**\n\n- Start: %a\n- End: %b",
    "## Schedule\n- Start (actual): %a\n- End (actual): %b",
    "## Actual start\n\n%a\n\n## Actual end\n\n%b",
    "## Implementation Plan\n1. Copy.\n\n**Actual start:** %a\n**Actual end:** %b",
    "## Actual window\n\n%a/%b", "## Schedule\n**Actual:** %a/%b",
    "## Schedule\n**Started:** %a\n**Implemented on:** %b",
    "## Actual times\n- Start: %a\n- End: %b",
  ]

  private func text(_ shape: String, _ from: String, _ to: String) -> String {
    shape.replacing("%a", with: from).replacing("%b", with: to)
  }

  @Test(arguments: shapes) func theyAreRead(_ shape: String) throws {
    let found = try change(text(shape, Self.from, Self.to))
    #expect(found.started?.value.rfc3339 == "2026-03-09T14:05:00Z", "\(shape)")
    #expect(found.deployed?.value.rfc3339 == "2026-03-09T14:40:00Z", "\(shape)")
    #expect(found.scheduled == nil, "\(shape)")
    #expect(problems(found).isEmpty, "\(problems(found).map(\.kind))\n\(shape)")
  }

  @Test(arguments: shapes) func bothPlacesHaveToAgree(_ shape: String) throws {
    let keys = "started: \(Self.from)\ndeployed: \(Self.to)\noutcome: successful"
    let same = try change(text(shape, Self.from, Self.to), keys: keys)
    #expect(problems(same).isEmpty, "\(problems(same).map(\.kind))\n\(shape)")
    for (from, to) in [
      ("2026-03-10T14:05Z", Self.to), (Self.from, "2026-03-09T15:10Z"),
      (Self.from, "2026-03-10T14:40Z"),
    ] {
      let other = try change(text(shape, from, to), keys: keys)
      #expect(
        // An interval that ends before it begins cannot be read at all.
        holds(other) { kind in
          switch kind {
          case .disagreement, .unreadableValue: true
          default: false
          }
        },
        "\(from) \(to)\n\(shape)")
      // What the front matter says counts.
      #expect(other.started?.value.rfc3339 == "2026-03-09T14:05:00Z")
    }
  }

  /// Of a day alone, and of a time that may be one of two, nobody knows what to make.
  @Test(arguments: [
    "**Implemented on:** 2026-03-09", "**Completed:** 2026-03-09T14:40Z",
    "**Completed on:** 9 March 2026",
    "**Actual start:** about noon", "**Deployment date:** 2026-03-09", "**Closed:** 2026-03-10",
    "**Actual end:** 9 March 2026 in the evening",
    "| Field | Value |\n|---|---|\n| Completion date | 2026-03-09 |\n| Change date | 2026-03-09 |",
    "**Completed:** yes", "**Implemented:** done",
  ]) func whatIsNotPlainIsReported(_ line: String) throws {
    for text in ["## Outcome\n\(line)", "## Schedule\n\(line)"] {
      let found = try change(text)
      #expect(!problems(found).isEmpty, "\(text)")
    }
  }

  /// Beside the front matter they only have to lie on its days.
  @Test(arguments: [
    ("**Implemented on:** 2026-03-09", true), ("**Implemented on:** 2026-03-11", false),
    ("**Completed:** 2026-03-09", true), ("**Completed:** 2026-03-10T09:00Z", true),
    ("**Completed:** 2026-03-12", false), ("**Deployment date:** 9 March 2026", true),
    ("**Deployment date:** 10 March 2026", false), ("**Closed on:** 2026-03-10", true),
    ("**Closed on:** 2026-03-09", false), ("**Change window:** 2026-03-09", true),
    ("**Change window:** 2026-03-10T14:00Z/2026-03-10T15:00Z", false),
    ("**Planned start:** 2026-03-10", false), ("**Planned end:** 2026-03-09", true),
    ("**Change window:** Low-traffic", true), ("**Completed:** yes", true),
    ("**Completed:** 3 of 3 nodes", true),
  ]) func daysHaveToAgree(_ line: String, _ agrees: Bool) throws {
    let keys =
      "scheduled: 2026-03-09T14:00Z/2026-03-09T15:00Z\nstarted: \(Self.from)\ndeployed: \(Self.to)\n"
      + "closed: 2026-03-10T09:00Z\noutcome: successful"
    let found = try change("## Schedule\n\(line)", keys: keys)
    #expect(problems(found).isEmpty == agrees, "\(problems(found).map(\.kind))")
  }

  @Test(arguments: [
    "**Actual start:** TBD", "**Actual start:** not started", "**Completed:** no",
    "**Completed:** not yet", "**Actual end:** pending", "**Implemented:** by the pipeline",
    "**Closed:** N/A", "**Release date:** to follow", "**Completed:** 3 of 5 nodes",
  ]) func whatHasNotComeSaysNothing(_ line: String) throws {
    let found = try change("## Schedule\n\(line)")
    #expect(found.started == nil && found.deployed == nil)
    #expect(problems(found).isEmpty, "\(problems(found).map(\.kind))")
  }

  @Test(arguments: [
    "## Change window\n\n2026-03-09 14:00 - 15:00 UTC",
    "## Change window\n- Start: 2026-03-09T14:00Z\n- End: 2026-03-09T15:00Z",
    "## Timing\n**Planned start:** 2026-03-09T14:00Z\n**Planned end:** 2026-03-09T15:00Z",
    "## Schedule\n**Maintenance window:** 2026-03-09T14:00Z/2026-03-09T15:00Z",
    "## Schedule\n- Planned date: 2026-03-09\n- Planned time: 14:00 - 15:00 UTC",
    "## Schedule\n\n| | Planned | Actual |\n|---|---|---|\n| Start | 2026-03-09T14:00Z | |\n| End | 2026-03-09T15:00Z | |",
    "## Dates\n\n| Planned start | Planned end |\n|---|---|\n| 2026-03-09T14:00Z | 2026-03-09T15:00Z |",
  ]) func plannedTimesAreRead(_ text: String) throws {
    let found = try change(text)
    #expect(found.scheduled?.value.start.rfc3339 == "2026-03-09T14:00:00Z", "\(text)")
    #expect(found.scheduled?.value.end.rfc3339 == "2026-03-09T15:00:00Z", "\(text)")
    #expect(found.started == nil && problems(found).isEmpty, "\(problems(found).map(\.kind))")
  }

  // MARK: Stages

  private static let stages = [
    "In progress", "In Progress", "Being deployed", "To be implemented", "Not yet completed",
    "Awaiting implementation", "Pending deployment", "In verification", "Implementing",
    "In progress - not yet completed", "Waiting for the window", "Ready to be deployed",
  ]

  @Test(arguments: stages) func whatIsUnderWayIsNoEnd(_ stage: String) throws {
    for text in [
      "## Schedule\n**Status:** \(stage)", "## Status\n\n\(stage)",
      "## Notes\n\n| Field | Value |\n|---|---|\n| Status | \(stage) |",
    ] {
      let found = try change(text)
      #expect(problems(found).isEmpty, "\(problems(found).map(\.kind))\n\(text)")
    }
    let key = try change("", keys: "status: \(stage)")
    #expect(problems(key).isEmpty, "\(problems(key).map(\.kind))")
  }

  @Test(arguments: [
    "In progress, then cancelled", "In progress (on hold)", "Deployed, in verification",
    "Not in progress, withdrawn", "On hold", "Completed", "Not to be deployed before June",
    "Being deployed was rejected", "Awaiting approval",
  ]) func anEndBesideAStageIsHeard(_ stage: String) throws {
    #expect(try !problems(change("## Status\n\n\(stage)")).isEmpty, "\(stage)")
    #expect(try !problems(change("", keys: "status: \(stage)")).isEmpty, "\(stage)")
  }
}
