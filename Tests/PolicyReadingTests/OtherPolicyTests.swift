import Chronology
import Findings
@testable import PolicyReading
import SourceText
import Testing

@Suite struct OtherPolicyTests {
  let policy = BakeryPolicy.policy

  @Test func onlyWhatIsAbsentIsAProblem() {
    #expect(
      policy.problems.map(\.kind) == [
        .tableAbsent(table: "environments", features: "the list of environments"),
        .zoneAbbreviation("EST", zone: "Etc/GMT+5", place: "America/New_York", isFixed: true),
      ])
  }

  @Test func readsFrontMatter() {
    #expect(policy.title == "Changing the ovens")
    #expect(policy.metadata.id?.value == "OV-12")
    #expect(policy.metadata.version?.value == "3.2")
    #expect(policy.metadata.effective?.value == CivilDay(year: 2026, month: 3, day: 1))
    #expect(policy.metadata.reviewCycle?.value.months == 6)
    #expect(policy.metadata.owner?.value == "Head baker")
    #expect(policy.zone.name == "Europe/Zurich")
  }

  @Test func readsChangeTypesInOtherWords() {
    #expect(policy.types.map(\.name) == ["Routine", "Planned", "Urgent", "Rebuild & Move"])
    #expect(
      policy.types.map(\.approval) == [
        .preApproved, .advisoryBoard, .emergencyBoard, .other("Head baker"),
      ])
    #expect(policy.types.map(\.leadTime) == [.sameDay, .days(1), .seconds(14_400), .days(14)])
    #expect(policy.types.first?.reference.clause == "1")
  }

  @Test func ranksFallWhereTheNamesFall() {
    #expect(policy.risks.map(\.name) == ["Severe", "Moderate", "Minor"])
    #expect(policy.risks.map(\.rank) == [2, 1, 0])
    #expect(policy.risks.first?.criteria == "Bread stops")
    #expect(policy.risks.first?.examples == "Gas")
  }

  @Test func readsRequirementsInOtherStyles() {
    #expect(
      policy.requiredFields.map(\.requiredFor) == [
        .all, .types(["Planned", "Urgent", "Rebuild & Move"]),
        .types(["Planned", "Rebuild & Move"]), .types(["Planned", "Urgent"]), .all, .types([]),
      ])
    #expect(
      policy.requiredFields.map(\.kind) == [
        .title, .justification, .rollbackPlan, .section("Oven log"), .description,
        .section("Sketch"),
      ])
    #expect(policy.reviewMatrix.map(\.technical) == [1, 2, 2])
    #expect(policy.reviewMatrix.map(\.security) == [0, 0, 1])
    #expect(policy.reviewMatrix.map(\.securityReview) == [.no, .ifRelevant, .yes])
  }

  @Test func readsTicksAndCrosses() throws {
    let matrix = try #require(policy.testingMatrix)
    #expect(matrix.levels == ["Unit tests", "Smoke", "Cold start"])
    // The table ticks with ✓, so its x is a cross.
    #expect(
      matrix.rows.map(\.requirements) == [
        [.none, .none, .none], [.required, .recommended, .required],
      ])
  }

  @Test func readsWindowsAndFreezesInOtherStyles() {
    #expect(
      policy.windows.map(\.time) == [
        Recurrence([
          .daily(DayRule(weekdays: [.tuesday, .wednesday, .thursday]), start: 600, end: 900)
        ]),
        Recurrence([.daily(DayRule(weekdays: Weekday.allCases), start: 1320, end: 120)]), .always,
        Recurrence([.daily(DayRule(weekdays: [.monday, .wednesday]), start: 600, end: 900)]),
      ])
    #expect(policy.windows.map(\.zone).prefix(3) == [nil, nil, nil])
    #expect(
      policy.windows[3].zone?.offset(at: Instant(secondsSinceEpoch: 1_780_000_000)) == -18_000)
    #expect(policy.windows.map(\.appliesTo) == ["Planned", "Rebuild", "Routine", "Planned"])
    #expect(
      policy.freezes.map(\.duration) == [
        .recurring(
          Recurrence([
            .yearly(first: MonthDay(month: 12, day: 20), last: MonthDay(month: 1, day: 5))
          ])),
        CivilDay(year: 2026, month: 6, day: 9).flatMap { first in
          CivilDay(year: 2026, month: 6, day: 12).map {
            .recurring(Recurrence([.once(first: first, start: 0, last: $0, end: 1440)]))
          }
        }, .afterIncident(seconds: 172_800), .asDeclared,
      ])
    #expect(policy.freezes.map(\.allowed.isNothing) == [false, true, false, true])
  }

  @Test func readsTargetsInOtherStyles() {
    #expect(
      policy.targets.map(\.figure) == [
        .changeSuccessRate, .meanTimeToDeploy, .emergencyChangeRate, nil,
      ])
    #expect(policy.targets.map(\.comparison) == [.atLeast, .atMost, .atMost, .below])
    #expect(
      policy.targets.map(\.bound) == [
        .share(Ratio(995, 1000)), .duration(5400), .share(Ratio(1, 20)), .duration(259_200),
      ])
    #expect(policy.targets.last?.types == ["Routine"])
  }

  @Test func readsProseInOtherWords() {
    #expect(policy.reviewDeadline?.value == 172_800)
    #expect(policy.retention?.value == Retention(months: 36, text: "36 months"))
    #expect(policy.voteThreshold == nil)
    #expect(policy.reporting.map(\.period) == [.week, .quarter])
    #expect(policy.reporting.map(\.content) == ["a line on the board", "the whole team"])
    #expect(
      policy.template?.fillers == ["[what]", "Say in two sentences what changes.", "[number]"])
  }

  @Test func readsControlsAndHistoryInOtherOrder() {
    #expect(policy.controls.first?.implementation == "Section 4")
    #expect(policy.controls.first?.requirement == "Written procedure")
    #expect(policy.versions.map(\.version) == ["3.2", "3.1"])
    #expect(policy.versions.last?.date == CivilDay(year: 2025, month: 2, day: 3))
  }
}
